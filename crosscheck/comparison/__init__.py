"""Floor 4: claims to comparables to discrepancies; a pure function of claims, whatever their order.

What it expects of a claim beside the model's own words is told at the head of the check that needs it: `sums`, `parts`,
`titles`, `periods`, `plans`, `misdated`, `occasions`, `lengths`.
"""

from crosscheck.comparison.compare import Findings, compare
from crosscheck.comparison.settings import NamedEvent, Settings

__all__ = ["Findings", "NamedEvent", "Settings", "compare"]
