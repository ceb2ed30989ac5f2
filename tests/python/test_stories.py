"""A mixed heap of articles as stories."""

import copydesk
import pandas as pd
import polars as pl
import pytest
from copydesk import group_stories, samples

HEAP = [
    {"text": "The harbour bridge in Ostrava closes to lorries on Monday. Engineers found cracks in its girders.", "published": "2024-05-01"},
    {"text": "Orbis buys Halden Foods. The board of Halden agreed to the takeover on Tuesday.", "published": "2024-05-01"},
    {"text": "Lorries must keep off the harbour bridge in Ostrava: engineers found cracks in the girders.", "published": "2024-05-02"},
]


def test_articles_of_one_event_are_one_story():
    assert group_stories(HEAP) == [0, 1, 0]


def test_articles_far_apart_are_two_stories():
    assert group_stories([HEAP[0], HEAP[2] | {"published": "2024-09-01"}]) == [0, 1]


def test_a_series_comes_back_for_a_frame():
    frame = pd.DataFrame(HEAP, index=["x", "y", "z"])
    stories = group_stories(frame.assign(published=pd.to_datetime(frame["published"])))
    assert stories.to_dict() == {"x": 0, "y": 1, "z": 0}
    assert group_stories(pl.DataFrame(HEAP)).to_list() == [0, 1, 0]


def test_a_missing_text_is_a_story_of_its_own_and_a_wrong_one_is_named():
    assert len(set(group_stories([{"text": None}, HEAP[0]]))) == 2
    with pytest.raises(copydesk.InputTypeError, match="articles, row 1: expected text to be str, got int"):
        group_stories([HEAP[0], {"text": 7}])


def test_what_was_read_from_files_is_grouped_as_it_is():
    page = "<!DOCTYPE html><title>Bridge</title><nav>Orbis buys Halden Foods</nav><article><h1>Bridge</h1><p>{}</p></article>"
    heap = [{"content": page.format(HEAP[0]["text"])}, {"content": HEAP[1]["text"]}, {"content": HEAP[2]["text"]}]
    assert group_stories(heap) == [0, 1, 0]
    assert group_stories([row | {"kind": "html"} for row in heap[:1]]) == [0]
    with pytest.raises(copydesk.InputTypeError, match="no column 'text'"):
        group_stories([{"body": "The bridge closes."}])


def test_a_column_of_pages_is_grouped_as_one_of_texts():
    page = "<title>Bridge</title><nav>Orbis buys Halden Foods</nav><article><h1>Bridge</h1><p>{}</p></article>"
    heap = [{"html": page.format(row["text"])} for row in HEAP]
    assert group_stories(heap) == group_stories(pd.DataFrame(heap)).to_list() == [0, 1, 0]


def test_a_day_that_is_none_is_pointed_out_and_a_number_is_refused():
    with pytest.warns(UserWarning, match="published, row 0: 'yesterday' is no date or time"):
        assert group_stories([HEAP[0] | {"published": "yesterday"}, HEAP[2]]) == [0, 0]
    with pytest.raises(copydesk.InputTypeError, match="published, row 1: expected .* got the number 20240605"):
        group_stories([HEAP[0], HEAP[2] | {"published": 20240605}])


def test_languages_are_detected_where_none_are_given():
    told = [
        "Prime Minister Rui Valente raised the minimum wage on Monday. Unions are not satisfied and call for a strike in March.",
        "Ministerpräsident Rui Valente erhöhte am Montag den Mindestlohn. Die Gewerkschaften sind nicht zufrieden und rufen zum "
        "Streik im März auf.",
        "Le premier ministre Rui Valente a relevé lundi le salaire minimum. Les syndicats ne sont pas satisfaits et appellent à "
        "la grève en mars.",
    ]
    known = [{"text": text, "language": code} for text, code in zip(told, ("en", "de", "fr"), strict=True)]
    assert group_stories([{"text": text} for text in told]) == group_stories(known) == [0, 0, 0]


def test_a_heap_of_one_story_is_one_story():
    assert set(group_stories(samples.load())) == {0}
