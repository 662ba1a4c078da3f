"""Tells where a heap of articles contradict each other in their figures."""

__version__ = "0.1.0"
