"""Between floors 4 and 5: what a corpus sets for itself, from `crosscheck.toml` or a table of `pyproject.toml`."""
