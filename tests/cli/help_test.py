"""What --help says of each command, what the documents write of it, and what is said of words that a command does not take."""

import re
import unittest

from command import SAMPLE, SOURCE, UNUSABLE, CommandTest, run

EVERYWHERE = {"--help", "--lang"}
README = SOURCE / "examples" / "cli" / "README.md"
DOCUMENTS = [SOURCE / "README.md", README, *sorted((SOURCE / "docs").rglob("*.md"))]
# A command that a document writes: at the beginning of a line, going on after a backslash, or within a line.
WRITTEN = re.compile(r"(?:^ *|`)esppadom ((?:[^\n`\\]|\\\n)+)", re.MULTILINE)
OPTION = re.compile(r"(?<![\w-])(--?[a-z][a-z-]*)")


def commands(language="en"):
    text = run("--lang", language, "--help").out
    return re.findall(r"^  ([a-z][a-z-]*)  +\S", text.split("ommandes:\n" if language == "fr" else "ommands:\n")[1], re.MULTILINE)


def options(command, language="en"):
    """Option → what --help says of it; the short and the long name of one option are two."""
    found = {}
    lines = run(command, "--lang", language, "--help").out.splitlines()
    for i, line in enumerate(lines):
        match = re.match(r"^  (-\S+)(?: [^ ]+)*?(?: \.\.\.)?(?:  +(.*))?$", line)
        if match:
            for name in match.group(1).split(","):
                found[name] = (match.group(2) or lines[i + 1]).strip()
    return found


def written_in(text):
    """(command, its options) of every command in a document."""
    for match in WRITTEN.finditer(text):
        words = match.group(1).split()
        if words and re.fullmatch(r"[a-z][a-z-]*", words[0]):
            yield words[0], set(OPTION.findall(match.group(1)))


class Help(CommandTest):
    def test_every_option_is_described_in_both_languages(self):
        self.assertGreater(len(commands()), 12)
        self.assertEqual(commands(), commands("fr"))
        for command in commands():
            english, french = options(command), options(command, "fr")
            self.assertEqual(set(english), set(french))
            self.assertGreater(len(english), len(EVERYWHERE), command)
            for name, text in {**english, **{f"{name} (fr)": text for name, text in french.items()}}.items():
                self.assertRegex(text, r"\w{2}", f"{command} {name}")

    def test_the_synopsis_of_the_command_has_every_option_and_no_other(self):
        synopsis = re.search(r"```\n(esppadom validate .*?)```", README.read_text("utf-8"), re.DOTALL).group(1)
        found = {}
        for part in re.split(r"\n(?=esppadom )", synopsis):
            command = part.split()[1]
            found.setdefault(command, set()).update(OPTION.findall(part))
            if "(the inputs of bill)" in part:
                found[command] |= found["bill"] - {"--out", "--explain", "--compare", "--format"}
        self.assertEqual(set(found), set(commands()))
        for command in commands():
            taken = {name for name in options(command) if name not in ("-h", "--output")} - EVERYWHERE
            self.assertEqual(found[command], taken, command)

    def test_documents_write_only_options_that_there_are(self):
        known = {command: set(options(command)) | EVERYWHERE for command in commands()}
        seen = 0
        for document in DOCUMENTS:
            for command, names in written_in(document.read_text("utf-8")):
                if command not in known:  # not a command but a sentence
                    self.assertFalse(names, f"{document}: esppadom {command}")
                    continue
                self.assertLessEqual(names, known[command], f"{document}: esppadom {command}")
                seen += len(names)
        self.assertGreater(seen, 100)


class Mistyped(CommandTest):
    def said(self, *words, lang="en"):
        return self.expect(UNUSABLE, "--lang", lang, *words).err.splitlines()[0]

    def test_an_unknown_option_is_named_with_the_nearest_known_one(self):
        for words, unknown, meant in ((["bill", "--rule", "x"], "--rule", "--rules"),
                                      (["bill", "--ordres=x"], "--ordres", "--orders"),
                                      (["bill", "--complete_for", "x"], "--complete_for", "--complete-for"),
                                      (["rules", "show", "f", "--departament", "99"], "--departament", "--departement"),
                                      (["validate", SAMPLE, "--formt", "json"], "--formt", "--format")):
            with self.subTest(unknown=unknown):
                self.assertEqual(self.said(*words), f"esppadom: unknown option: {unknown} (did you mean {meant}?)")
                self.assertEqual(self.said(*words, lang="fr"), f"esppadom: option inconnue : {unknown} (vouliez-vous dire {meant} ?)")

    def test_what_is_near_to_nothing_is_only_named(self):
        self.assertEqual(self.said("bill", "--frobnicate", "x"), "esppadom: unknown option: --frobnicate")
        self.assertEqual(self.said("frobnicate"), "esppadom: unknown command: frobnicate")
        self.assertEqual(self.said("bill", "surplus"), "esppadom: unexpected argument: surplus")
        self.assertEqual(self.said("bill", "surplus", lang="fr"), "esppadom: argument en trop : surplus")

    def test_an_unknown_command_is_named_with_the_nearest_known_one(self):
        self.assertEqual(self.said("validat", SAMPLE), "esppadom: unknown command: validat (did you mean validate?)")
        self.assertEqual(self.said("bil", lang="fr"), "esppadom: commande inconnue : bil (vouliez-vous dire bill ?)")

    def test_what_is_wrong_with_a_value_is_said_in_french(self):
        self.assertEqual(self.said("bill", "--rules", lang="fr"), "esppadom: valeur manquante ou en trop : --rules")
        self.assertEqual(self.said("report", "--smallest-group", "deux", lang="fr"),
                         "esppadom: valeur incorrecte : --smallest-group = deux")


if __name__ == "__main__":
    unittest.main()
