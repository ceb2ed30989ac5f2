"""Claims on a hearing, made by hand, that several test files use."""

PERRIN = {"speaker": "Lukas Perrin", "speaker_key": "perrin", "speaker_type": "person"}
VANSTONE = {"speaker": "Rupert Vanstone", "speaker_key": "vanstone", "speaker_type": "person"}


def claim(outlet, text, **fields):
    usual = {
        "row": ord(outlet[0]),
        "document": outlet,
        "outlet": outlet,
        "text": text,
        "kind": "indirect",
        "language": "en",
        "polarity": "affirmed",
        "act": "say",
        "speaker": None,
        "speaker_key": None,
        "speaker_type": None,
        "quantities": [],
        "dates": [],
    }
    return usual | fields


def litres(value, comparator="="):
    return [{"value": float(value), "upper": None, "unit": "litres", "comparator": comparator, "start": 0, "end": 1}]


HEARING = [
    claim("Gazette", "about 40,000 litres of solvent had escaped from the plant", quantities=litres(40000, "~"), **VANSTONE),
    claim("Courier", "180,000 litres of solvent escaped from the plant", quantities=litres(180000), **VANSTONE),
    claim("Courier", "bosses had ignored the cracked valve for weeks", **PERRIN),
    claim("Digest", "nobody has paid for the bottled water so far"),
]
