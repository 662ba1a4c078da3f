"""Tells names of people and outlets from other words, by their shape: capitals, particles, length."""

from __future__ import annotations

import re

from crosscheck.intake.words import Words

LONGEST_NAME = 7  # words: "Ministry of Foreign Affairs of the Republic" has seven
LONGEST_PERSON = 4  # words, particles left out: "María del Carmen Alva Prieto"
FREE_WORDS = 2  # a name of two words may be in small letters ("naked capitalism"); three such words are a phrase
SENTENCE_END = re.compile(r"[^\W\d_]{4}[.!?]$|[!?]$")
FOREIGN = re.compile(r"[@#<>{}$%]|//|www\.")  # handles, addresses, sums
NUMBER = re.compile(r"\d{1,3}")  # "France 24", "Channel 4 News", "20 Minutos"
AUTHOR_BREAK = re.compile(r"\s*[,;/]\s*")


def is_name(text: str, words: Words, free: int = FREE_WORDS) -> bool:
    """Whether a stretch of a byline can be a name; one of up to `free` words may be in small letters."""
    parts = text.split()
    if not 1 <= len(parts) <= LONGEST_NAME or SENTENCE_END.search(text) or FOREIGN.search(text):
        return False
    numbers = [part for part in parts if any(letter.isdigit() for letter in part)]
    told = [part for part in parts if part.lower() not in words.particles and part not in numbers]
    if not any(letter.isalpha() for part in told for letter in part) or len(numbers) > 1:
        return False
    small = any(part[0].islower() for part in told)
    return (not small or (len(parts) <= free and not numbers)) and all(NUMBER.fullmatch(part) for part in numbers)


def is_person(text: str, words: Words) -> bool:
    """Whether a name looks like one person's: two to four words, all capitalised, none from an outlet's name."""
    parts = [part for part in text.split() if part.lower() not in words.particles]
    return 2 <= len(parts) <= LONGEST_PERSON and all(
        part[0].isupper() and part.lower() not in words.press and not any(letter.isdigit() for letter in part)
        for part in parts
    )


def is_outlet(text: str, words: Words) -> bool:
    """Whether a name holds a word that only names of outlets hold."""
    return any(word in words.press for word in text.lower().split())


def authors(text: str, words: Words) -> tuple[str | None, tuple[str, ...]]:
    """Who wrote, and the names after it that are not people's: "Ana Ruiz, staff writer, Valley Times".

    An author of None with names means that the words are no name at all ("By Monday evening the toll …").
    """
    text, *employers = words.writes_for.split(words.writes_from.split(text, maxsplit=1)[0], maxsplit=1)
    people: list[str] = []
    others: list[str] = [employer for employer in employers if is_name(employer, words)]
    for name in filter(None, AUTHOR_BREAK.split(text)):
        if name.lower() in words.posts:
            continue
        (people if not people or _joins(name, words) else others).append(name)
    if not people or not all(is_name(person, words, free=1) or _joins(person, words) for person in people):
        return None, tuple(people or others)
    return ", ".join(people), tuple(others)


def _joins(name: str, words: Words) -> bool:
    parts = name.split()
    if any(part.lower() in words.together for part in parts):
        return all(part in words.posts or is_name(part, words, free=0) for part in _split(parts, words))
    return is_person(name, words)


def _split(parts: list[str], words: Words) -> list[str]:
    pieces: list[list[str]] = [[]]
    for part in parts:
        if part.lower() in words.together:
            pieces.append([])
        else:
            pieces[-1].append(part)
    return [" ".join(piece) for piece in pieces if piece]
