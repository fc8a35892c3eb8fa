"""A small random generator of our own, so that a seed gives the same month with every Python."""

from __future__ import annotations

from typing import List, Sequence, TypeVar, Union

T = TypeVar("T")
MASK = (1 << 64) - 1


def fold(*parts: Union[int, str]) -> int:
    """A 64-bit number from a list of names and numbers (FNV-1a over their text)."""
    value = 0xCBF29CE484222325
    for part in parts:
        for byte in f"{part}/".encode("utf-8"):
            value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


class Dice:
    """Throws that depend on nothing but the names given at the start (splitmix64)."""

    def __init__(self, *seed: Union[int, str]) -> None:
        self._state = fold(*seed)

    def bits(self) -> int:
        """The next 64 bits."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & MASK
        value = self._state
        value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
        return value ^ (value >> 31)

    def below(self, limit: int) -> int:
        """A whole number from 0 to limit - 1."""
        return (self.bits() * limit) >> 64

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + self.below(high - low + 1)

    def chance(self, percent: int) -> bool:
        """True in that many cases out of a hundred."""
        return self.below(100) < percent

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[self.below(len(choices))]

    def weighted(self, choices: Sequence[T], weights: Sequence[int]) -> T:
        """One of the choices, each as often as its weight says."""
        throw = self.below(sum(weights))
        for choice, weight in zip(choices, weights):
            if throw < weight:
                return choice
            throw -= weight
        raise ValueError("weights do not match the choices")

    def shuffled(self, items: Sequence[T]) -> List[T]:
        """The same items in another order."""
        result = list(items)
        for index in range(len(result) - 1, 0, -1):
            other = self.below(index + 1)
            result[index], result[other] = result[other], result[index]
        return result

    def hexadecimal(self, digits: int) -> str:
        """That many hexadecimal digits."""
        text = ""
        while len(text) < digits:
            text += f"{self.bits():016x}"
        return text[:digits]
