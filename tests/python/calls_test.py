"""Calls of a voice server, and messages as a role may see them, in Python: the same bytes as the command."""

import datetime
import json
import pathlib
import tempfile
import unittest

from support import EXAMPLE, SOURCE, command

import esppadom

CALLS = SOURCE / "examples" / "calls"
KEY = b"a fictional key, 16+ bytes"


class Case(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)


class Identify(Case):
    def test_a_log_becomes_the_messages_of_the_command(self):
        files = {"calls": CALLS / "calls.csv", "directory": CALLS / "directory.csv", "rules": CALLS / "rules.json",
                 "planned": CALLS / "planned_visits.csv"}
        told = command("identify", *(word for name, file in files.items() for word in (f"--{name}", file)), "--out",
                       self.folder / "out", "--format", "json", "--lang", "en")
        made = esppadom.identify(**files)
        self.assertEqual(made.to_json().encode(), told)
        self.assertEqual(made.counts, made.data["counts"])
        self.assertEqual([one["reason"] for one in made.left], [one["reason"] for one in made.data["calls"]])
        for messages, name in ((made.visits, "deliveries.xml"), (made.raw_stamps, "raw-stamps.xml")):
            self.assertTrue(messages)
            self.assertEqual(esppadom.write(messages), (self.folder / "out" / name).read_bytes())

    def test_bytes_and_settings(self):
        log = b"at,number,direction\n2026-03-02 08:00,0199001234,arrival\n2026-03-02 09:00,0199001234,departure\n"
        whose = json.dumps({"entries": [{"number": "01 99 00 12 34", "provider": "512", "beneficiary": "B-1"}]}).encode()
        made = esppadom.identify(log, whose, issued_at=datetime.datetime(2026, 3, 3, 7), transaction_id="T-1", method="")
        self.assertEqual(made.counts["calls"], 2)
        for one in (*made.visits, *made.raw_stamps):
            self.assertEqual((one.issued_at, one.transaction_id), (datetime.datetime(2026, 3, 3, 7), "T-1"))
        for wrong, error in ((lambda: esppadom.identify(7, whose), TypeError),
                             (lambda: esppadom.identify(b"number\n1\n", whose), esppadom.Error),
                             (lambda: esppadom.identify(log, b"{"), esppadom.Error)):
            with self.assertRaises(error):
                wrong()


class View(Case):
    def test_a_role_sees_what_the_command_shows(self):
        file = EXAMPLE / "delivery.xml"
        (self.folder / "key").write_bytes(KEY)
        told = command("view", "--role", "statistician", "--key-file", self.folder / "key", file, "-o", self.folder / "out.xml",
                       "--format", "json")
        made = esppadom.view(file, role="statistician", key=KEY)
        self.assertEqual(made.json.encode(), told)
        self.assertEqual([one.delivery_id for one in made.messages],
                         [one.delivery_id for one in esppadom.read(self.folder / "out.xml")])
        self.assertEqual(esppadom.write(made.messages, profile="round_trip"), (self.folder / "out.xml").read_bytes())
        for given in (list(esppadom.read(file)), [file], file.read_bytes(), esppadom.read(file)):
            self.assertEqual(esppadom.view(given, role="statistician", key=KEY.decode()).json, made.json)

    def test_the_message_given_stays_as_it_was(self):
        message = next(esppadom.read(EXAMPLE / "delivery.xml"))
        before = message.copy()
        viewer = esppadom.Viewer("statistician", KEY)
        self.assertNotEqual(viewer.see(message).beneficiary, before.beneficiary)
        self.assertEqual(message, before)
        self.assertIsNone(esppadom.Viewer("provider", provider="nobody").see(message))

    def test_what_a_role_needs(self):
        for said, error in (({"role": "king"}, ValueError), ({"role": "family"}, esppadom.Error),
                            ({"role": "statistician"}, esppadom.Error), ({"role": "statistician", "key": "short"}, esppadom.Error)):
            with self.assertRaises(error):
                esppadom.view([], **said)
        with self.assertRaises(TypeError):
            esppadom.view(None, role="departement")
        with self.assertRaises(TypeError):
            esppadom.Viewer("departement").see("a message")


if __name__ == "__main__":
    unittest.main()
