"""A chosen reading becomes a claim: facets, days, scope, source and modality with the words that they rest on."""

from __future__ import annotations

from crosscheck.extraction import attackers, calendars, diseases, happenings, manner, sources, subjects, whens, wheres
from crosscheck.extraction.bindings import STATES, Binding
from crosscheck.extraction.items import Item, Items
from crosscheck.extraction.sentences import Sentence
from crosscheck.language.figures import mention
from crosscheck.language.grammar import Side
from crosscheck.language.nouns import people_groups
from crosscheck.model import Claim, Evidence, Facet, Mention, Modality, Scope, Span
from crosscheck.rules import Rule

GENERIC = "people"
IDIOM = 4  # tokens before its figure that an idiom's own words fill, hedge included: "claimed the lives of 47"
NOUNS = ("noun_cue", "act")  # kinds of cue that are nouns
SUBJECT = 8  # items before a verb in which its subject stands
CLAUSES = frozenset({"comma", "stop", "sub", "rel", "and", "quote"})  # what parts a verb from what it is not said of
POINT = "percentage_point"  # a bare number under a rule of shares: "a nine-point lead"


def make(sentence: Sentence, items: Items, binding: Binding, rule: Rule, until: int | None = None) -> Claim:
    """The claim of a figure under a rule; places that begin after token `until` are those of its parts."""
    figure, cue = items.items[binding.item].figure, items.items[binding.cue]
    assert figure is not None
    told, words = subjects.facets(sentence, items, binding, rule)
    return assemble(
        sentence,
        rule,
        _mention(sentence, items, binding, rule),
        (cue.first, cue.last),
        figure.first,
        facets=(
            *_group(binding, sentence.article.lang),
            *(Facet(name, value) for name, value in binding.sets),
            *told,
            *_event(items, binding, rule, sentence.article.lang),
            *attackers.facet(sentence, figure.last, rule),
            *diseases.facet(sentence, figure.first, rule),
        ),
        evidence=words,
        scope=binding.scope,
        located=binding.located,
        idiom=binding.construction == "idiom",
        until=until,
    )


def assemble(
    sentence: Sentence,
    rule: Rule,
    own: Mention,
    cue: tuple[int, int],
    token: int,
    *,
    facets: tuple[Facet, ...] = (),
    evidence: tuple[Evidence, ...] = (),
    scope: Scope | None = None,
    located: Side | None = None,
    idiom: bool = False,
    until: int | None = None,
) -> Claim:
    """A claim from its mention, its cue's first and last token and its own first token, with all that context tells."""
    when = (whens.own(sentence, token) if rule.kind == "date" else None) or whens.find(sentence, cue[1], token)
    source = sources.find(sentence, token)
    seat = source.evidence.span if source is not None and rule.compare.loose_place else None
    where = wheres.find(sentence, cue[0], token, located=located, until=until, seat=seat)
    told, start, end = quote(sentence, own.span)
    article = sentence.article.article
    return Claim(
        quantity=rule.id,
        article=article.publication,
        mention=own,
        location=article.locate(own.span),
        quote=told,
        quote_start=start,
        quote_end=end,
        scope=scope or manner.scope(rule, sentence, token, cue, when),
        facets=(*where.facets(), *facets),
        when=when.days,
        when_reach=when.reach,
        source=source.name if source else None,
        modality=_modality(sentence, cue[0], token, range(token - IDIOM, token) if idiom else range(0), rule),
        evidence=(
            Evidence("cue", sentence.span(*cue), sentence.tokens.surface(*cue)),
            *where.evidence(),
            *when.evidence(sentence),
            *((source.evidence,) if source else ()),
            *calendars.evidence(sentence, own),
            *evidence,
        ),
        part=sentence.part.role,
        context=manner.kinds(sentence),
    )


def _event(items: Items, binding: Binding, rule: Rule, lang: str) -> tuple[Facet, ...]:
    """What a date or a length belongs to: the cue that binds it, or for a pattern the nearest word of its rule."""
    if "event" not in rule.facets or any(name == "event" for name, _ in binding.sets):
        return ()
    own = event_of(items, binding.cue, binding.rule)
    if own:
        lasting = _subject(items, binding) if rule.kind == "duration" else None
        return own if lasting is None else event_of(items, lasting, binding.rule)
    near = happenings.governor(items, binding.rule, binding.item, lang)
    return event_of(items, near[0], binding.rule) if near else ()


def _subject(items: Items, binding: Binding) -> int | None:
    """What a verb tells the length of, in its clause: the siege of "the siege lasted 11 hours"."""
    if not _tells(items.items[binding.cue], binding.rule, noun=False):
        return None
    for index in range(binding.cue - 1, max(-1, binding.cue - SUBJECT), -1):
        item = items.items[index]
        if _tells(item, binding.rule, noun=True):
            return index
        if item.word is not None and not item.word.classes.isdisjoint(CLAUSES):
            return None
    return None


def _tells(item: Item, rule: int, *, noun: bool) -> bool:
    cues = [cue for cue in item.word.cues if cue.rule == rule] if item.word else []
    return bool(cues) and any(cue.kind.endswith(NOUNS) for cue in cues) == noun


def event_of(items: Items, item: int, rule: int) -> tuple[Facet, ...]:
    """The happening that an item names under a rule; a noun made of a verb is the verb: "meeting" is "met"."""
    word = items.items[item].word
    cues = [cue for cue in word.cues if cue.rule == rule] if word else []
    if not cues:
        return ()
    cue = min(cues, key=lambda each: each.kind.endswith(NOUNS))
    return (Facet("event", dict(cue.sets).get("event", cue.phrase)),)


def _modality(sentence: Sentence, cue: int, figure: int, own: range, rule: Rule) -> Modality:
    """How sure a figure is; what people say they would do is asserted of them."""
    return "asserted" if "answer" in rule.facets else manner.modality(sentence, cue, figure, own)


def _mention(sentence: Sentence, items: Items, binding: Binding, rule: Rule) -> Mention:
    figure = items.items[binding.item].figure
    assert figure is not None
    plain = mention(sentence.tokens, figure, sentence.part.field)
    noun = None
    if binding.noun_item is not None and not _is_cue(items.items[binding.noun_item], binding):
        item = items.items[binding.noun_item]
        noun = sentence.tokens.surface(item.first, item.last)
    unit = (
        plain.value.unit
        or _counted(binding, rule, sentence.article.lang)
        or rule.unit
        or (POINT if rule.kind == "percent" else None)
    )
    return Mention(
        plain.kind,
        plain.span,
        plain.surface,
        type(plain.value)(plain.value.interval, unit),
        plain.modifier,
        plain.modifier_span,
        plain.modifier_surface,
        noun,
        binding.noun.group if binding.noun else None,
    )


def _counted(binding: Binding, rule: Rule, lang: str) -> str | None:
    """What is counted where it is not what a rule mostly counts: 400 families are no 400 people, nor 60 shops homes."""
    group = binding.noun.group if binding.noun else None
    mostly = rule.unit in (GENERIC, *rule.counts)
    return group if mostly and group in rule.counts and group not in people_groups(lang) else None


def _is_cue(noun: Item, binding: Binding) -> bool:
    """Whether a noun is the state itself and narrows nothing: "18 muertos" are the same as "18 personas muertas"."""
    return noun.word is not None and any(cue.rule == binding.rule and cue.kind in STATES for cue in noun.word.cues)


def _group(binding: Binding, lang: str) -> tuple[Facet, ...]:
    if binding.noun is None or binding.noun.group == GENERIC or binding.noun.group not in people_groups(lang):
        return ()
    return (Facet("group", binding.noun.group, (binding.noun.group, GENERIC)),)


def quote(sentence: Sentence, span: Span) -> tuple[str, int, int]:
    """The sentence with white space folded, and where the figure stands in it."""
    text = sentence.string
    before = " ".join(text[sentence.start : span.start].split())
    if before and text[span.start - 1].isspace():
        before += " "
    surface = " ".join(text[span.start : span.end].split())
    after = text[span.end : sentence.end]
    tail = " ".join(after.split())
    if tail and after[0].isspace():
        tail = " " + tail
    return before + surface + tail, len(before), len(before) + len(surface)
