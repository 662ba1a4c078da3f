"""Settings told as the configuration file that would give them, whatever they came from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crosscheck.comparison.settings import NamedEvent
from crosscheck.configuration.terms import Configuration
from crosscheck.language.places import Alias
from crosscheck.model import Interval
from crosscheck.model.limits import NAMES, USUAL
from crosscheck.reporting.inert import inert, toml
from crosscheck.rules import Rule


def tell(found: Configuration, rules: Iterable[Rule]) -> str:
    """TOML, with the file that was read and the rules of the run in comments."""
    import tomli_w

    known = tuple(rules)
    source = inert(str(found.file)) if found.file else "no configuration file was found"
    off = sum(not rule.enabled for rule in known)
    head = f"# {source}\n# {len(known)} rules, {off} switched off; crosscheck rules list names them\n\n"
    fields = {name: value for name, value in _fields(found).items() if value not in (None, [], {})}
    return head + toml(tomli_w.dumps(fields))


def _fields(found: Configuration) -> dict[str, Any]:
    settings = found.settings
    return {
        "paths": list(found.paths),
        "rules": [path.as_posix() for path in found.rules],
        "extend-rules": [path.as_posix() for path in found.extend_rules],
        "select": list(found.select),
        "ignore": list(found.ignore),
        "fail-on": found.fail_on,
        "vagueness": settings.profile,
        "language": found.language,
        "accepted": found.accepted.as_posix() if found.accepted else None,
        "remarks": found.remarks,
        "limits": {
            name: getattr(found.limits, name) for name in NAMES if getattr(found.limits, name) != getattr(USUAL, name)
        },
        "severity": dict(settings.severities),
        "event": [_event(event) for event in settings.events],
        "place": [_place(alias) for alias in found.aliases],
        "body": [{"name": name, "seats": int(seats)} for name, seats in settings.seats],
        "name": [{"name": name, "aliases": list(forms)} for name, forms in settings.names],
    }


def _event(event: NamedEvent) -> dict[str, Any]:
    told = {
        "name": event.name,
        "aliases": list(event.aliases),
        "place": ", ".join(event.place),
        "date": _days(event.days),
    }
    return {name: value for name, value in told.items() if value}


def _days(days: Interval | None) -> str | None:
    if days is None:
        return None
    return f"{days.low}/{days.high}"


def _place(alias: Alias) -> dict[str, Any]:
    told = {"name": alias.name, "of": alias.of, "within": alias.within, "kind": alias.kind if alias.within else None}
    return {name: value for name, value in told.items() if value}
