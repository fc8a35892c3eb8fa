"""What messages come in besides a file of XML: JSON documents of several messages, and ZIP archives."""

import io
import json
import struct
import zipfile
import zlib

from case import Case, Finding
from files import DELIVERY
from sense import delivery, order
from xmltree import text_of

# A visit about which nothing is to be said.
VISIT = {**DELIVERY, "correction_code": {"value": "CRE", "list_id": "ESPPADOM_EFFECTIVITY_AJUST", "list_agency_name": "EDESS"},
         "order_refs": [{"order_id": "CMD-2026-0042"}],
         "provider": {"ids": [{"value": "512"}],
                      "contacts": [{"type_code": {"value": "INT", "list_id": "ESPPADOM_CONTACT_PRESTATAIRE",
                                                  "list_agency_name": "EDESS"}}]}}
WHEN = (2026, 4, 2, 9, 0, 0)


def raw(code, severity="error", **more):
    return Finding(code, severity=severity, **more)


def pair(code, slug, texts, name, bad, findings, near, near_findings=()):
    source = "JSON form of the messages (RFC 8259)" if code.startswith("ESP-JSON") else "ZIP archives of messages (PKWARE APPNOTE)"
    base = f"{code[4:].lower()}-{slug}"
    for kind, content, found, (en, fr) in (("finding", bad, findings, texts[:2]), ("near_miss", near, near_findings, texts[2:])):
        covers = sorted({code, *(one.code for one in findings)} - {one.code for one in near_findings})
        yield Case("containers", base + ("-near-miss" if kind == "near_miss" else ""), kind, covers, en, fr, source, "known",
                   {name: content}, found)


def documents():
    def text(**members):
        return (json.dumps(members, ensure_ascii=False, indent=1) + "\n").encode("utf-8")

    good = {"schema": "esppadom/delivery/1", "messages": [VISIT]}
    near = text(**good)
    name = ".batch.json"
    yield from pair("ESP-JSON-030", "schema-too-late",
                    ("A document that says what it holds after its messages", "Document disant après ses messages ce qu'il contient",
                     "The schema stands before the messages", "Le schéma précède les messages"),
                    name, text(messages=[VISIT], schema="esppadom/delivery/1"), [raw("ESP-JSON-030")], near)
    yield from pair("ESP-JSON-031", "unknown-schema",
                    ("A document of a form that does not exist yet", "Document d'une forme qui n'existe pas encore",
                     "The form 1", "La forme 1"),
                    name, text(**{**good, "schema": "esppadom/delivery/2"}), [raw("ESP-JSON-031", path="/schema")], near)
    yield from pair("ESP-JSON-032", "no-messages",
                    ("A document without a list of messages", "Document sans liste de messages",
                     "A document whose list is empty", "Document dont la liste est vide"),
                    name, text(schema="esppadom/delivery/1"), [raw("ESP-JSON-032")],
                    text(schema="esppadom/delivery/1", messages=[]), [raw("ESP-XML-015", "warning")])
    extra = {"kind": "element", "content": "<Language>fr"}
    kept = {**extra, "content": "<Language>fr</Language>"}
    yield from pair("ESP-JSON-033", "broken-extra",
                    ("An unknown element that is not complete", "Élément inconnu incomplet", "An unknown element that is complete",
                     "Élément inconnu complet"),
                    name, text(**{**good, "messages": [{**VISIT, "extras": [extra]}]}), [raw("ESP-JSON-033")],
                    text(**{**good, "messages": [{**VISIT, "extras": [kept]}]}))


def spring():
    def text(end, hours):
        line = {**VISIT["lines"][0], "billed_quantity": {"value": hours, "unit_code": "HUR"}}
        visit = {**VISIT, "retained_period": {"start": "2026-03-29T01:30:00", "end": end}, "lines": [line],
                 "issued_at": "2026-03-30T10:00:00"}
        return (json.dumps({"schema": "esppadom/delivery/1", "messages": [visit]}, indent=1) + "\n").encode("utf-8")
    # From 01:30 to 03:15 that night is 45 minutes.
    for case in pair("ESP-MSG-006", "spring-gap",
                     ("A time the clock skips in spring, in JSON", "Heure sautée au printemps, en JSON",
                      "A visit over the change of the clock", "Intervention à cheval sur le changement d'heure"),
                     ".batch.json", text("2026-03-29T02:30:00", "0.5"),
                     [raw("ESP-MSG-006", "warning", path="/messages/0/retained_period/end")], text("2026-03-29T03:15:00", "0.75")):
        case.source = "messages reference, section 8.1"
        yield case


def circumstances():
    def text(condition):
        return (json.dumps({"cancellations": [{"delivery_id": "DLV-0001", "condition": condition}]}, indent=1) + "\n").encode("utf-8")
    yield from pair("ESP-JSON-007", "choice",
                    ("A cancellation on a condition that does not exist", "Annulation sous une condition qui n'existe pas",
                     "A cancellation on a condition that exists", "Annulation sous une condition qui existe"),
                    ".circumstances.json", text("billed_payed"), [raw("ESP-JSON-007", path="/cancellations/0/condition")],
                    text("billed_paid"))


def archive(entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as one:
        for name, content in entries:
            about = zipfile.ZipInfo(name, WHEN)
            about.create_system, about.external_attr = 3, 0o100644 << 16
            one.writestr(about, content)
    return out.getvalue()


def repeated(head, times):
    """A deflate stream (RFC 1951) that says `head`, and then its last byte 258 × `times` more: the same on any machine."""
    bits = []

    def put(value, count, first_bit_high=False):
        bits.extend(value >> (count - 1 - at if first_bit_high else at) & 1 for at in range(count))
    put(0, 3)  # a stored block follows, after the rest of its byte
    put(0, 5)
    for number in (len(head), len(head) ^ 0xFFFF):
        put(number, 16)
    for byte in head:
        put(byte, 8)
    put(0b011, 3)  # the last block, with fixed codes
    for _ in range(times):
        put(0b11000101, 8, True)  # length 258
        put(0, 5)  # distance 1
    put(0, 7)  # the end
    bits.extend([0] * (-len(bits) % 8))
    return bytes(sum(bit << at for at, bit in enumerate(bits[i:i + 8])) for i in range(0, len(bits), 8))


def deflated(name, head, times):
    """An archive of one entry, packed by `repeated`."""
    content = head + head[-1:] * (258 * times)
    packed = repeated(head, times)
    about = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0x4800, 0x5C82, zlib.crc32(content), len(packed), len(content), len(name), 0)
    first = b"PK\x03\x04" + about + name + packed
    listed = b"PK\x01\x02" + struct.pack("<H", 20) + about + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    return first + listed + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(listed), len(first), 0)


def encrypted(content, name):
    """The archive with the mark of encryption at one entry, in its own header and in the directory."""
    out = bytearray(content)
    for signature, flags, length in ((b"PK\x03\x04", 6, 30), (b"PK\x01\x02", 8, 46)):
        at = out.find(signature)
        while at >= 0:
            if out[at + length:at + length + len(name)] == name.encode("ascii"):
                out[at + flags] |= 1
            at = out.find(signature, at + 1)
    return bytes(out)


def archives():
    visits, orders = text_of(delivery()).encode("utf-8"), text_of(order()).encode("utf-8")
    both = [("delivery.xml", visits), ("order.xml", orders)]
    good = archive(both)
    name = ".zip"
    fine = ("An archive of two files", "Archive de deux fichiers")
    bad = bytearray(good)
    at = good.find(b"512</pie:ID>")
    bad[at] = ord("6")  # the checksum of the entry no longer fits
    yield from pair("ESP-ARC-001", "damaged", ("An archive that was changed on its way", "Archive altérée en route") + fine, name,
                    bytes(bad), [raw("ESP-ARC-001"), raw("ESP-XML-001")], good)
    yield from pair("ESP-ARC-002", "password", ("An entry with a password", "Entrée protégée par un mot de passe") + fine, name,
                    encrypted(good, "order.xml"), [raw("ESP-ARC-002")], good)
    yield from pair("ESP-ARC-003", "name", ("An entry whose name leads out of the archive", "Entrée dont le nom sort de l'archive",
                                            "Two points inside a name", "Deux points à l'intérieur d'un nom"), name,
                    archive([both[0], ("../order.xml", orders)]), [raw("ESP-ARC-003")], archive([both[0], ("2026..03/order.xml", orders)]))
    yield from pair("ESP-ARC-005", "expands", ("An archive that expands more than a hundred times", "Archive s'étendant plus de cent fois",
                                               "A small archive that expands as much", "Petite archive s'étendant autant"), name,
                    deflated(b"delivery.xml", visits, 12000), [raw("ESP-ARC-005"), raw("ESP-XML-001")], deflated(b"delivery.xml", visits, 3900))
    yield from pair("ESP-ARC-006", "nested", ("An archive in an archive", "Archive dans une archive", "Folders in an archive",
                                              "Dossiers dans une archive"), name,
                    archive([both[0], ("more.zip", archive([both[1]]))]), [raw("ESP-ARC-006", "warning")],
                    archive([both[0], ("more/order.xml", orders)]))
    yield from pair("ESP-ARC-008", "no-message", ("An archive without a file of messages", "Archive sans fichier de messages",
                                                  "A file of messages beside a note", "Fichier de messages à côté d'une note"), name,
                    archive([("note.txt", b"Bonjour\n")]), [raw("ESP-ARC-008", "warning")],
                    archive([("note.txt", b"Bonjour\n"), both[0]]))


def cases():
    yield from documents()
    yield from spring()
    yield from circumstances()
    yield from archives()
