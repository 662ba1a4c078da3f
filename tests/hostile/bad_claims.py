"""Lines that hold no claim, and claims with one field altered, each with the message that it must give."""

from __future__ import annotations

LINES = (
    ("no JSON", "nine", "is not JSON: Expecting value"),
    ("a list", "[]", "is no claim: the record is [], no object"),
    ("an empty object", "{}", "is no claim: the field 'schema' is missing"),
    ("an article", '{"text": "Nine dead."}', "is no claim: the field 'schema' is missing"),
    ("half a claim", '{"schema": "crosscheck/claim/1", "id": "1f', "is not JSON: Unterminated string starting at"),
    ("lists without end", "[" * 50000, "is nested too deep, or holds too long a number"),
    ("a number without end", '{"a": ' + "9" * 5000 + "}", "is nested too deep, or holds too long a number"),
)
ALTERED = (
    (
        "another schema",
        "schema",
        "crosscheck/claim/9",
        "is no claim: the field 'schema' is 'crosscheck/claim/9', not 'crosscheck/claim/1'",
    ),
    ("a quantity that is a number", "quantity", 7, "is no claim: the field 'quantity' is 7, no string"),
    ("no quantity", "quantity", None, "is no claim: the field 'quantity' is None, no string"),
    ("a value that is a string", "value", "17", "is no claim: the field 'value' is '17', no object"),
    (
        "a value that is a day",
        "value",
        {"low": "2023-01-01", "high": "2023-01-01"},
        "is no claim: the field 'value.low_open' is missing",
    ),
    (
        "a value that ends before it begins",
        "value",
        {"low": 9, "high": 1, "low_open": False, "high_open": False},
        "is no claim: the field 'value' ends before it begins",
    ),
    (
        "a value without end",
        "value",
        {"low": 1e400, "high": None},
        "is no claim: the field 'value.low_open' is missing",
    ),
    (
        "a scope that is none",
        "scope",
        "forever",
        "is no claim: the field 'scope' is 'forever', none of event, running_total, snapshot, part, fixed",
    ),
    (
        "a modality that is none",
        "modality",
        "sung",
        "is no claim: the field 'modality' is 'sung', none of asserted, alleged, predicted, denied",
    ),
    ("a span that is a list", "span", [1, 2], "is no claim: the field 'span' is [1, 2], no object"),
    (
        "a span below 0",
        "span",
        {"field": "text", "start": -1, "end": 2},
        "is no claim: the field 'span.start' is -1, below 0",
    ),
    ("a location without a line", "location", {"path": "a"}, "is no claim: the field 'location.start' is missing"),
    ("facets that are a list", "facets", [], "is no claim: the field 'facets' is [], no object"),
    ("evidence that is a string", "evidence", "x", "is no claim: the field 'evidence' is 'x', no array"),
    ("an article that is a string", "article", "a", "is no claim: the field 'article' is 'a', no object"),
    ("a quote that is a number", "quote", 1, "is no claim: the field 'quote' is 1, no string"),
    ("when that is a string", "when", "Monday", "is no claim: the field 'when' is 'Monday', no object"),
    (
        "a day that is none",
        "when",
        {"low": "2023-02-30", "high": "2023-02-30"},
        "is no claim: the field 'when.low' is '2023-02-30', no day such as 2023-01-31",
    ),
    (
        "a modifier that is none",
        "modifier",
        "roughly",
        "is no claim: the field 'modifier' is 'roughly', none of exact, approx",
    ),
    ("a source that is a list", "source", [], "is no claim: the field 'source' is [], no string"),
    ("a quote span of one", "quote_span", [1], "is no claim: not enough values to unpack (expected 2, got 1)"),
    ("a context of numbers", "context", [1], "is no claim: the field 'context[0]' is 1, no string"),
    ("reach that is a string", "reach", "x", "is no claim: the field 'reach' is 'x', no object"),
    ("a part that is none", "part", "footer", "is no claim: the field 'part' is 'footer', none of title, body"),
)
