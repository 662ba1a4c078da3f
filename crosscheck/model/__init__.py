"""Frozen values that every floor speaks in; standard library only, no I/O, no patterns."""

from crosscheck.model.article import Article, Origin, Part, Publication, Recalled, Remark
from crosscheck.model.claim import Claim, Evidence, Extracted, Facet, Modality, Name, Reach, Scope, Tally
from crosscheck.model.interval import Bound, Interval
from crosscheck.model.mention import Kind, Mention, Modifier, Value
from crosscheck.model.place import Location, Span
from crosscheck.model.report import (
    Accepted,
    Camp,
    Comparable,
    Discrepancy,
    DiscrepancyKind,
    Lost,
    Report,
    Severity,
    Site,
    Skipped,
    Stale,
)

__all__ = [
    "Accepted",
    "Article",
    "Bound",
    "Camp",
    "Claim",
    "Comparable",
    "Discrepancy",
    "DiscrepancyKind",
    "Evidence",
    "Extracted",
    "Facet",
    "Interval",
    "Kind",
    "Location",
    "Lost",
    "Mention",
    "Modality",
    "Modifier",
    "Name",
    "Origin",
    "Part",
    "Publication",
    "Reach",
    "Recalled",
    "Remark",
    "Report",
    "Scope",
    "Severity",
    "Site",
    "Skipped",
    "Span",
    "Stale",
    "Tally",
    "Value",
]
