"""Tables and their mappings: every ESP-CSV finding beside a near miss, reading and writing."""

import json

from case import Case, Finding
from sense import delivery

SOURCE = "guide to tables (docs/csv.md), RFC 4180"
HEADER = "Visit;User;Start;End;Hours"
FIRST = "V-1;B-7788;02/03/2026 09:00;02/03/2026 10:00;1"
SECOND = "V-2;B-7788;03/03/2026 09:00;03/03/2026 10:30;1.5"


def column(name, path, **more):
    return {"name": name, "path": path, **more}


COLUMNS = [column("Visit", "delivery_id", required=True), column("User", "beneficiary.id"), column("Start", "retained_period.start"),
           column("End", "retained_period.end"), column("Hours", "lines[0].billed_seconds", unit="hours")]


def table(columns=None, name="visits.csv", **more):
    return {"name": name, "times": "dd/MM/yyyy HH:mm", **more, "columns": COLUMNS if columns is None else columns}


def changed(number, **more):
    """The usual columns, one with other keys; a key that is None is taken away."""
    out = [dict(one) for one in COLUMNS]
    out[number].update(more)
    out[number] = {key: value for key, value in out[number].items() if value is not None}
    return out


def mapping(*files, message="delivery", **more):
    made = {"mapping": "visits-of-a-day", "about": "The visits of a day.", "message": message, **more,
            "files": list(files) or [table()]}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def text(*rows, end="\r\n"):
    return "".join(row + end for row in rows)


def visit(number, day=2, end="10:00", hours="1", user="B-7788"):
    """What is read from a row."""
    return {"delivery_id": f"V-{number}", "beneficiary": {"ids": [user]},
            "retained_period": {"start": f"2026-03-{day:02}T09:00:00", "end": f"2026-03-{day:02}T{end}:00"},
            "lines": [{"billed_quantity": {"value": hours, "unit_code": "HUR"}}]}


ONE, TWO = visit(1), visit(2, 3, "10:30", "1.5")


def at(content, mark, later=0):
    """Line and column of a mark, or of `later` characters after its start."""
    if isinstance(content, bytes):
        content = content.decode("latin-1")
    content = content.replace("\r\n", "\n")
    before = content[:content.index(mark) + later]
    return {"line": before.count("\n") + 1, "column": len(before) - before.rfind("\n")}


def line(content, mark):
    return {"line": at(content, mark)["line"]}


def raw(number, severity="error", **more):
    return Finding(f"ESP-CSV-{number:03}", severity=severity, **more)


class Side:
    """One of the two cases of a pair: its files, its mapping, what is expected."""

    def __init__(self, files, findings=(), mapped=None, parameters=None, **expected):
        self.files = {".csv": files} if isinstance(files, (str, bytes)) else files
        self.findings, self.mapped, self.parameters, self.expected = findings, mapped, parameters or {}, expected


def pair(number, slug, texts, bad, near):
    code = f"ESP-CSV-{number:03}"
    spared = {one.code for one in near.findings}
    covers = sorted({code, *(one.code for one in bad.findings)} - spared)
    for kind, side, (en, fr) in (("finding", bad, texts[:2]), ("near_miss", near, texts[2:])):
        name = f"csv-{number:03}-{slug}" + ("-near-miss" if kind == "near_miss" else "")
        one = Case("tables", name, kind, covers, en, fr, SOURCE, "known", side.files, side.findings, **side.expected)
        one.mapping, one.parameters = side.mapped, side.parameters
        yield one


def reading(content, findings=(), messages=(ONE, TWO), mapped=None, **more):
    return Side(content, findings, mapped or mapping(), messages=list(messages), **more)


# -- the text ----------------------------------------------------------------------------------------------------------


def texts():
    quoted = text(HEADER, FIRST, 'V-2;B "77" 88;03/03/2026 09:00;03/03/2026 10:30;1.5')
    fine = text(HEADER, FIRST, 'V-2;"B ""77"" 88";03/03/2026 09:00;03/03/2026 10:30;1.5')
    yield from pair(1, "quote-inside",
                    ("A quote inside a field without quotes", "Guillemet dans un champ sans guillemets",
                     "A quote that is doubled inside quotes", "Guillemet doublé entre guillemets"),
                    reading(quoted, [raw(1, **at(quoted, '"77'))], [ONE]),
                    reading(fine, messages=[ONE, visit(2, 3, "10:30", "1.5", 'B "77" 88')]))
    after = text(HEADER, '"V"-1;B-7788;02/03/2026 09:00;02/03/2026 10:00;1', SECOND)
    yield from pair(1, "after-quote",
                    ("Text after the quote that ends a field", "Texte après le guillemet qui finit un champ",
                     "A separator after the quote", "Séparateur après le guillemet"),
                    reading(after, [raw(1, **at(after, "-1;B"))], [TWO]),
                    reading(text(HEADER, '"V-1";B-7788;02/03/2026 09:00;02/03/2026 10:00;1', SECOND)))
    unclosed = text(HEADER, FIRST, SECOND.replace("B-7788", '"B-7788'))
    yield from pair(1, "unclosed-quote",
                    ("A quote that is never closed", "Guillemet jamais fermé",
                     "A line end and a separator inside quotes", "Fin de ligne et séparateur entre guillemets"),
                    reading(unclosed, [raw(1, **at(unclosed, '"B'))], [ONE]),
                    reading(text(HEADER, FIRST, SECOND.replace("B-7788", '"B;\r\n7788"')),
                            messages=[ONE, visit(2, 3, "10:30", "1.5", "B;\r\n7788")]))
    long = text(HEADER, FIRST, SECOND.replace("B-7788", '"B-7788' + "x" * (1 << 20)))
    yield from pair(2, "row-too-large",
                    ("A row of more than 1 MiB, from a quote that is not closed", "Ligne de plus de 1 Mio, d'un guillemet non fermé",
                     "A row of 64 KiB", "Ligne de 64 Kio"),
                    reading(long, [raw(2, **line(long, "V-2"))], [ONE]),
                    reading(text(HEADER, FIRST, SECOND.replace("B-7788", "B" * 65536)),
                            messages=[ONE, visit(2, 3, "10:30", "1.5", "B" * 65536)]))
    wide, narrow = text(HEADER, FIRST + ";" * 4092), text(HEADER, FIRST + ";" * 4091)
    yield from pair(3, "too-many-columns",
                    ("A row of 4097 columns", "Ligne de 4097 colonnes", "A row of 4096 columns", "Ligne de 4096 colonnes"),
                    reading(wide, [raw(3, line=2)], []), reading(narrow, [raw(4, line=2)], []))
    split = text(HEADER, FIRST.replace("B-7788", "B;7788"), SECOND)
    yield from pair(4, "row-width",
                    ("A separator inside a field without quotes", "Séparateur dans un champ sans guillemets",
                     "The same field in quotes", "Le même champ entre guillemets"),
                    reading(split, [raw(4, **line(split, "V-1"))], [TWO]),
                    reading(text(HEADER, FIRST.replace("B-7788", '"B;7788"'), SECOND), messages=[visit(1, user="B;7788"), TWO]))
    latin = text(HEADER, FIRST.replace("B-7788", "Bé"), SECOND).encode("latin-1")
    yield from pair(5, "encoding",
                    ("Bytes of ISO-8859-1 in a file of UTF-8", "Octets ISO-8859-1 dans un fichier UTF-8",
                     "The same file, and a mapping that says so", "Le même fichier, et une correspondance qui le dit"),
                    reading(latin, [raw(5, **line(latin, "V-1"))], [TWO]),
                    reading(latin, messages=[visit(1, user="Bé"), TWO], mapped=mapping(table(encoding="iso-8859-1"))))
    nul = text(HEADER, FIRST.replace("B-7788", "B-77\x0088"), SECOND)
    yield from pair(7, "nul",
                    ("A NUL character", "Caractère NUL", "A backslash and a zero", "Barre oblique inverse et zéro"),
                    reading(nul, [raw(7, **at(nul, "\x00"))], [TWO]),
                    reading(text(HEADER, FIRST.replace("B-7788", "B-77\\088"), SECOND), messages=[visit(1, user="B-77\\088"), TWO]))
    yield from pair(19, "no-row",
                    ("A file without any line", "Fichier sans aucune ligne",
                     "A file with the line of titles only", "Fichier avec la seule ligne de titres"),
                    reading("", [raw(19, "warning")], []), reading(text(HEADER), messages=[]))


# -- the header --------------------------------------------------------------------------------------------------------


def headers():
    without = text("Visit;User;Start;End", FIRST.removesuffix(";1"))
    yield from pair(8, "missing-column",
                    ("A column of the mapping is not in the file", "Colonne de la correspondance absente du fichier",
                     "A column that may be missing", "Colonne qui peut manquer"),
                    reading(without, [raw(8, line=1)], []),
                    reading(without, messages=[{**visit(1), "lines": None}], mapped=mapping(table(changed(4, required=False)))))
    more = text(HEADER.replace("User;", "User;Note;"), FIRST.replace("B-7788;", "B-7788;seen;"))
    yield from pair(9, "unknown-column",
                    ("A column the mapping does not know", "Colonne inconnue de la correspondance",
                     "Titles in another order, with blanks around", "Titres dans un autre ordre, entourés de blancs"),
                    reading(more, [raw(9, "warning", **at(more, "Note"))], [ONE]),
                    reading(text("User; Visit ;Start;End;Hours", FIRST.replace("V-1;B-7788", "B-7788;V-1")), messages=[ONE]))
    twice = text(HEADER + ";Visit", FIRST + ";V-1")
    yield from pair(10, "column-twice",
                    ("A column that stands twice", "Colonne présente deux fois",
                     "Titles that differ in case", "Titres qui diffèrent par la casse"),
                    reading(twice, [raw(10, **at(twice, ";Visit", 1))], []),
                    reading(text(HEADER + ";visit", FIRST + ";V-1"), [raw(9, "warning", line=1, column=28)], [ONE]))


# -- cells -------------------------------------------------------------------------------------------------------------


def cells():
    for slug, words, good, bad in (
            ("date", ("A day that does not exist", "Jour qui n'existe pas", "The last day of February", "Dernier jour de février"),
             "28/02/2026 09:00", "30/02/2026 09:00"),
            ("form", ("A time in another form than the mapping's", "Heure d'une autre forme que celle de la correspondance",
                      "A time in the form of the mapping", "Heure de la forme de la correspondance"),
             "28/02/2026 09:00", "2026-02-28T09:00")):
        broken = text(HEADER, FIRST.replace("02/03/2026 09:00", bad), SECOND)
        start = {**ONE, "retained_period": {"start": "2026-02-28T09:00:00"}}
        yield from pair(11, slug, words, reading(broken, [raw(11, **at(broken, bad))], [TWO]),
                        reading(text(HEADER, FIRST.replace("02/03/2026 09:00", good), SECOND), messages=[start, TWO]))
    comma = text(HEADER, FIRST, SECOND.replace("1.5", "1,5"))
    yield from pair(11, "decimal-comma",
                    ("A decimal comma where the mapping says a point", "Virgule décimale où la correspondance dit un point",
                     "A decimal comma where the mapping says one", "Virgule décimale où la correspondance la dit"),
                    reading(comma, [raw(11, **at(comma, "1,5"))], [ONE]),
                    reading(comma, mapped=mapping(table(decimal_mark=","))))
    empty = text(HEADER, FIRST.replace("V-1", ""), SECOND)
    yield from pair(12, "missing-value",
                    ("An empty cell of a mandatory column", "Cellule vide d'une colonne obligatoire",
                     "An empty cell, and what it means", "Cellule vide, et ce qu'elle veut dire"),
                    reading(empty, [raw(12, line=2, column=1)], [TWO]),
                    reading(empty, messages=[{**ONE, "delivery_id": "none"}, TWO], mapped=mapping(table(changed(0, when_empty="none")))))
    reasons = [*COLUMNS, column("Reason", "correction_code", table="reasons")]
    entries = {"CRE": "created", "COD": "departure forgotten"}

    def looked_up(**more):
        return mapping(table(reasons), tables={"reasons": {"entries": entries, **more}})

    unknown = text(HEADER + ";Reason", FIRST + ";created", SECOND + ";late")
    created = {**ONE, "correction_code": {"value": "CRE"}}
    yield from pair(13, "not-in-table",
                    ("A cell that is not in its table", "Cellule absente de sa table",
                     "A table that keeps what it does not know", "Table qui garde ce qu'elle ne connaît pas"),
                    reading(unknown, [raw(13, **at(unknown, "late"))], [created], looked_up()),
                    reading(unknown, messages=[created, {**TWO, "correction_code": {"value": "late"}}],
                            mapped=looked_up(otherwise="keep")))


# -- rows of one message -----------------------------------------------------------------------------------------------


def rows():
    lines = mapping(table([column("Visit", "delivery_id"), column("User", "beneficiary.id"), column("Line", "lines[].line_id")],
                          rows="line", key=["Visit"]))
    head = "Visit;User;Line"

    def message(number, *numbers):
        return {"delivery_id": f"V-{number}", "lines": [{"line_id": str(one)} for one in numbers]}

    apart = text(head, "V-1;U-1;1", "V-2;U-1;1", "V-1;U-1;2")
    yield from pair(14, "key-returns",
                    ("Rows of one message that do not follow each other", "Lignes d'un message qui ne se suivent pas",
                     "Rows of one message that follow each other", "Lignes d'un message qui se suivent"),
                    reading(apart, [raw(14, line=4, column=1)], [message(1, 1), message(2, 1), message(1, 2)], lines),
                    reading(text(head, "V-1;U-1;1", "V-1;U-1;2", "V-2;U-1;1"), messages=[message(1, 1, 2), message(2, 1)],
                            mapped=lines))
    differ = text(head, "V-1;U-1;1", "V-1;U-2;2", "V-2;U-1;1")
    yield from pair(23, "rows-differ",
                    ("Two users in rows of one message", "Deux usagers dans les lignes d'un message",
                     "Two users in rows of two messages", "Deux usagers dans les lignes de deux messages"),
                    reading(differ, [raw(23, **at(differ, "U-2"))], [message(2, 1)], lines),
                    reading(text(head, "V-1;U-1;1", "V-2;U-2;2", "V-3;U-1;1"),
                            messages=[message(1, 1), message(2, 2), message(3, 1)], mapped=lines))
    stamps = mapping(table([column("Visit", "delivery_id"), column("Side", "stamp.side"), column("Time", "stamp.certified_at")],
                           rows="stamp", key=["Visit"]))
    sides = text("Visit;Side;Time", "V-1;arrival;02/03/2026 09:01", "V-1;middle;02/03/2026 09:30", "V-2;departure;02/03/2026 10:02")
    yield from pair(24, "unknown-side",
                    ("A stamp that is neither of arrival nor of departure", "Horodatage ni d'arrivée ni de départ",
                     "Both stamps of a visit, in rows of any order", "Les deux horodatages d'une intervention, dans n'importe quel ordre"),
                    reading(sides, [raw(24, **at(sides, "middle"))],
                            [{"delivery_id": "V-2", "stamps": {"departure": {"certified_at": "2026-03-02T10:02:00"}}}], stamps),
                    reading(text("Visit;Side;Time", "V-1;departure;02/03/2026 10:02", "V-1;arrival;02/03/2026 09:01"),
                            messages=[{"delivery_id": "V-1", "stamps": {"arrival": {"certified_at": "2026-03-02T09:01:00"},
                                                                        "departure": {"certified_at": "2026-03-02T10:02:00"}}}],
                            mapped=stamps))


# -- several files -----------------------------------------------------------------------------------------------------


def joined():
    users = table([column("User", "beneficiary.id"), column("Town", "beneficiary.address.city")], "users.csv",
                  join_by=[{"column": "User", "of": "User"}])
    both = mapping(table(), users)
    visits = text(HEADER, FIRST, SECOND.replace("B-7788", "B-99"))
    last = visit(2, 3, "10:30", "1.5", "B-99")

    def in_town(message, town):
        return {**message, "beneficiary": {**message["beneficiary"], "address": {"city": town}}}

    def files(*rows):
        return {".visits.csv": visits, ".users.csv": text("User;Town", *rows)}

    yield from pair(15, "no-partner",
                    ("A visit of a user who is not in the table of users", "Intervention d'un usager absent de la table des usagers",
                     "A user without a visit", "Usager sans intervention"),
                    reading(files("B-7788;Paris"), [raw(15, **at(visits, "B-99"))], [in_town(ONE, "Paris")], both),
                    reading(files("B-7788;Paris", "B-99;Lille", "B-1;Lyon"),
                            messages=[in_town(ONE, "Paris"), in_town(last, "Lille")], mapped=both))
    yield from pair(16, "two-partners",
                    ("A user who stands twice in the table of users", "Usager présent deux fois dans la table des usagers",
                     "Two users of one town", "Deux usagers d'une même ville"),
                    reading(files("B-7788;Paris", "B-99;Lille", "B-7788;Lyon"), [raw(16, line=4, column=1)],
                            [in_town(ONE, "Paris"), in_town(last, "Lille")], both),
                    reading(files("B-7788;Paris", "B-99;Paris"), messages=[in_town(ONE, "Paris"), in_town(last, "Paris")],
                            mapped=both))
    yield from pair(21, "no-input",
                    ("One of the two files of a mapping is not given", "Un des deux fichiers d'une correspondance n'est pas donné",
                     "A mapping of one file", "Correspondance d'un seul fichier"),
                    reading({".visits.csv": visits}, [raw(21)], [], both), reading({".visits.csv": visits}, messages=[ONE, last]))


# -- circumstances -----------------------------------------------------------------------------------------------------


def circumstances():
    head, row = "beneficiary;from;to;reason", "B-7788;2026-03-12;2026-03-20;HOSPITALISATION"
    absence = {"absences": [{"beneficiary": "B-7788", "from": "2026-03-12", "to": "2026-03-20", "reason": "HOSPITALISATION"}]}
    yield from pair(22, "unknown-list",
                    ("A table of circumstances that does not say of which", "Table de circonstances qui ne dit pas lesquelles",
                     "A table that says it in the column kind", "Table qui le dit dans la colonne kind"),
                    Side(text(head, row), [raw(22, line=1)]),
                    Side(text("kind;" + head, "absences;" + row), circumstances=absence))
    wrong = text("kind;" + head, "holidays;" + row, "absences;" + row)
    yield from pair(11, "kind",
                    ("A kind of circumstances that does not exist", "Type de circonstances qui n'existe pas",
                     "A kind that exists", "Type qui existe"),
                    Side(wrong, [raw(11, line=2, column=1)], circumstances=absence),
                    Side(text("kind;" + head, "absences;" + row), circumstances=absence))
    own = text("Usager;Premier jour;Dernier jour;Motif", "B-7788;12/03/2026;20/03/2026;VACANCES")
    day = own.replace("12/03/2026", "2026-03-12")
    kept = {"absences": [{"beneficiary": "B-7788", "from": "2026-03-12", "to": "2026-03-20", "reason": "VACANCES"}]}
    yield from pair(11, "shipped-absences",
                    ("A day in ISO form in the shipped table of absences", "Jour en forme ISO dans la table livrée des absences",
                     "A day as the shipped table writes it", "Jour comme la table livrée l'écrit"),
                    Side(day, [raw(11, **at(day, "2026-03-12"))], "absences", circumstances={"absences": None}),
                    Side(own, (), "absences", circumstances=kept))


# -- writing -----------------------------------------------------------------------------------------------------------


def named(name):
    root = delivery(party={18: {2}})
    root.find("//ShipFromCITradeParty/Name").text = name
    return root


def writing():
    def one_column(path, name="Value", encoding="utf-8", **more):
        return mapping(table([column("Visit", "delivery_id"), column(name, path, **more)], encoding=encoding))

    def made(value, encoding="utf-8"):
        return {"visits.csv": text("Visit;Value", f"DLV-0001;{value}").encode(encoding)}

    euro = named("Aide 5 €")
    yield from pair(6, "not-encodable",
                    ("A euro sign in a file of ISO-8859-1", "Signe euro dans un fichier ISO-8859-1",
                     "The same in a file of ISO-8859-15", "Le même dans un fichier ISO-8859-15"),
                    Side({".xml": euro}, [raw(6, "warning")], one_column("provider.name", encoding="iso-8859-1"),
                         tables=made("Aide 5 ?")),
                    Side({".xml": euro}, (), one_column("provider.name", encoding="iso-8859-15"),
                         tables=made("Aide 5 €", "iso-8859-15")))
    entries = {"reasons": {"entries": {"CRE": "created"}}}

    def reason(**more):
        return mapping(table([column("Visit", "delivery_id"), column("Value", "correction_code", table="reasons")]),
                       tables={"reasons": {**entries["reasons"], **more}})

    odd = delivery()
    odd.find("//ActualDespatchCISupplyChainEvent/TypeCode").text = "COD"
    yield from pair(13, "code-not-in-table",
                    ("A code of a message that is not in its table", "Code d'un message absent de sa table",
                     "A table that leaves unknown codes empty", "Table qui laisse vides les codes inconnus"),
                    Side({".xml": odd}, [raw(13)], reason(), tables=made("")),
                    Side({".xml": odd}, (), reason(otherwise="empty"), tables=made("")))
    extra = {"extra_minutes": [{"delivery_id": "DLV-0001", "minutes": 10, "reason": "A"},
                               {"delivery_id": "DLV-0001", "minutes": 5, "reason": "B"}]}
    files = {".xml": delivery(), ".circumstances.json": json.dumps(extra, indent=1) + "\n"}
    path = "circumstances.extra_minutes[delivery_id=@delivery_id].reason"
    yield from pair(17, "several-values",
                    ("Two reasons for one cell", "Deux motifs pour une cellule",
                     "Two reasons that are joined", "Deux motifs qui sont joints"),
                    Side(files, [raw(17, "warning")], one_column(path), tables=made("A")),
                    Side(files, (), one_column(path, join=", "), tables=made("A, B")))
    seconds = delivery()
    seconds.find("//EndDateTime").text = "2026-03-02T10:00:20"
    yield from pair(18, "unwritable",
                    ("Seconds in a column of minutes", "Secondes dans une colonne de minutes",
                     "Seconds in a column of minutes that is rounded", "Secondes dans une colonne de minutes arrondie"),
                    Side({".xml": seconds}, [raw(18)], one_column("retained_period.seconds", unit="minutes", decimals=0),
                         tables=made("")),
                    Side({".xml": seconds}, (), one_column("retained_period.seconds", unit="minutes", decimals=0, rounding="down"),
                         tables=made("60")))


# -- the mapping -------------------------------------------------------------------------------------------------------


def loading(content, findings=(), parameters=None):
    return Side({}, findings, content, parameters)


def broken(content, mark, pointer, number=51):
    return loading(content, [raw(number, path=pointer, **at(content, mark))])


def mappings():
    path = "/files/0/columns/2/path"
    yield from pair(50, "path",
                    ("A path that names no field", "Chemin qui ne désigne aucun champ", "The path of a field", "Chemin d'un champ"),
                    broken(mapping(table(changed(2, path="retained_period.begin"))), '"retained_period.begin"', path, 50),
                    loading(mapping()))
    yield from pair(50, "list-without-place",
                    ("A path through a list without a place", "Chemin à travers une liste sans place",
                     "A path to the first of a list", "Chemin vers le premier d'une liste"),
                    broken(mapping(table(changed(4, path="lines.billed_seconds"))), '"lines.billed_seconds"', "/files/0/columns/4/path", 50),
                    loading(mapping()))
    for slug, words, bad, mark, pointer, good in (
            ("no-unit", ("A duration without a unit", "Durée sans unité", "A duration in minutes", "Durée en minutes"),
             table(changed(4, unit=None)), '{\n     "name": "Hours"', "/files/0/columns/4", table(changed(4, unit="minutes"))),
            ("format", ("A format on an identifier", "Forme sur un identifiant", "A format on a time", "Forme sur une heure"),
             table(changed(1, format="dd/MM/yyyy")), '"dd/MM/yyyy"\n', "/files/0/columns/1/format",
             table(changed(2, format="dd/MM/yyyy HH:mm:ss"))),
            ("column-twice", ("Two columns of one name", "Deux colonnes du même nom", "Columns of two names", "Colonnes de deux noms"),
             table(changed(3, name="Start")), '"Start",\n     "path": "retained_period.end"', "/files/0/columns/3/name",
             table(changed(3, name="Until"))),
            ("sum", ("A sum without grouped rows", "Somme sans lignes cumulées", "A sum of grouped rows", "Somme de lignes cumulées"),
             table(changed(4, aggregate="sum")), '"sum"', "/files/0/columns/4/aggregate", table(changed(4, aggregate="sum"), group=True)),
            ("list", ("A column through a list the rows do not go through", "Colonne à travers une liste que les lignes ne suivent pas",
                      "Rows that go through the list", "Lignes qui suivent la liste"),
             table(changed(4, path="lines[].billed_seconds")), '"lines[].billed_seconds"', "/files/0/columns/4/path",
             table(changed(4, path="lines[].billed_seconds"), rows="line")),
            ("key", ("A key that is no column", "Clé qui n'est pas une colonne", "A key that is a column", "Clé qui est une colonne"),
             table(rows="line", key=["Line"]), '"Line"', "/files/0/key/0", table(rows="line", key=["Visit"])),
            ("decimals", ("Eleven decimals", "Onze décimales", "Ten decimals", "Dix décimales"),
             table(changed(4, decimals=11)), "11\n", "/files/0/columns/4/decimals", table(changed(4, decimals=10)))):
        yield from pair(51, slug, words, broken(mapping(bad), mark, pointer), loading(mapping(good)))
    hole = {"provider": {"about": "Provider."}}
    filtered = table(filters=[{"path": "provider.id", "is": ["{provider}"]}])
    needing = mapping(filtered, parameters=hole)
    yield from pair(52, "parameter",
                    ("A parameter without a value", "Paramètre sans valeur", "A parameter that is given", "Paramètre donné"),
                    loading(needing, [raw(52, path="/parameters/provider", **at(needing, '{\n   "about": "Provider."'))]),
                    loading(needing, parameters={"provider": "512"}))
    yield from pair(52, "payroll-night",
                    ("The shipped payroll table without the bounds of the night", "Table de paie livrée sans les bornes de la nuit",
                     "The payroll table with both bounds", "Table de paie avec les deux bornes"),
                    loading("payroll-hours", [raw(52, path="/parameters/night_from"), raw(52, path="/parameters/night_to")]),
                    loading("payroll-hours", parameters={"night_from": "21:00", "night_to": "06:00"}))
    yield from pair(53, "unknown-parameter",
                    ("A parameter the mapping does not have", "Paramètre que la correspondance n'a pas",
                     "A parameter it has", "Paramètre qu'elle a"),
                    loading(needing, [raw(53)], {"provider": "512", "month": "2026-03"}), loading(needing, parameters={"provider": "0"}))
    grouped = mapping(table(changed(4, aggregate="sum"), group=True))
    content = text(HEADER, FIRST, SECOND)
    yield from pair(54, "sums",
                    ("Sums cannot be read", "Des sommes ne se lisent pas", "A derived value that is only written", "Valeur dérivée seulement écrite"),
                    reading(content, [raw(54)], [], grouped),
                    reading(text(HEADER + ";Minutes", FIRST + ";60", SECOND + ";90"),
                            mapped=mapping(table([*COLUMNS, column("Minutes", "retained_period.seconds", unit="minutes", use="write")]))))
    double = {"reasons": {"entries": {"CRE": "other", "COD": "other"}}}
    single = {"reasons": {"entries": {"CRE": "created", "COD": "departure forgotten"}}}
    reasons = table([*COLUMNS, column("Reason", "correction_code", table="reasons")])
    yield from pair(54, "table-not-one-to-one",
                    ("A table that gives two codes one word", "Table qui donne un mot à deux codes",
                     "A table that gives each code its word", "Table qui donne à chaque code son mot"),
                    reading(text(HEADER + ";Reason", FIRST + ";other"), [raw(54)], [], mapping(reasons, tables=double)),
                    reading(text(HEADER + ";Reason", FIRST + ";created"), messages=[{**ONE, "correction_code": {"value": "CRE"}}],
                            mapped=mapping(reasons, tables=single)))


def cases():
    for part in (texts, headers, cells, rows, joined, circumstances, writing, mappings):
        yield from part()
