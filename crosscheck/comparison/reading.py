"""From value and wording to what a claim allows under its rule: the one place where "about" gains a width.

Exact 17 allows whatever rounds to 17, "about 60" what the rule says, "dozens" what the profile says; "at least 17" is
as wide as it was said. Widening a modifier never takes a possibility away.
"""

from __future__ import annotations

from decimal import Decimal

from crosscheck.comparison.rounding import rounded
from crosscheck.comparison.settings import Settings
from crosscheck.comparison.units import Scale, scale
from crosscheck.language.packs import languages
from crosscheck.language.tokens import fold, tokenize
from crosscheck.language.vagueness import Profile, rough, vagueness
from crosscheck.model import Claim, Interval
from crosscheck.rules import Margin, Rule

# "About" under a rule that does not say: a tenth, as in about 60 for 55 to 66.
ABOUT = Margin(Decimal("0.1"), relative=True)
# Who converts rounds again: 500 miles for 800 kilometres, 1,000 acres for 400 hectares.
CONVERTED = Margin(Decimal("0.025"), relative=True)
# Some vague words are known by what follows them: "scores of people", not "test scores".
FOLLOWING = 30


def read(claim: Claim, rule: Rule, settings: Settings, *, convert: bool = False) -> tuple[str, Interval, Decimal]:
    """The dimension, the numbers that a claim allows in its base unit, and the number that it names.

    The number named is what the text says, whatever the hedge: 17 for "at least 17", the least for "dozens". An
    interval of days or times is handed back as it is, the number named being nought.
    """
    mention = claim.mention
    value = mention.value.interval
    own = scale(mention.value.unit, convert=convert)
    if not isinstance(value.low if value.low is not None else value.high, Decimal):
        return own.dimension, value, Decimal(0)
    named: Decimal = value.high if value.low is None else value.low
    allowed = _allowed(claim, rule, settings)
    if convert and mention.value.unit != rule.unit and own.dimension != mention.value.unit:
        allowed = allowed.hull(_widened(value, CONVERTED))
    return own.dimension, _scaled(allowed, own), own.of(named)


def _allowed(claim: Claim, rule: Rule, settings: Settings) -> Interval:
    value = claim.mention.value.interval
    match claim.mention.modifier:
        case "vague":
            return _loosened(_vague(claim, settings.profile) or value)
        case "approx":
            return _widened(value, rule.compare.approximate or ABOUT).hull(_roughly(claim, value, rule, settings))
        case "exact":
            return _roughly(claim, value, rule, settings)
        case "at_least":
            return _exact(Interval(value.low, value.low), rule).hull(value)
        case "at_most":
            return _exact(Interval(value.high, value.high), rule).hull(value)
        case _:
            return value


def _loosened(value: Interval) -> Interval:
    """A vague word's numbers with twice the greatest: nobody counts what he calls several, and ten is no clash."""
    return value if value.high is None else Interval(value.low, value.high * 2, value.low_open, value.high_open)


def _roughly(claim: Claim, value: Interval, rule: Rule, settings: Settings) -> Interval:
    """What an exact number allows, and more where it is told by the dozen."""
    words = rough(claim.article.lang) if settings.profile != "strict" and claim.article.lang in languages() else {}
    told = [words[word] for word in fold(claim.mention.surface).split() if word in words]
    near = _exact(value, rule)
    return near.hull(_widened(value, Margin(max(told), relative=True))) if told else near


def _exact(value: Interval, rule: Rule) -> Interval:
    if not value.is_point:
        return value
    near = rounded(value.low)
    return near if rule.compare.tolerance is None else near.hull(_widened(value, rule.compare.tolerance))


def _widened(value: Interval, margin: Margin) -> Interval:
    return Interval(_moved(value.low, margin, -1), _moved(value.high, margin, 1), value.low_open, value.high_open)


def _moved(bound: Decimal | None, margin: Margin, sign: int) -> Decimal | None:
    if bound is None:
        return None
    return bound + sign * (abs(bound) * margin.amount if margin.relative else margin.amount)


def _scaled(value: Interval, own: Scale) -> Interval:
    low = None if value.low is None else own.of(value.low)
    high = None if value.high is None else own.of(value.high)
    return Interval(low, high, value.low_open, value.high_open)


def _vague(claim: Claim, profile: Profile) -> Interval | None:
    """What a vague word stands for under a profile other than the one that extraction reads by."""
    if profile == "default" or claim.article.lang not in languages():
        return None
    tokens = tokenize(claim.quote, claim.quote_start, min(len(claim.quote), claim.quote_end + FOLLOWING))
    known = vagueness(claim.article.lang, profile)
    found = next(filter(None, (known.begun(tokens, index) for index in range(min(2, len(tokens))))), None)
    return None if found is None else Interval(found[0].low, found[0].high)
