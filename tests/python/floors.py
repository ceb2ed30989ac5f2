"""Tests of floors under what attribution reaches on a set of annotated articles, the same for each set."""

import pytest
from multilingual_gold import figures, outside, shortfalls

import copydesk


class Floors:
    """A test class of a set: its `articles`, and by language and part the whole percents that must not be fallen short of.

    They are those of core recall, precision and right speaker. Raise them when figures rise.
    """

    articles = ()
    floors = {}

    @pytest.fixture(scope="class")
    @classmethod
    def reached(cls):
        return figures(copydesk.extract_attributions, articles=cls.articles)

    def test_every_language_and_part_has_floors(self, reached):
        given = {(article["language"], article["part"]) for article in self.articles}
        assert set(reached) == set(self.floors) == given

    def test_floors(self, reached):
        short = {key: shortfalls(reached[key], floors) for key, floors in self.floors.items()}
        assert not {key: values for key, values in short.items() if values}

    def test_spans_are_annotated_within_the_texts(self):
        assert not outside(self.articles)
