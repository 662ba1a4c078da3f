"""Texts to measure on, made from nothing but a number: each sentence is its own, so that no memory of words helps.

`dense` text tells of casualties in nearly every article, `ordinary` text in few sentences, as news at large does.
Articles tell of many events in many places over two years, most of them alone, some of them in several outlets.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

Density = Literal["dense", "ordinary"]

# Of reports on violence every eighth sentence binds a figure to a rule's word, of news at large one of thirty.
SHARE = {"dense": 0.12, "ordinary": 0.035}
LISTED = """Juliaca Puno Cusco Arequipa Lima Ayacucho Ica Tacna Quito Guayaquil Bogota Cali Santiago Valparaiso Rosario
Madrid Seville Valencia Lyon Lille Hamburg Leipzig Turin Naples Athens Izmir Ankara Cairo Tunis Nairobi Lagos Accra
Durban Karachi Lahore Delhi Patna Dhaka Manila Cebu Jakarta Osaka Nagoya Seoul Busan Perth Adelaide Denver Tulsa"""
TOWNS = tuple(LISTED.split())
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SAID = (
    "the health ministry said", "police said", "the mayor told reporters", "according to the regional government",
    "a hospital director said", "the fire service reported", "witnesses said",
)  # fmt: skip
CAUSES = (
    "when a bus left the road",
    "after a wall of the market fell in",
    "in a fire at a textile mill",
    "when a ferry sank",
    "in clashes near the airport",
    "as floods reached the lower quarters",
    "when a gas pipe burst",
    "in a landslide",
)
PEOPLE = ("people", "residents", "protesters", "workers", "passengers", "students", "soldiers", "civilians")
HEDGES = ("", "", "", "at least ", "about ", "more than ", "nearly ")
SMALL = ("three", "four", "five", "six", "seven", "eight", "nine", "eleven", "twelve", "fifteen", "twenty")
TOLD = (
    "{Hedge}{n} {people} were killed in {town} on {day} {cause}, {said}.",
    "{Said}, {hedge}{n} {people} died in {town} {cause}.",
    "The {cause_of} in {town} left {n} dead and {m} injured, {said}.",
    "{Said}, {m} of the {people} were wounded and taken to hospitals in {town} on {day}.",
    "The death toll in {town} rose to {n} on {day}, {said}.",
    "Officers detained {hedge}{m} {people} in {town} on {day}, {said}.",
    "{Number} {people} remain missing near {town}, {said}.",
)
OTHER = (
    "The {adj} {noun} of {town} {verb} the {noun2} of the {adj2} {noun3}, and nobody {verb2} why.",
    "The {noun} had {verb} a {adj} {noun2}, {said}.",
    "In {month} the {noun} had {verb} a {adj} {noun2}, which the {noun3} {verb2}.",
    "Some {k} {noun2} were {verb} by the {noun} in the {adj} {noun3} of {town}.",
    "“We have {verb} every {noun},” the {noun2} {verb2} on {day}, “and the {adj} {noun3} knows it.”",
    "“No {noun} of ours {verb} the {adj} {noun3},” the {noun2} {verb2}, “and none ever will.”",
    "A {adj} {noun} {verb} {pct}% of its {noun2} to the {noun3} long ago.",
    "The {noun}, which {verb} the {adj} {noun2}, {verb2} the {noun3} again.",
    "{Adj} {noun2} {verb} the {noun} before the {adj2} {noun3} {verb2} it in {town}.",
    "Whoever {verb} the {noun} was {adj}, and whoever {verb2} the {noun2} was {adj2}.",
    "Neither the {adj} {noun} nor the {noun3} {verb} what the {noun2} of {town} had {verb2}.",
    "It was the {noun}, and not the {adj} {noun3}, that {verb} all {noun2}, {said}.",
)
MONTHS = ("January", "March", "April", "June", "August", "October", "November")
SYLLABLED = "ba cor den fal gri hul jen kal lom mar nor pel quin ros sten tur val wen zor bri cla dro fen gal"
SYLLABLES = tuple(SYLLABLED.split())
ENDS = {"noun": ("er", "ing", "ment", "ness", "ry"), "adj": ("ish", "al", "ous"), "verb": ("ed", "ened")}


def words(kind: str, count: int = 400) -> tuple[str, ...]:
    """So many words that no rule and no language pack knows: nouns, adjectives or verbs by their ends."""
    chance = random.Random(kind)
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(chance.choices(SYLLABLES, k=2)) + chance.choice(ENDS[kind])] = None
    return tuple(found)


NOUNS, ADJECTIVES, VERBS = words("noun"), words("adj"), words("verb")


def sentence(chance: random.Random, town: str, share: float) -> str:
    """One sentence: of casualties by a chance of `share`, else of nothing that a rule knows."""
    pick = chance.choice
    told = chance.random() < share
    cause, said, hedge, number = pick(CAUSES), pick(SAID), pick(HEDGES), pick(SMALL)
    text = pick(TOLD if told else OTHER).format(
        n=pick((number, str(chance.randint(2, 90)))), m=chance.randint(3, 400), k=f"{chance.randint(1000, 90000):,}",
        Hedge=hedge.capitalize(), hedge=hedge, Number=number.capitalize(), people=pick(PEOPLE), town=town,
        day=pick(DAYS), cause=cause, cause_of=pick(("fire", "crash", "shelling", "landslide", "explosion")), said=said,
        Said=said[0].upper() + said[1:], noun=pick(NOUNS), noun2=pick(NOUNS) + "s", noun3=pick(NOUNS),
        adj=pick(ADJECTIVES), adj2=pick(ADJECTIVES), Adj=pick(ADJECTIVES).capitalize(), verb=pick(VERBS),
        verb2=pick(VERBS), month=pick(MONTHS), pct=chance.randint(2, 60),
    )  # fmt: skip
    return text[0].upper() + text[1:]


def article(number: int, density: Density) -> dict[str, str]:
    """The record of one article of about two thousand characters."""
    chance = random.Random(f"{density} {number}")
    town = chance.choice(TOWNS)
    paragraphs = [
        " ".join(
            sentence(chance, town if chance.random() < 0.8 else chance.choice(TOWNS), SHARE[density]) for _ in range(5)
        )
        for _ in range(4)
    ]
    return {
        "id": f"{density}-{number}",
        "title": f"{chance.choice(NOUNS).capitalize()} of {town} {chance.choice(VERBS)}",
        "outlet": f"Outlet {chance.randint(1, 30)}",
        "published": str(date(2022, 1, 1) + timedelta(days=chance.randint(0, 730))),
        "text": "\n\n".join(paragraphs),
    }


def lines(density: Density, characters: int) -> Iterator[str]:
    """Records, a line each, until their texts have so many characters."""
    number = total = 0
    while total < characters:
        record = article(number, density)
        total += len(record["text"])
        number += 1
        yield json.dumps(record, ensure_ascii=False) + "\n"


def write(file: Path, density: Density, characters: int) -> Path:
    """The corpus as a file of JSON Lines, made when it is not there yet."""
    if not file.exists():
        new = file.with_suffix(".new")
        with new.open("w", encoding="utf-8") as stream:
            stream.writelines(lines(density, characters))
        new.rename(file)
    return file


def text(file: Path) -> str:
    """All texts of a corpus, to run a reference over."""
    with file.open(encoding="utf-8") as stream:
        return "\n".join(str(json.loads(line)["text"]) for line in stream)
