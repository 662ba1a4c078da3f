"""Floor 3: rule files to frozen rules, told where they are wrong, told in prose, and run against their own evidence."""

from crosscheck.rules.loading import load, shipped
from crosscheck.rules.rule import Case, Comparing, Example, Expected, Margin, Pattern, Piece, Role, Rule, Sense

__all__ = [
    "Case",
    "Comparing",
    "Example",
    "Expected",
    "Margin",
    "Pattern",
    "Piece",
    "Role",
    "Rule",
    "Sense",
    "load",
    "shipped",
]
