"""Which public headers one translation unit can show to compile alone.

A header sees what it includes and nothing else. Where everything that a unit has read so far is also included by the next
header, that header sees the same as in a unit of its own. So headers of which each includes the one before it share a unit.
What is read alone need not be true of names that templates look up only when they are instantiated, at the end of the unit.
"""

import re

INCLUDE = re.compile(r'^\s*#\s*(?:(if)|(endif)|include\s+"(esppadom[^"]*\.hpp)")', re.MULTILINE)


class Headers:
    """The headers below a folder, and what each of them includes of the others, directly or not."""

    def __init__(self, folder, names, compiled):
        """Includes under a condition are those of what the library has compiled (bill/linkage.hpp)."""
        self.text = {name: (folder / name).read_text(encoding="utf-8") for name in names}
        self.direct = {name: list(self._included(name, compiled)) for name in names}
        self.all = {name: self._reached(name) for name in names}

    def _included(self, name, compiled):
        depth = 0
        for opens, closes, header in INCLUDE.findall(self.text[name]):
            depth += bool(opens) - bool(closes)
            if header in self.text and not (depth and compiled):
                yield header

    def _reached(self, name):
        reached, waiting = set(), [name]
        while waiting:
            for header in self.direct[waiting.pop()]:
                if header not in reached:
                    reached.add(header)
                    waiting.append(header)
        return reached

    def cost(self, name):
        return sum(len(self.text[header]) for header in self.all[name] | {name})

    def in_circle(self, name):
        return name in self.all[name]

    def shown_by(self, name):
        """The header that includes this one at its own end, where its unit reads all that this one's would; or None."""
        owners = [owner for owner in self.direct[name] if self.direct[owner][-1:] == [name]]
        return next((owner for owner in owners if self.all[owner] == self.all[name]), None)


def chains(headers, wanted):
    """The wanted headers in units, each header after one that it includes; as little is read as can be. Headers that
    include one another see less alone than after anything: they begin a unit."""
    before = {}  # header -> the one before it in its unit

    def place(one, tried):
        """Finds one a successor, moving others to another successor where needed."""
        for after in wanted:
            if one in headers.all[after] and not headers.in_circle(after) and after not in tried:
                tried.add(after)
                if after not in before or place(before[after], tried):
                    before[after] = one
                    return True
        return False

    for one in sorted(wanted, key=headers.cost, reverse=True):
        place(one, set())
    for last in sorted(set(wanted) - set(before.values())):
        unit = [last]
        while unit[0] in before:
            unit.insert(0, before[unit[0]])
        yield unit
