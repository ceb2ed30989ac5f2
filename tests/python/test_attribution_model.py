"""Attribution models of one's own: trained, kept, passed on."""

import pickle

import pytest

import copydesk

NAMES = ["Ruiz", "Okafor", "Lindqvist", "Marsh", "Perrin", "Thorley"]


def row(name: str, said: str) -> dict:
    """A short annotated text."""
    text = f"{name} said {said}."
    start = len(name) + 6
    spans = {"source": [(0, len(name))], "cue": [(len(name) + 1, start - 1)], "content": [(start, start + len(said))]}
    return {"text": text, "attributions": [spans]}


@pytest.fixture(scope="module")
def model():
    return copydesk.train_attribution([row(name, said) for name in NAMES for said in ("no", "yes", "nothing")] * 4)


def test_a_trained_model_finds_what_it_was_shown(model):
    found = copydesk.extract_attributions("Hendry said no.", language="en", model=model)
    assert [(a.speaker, a.cue, a.text) for a in found] == [("Hendry", "said", "no")]


def test_cues_that_no_list_holds_are_learned():
    def moan(name: str, said: str) -> dict:
        text = f"{name} kvetched that {said}."
        at = len(name) + 10
        return {
            "text": text,
            "attributions": [
                {"source": [(0, len(name))], "cue": [(len(name) + 1, at - 1)], "content": [(at, len(text) - 1)]}
            ],
        }

    said = ("the pitch was wet", "it was over", "the bus came late")
    own = copydesk.train_attribution([moan(name, what) for name in NAMES for what in said] * 3)
    found = copydesk.extract_attributions("Hendry kvetched that the soup was cold.", language="en", model=own)
    assert [(a.cue, a.text) for a in found] == [("kvetched", "that the soup was cold")]


def test_a_model_that_was_shown_nothing_finds_nothing():
    text = "Hendry said that the ferry was late."
    silent = copydesk.train_attribution([{"text": text, "attributions": []}] * 10, rounds=2)
    assert len(copydesk.extract_attributions(text, language="en")) == 1
    assert len(copydesk.extract_attributions(text, language="en", model=silent)) == 0
    assert [len(copydesk.extract_claims(text, language="en", model=m)) for m in (None, silent)] == [1, 0]


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
