"""A number in the making, word by word: what may be added, what a scale multiplies, and where to turn back."""

from __future__ import annotations

from decimal import Decimal

ANY = 10**30  # room for whatever comes first
HUNDRED = 100
THOUSAND = 1000


class Run:
    """`total` is closed by scales, `group` still grows, `room` is what may yet be added; `last` is the last token."""

    __slots__ = ("cap", "group", "last", "parts", "room", "safe", "scale", "total")

    def __init__(self, last: int, group: Decimal | int = 0, room: int = ANY) -> None:
        self.total: Decimal | int = 0
        self.group, self.room, self.last = group, room, last
        self.cap, self.scale, self.parts = ANY, 1, 1
        self.safe: tuple[Decimal | int, int, int] | None = None

    @property
    def value(self) -> Decimal | int:
        """What has been read."""
        return self.total + self.group

    def add(self, value: Decimal | int, room: int, last: int) -> bool:
        """Takes a word that adds, where its place is free; remembers the number before it."""
        if value >= self.room or (value < 1 and self.room != ANY):
            return False
        if HUNDRED <= self.room < ANY:
            self.safe = (self.value, self.last, self.scale)
        self.group, self.room, self.last, self.parts = self.group + value, room, last, self.parts + 1
        return True

    def multiply(self, scale: int, last: int) -> bool:
        """Takes a scale, where something smaller stands before it to be multiplied."""
        if scale == self.scale or not (self._grouped(scale) if scale < THOUSAND else self._closed(scale)):
            return False
        self.scale, self.last = scale, last
        return True

    def _grouped(self, scale: int) -> bool:
        """A hundred multiplies less than a hundred; a dozen the last part alone ("three hundred and two dozen")."""
        if not self.group or (scale == HUNDRED and self.group >= HUNDRED and self.parts > 1):
            return False
        kept = self.safe[0] - self.total if self.safe and scale < HUNDRED and self.room < HUNDRED else 0
        self.group = kept + (self.group - kept) * scale
        self.room = scale if scale == HUNDRED else 1
        return True

    def _closed(self, scale: int) -> bool:
        """A thousand or more closes a group, or multiplies all that is closed: "three thousand million"."""
        if self.group and scale < self.cap:
            self.total, self.group = self.total + self.group * scale, 0
        elif not self.group and 0 < self.total * scale < ANY and scale >= self.cap:
            self.total *= scale
        else:
            return False
        self.room = self.cap = scale
        return True

    def back(self) -> None:
        """Gives up what was added last, since a scale that does not fit came after it."""
        if self.safe is not None:
            self.total, self.last, self.scale = self.safe
            self.group = 0
