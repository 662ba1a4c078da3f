"""The canonical report, for every test of a renderer."""

from __future__ import annotations

import pytest

from crosscheck.model import Report
from tests.reporting import samples


@pytest.fixture
def canonical() -> Report:
    return samples.canonical()
