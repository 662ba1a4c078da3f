"""Makes inputs: pieces strung together as people write them, and known inputs broken in small ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from tests.fuzz import pieces

Generator = Callable[[Random], bytes]
_EVERY_BYTE = bytes(range(256))


def article(random: Random) -> bytes:
    """A few words of an article, perhaps under a head; most are UTF-8, some in another encoding or broken."""
    words = [random.choice(random.choice(pieces.ARTICLE)) for _ in range(random.randint(1, 14))]
    glue = random.choices((" ", "", random.choice(pieces.BREAKS)), (12, 1, 2))[0]
    text = (random.choice(pieces.HEADS) if random.random() < 0.3 else "") + glue.join(words)
    if random.random() < 0.1:
        text += random.choice(pieces.BREAKS) + text
    return broken(random, _encoded(random, text))


def strung(of: Sequence[str], most: int, glue: str = "") -> Generator:
    """Strings of up to `most` of these pieces."""

    def string(random: Random) -> bytes:
        return broken(random, _encoded(random, glue.join(random.choices(of, k=random.randint(1, most)))))

    return string


def mutants(known: Sequence[bytes]) -> Generator:
    """These inputs, each broken in a few places."""

    def mutant(random: Random) -> bytes:
        data = random.choice(known)
        for _ in range(random.randint(1, 4)):
            data = _mutated(random, data)
        return data

    return mutant


def noise(random: Random) -> bytes:
    """Bytes of any kind."""
    return random.randbytes(random.randint(0, 60))


def mixed(*generators: Generator) -> Generator:
    """Each of these, as often as the others."""
    return lambda random: random.choice(generators)(random)


def broken(random: Random, data: bytes) -> bytes:
    """Mostly the same; now and then with something cut, doubled or put in."""
    return data if random.random() < 0.8 else _mutated(random, data)


def _encoded(random: Random, text: str) -> bytes:
    if random.random() < 0.95:
        return text.encode("utf-8", "surrogatepass")
    return text.encode(random.choice(("utf-16", "utf-16-le", "utf-8-sig", "latin-1", "cp1252")), "replace")


def _mutated(random: Random, data: bytes) -> bytes:
    at = random.randint(0, len(data))
    to = min(len(data), at + random.choice((1, 1, 2, 3, 8, 30)))
    kind = random.randrange(6)
    if kind == 0:
        return data[:at] + data[to:]
    if kind == 1:
        return data[:at] + data[at:to] * random.choice((2, 2, 3, 9)) + data[to:]
    if kind == 2:
        return data[:at] + random.choice(random.choice(pieces.ARTICLE)).encode("utf-8", "surrogatepass") + data[at:]
    if kind == 3:
        return data[:at] + bytes([random.choice(_EVERY_BYTE)]) + data[to:]
    if kind == 4:
        return data[:at]
    return data[at:] + data[:at]
