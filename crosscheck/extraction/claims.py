"""A chosen reading becomes a claim: facets, days, scope, source and modality with the words that they rest on."""

from __future__ import annotations

from crosscheck.extraction import happenings, manner, sources, subjects, whens, wheres
from crosscheck.extraction.bindings import Binding
from crosscheck.extraction.items import Items
from crosscheck.extraction.sentences import Sentence
from crosscheck.language.figures import mention
from crosscheck.language.nouns import people_groups
from crosscheck.model import Claim, Evidence, Facet, Mention, Span
from crosscheck.rules import Rule

GENERIC = "people"


def make(sentence: Sentence, items: Items, binding: Binding, rule: Rule) -> Claim:
    """The claim of a figure under a rule."""
    item = items.items[binding.item]
    assert item.figure is not None
    figure = item.figure
    cue = items.items[binding.cue]
    when = whens.find(sentence, cue.last, figure.first)
    where = wheres.find(sentence, cue.first, figure.first, listed=binding.construction == "list")
    source = sources.find(sentence, figure.first)
    own = _mention(sentence, items, binding, rule)
    told, words = subjects.facets(sentence, items, binding, rule)
    quote, start, end = _quote(sentence, own.span)
    article = sentence.article.article
    return Claim(
        quantity=rule.id,
        article=article.publication,
        mention=own,
        location=article.locate(own.span),
        quote=quote,
        quote_start=start,
        quote_end=end,
        scope=manner.scope(rule, binding, sentence, figure.first, when),
        facets=(*where.facets(), *_group(binding, sentence.article.lang), *(Facet(name, value) for name, value in binding.sets), *told, *_event(items, binding, rule)),
        when=when.days,
        when_reach=when.reach,
        source=source and source.name,
        modality=manner.modality(sentence, cue.first),
        evidence=(
            Evidence("cue", sentence.span(cue.first, cue.last), sentence.tokens.surface(cue.first, cue.last)),
            *where.evidence(),
            *when.evidence(sentence),
            *((source.evidence,) if source else ()),
            *words,
        ),
        part=sentence.part.role,
        context=manner.kinds(sentence),
    )


def _event(items: Items, binding: Binding, rule: Rule) -> tuple[Facet, ...]:
    """What a date or a length belongs to: the cue that binds it, or for a pattern the nearest word of its rule."""
    if "event" not in rule.facets or any(name == "event" for name, _ in binding.sets):
        return ()
    word = items.items[binding.cue].word
    own = next((cue for cue in word.cues if cue.rule == binding.rule), None) if word else None
    if own is None:
        near = happenings.governor(items, binding.rule, binding.item)
        own = near[1] if near else None
    if own is None:
        return ()
    return (Facet("event", dict(own.sets).get("event", own.phrase)),)


def _mention(sentence: Sentence, items: Items, binding: Binding, rule: Rule) -> Mention:
    figure = items.items[binding.item].figure
    assert figure is not None
    plain = mention(sentence.tokens, figure, sentence.part.field)
    noun = None
    if binding.noun_item is not None:
        item = items.items[binding.noun_item]
        noun = sentence.tokens.surface(item.first, item.last)
    unit = plain.value.unit or rule.unit
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


def _group(binding: Binding, lang: str) -> tuple[Facet, ...]:
    if binding.noun is None or binding.noun.group == GENERIC or binding.noun.group not in people_groups(lang):
        return ()
    return (Facet("group", binding.noun.group, (binding.noun.group, GENERIC)),)


def _quote(sentence: Sentence, span: Span) -> tuple[str, int, int]:
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
