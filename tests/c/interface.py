"""Calls of the C interface through ctypes: handles, texts, structs and errors as Python has them."""

import ctypes
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from header import SOURCE, load

HEADER, LIBRARY = load()
DATA = SOURCE / "tests" / "data"
COMMAND = os.environ.get("ESPPADOM_COMMAND") or str(SOURCE / "build" / "release" / "bin" / "esppadom")
View, Text, Path = (HEADER.struct(f"esppadom_{name}") for name in ("view", "text", "path"))
ORDER, DELIVERY, INVOICE = range(3)
CANONICAL, ROUND_TRIP = 0, 3
ENGLISH, FRENCH = range(2)
NULL_ARGUMENT = 1000


class Failed(Exception):
    def __init__(self, status, message="", code="", path="", line=0):
        super().__init__(f"{status} {message}")
        self.status, self.message, self.code, self.path, self.line = status, message, code, path, line


def view(text):
    raw = text.encode("utf-8") if isinstance(text, str) else bytes(text)
    buffer = ctypes.create_string_buffer(raw, len(raw) + 1)
    made = View(ctypes.cast(buffer, ctypes.c_void_p), len(raw))
    made.keep = buffer
    return made


def read(one):
    return ctypes.string_at(one.data, one.size).decode("utf-8") if one.data else ""


def take(text):
    out = ctypes.string_at(text.data, text.size)
    assert ctypes.string_at(text.data, text.size + 1)[-1] == 0
    LIBRARY.esppadom_text_free(ctypes.byref(text))
    return out.decode("utf-8")


def call(name, *arguments):
    """Calls a function that can fail; raises what went wrong."""
    error = ctypes.c_void_p(1)
    status = getattr(LIBRARY, name)(*arguments, ctypes.byref(error))
    if status == 0:
        assert not error.value, f"{name} succeeded and left an error"
        return
    assert error.value, f"{name} failed without an error"
    try:
        assert LIBRARY.esppadom_error_status(error) == status
        french = read(LIBRARY.esppadom_error_message(error, FRENCH))
        assert french, name
        raise Failed(status, read(LIBRARY.esppadom_error_message(error, ENGLISH)), read(LIBRARY.esppadom_error_code(error)),
                     read(LIBRARY.esppadom_error_path(error)), LIBRARY.esppadom_error_line(error))
    finally:
        LIBRARY.esppadom_error_free(error)


def text_from(name, *arguments):
    out = Text()
    call(name, *arguments, ctypes.byref(out))
    return take(out)


class Handle:
    """Frees itself at the end of a with statement."""

    def __init__(self, kind, maker=None, *arguments):
        self.kind, self.value = kind, ctypes.c_void_p()
        call(maker or f"esppadom_{kind}_new", *arguments, ctypes.byref(self.value))

    def __enter__(self):
        return self.value

    def __exit__(self, *_):
        getattr(LIBRARY, f"esppadom_{self.kind}_free")(self.value)


def struct(name, **members):
    made = HEADER.struct(f"esppadom_{name}")()
    made.struct_size = ctypes.sizeof(made)
    made.keep = []
    for key, value in members.items():
        if isinstance(value, str):
            value = view(value)
            made.keep.append(value)
        setattr(made, key, value)
    return made


def path(text, *at):
    indexes = (ctypes.c_uint64 * len(at))(*at)
    made = Path(view(text), indexes if at else None, len(at))
    made.keep = (made.text, indexes)
    made.name = view(text)
    made.text = made.name
    return made


def get(message, where, *at):
    out, present = Text(), ctypes.c_int32(7)
    call("esppadom_message_get", message, path(where, *at), ctypes.byref(out), ctypes.byref(present))
    value = take(out)
    return value if present.value else None


def command(*words):
    done = subprocess.run([COMMAND, *map(str, words)], capture_output=True, check=False)
    return done.stdout.decode("utf-8")


def folder_for(case):
    """A folder that is removed when the test ends."""
    holder = tempfile.TemporaryDirectory()
    case.addCleanup(holder.cleanup)
    return pathlib.Path(holder.name)


class MonthCase(unittest.TestCase):
    """Tests over a small example month."""

    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory()
        cls.month = pathlib.Path(cls.holder.name) / "month"
        subprocess.run([sys.executable, "-B", str(SOURCE / "examples" / "month" / "generate.py"), "--beneficiaries", "12",
                        "--providers", "2", "--out", str(cls.month)], check=True, capture_output=True)
        cls.facts = json.loads((cls.month / "month.json").read_text("utf-8"))

    @classmethod
    def tearDownClass(cls):
        cls.holder.cleanup()

    def request(self, request):
        with Handle("findings") as findings:
            rules = view((self.month / "rules.json").read_bytes())
            with Handle("rules", "esppadom_rules_load", rules, view("rules.json"), findings) as book:
                call("esppadom_request_set_rules", request, book)
            call("esppadom_request_set_circumstances", request, view((self.month / "circumstances.json").read_bytes()),
                 view("circumstances.json"), findings)
            for folder in ("orders", "deliveries"):
                call("esppadom_request_read", request, view(str(self.month / folder)), findings)
            self.assertEqual(LIBRARY.esppadom_findings_count(findings, 2), 0)

    def options(self, **more):
        return struct("bill_options", month=self.facts["month"], as_of=self.facts["as_of"], issued_at="2026-11-10T00:00:00",
                      transaction_id="LOT-1", **more)
