"""esppadom rules: what is wrong or odd with a rule file, and what it says for somebody on a day."""

import copy
import json
import unittest

import jsonschema

from command import ERRORS, FINE, SOURCE, UNUSABLE, CommandTest, run, write

EXAMPLES = SOURCE / "examples" / "rules"
NEUTRAL = SOURCE / "src" / "data" / "rules" / "neutral.json"
SCHEMA = json.loads((SOURCE / "schemas" / "json" / "rule-book.schema.json").read_text("utf-8"))


def rule_set(**members):
    return {"id": "cd99", "version": 1, "scope": {"level": "departement", "departement": "99"}, "source": "fictional", **members}


THRESHOLD = {"object": "duration", "mode": "threshold", "threshold_min": 7, "step_min": 15}


def merge(tree, more):
    for key, value in more.items():
        if isinstance(value, dict) and key in tree:
            merge(tree[key], value)
        else:
            tree[key] = value


def with_table(*bands):
    """A funder whose participation follows bands of resources."""
    table = [dict(zip(("from", "to", "percent"), band)) for band in bands]
    return rule_set(funding={"per_funder": [{"funder": "APA", "participation": {"rate": "table", "table": table}}]})


class Rules(CommandTest):
    def file(self, *sets):
        return write(self.folder / "rules.json", json.dumps({"id": "book", "rule_sets": list(sets)}, indent=1))

    def checked(self, *sets, code=FINE):
        return self.expect(code, "rules", "check", self.file(*sets), "--format", "json")


class Check(Rules):
    # For each piece of advice: what raises it, and nearly the same that does not.
    ADVICE = {
        "ESP-RUL-040": ([rule_set(source={}, duration={"rounding": THRESHOLD})], [rule_set(duration={"rounding": THRESHOLD})]),
        "ESP-RUL-041": ([rule_set(source={"url": "cd99.example/charte"})], [rule_set(source={"url": "https://cd99.example/charte"})]),
        "ESP-RUL-042": ([rule_set(scope={"level": "departement"})], [rule_set()]),
        "ESP-RUL-043": ([rule_set(valid_to="2026-12-31")],
                        [rule_set(valid_to="2026-12-31"), rule_set(version=2, valid_from="2027-01-01")]),
        "ESP-RUL-044": ([rule_set(valid_to="2026-12-30"), rule_set(version=2, valid_from="2027-01-01")],
                        [rule_set(valid_to="2026-12-31"), rule_set(version=2, valid_from="2027-01-01")]),
        "ESP-RUL-045": ([rule_set(correction={"threshold_pct": "8.01"})], [rule_set(correction={"threshold_pct": 8})]),
        "ESP-RUL-046": ([rule_set(smoothing={"carry": {"enabled": True, "horizon_periods": 4}})],
                        [rule_set(smoothing={"carry": {"enabled": True, "horizon_periods": 5}})]),
        "ESP-RUL-047": ([rule_set(duration={"rounding": {"object": "duration", "mode": "up", "step_min": 15}})],
                        [rule_set(duration={"rounding": {"object": "duration", "mode": "up", "step_min": 15},
                                            "cap": {"kind": "planned"}})]),
        "ESP-RUL-048": ([rule_set(incompatible={"status": True})],
                        [rule_set(scope={"level": "beneficiary", "beneficiary": "B"}, incompatible={"status": True})]),
        "ESP-RUL-049": ([rule_set(duration={"rounding": {"step_min": 15}})],
                        [rule_set(duration={"rounding": {"step_min": 15}}),
                         rule_set(id="other", scope={"level": "provider", "provider": "S"},
                                  duration={"rounding": {"object": "duration"}})]),
        "ESP-RUL-050": ([rule_set(smoothing={"sub_ceilings": [{"service": "LIEN", "max_min": 9, "period": "month"}]})],
                        [rule_set(smoothing={"sub_ceilings": [{"service": "LIEN", "max_min": 540, "period": "month"}]})]),
        "ESP-RUL-051": ([rule_set(funding={"per_funder": [{"funder": "APA", "rate": 2458}]})],
                        [rule_set(funding={"per_funder": [{"funder": "APA", "rate": "24.58"}]})]),
        "ESP-RUL-052": ([with_table((0, 1000, 10), (1200, None, 75))], [with_table((0, 1000, 10), (1000, None, 75))]),
        "ESP-RUL-053": ([], [rule_set()]),
    }
    # Keys that nothing in the book gives an effect, and what would.
    IDLE = (
        ({"duration": {"rounding": {"mode": "up"}}}, {"duration": {"rounding": {"object": "duration"}, "cap": {"kind": "planned"}}}),
        ({"stamps": {"merge_consecutive": {"max_gap_min": 10}}}, {"stamps": {"merge_consecutive": {"enabled": True}}}),
        ({"stamps": {"outside_tolerance": "reject"}}, {"stamps": {"tolerance_min": {"start_late": 10}}}),
        ({"stamps": {"outside_distance": "reject"}}, {"stamps": {"distance_m": 300}}),
        ({"smoothing": {"carry": {"horizon_periods": 5}}}, {"smoothing": {"carry": {"enabled": True}}}),
        ({"smoothing": {"advance": {"cap_min": 120}}}, {"smoothing": {"advance": {"enabled": True}}}),
        ({"funding": {"surcharges": {"evening_window": {"from": "20:00", "to": "22:00"}}}},
         {"funding": {"surcharges": {"percent": {"evening": 25}}}}),
        ({"funding": {"surcharges": {"custom_window": {"from": "20:00", "to": "22:00"}}}},
         {"funding": {"surcharges": {"percent": {"custom": 25}}}}),
        ({"funding": {"cancelled": {"notice_hours": 24}}}, {"funding": {"cancelled": {"bill_to": "beneficiary"}}}),
        ({"extra_minutes": {"code": "EXT", "bearer": "funder"}}, {"extra_minutes": {"allowed": True}}),
        ({"extra_minutes": {"allowed": True, "code": "EXT"}}, {"extra_minutes": {"bearer": "funder"}}),
        ({"declarative": {"quota_pct": 10}}, {"declarative": {"mode": "per_visit"}}),
        ({"alerts": {"underuse_pct": 80}}, {"alerts": {"underuse_months": 3}}),
    )

    def test_tells_keys_without_effect(self):
        for given, missing in self.IDLE:
            with self.subTest(given):
                self.assertEqual(self.checked(rule_set(**given)).codes, {"ESP-RUL-049"})
                both = copy.deepcopy(given)
                merge(both, missing)
                self.assertEqual(self.checked(rule_set(**both)).codes, set())
                narrower = rule_set(id="other", scope={"level": "provider", "provider": "S"}, **both)
                self.assertEqual(self.checked(rule_set(**given), narrower).codes, set())

    def test_an_empty_window_has_no_effect(self):
        window = {"percent": {"evening": 25}, "evening_window": {"from": "20:00", "to": "20:00"}}
        done = self.checked(rule_set(funding={"surcharges": window}))
        self.assertEqual(done.codes, {"ESP-RUL-049"})
        self.assertEqual(done.json["findings"][0]["path"], "/rule_sets/0/funding/surcharges/evening_window")

    def test_a_book_of_two_departements_is_refused(self):
        """Which of them pays no message says: neither set would be applied."""
        other = rule_set(id="cd98", scope={"level": "departement", "departement": "98"})
        self.assertEqual(self.checked(rule_set(), other, code=ERRORS).codes, {"ESP-RUL-014"})

    def test_a_service_in_two_groups_is_refused(self):
        groups = [{"name": "A", "services": ["APA-HR"]}, {"name": "B", "services": ["APA-HR"]}]
        self.assertEqual(self.checked(rule_set(smoothing={"service_groups": groups}), code=ERRORS).codes, {"ESP-RUL-011"})

    def test_a_value_that_cannot_be_read_says_what_is_expected(self):
        for members, en, fr in (({"valid_from": "01/01/2026"}, "YYYY-MM-DD", "AAAA-MM-JJ"),
                                ({"duration": {"min_billable_min": "30 min"}}, "a number of minutes", "un nombre de minutes"),
                                ({"tariff": {"provider_rate": "24,58"}}, "such as 24.58", "comme 24.58"),
                                ({"pentecost_monday": "oui"}, "true or false", "il faut true ou false")):
            file = self.file(rule_set(**members))
            for lang, words in (("en", en), ("fr", fr)):
                self.assertIn(words, run("--lang", lang, "rules", "check", file).out)

    def test_gives_each_piece_of_advice_and_not_to_the_near_miss(self):
        for code, (odd, fine) in self.ADVICE.items():
            with self.subTest(code=code):
                self.assertEqual(self.checked(*odd).codes, {code})
                self.assertEqual(self.checked(*fine).codes, set())

    def test_a_threshold_below_five_percent_is_unusual_too(self):
        self.assertEqual(self.checked(rule_set(correction={"threshold_pct": "4.99"})).codes, {"ESP-RUL-045"})
        self.assertEqual(self.checked(rule_set(correction={"threshold_pct": 5})).codes, set())

    def test_names_the_place(self):
        (found,) = self.checked(rule_set(), rule_set(id="other", scope={"level": "provider", "provider": "S"},
                                                     correction={"threshold_pct": 12})).json["findings"]
        self.assertEqual(found["path"], "/rule_sets/1/correction/threshold_pct")
        self.assertEqual(found["severity"], "warning")
        line = self.file(rule_set(), rule_set(id="other", scope={"level": "provider", "provider": "S"},
                                              correction={"threshold_pct": 12})).read_text("utf-8").splitlines()[found["line"] - 1]
        self.assertIn("threshold_pct", line)

    def test_errors_end_with_one_and_leave_advice_out(self):
        done = self.checked(rule_set(duration={"rounding": {"mode": "threshold"}}, correction={"threshold_pct": 12}), code=ERRORS)
        self.assertEqual(done.codes, {"ESP-RUL-008"})

    def test_a_penalty_for_one_service_or_beneficiary_is_refused(self):
        penalty = {"penalty": "alert", "threshold_pct": 8}
        for level in ("service", "beneficiary"):
            narrow = rule_set(scope={"level": level, level: "X"}, correction=penalty)
            (found,) = self.checked(narrow, code=ERRORS).json["findings"]
            self.assertEqual((found["code"], found["path"]), ("ESP-RUL-009", "/rule_sets/0/correction/penalty"))
        self.assertEqual(self.checked(rule_set(scope={"level": "provider", "provider": "X"}, correction=penalty)).codes, set())

    def test_speaks_french(self):
        done = self.expect(FINE, "rules", "check", self.file(rule_set(scope={"level": "departement"})), "--lang", "fr")
        self.assertIn("vaut pour tout payeur", done.out)

    def test_the_examples_are_sound(self):
        for path in sorted(EXAMPLES.glob("*.json")):
            with self.subTest(path=path.name):
                done = self.expect(FINE, "rules", "check", path, "--format", "json")
                self.assertNotIn("warning", {one["severity"] for one in done.json["findings"]}, done.out)

    def test_what_cannot_be_read(self):
        self.expect(UNUSABLE, "rules", "check", self.folder / "none.json")
        self.expect(UNUSABLE, "rules", "check")
        self.expect(UNUSABLE, "rules", "mend", NEUTRAL)
        self.expect(ERRORS, "rules", "check", write(self.folder / "broken.json", "{"))


class Show(Rules):
    def shown(self, *sets, at="2026-10-01", **whom):
        words = [word for name, value in whom.items() for word in (f"--{name}", value)]
        done = self.expect(FINE, "rules", "show", self.file(*sets), "--at", at, *words, "--format", "json")
        return done.json

    @staticmethod
    def row(answer, key):
        (found,) = (one for one in answer["parameters"] if one["key"] == key)
        return found

    def test_says_where_each_value_comes_from(self):
        general = rule_set(duration={"rounding": {"step_min": 15, "object": "duration"}})
        special = rule_set(id="saad", scope={"level": "provider", "provider": "S1"}, duration={"rounding": {"step_min": 5}})
        answer = self.shown(general, special, provider="S1")
        self.assertEqual((self.row(answer, "duration.rounding.step_min")["value"],
                          self.row(answer, "duration.rounding.step_min")["from"]), (5, 1))
        self.assertEqual((self.row(answer, "duration.rounding.object")["value"],
                          self.row(answer, "duration.rounding.object")["from"]), ("duration", 0))
        self.assertIsNone(self.row(answer, "duration.rounding.tie")["from"])
        self.assertEqual(self.row(self.shown(general, special, provider="S2"), "duration.rounding.step_min")["value"], 15)
        self.assertEqual([one["id"] for one in answer["rule_sets"]], ["cd99", "saad"])

    def test_names_every_parameter_of_the_neutral_set(self):
        def leaves(value, key=""):
            for name, one in value.items():
                if isinstance(one, dict) and one and f"{key}{name}" not in ("stamps.reasons_allowed",):
                    yield from leaves(one, f"{key}{name}.")
                else:
                    yield f"{key}{name}", one
        head = {"id", "version", "valid_from", "valid_to", "scope", "source"}
        neutral = {key: value for key, value in json.loads(NEUTRAL.read_text("utf-8"))["rule_set"].items() if key not in head}
        expected = {key: value for key, value in leaves(neutral) if not key.startswith("funding.per_funder")}
        shown = {one["key"]: one["value"] for one in self.shown(rule_set())["parameters"]}
        self.assertEqual(shown, expected)

    def test_shows_the_funders(self):
        answer = self.shown(rule_set(funding={"per_funder": [{"funder": "CD99", "rate": "24.58"}]}))
        (funder,) = answer["per_funder"]
        self.assertEqual(funder["funder"], "CD99")
        self.assertEqual([one["value"] for one in funder["parameters"] if one["key"] == "rate"], ["24.58"])

    def test_says_how_long_it_holds(self):
        answer = self.shown(rule_set(valid_from="2026-03-01", valid_to="2026-12-31"))
        self.assertEqual((answer["valid_from"], answer["valid_to"]), ("2026-03-01", "2026-12-31"))
        text = self.expect(FINE, "rules", "show", self.file(rule_set()), "--at", "2026-10-01", "--lang", "fr").out
        self.assertIn("horodatages en double", text)

    def asked(self, *words, code=FINE, lang="en"):
        """What is said of a question to a book of département 99 with a rule set of provider S1, from March 2026 on."""
        rules = self.file(rule_set(valid_from="2026-03-01", funding={"per_funder": [{"funder": "CD99", "rate": "24.58"}]}),
                          rule_set(id="saad", scope={"level": "provider", "provider": "S1"}))
        done = self.expect(code, "rules", "show", rules, *words, "--format", "json", "--lang", lang)
        return [(one["code"], one["severity"], one["message"]) for one in done.json["findings"]]

    def test_another_departement_is_an_error(self):
        (told,) = self.asked("--at", "2026-10-01", "--departement", "12", code=ERRORS, lang="fr")
        self.assertEqual(told[:2], ("ESP-RUL-060", "error"))
        self.assertTrue(told[2].startswith("Le recueil est celui du département 99, non du 12"), told)
        self.assertEqual(self.asked("--at", "2026-10-01", "--departement", "99"), [])
        text = self.expect(ERRORS, "rules", "show", self.file(rule_set()), "--at", "2026-10-01", "--departement", "12").out
        self.assertIn("error ESP-RUL-060", text)

    def test_a_day_without_rules_is_told(self):
        rules = self.file(rule_set(valid_from="2026-03-01"))
        for day, codes in (("2026-02-28", ["ESP-RUL-061"]), ("2026-03-01", [])):
            done = self.expect(FINE, "rules", "show", rules, "--at", day, "--format", "json")
            self.assertEqual([one["code"] for one in done.json["findings"]], codes, day)

    def test_an_identifier_that_the_book_does_not_name_is_told(self):
        for option, unknown, french in (("--funder", "CD12", "financeur"), ("--provider", "S2", "prestataire"),
                                        ("--service", "X", "prestation"), ("--beneficiary", "B", "bénéficiaire")):
            (told,) = self.asked("--at", "2026-10-01", option, unknown, lang="fr")
            self.assertEqual(told[:2], ("ESP-RUL-062", "info"))
            self.assertTrue(told[2].startswith(f"Le recueil ne nomme pas de {french} « {unknown} » :"), told)
        self.assertEqual(self.asked("--at", "2026-10-01", "--funder", "CD99", "--provider", "S1"), [])

    def test_needs_a_date(self):
        for words in ([], ["--at", "2026-02-30"], ["--at", "soon"]):
            self.expect(UNUSABLE, "rules", "show", self.file(rule_set()), *words)


class Schema(Rules):
    """The published JSON Schema and the loader agree."""

    @classmethod
    def setUpClass(cls):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        cls.validator = jsonschema.Draft202012Validator(SCHEMA)

    def loads(self, document):
        done = self.expect_any("rules", "check", write(self.folder / "one.json", json.dumps(document)), "--format", "json")
        return done.code == FINE, done

    def expect_any(self, *words):
        from command import run
        return run(*words)

    def test_accepts_what_is_shipped(self):
        for path in [NEUTRAL, *sorted(EXAMPLES.glob("*.json"))]:
            with self.subTest(path=path.name):
                self.assertEqual(list(self.validator.iter_errors(json.loads(path.read_text("utf-8")))), [])

    def test_refuses_at_every_key_what_the_loader_refuses(self):
        neutral = json.loads(NEUTRAL.read_text("utf-8"))
        broken = 0

        def visit(node, path):
            nonlocal broken
            for key, value in node.items():
                if isinstance(value, dict) and value:
                    visit(value, [*path, key])
                for wrong in ({"no such key": 1}, "no such value", 10**12, -1):
                    document = copy.deepcopy(neutral)
                    at = document["rule_set"]
                    for step in path:
                        at = at[step]
                    at[key] = wrong
                    accepted, done = self.loads(document)
                    by_schema = self.validator.is_valid(document)
                    if accepted and not by_schema:
                        self.fail(f"the schema refuses what the loader takes: {path} {key} {wrong}")
                    # Keys that must fit together are the loader's alone.
                    if not accepted and by_schema:
                        self.assertTrue(all(one.startswith("ESP-RUL-") or one == "ESP-JSON-010" for one in done.codes),
                                        (path, key, wrong, done.out[:500]))
                    broken += not by_schema
        visit({key: value for key, value in neutral["rule_set"].items() if key not in ("id", "source", "scope")}, [])
        self.assertGreater(broken, 500)

    def test_completes_every_key_with_a_french_title(self):
        properties = SCHEMA["$defs"]["rule_set"]["properties"]

        def visit(node, path):
            for key, value in node.get("properties", {}).items():
                self.assertTrue(value.get("title"), [*path, key])
                visit(value, [*path, key])
                visit(value.get("items", {}), [*path, key])
        visit({"properties": properties}, [])

    def test_says_in_french_what_each_choice_means(self):
        seen = []

        def visit(node, path):
            if isinstance(node, list):
                for one in node:
                    visit(one, path)
            if not isinstance(node, dict):
                return
            if "enum" in node:
                self.assertEqual([one["const"] for one in node["oneOf"]], node["enum"], path)
                meanings = [one["description"] for one in node["oneOf"]]
                self.assertEqual(len(set(meanings)), len(meanings), path)
                for value, meaning in zip(node["enum"], meanings):
                    self.assertRegex(meaning, r"\w{2}.* |\w{4}", (path, value))
                    self.assertNotEqual(meaning, value, path)
                seen.extend(meanings)
            for key, value in node.items():
                visit(value, [*path, key])
        visit(SCHEMA, [])
        self.assertGreater(len(seen), 200)

    def test_lists_the_meanings_of_the_schema_with_the_parameters(self):
        page = (SOURCE / "docs" / "rules" / "parameters.md").read_text("utf-8")
        stamps = SCHEMA["$defs"]["rule_set"]["properties"]["stamps"]["properties"]
        for one in stamps["outside_tolerance"]["oneOf"]:
            self.assertIn(f"| `{one['const']}` | {one['description']} |", page)


if __name__ == "__main__":
    unittest.main()
