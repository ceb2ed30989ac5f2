"""The exceptions that copydesk raises."""

from __future__ import annotations


class CopydeskError(Exception):
    """Base of all errors of copydesk.

    Attributes:
        argument: name of the argument at fault, or None.
        row: position in the column of the text at fault, or None.
    """

    def __init__(self, message: str, argument: str | None = None, row: int | None = None) -> None:
        self.message, self.argument, self.row = message, argument, row
        where = [argument] if argument else []
        where += [f"row {row}"] if row is not None else []
        super().__init__(f"{', '.join(where)}: {message}" if where else message)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.message, self.argument, self.row)


class InputTypeError(CopydeskError, TypeError):
    """A value is of the wrong type; names the argument, the row and what was expected."""


class UnsupportedLanguageError(CopydeskError, ValueError):
    """A language that is not known, or not supported by the task; names the nearest that are."""


class LimitError(CopydeskError):
    """A text is beyond a limit of `copydesk.Limits`."""


class ModelFormatError(CopydeskError, ValueError):
    """A model or a saved report is damaged, of another version, or made for another task."""
