"""Attribution models of one's own: trained, kept, passed on."""

import pickle

import pytest

import copydesk

NAMES = ["Ruiz", "Okafor", "Lindqvist", "Marsh", "Perrin", "Thorley"]


def row(name: str, said: str) -> dict:
    """An annotated text in which a verb that no lexicon holds reports speech."""
    text = f"{name} burbled that {said}."
    cue = len(name) + 1
    content = cue + len("burbled that ")
    spans = {"source": [(0, len(name))], "cue": [(cue, cue + 7)], "content": [(content, content + len(said))]}
    return {"text": text, "attributions": [spans]}


@pytest.fixture(scope="module")
def model():
    said = ["the bridge would stay shut", "nobody had read the report", "the money was gone", "talks would go on"]
    return copydesk.train_attribution([row(name, words) for name in NAMES for words in said] * 4, rounds=4)


def test_a_trained_model_finds_what_it_was_shown(model):
    text = "Kovač burbled that the ferry was late."
    found = copydesk.extract_attributions(text, language="en", model=model)
    assert [(a.cue, a.text) for a in found] == [("burbled", "the ferry was late")]
    claims = copydesk.extract_claims([text], language="en", model=model)
    assert claims[0][0].speaker == "Kovač"


def test_training_is_deterministic_and_models_travel(model):
    again = pickle.loads(pickle.dumps(model))
    assert again.to_bytes() == model.to_bytes()
    few = [row(name, "it was over") for name in NAMES]
    assert copydesk.train_attribution(few, rounds=2).to_bytes() == copydesk.train_attribution(few, rounds=2).to_bytes()


def test_a_damaged_model_is_refused(model):
    data = bytearray(model.to_bytes())
    data[len(data) // 2] ^= 0xFF
    with pytest.raises(copydesk.ModelFormatError):
        copydesk.AttributionModel.from_bytes(bytes(data))


@pytest.mark.parametrize("bad", [{}, {"text": 3, "attributions": []}, {"text": "x", "attributions": [{"cue": [1]}]}, None])
def test_a_row_of_another_form_is_named(bad):
    with pytest.raises(copydesk.InputTypeError, match="rows, row 1"):
        copydesk.train_attribution([row("Ruiz", "it was over"), bad])
