"""A rule lists one form of a verb; the pack's rules of spelling make the others."""

from __future__ import annotations

import pytest

from crosscheck.language.inflection import base_forms, verb_forms
from crosscheck.rules import load, shipped


@pytest.mark.parametrize(
    ("participle", "base", "third", "gerund"),
    [
        ("escaped", "escape", "escapes", "escaping"),
        ("voted", "vote", "votes", "voting"),
        ("toppled", "topple", "topples", "toppling"),
        ("exploded", "explode", "explodes", "exploding"),
        ("flooded", "flood", "floods", "flooding"),
        ("beheaded", "behead", "beheads", "beheading"),
        ("invaded", "invade", "invades", "invading"),
        ("freed", "free", "frees", "freeing"),
        ("vetoed", "veto", "vetoes", "vetoing"),
        ("dragged", "drag", "drags", "dragging"),
        ("occurred", "occur", "occurs", "occurring"),
        ("argued", "argue", "argues", "arguing"),
        ("failed", "fail", "fails", "failing"),
        ("filed", "file", "files", "filing"),
        ("detained", "detain", "detains", "detaining"),
        ("mined", "mine", "mines", "mining"),
        ("treated", "treat", "treats", "treating"),
        ("hanged", "hang", "hangs", "hanging"),
        ("sank without trace", "sink without trace", "sinks without trace", "sinking without trace"),
    ],
)
def test_the_other_forms_of_a_participle(participle: str, base: str, third: str, gerund: str) -> None:
    forms = verb_forms(participle, "en")
    assert (forms.base, forms.third, forms.gerund) == ((base,), (third,), (gerund,))


def test_what_is_no_plain_word_keeps_its_form() -> None:
    assert base_forms("don't know", "en").gerund == ()


def test_no_shipped_verb_loses_its_vowels() -> None:
    """A base with no vowel, or with two like consonants before a lost "e", is the mark of an ending cut wrongly."""
    roles = ("participle", "intransitive")
    words = [
        phrase
        for rule in load([shipped()])
        for sense in rule.senses
        for lang, role, phrases in sense.words
        if lang == "en" and role in roles
        for phrase in phrases
    ]
    bases = {form.split()[0] for phrase in words for form in verb_forms(phrase, "en").base}
    assert len(bases) > 200
    assert [base for base in sorted(bases) if not set(base) & set("aeiouy")] == []
