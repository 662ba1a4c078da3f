"""The version, on its own so that every floor may tell it without importing the package's front."""

__version__ = "0.1.0"
