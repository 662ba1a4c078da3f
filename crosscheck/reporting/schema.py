"""JSON Schemas (draft 2020-12) of what `wire` writes: every field, in the same order, with what it means.

A test holds the two together: a record has exactly these fields, no more and no fewer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from crosscheck.model.claim import Modality, Reach, Scope
from crosscheck.model.explanation import Apart, Hindrance, Lost
from crosscheck.model.mention import Kind, Modifier
from crosscheck.model.place import Field
from crosscheck.model.report import DiscrepancyKind, Severity
from crosscheck.reporting.agreement import Course

Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def claim() -> Schema:
    """The schema of one claim, as `crosscheck extract --format jsonl` prints it."""
    return _document("claim", "One stated figure that a rule binds to a quantity.", _claim_fields())


def mention() -> Schema:
    """The schema of one mention, as `crosscheck mentions --format jsonl` prints it."""
    return _document("mention", "One number, amount, duration, date or time expression, bound or not.", _mention())


def explanation() -> Schema:
    """The schema of what `crosscheck explain --format json` prints."""
    figure = {
        "mention": _object(_mention(), "the figure, as mentions are printed"),
        "quote": _text("the sentence, white space folded"),
        "readings": _list(_reading(), "all ways in which it could be read, the chosen one first"),
        "misses": _list(_miss(), "where nothing binds it, the rules with a word in its sentence"),
        "claims": _list(_fate(), "the claims made of it, and what comparing made of them"),
    }
    fields = {
        "schema": {"const": "crosscheck/explanation/1"},
        "figures": _list(_object(figure), "the figures on the line, in order of place"),
    }
    return _document("explanation", "How the figures on a line were read, bound and compared.", fields)


def _mention() -> Schema:
    return {
        "schema": {"const": "crosscheck/mention/1"},
        "article": _text("id of the article"),
        "kind": _choice(Kind, "what sort of figure it is"),
        "span": _span(),
        "location": _location(),
        "surface": _text("the figure's exact words; a number stands alone, without hedge, unit, sign or noun"),
        "value": _value(),
        "modifier": _choice(Modifier, "the literal wording of the hedge"),
        "modifier_surface": _or_null(_text("the hedge's words")),
        "unit": _or_null(_text("canonical unit, or the counted noun's category")),
        "noun": _or_null(_text("the counted noun as written")),
        "timex": _or_null(_object(_timex(), "a date, time or length in the vocabulary of TIMEX3; null for any other")),
        "bound_by": _list(_text("id of a rule that made a claim of it"), "the rules that made a claim of it"),
        "unbound_because": _or_null(_text("why no rule made a claim of it")),
    }


def _timex() -> Schema:
    return {
        "type": {"enum": ["DATE", "TIME", "DURATION"], "description": "what is told"},
        "value": _text("ISO 8601 as TIMEX3 extends it; first/last for a stretch that the calendar has no name for"),
        "mod": _or_null(_text("APPROX, START, MID, END, BEFORE, AFTER, LESS_THAN, EQUAL_OR_MORE …")),
    }


def _reading() -> Schema:
    fields = {
        "quantity": _text("id of the rule"),
        "construction": _text("id of the construction; of a pattern or idiom, also its words"),
        "rank": _count("the higher one wins; 0 where no construction binds the words"),
        "distance": _count("words and phrases between figure and cue"),
        "cue": _words(),
        "sets": _map(_text("canonical form"), "facets that the words set"),
        "lost": _or_null(_choice(Lost, "why it is not the chosen reading")),
    }
    return _object(fields)


def _miss() -> Schema:
    fields = {
        "quantity": _text("id of the rule"),
        "cue": _words(),
        "hindrance": _choice(Hindrance, "why the rule does not bind the figure"),
        "words": _or_null(_text("the words that hinder it: the counted noun, the word that bars")),
    }
    return _object(fields)


def _fate() -> Schema:
    fields = {
        "claim": _object(_claim_fields()),
        "key": _map(_text("canonical form"), "what the claim is held to be about"),
        "comparable": _or_null(_list(_text("id of a claim"), "the claims of this key, itself among them, by time")),
        "apart": _or_null(_choice(Apart, "why it is not set against other figures")),
        "sides": _list(_side(), "the discrepancies that it has part in"),
    }
    return _object(fields)


def _side() -> Schema:
    fields = {
        "discrepancy": _text("id, as the report has it"),
        "kind": _choice(DiscrepancyKind, "which check it breaks"),
        "severity": _choice(Severity, "how grave it is"),
        "message": _text("one line that names every side"),
        "reason": _text("one sentence in plain words"),
        "camp": _or_null(_count("which of the camps is the claim's, from 0; null where it agrees with every side")),
        "camps": _list(_value(), "what each side allows"),
    }
    return _object(fields)


def _words() -> Schema:
    return _object({"span": _span(), "surface": _text("words")}, "words of the article")


def report() -> Schema:
    """The schema of the report, as `crosscheck report --format json` prints it."""
    fields = {
        "schema": {"const": "crosscheck/report/1"},
        "version": _text("version of the program"),
        "summary": _summary(),
        "discrepancies": _list(_object(_discrepancy_fields()), "what cannot all be true, conflicts first"),
        "claims": _list(_object(_claim_fields()), "every claim that a discrepancy names, whole"),
        "compatible": _list(_comparable(), "comparables that agree; empty unless asked for"),
        "unchecked": _unchecked(),
        "skipped": _list(_skipped(), "what was asked for and not read, or read only in part"),
        "stale": _list(_stale(), "acceptances that match no discrepancy any more"),
    }
    return _document("report", "Where a heap of articles contradict each other.", fields)


def discrepancy() -> Schema:
    """The schema of one discrepancy with its claims, as `crosscheck report --format jsonl` prints it."""
    fields = {
        "schema": {"const": "crosscheck/discrepancy/1"},
        **_discrepancy_fields(),
        "claims": _list(_object(_claim_fields()), "every claim that it names, whole"),
    }
    return _document("discrepancy", "One discrepancy with the claims that it names.", fields)


SCHEMAS: dict[str, Callable[[], Schema]] = {
    "claim": claim,
    "mention": mention,
    "report": report,
    "discrepancy": discrepancy,
    "explanation": explanation,
}


def _claim_fields() -> Schema:
    return {
        "schema": {"const": "crosscheck/claim/1"},
        "id": _text("hash of what is said; free of line numbers"),
        "quantity": _text("id of the rule"),
        "article": _article(),
        "span": _span(),
        "location": _location(),
        "surface": _text("the figure's exact words"),
        "quote": _text("the sentence, white space folded"),
        "value": _value(),
        "modifier": _choice(Modifier, "the literal wording of the hedge"),
        "unit": _or_null(_text("what is counted or measured")),
        "scope": _choice(Scope, "what the value is said to cover"),
        "facets": _map(_or_null(_text("canonical form")), "the rule's facets; null where the article does not tell"),
        "when": _or_null(_days()),
        "source": _or_null(_text("who the article credits")),
        "modality": _choice(Modality, "how firmly it is said"),
        "evidence": _list(_evidence(), "the words that the claim rests on"),
        "within": _map(_list(_text("name"), "from the thing itself outward"), "what holds each known facet"),
        "reach": _map(_choice(Reach, "how far from the figure its words stood"), "the reach of each known facet"),
        "when_reach": _choice(Reach, "how far from the figure the words of time stood"),
        "part": {"description": "what part of the article holds it", "enum": ["title", "body"]},
        "quote_span": _list({"type": "integer", "minimum": 0}, "where the figure stands in the quote: start, end"),
        "mention": _as_read(),
        "context": _list(_text("a word"), "kinds of happenings told of, and people whom its article names, sorted"),
    }


def _discrepancy_fields() -> Schema:
    return {
        "id": _text("hash of what is said; stable under unrelated edits"),
        "kind": _choice(DiscrepancyKind, "which check it breaks"),
        "severity": _choice(
            Severity, "conflict: no single fact makes all of it true; tension: possibly the same thing"
        ),
        "quantity": _text("id of the rule"),
        "key": _map(_text("canonical form"), "what all sides speak of"),
        "message": _text("one line that names every side"),
        "reason": _text("one sentence in plain words"),
        "camps": _list(_camp(), "the sides; one where a single value is at fault"),
        "beside": _list(_text("id of a claim"), "claims shown with it that agree with every side"),
        "places": _list(_site(), "each place shown"),
        "accepted": _or_null(
            _object({"reason": _text("why"), "by": _text("who accepted it, or the file or comment that does")})
        ),
    }


def _article() -> Schema:
    fields = {
        "id": _text("the record's own id, else made from path and order"),
        "path": _text("the file"),
        "title": _or_null(_text("title")),
        "author": _or_null(_text("author")),
        "outlet": _or_null(_text("who published it")),
        "published": _or_null({"type": "string", "format": "date"}),
        "lang": _text("language code"),
        "url": _or_null(_text("address")),
    }
    return _object(fields)


def _as_read() -> Schema:
    fields = {
        "kind": _choice(Kind, "what sort of figure it is"),
        "unit": _or_null(_text("the unit as read, without what the rule knows")),
        "noun": _or_null(_text("the counted noun as written")),
        "group": _or_null(_text("the counted noun's category")),
        "modifier_surface": _or_null(_text("the hedge's words")),
        "modifier_span": _or_null(_span()),
    }
    return _object(fields, "the figure as it was read")


def _camp() -> Schema:
    fields = {
        "value": _value(),
        "unit": _or_null(_text("unit of the value")),
        "label": _or_null(_text("what sets this side's key apart")),
        "claims": _list(_text("id of a claim"), "claims that can all be true together"),
    }
    return _object(fields)


def _site() -> Schema:
    fields = {
        "article": _text("id of the article"),
        "span": _span(),
        "location": _location(),
        "surface": _text("words"),
    }
    return _object(fields)


def _comparable() -> Schema:
    fields = {
        "quantity": _text("id of the rule"),
        "key": _map(_text("canonical form"), "what its claims speak of"),
        "course": _choice(Course, "agreed: one value fits all; grew: none is below an earlier one; varied: neither"),
        "claims": _list(_text("id of a claim"), "claims in order of time"),
    }
    return _object(fields)


def _summary() -> Schema:
    counts = {"conflict": _count("conflicts"), "tension": _count("tensions"), "note": _count("notes")}
    fields = {
        "articles": _count("articles read"),
        "mentions": _count("figures read"),
        "claims": _count("figures bound to a quantity"),
        "comparables": _count("groups of claims that were compared"),
        "discrepancies": _object(counts, "by severity"),
        "accepted": _count("discrepancies that were reviewed and accepted"),
    }
    return _object(fields)


def _unchecked() -> Schema:
    fields = {
        "alone": _count("claims that had nothing to compare with"),
        "unbound": _map(_count("figures"), "figures that no rule claims, by reason"),
        "notes": _list(_text("a sentence"), "what a missing date or an unknown language prevented"),
    }
    return _object(fields, "what was not checked")


def _skipped() -> Schema:
    line, column = _or_null({"type": "integer", "minimum": 1}), _or_null({"type": "integer", "minimum": 1})
    return _object({"path": _text("file or folder"), "reason": _text("why"), "line": line, "column": column})


def _stale() -> Schema:
    line = _or_null({"type": "integer", "minimum": 1})
    return _object({"path": _text("where it stands"), "line": line, "what": _text("what is stale, and what to do")})


def _evidence() -> Schema:
    return _object({"role": _text("cue, place, when, source, scope …"), "span": _span(), "surface": _text("words")})


def _span() -> Schema:
    fields = {
        "field": _choice(Field, "what the offsets count into"),
        "start": _count("first code point"),
        "end": _count("code point after the last"),
    }
    return _object(fields, "half-open, in code points, into the article's own text or title")


def _location() -> Schema:
    first, place = {"type": "integer", "minimum": 1}, _or_null(_count("code points into the decoded file"))
    fields = {
        "path": _text("the file"),
        "start": place,
        "end": place,
        "line": first,
        "column": first,
        "end_line": first,
        "end_column": first,
    }
    return _object(fields, "the same place in the file; lines and columns are 1-based, in code points")


def _value() -> Schema:
    bound = {"type": ["number", "string", "null"]}
    fields = {"low": bound, "high": bound, "low_open": {"type": "boolean"}, "high_open": {"type": "boolean"}}
    return _object(fields, 'possibilities: numbers, ISO days or "HH:MM"; null where unbounded')


def _days() -> Schema:
    day = _or_null({"type": "string", "format": "date"})
    return _object({"low": day, "high": day}, "the days to which the value applies")


def _document(name: str, description: str, fields: Schema) -> Schema:
    return {"$schema": _DRAFT, "$id": f"crosscheck/{name}/1", "title": name, **_object(fields, description)}


def _object(fields: Schema, description: str | None = None) -> Schema:
    told = {"description": description} if description else {}
    return {**told, "type": "object", "properties": fields, "required": list(fields)}


def _list(items: Schema, description: str) -> Schema:
    return {"description": description, "type": "array", "items": items}


def _map(values: Schema, description: str) -> Schema:
    return {"description": description, "type": "object", "additionalProperties": values}


def _text(description: str) -> Schema:
    return {"description": description, "type": "string"}


def _count(description: str) -> Schema:
    return {"description": description, "type": "integer", "minimum": 0}


def _choice(words: Any, description: str) -> Schema:
    return {"description": description, "enum": list(get_args(words))}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}
