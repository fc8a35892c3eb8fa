"""Calls of a voice server as messages; messages as a role may see them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Union, cast

from . import _native
from ._documents import read
from ._inputs import Message, Messages, PathLike, Rules, Source, bytes_of, is_path, load_circumstances, load_rules
from ._native import Circumstances, Finding, IdentifiedCalls, Reader

#: A log or a directory: its file, or its bytes.
Text = Union[bytes, PathLike]

Role = Literal["departement", "provider", "branch", "beneficiary", "family", "statistician"]


def _text(text: Text, name: str) -> tuple[bytes, str]:
    if isinstance(text, (bytes, bytearray, memoryview)):
        return bytes(text), name
    if not is_path(text):
        raise TypeError(f"{name} must be a path or bytes, not {type(text).__name__}")
    return bytes_of(text), os.fsdecode(text)


def identify(
    calls: Text,
    directory: Text,
    *,
    rules: Rules | None = None,
    planned: Circumstances | PathLike | None = None,
    issued_at: datetime | None = None,
    transaction_id: str = "",
    method: str = "IVR",
) -> IdentifiedCalls:
    """Identifies the calls of a log by the directory of numbers and the rules of each day, and makes messages of them.

    The log is CSV, the directory CSV or JSON. Of `planned` the planned visits count. `issued_at` is the time of the last
    call and `transaction_id` follows from it unless they are given; `method` is what the messages call the way of
    identification, "" for none. What is not identified is a finding, without telephone number.
    """
    log, log_name = _text(calls, "calls")
    whose, whose_name = _text(directory, "directory")
    given = planned if planned is None or isinstance(planned, Circumstances) else load_circumstances(planned)
    book = None if rules is None else load_rules(rules)
    return _native.identify(log, log_name, whose, whose_name, book, given, issued_at, transaction_id, method)


@dataclass(frozen=True)
class View:
    """Messages as a role may see them."""

    messages: list[Message]
    json: str
    """How many were kept and how often what was removed: canonical JSON, esppadom/view/1, without any value of theirs."""
    findings: list[Finding]
    """Of reading."""


def view(
    messages: Messages,
    *,
    role: Role,
    key: str | bytes = "",
    provider: str = "",
    beneficiary: str = "",
    service: str = "",
    keep_dates: bool = False,
    smallest_group: int | None = None,
) -> View:
    """Messages reduced to what a role may see, and what that removed.

    `key`, at least 16 bytes, makes the pseudonyms of roles that see any: the same key, the same pseudonyms. Roles
    provider and branch need `provider`, beneficiary and family `beneficiary`. Messages of a kind, provider and service with
    fewer beneficiaries than `smallest_group` are left out. `Viewer` reduces message by message.
    """
    viewer = _native.Viewer(role, key, provider, beneficiary, service, keep_dates)
    given = _messages(messages)
    all_of_them: Iterable[Message] = given
    if smallest_group is not None:
        all_of_them = list(given)
        for one in all_of_them:
            viewer.count(one)
        viewer.leave_out_groups_below(smallest_group)
    kept = [seen for one in all_of_them if (seen := viewer.see(one)) is not None]
    found = given.findings if isinstance(given, Reader) else []
    return View(kept, viewer.to_json(), found)


def _messages(messages: Messages) -> Reader | list[Message]:
    """Messages as they are, or those of paths and bytes."""
    if isinstance(messages, Reader):
        return messages
    if isinstance(messages, (bytes, bytearray, memoryview)) or is_path(messages):
        return read(cast("Source", messages))
    if messages is None or not isinstance(messages, Iterable):
        raise TypeError(f"messages or paths are needed, not {type(messages).__name__}")
    given = list(messages)
    if given and all(is_path(one) for one in given):
        return read(cast("list[PathLike]", given))
    return cast("list[Message]", given)
