"""What `dates.py` is made of: words, patterns and operations that read days and times of day in any language."""
