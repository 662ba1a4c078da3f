"""Article × rules → mentions → claims."""

from crosscheck.extraction.extractor import Extractor

__all__ = ["Extractor"]
