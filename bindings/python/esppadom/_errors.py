"""What is raised when the library cannot do what it is asked."""

from __future__ import annotations


class Error(Exception):
    """The library could not do it.

    Bad data gives findings and no exception; this is raised where nothing can be returned: a rule file with an error,
    a document that cannot be written, a path that names no field.
    """

    reason: str = ""
    """Why, by its stable name: "invalid_syntax", "unreadable", "unknown_name"…"""
    code: str | None = None
    """The code of the finding behind, "ESP-JSON-001"; None when it was no data."""
    path: str | None = None
    """Where in the data: a path or JSON pointer."""
    file: str | None = None
    line: int | None = None
    """From 1."""
    column: int | None = None
    """In characters, from 1."""
    message_fr: str = ""
    """The text in French."""

    def __str__(self) -> str:
        text = super().__str__()
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        head = " ".join(part for part in (place, self.code) if part)
        return f"{head}: {text}" if head else text
