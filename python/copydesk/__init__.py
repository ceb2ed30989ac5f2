"""From scraped news copy to claims across outlets, in one notebook, on one laptop."""
from ._core import __version__
from .errors import CopydeskError, InputTypeError, LimitError, ModelFormatError, UnsupportedLanguageError
from .limits import Limits
from .table import Table
