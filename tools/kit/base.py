"""The messages the cases start from, built from the structure tables: what a message must have, and what a case adds.

All people, identifiers and companies are invented. Every base message is without a finding."""

import csv
import pathlib

from xmltree import URIS, Element, declarations

TABLES = pathlib.Path(__file__).resolve().parent / "tables"
ROOTS = {"order": "CrossIndustryOrder", "delivery": "CrossIndustryDespatchAdvice", "invoice": "CrossIndustryInvoice"}
EDESS = "EDESS"


class Row:
    """One row of a structure table. `key` is `order/16`; a row of a party `order/18/party/2`."""

    def __init__(self, table, cells, parent):
        self.table, self.number = table, int(cells["row"])
        self.key = f"{table}/{self.number}"
        self.depth, self.element, self.ns = int(cells["depth"]), cells["element"], cells["ns"]
        self.occurs, self.type = cells["occurs"].split(";")[0], cells["type"]
        self.field, self.codes, self.parent, self.children = cells["field"], cells["codes"], parent, []
        self.standing = standing_of(cells["standing"])
        if parent:
            parent.children.append(self)

    @property
    def required(self):
        return self.occurs.startswith("1")

    @property
    def repeatable(self):
        return self.occurs.endswith("n")


def standing_of(text):
    for known in ("inferred (high)", "inferred (medium)", "inferred (low)", "open", "known"):
        if text.startswith(known):
            return known
    # The more cautious of several: a rule that is known about an element that is inferred.
    for part in ("inferred (low)", "inferred (medium)", "inferred (high)", "open", "known"):
        if part in text:
            return part
    raise ValueError(text)


def load(table):
    rows, open_rows = [], []
    with open(TABLES / f"{table}.csv", encoding="utf-8", newline="") as file:
        for cells in csv.DictReader(file):
            depth = int(cells["depth"])
            del open_rows[depth:]
            row = Row(table, cells, open_rows[-1] if open_rows else None)
            open_rows.append(row)
            rows.append(row)
    return rows


ROWS = {table: load(table) for table in ("party", "order", "delivery", "invoice")}


def code(value, listed="", agency=""):
    return value, {name: text for name, text in (("listID", listed), ("listAgencyName", agency)) if text}


def identifier(value, scheme="", agency=""):
    return value, {name: text for name, text in (("schemeID", scheme), ("schemeAgencyName", agency)) if text}


def euros(value):
    return value, {"currencyID": "EUR"}


def hours(value, unit="HUR"):
    return value, {"unitCode": unit}


BADGE = code("BDG", "ESPPADOM_TIMESTAMP_METHOD", EDESS)
LOCAL = "LIBESPPADOM"
AMOUNTS = {
    "is_charge": "false", "percent": "13.6192", "basis_quantity": hours("1"), "amount": euros("3.40"),
    "reason_code": code("PARTICIPATION", "LIBE_MOTIF_MONTANT", LOCAL), "reason": "Participation du bénéficiaire",
    "basis_amount": euros("25.00"),
}
PARTY = {
    "contacts[].id": identifier("AX-42", "INTERVENANT", "SAAD512"), "contacts[].person_name": "DURAND Paul",
    "contacts[].type_code": code("INT", "ESPPADOM_CONTACT_PRESTATAIRE", EDESS), "address.line_one": "3 impasse des Tilleuls",
    "address.postcode": "99100", "address.city": "Exempleville", "address.country": "FR",
    "tax_registration.id": f"FR{(12 + 3 * (123456709 % 97)) % 97:02}123456709", "endpoint.uri": "mailto:contact@saad.example",
}
BENEFICIARY = {
    **PARTY, "id": identifier("B-7788", "BENEFICIAIRE", "CD99"), "name": "Jeanne MARTIN", "first_name": "Jeanne",
    "last_name": "Martin", "birth_date": "1938-07-21T00:00:00", "siret": "12345670900013",
}
PROVIDER = {
    **PARTY, "id": identifier("512", "SAAD", "CD99"), "name": "SAAD Exemple - Agence Nord", "first_name": "Ève",
    "last_name": "Nord", "birth_date": "1970-01-02T00:00:00", "siret": "12345670900013",
}
FUNDER = {
    **PARTY, "id": identifier("CD99", "FINANCEUR", "CD99"), "name": "Département exemple", "first_name": "Anne",
    "last_name": "Exemple", "birth_date": "1971-03-04T00:00:00", "siret": "12345670900013",
}
ROLES = {"beneficiary": BENEFICIARY, "lines[].beneficiary": BENEFICIARY, "provider": PROVIDER, "payee": PROVIDER}

SERVICE = {"lines[].service.codes[]": code("APA-HRJO", "CD99_PRESTATIONS", "CD99"),
           "lines[].service.label": "Aide à domicile, jours ouvrables"}
CARE_MODE = {"lines[].care_mode": code("PRE", "ESPPADOM_CADRE", EDESS)}
VALUES = {
    "order": {
        **SERVICE, **CARE_MODE, "message_version": "1.4", "transaction_id": "LOT-20260220-01", "order_id": "CMD-2026-0042",
        "document_type_code": "220", "issued_at": "2026-02-20T11:00:00", "purpose_code": "9",
        "notes[].text": "Première commande", "validity_period.start": "2026-03-01T00:00:00",
        "validity_period.end": "2028-02-29T00:00:00", "plan.id": "PLAN-7788",
        "plan.contract_global_id": identifier("P", "token", "token"), "plan.period.start": "2026-01-01T00:00:00",
        "plan.period.end": "2029-12-31T00:00:00", "previous_order.id": "CMD-2025-0007",
        "instructions[].text": "Clé chez la gardienne", "currency": "EUR",
        **{f"order_amounts[].{name}": value for name, value in AMOUNTS.items()},
        "lines[].order_line_id": "PLAN-7788-1", "lines[].provider_rate": euros("27.500000"),
        "lines[].provider_rate_basis": hours("1"), "lines[].tariff": euros("25.00"), "lines[].tariff_basis": hours("1"),
        "lines[].tariff_period.start": "2026-03-01T00:00:00", "lines[].tariff_period.end": "2026-12-31T00:00:00",
        "lines[].tariff_reference": "T-2026-A", "lines[].requested_quantity": hours("36"),
        "lines[].requested_period": hours("1", "MON"),
        **{f"lines[].amounts[].{name}": value for name, value in AMOUNTS.items()},
    },
    "delivery": {
        **SERVICE, **CARE_MODE, "message_version": "1.4", "transaction_id": "TG-20260315-01", "delivery_id": "DLV-0001",
        "issued_at": "2026-03-15T18:15:00", "order_ref.order_id": "CMD-2026-0042",
        "contract.global_id": identifier("P", "token", "token"),
        "correction_code": code("CRE", "ESPPADOM_EFFECTIVITY_AJUST", EDESS),
        "retained_period.start": "2026-03-02T09:00:00", "retained_period.end": "2026-03-02T10:00:00",
        "planned_period.start": "2026-03-02T09:00:00", "planned_period.end": "2026-03-02T10:00:00",
        "stamps.arrival.certified_at": "2026-03-02T09:01:12", "stamps.departure.certified_at": "2026-03-02T10:02:47",
        **{f"stamps.{side}.{who}_method": BADGE for side in ("arrival", "departure") for who in ("customer", "supplier")},
        "lines[].line_id": "1", "lines[].order_line_id": "PLAN-7788-1", "lines[].billed_quantity": hours("1"),
    },
    "invoice": {
        **SERVICE, **CARE_MODE, "message_version": "1.4", "transaction_id": "FAC-20260402-01",
        "invoice_id": "FACT-0326-00017", "type_code": "380", "issued_at": "2026-04-02T09:00:00",
        "subtype_code": code("PRINCIPALE", "LIBE_NATURE_FACTURE", LOCAL), "notes[].text": "Facture du mois de mars",
        "order_ref.order_id": "CMD-2026-0042", "currency": "EUR",
        "credit_reason_code": code("CORRECTION", "LIBE_MOTIF_AVOIR", LOCAL), "credit_reason": "Correction d'une intervention",
        "taxes[].type_code": "VAT", "taxes[].exemption_reason": "Exonération de TVA", "taxes[].rate": "0",
        "taxes[].category_code": "E", "taxes[].amount": euros("0.00"),
        "billing_period.start": "2026-03-01T00:00:00", "billing_period.end": "2026-03-31T00:00:00",
        **{f"document_amounts[].{name}": value for name, value in AMOUNTS.items()},
        "document_amounts[].percent": "20", "document_amounts[].amount": euros("5.00"),
        "document_amounts[].reason_code": code("PENALTY", "LIBE_MOTIF_MONTANT", LOCAL), "document_amounts[].reason": "Réfaction",
        "charge_total": euros("0.00"), "tax_total": euros("0.00"), "prepaid_total": euros("0.91"),
        "corrected_invoice.invoice_id": "FACT-0226-00009", "corrected_invoice.issued_at": "2026-03-03T09:00:00",
        "lines[].line_id": "1", "lines[].order_ref.order_id": "CMD-2026-0042",
        "lines[].order_ref.order_line_id": "PLAN-7788-1", "lines[].tariff": euros("25.00"), "lines[].tariff_basis": hours("1"),
        "lines[].billed_quantity": hours("1"), "lines[].delivery_refs[].delivery_id": "DLV-0001",
        "lines[].delivery_refs[].line_id": "1", "lines[].tax.rate": "0", "lines[].tax.category_code": "E",
        "lines[].billing_period.start": "2026-03-01T00:00:00", "lines[].billing_period.end": "2026-03-31T00:00:00",
        **{f"lines[].amounts[].{name}": value for name, value in AMOUNTS.items()},
        "lines[].surcharge_total": euros("0.00"), "lines[].tax_total": euros("0.00"),
        "lines[].corrected_line.invoice_id": "FACT-0226-00009", "lines[].corrected_line.line_id": "1",
    },
}

# What a message has beyond what it must have, so that nothing is to be said about it.
ALWAYS = {"order": {46, 50, 51, 52, 59, 60, 61, 62}, "delivery": {12, 20, 22, 23, 42}, "invoice": {70, 71}}
# Rows that make sense only together.
TOGETHER = {
    "order": [(set(range(35, 43)), {39}), (set(range(66, 74)), {70})],
    "delivery": [({20}, set()), (set(range(28, 38)), {28, 29, 30, 31, 34, 35})],
    "invoice": [({23, 24, 94, 95, 96}, {23, 54, 55}), ({54, 55, 56}, {10, 54, 55}), (set(range(37, 45)), {37, 41, 48}),
                ({48}, {37, 41, 48}), (set(range(81, 89)), {81, 85, 92}), ({92}, {81, 85, 92})],
}


def invoice_values(numbers):
    """Totals that follow from what the invoice holds."""
    values = dict(VALUES["invoice"])

    def cents(amount):
        return f"{amount // 100}.{amount % 100:02}"

    share = 2500 - (340 if 85 in numbers else 0)
    allowance = 500 if 48 in numbers else 0
    prepaid = 91 if 52 in numbers else 0
    values["lines[].funder_share"] = euros(cents(share))
    values["lines[].participation_total"] = euros("3.40")
    values["line_total"] = euros(cents(share))
    values["allowance_total"] = euros("5.00")
    for name in ("tax_basis_total", "grand_total", "taxes[].basis_amount"):
        values[name] = euros(cents(share - allowance))
    values["due_payable"] = euros(cents(share - allowance - prepaid))
    if numbers & {23, 24, 94}:
        values["type_code"] = "381"
        values["subtype_code"] = code("PRINCIPALE", "LIBE_NATURE_FACTURE", LOCAL)
    elif 54 in numbers:
        values["subtype_code"] = code("COMPLEMENTAIRE", "LIBE_NATURE_FACTURE", LOCAL)
    return values


def numbers_for(kind, wanted):
    """The rows of a message that holds the wanted rows and what goes with them."""
    numbers = set(wanted) | ALWAYS[kind]
    for trigger, brings in TOGETHER.get(kind, []):
        if numbers & trigger:
            numbers |= brings
    if kind == "delivery" and 28 in numbers and 20 not in wanted:
        numbers.discard(20)
    by_number = {row.number: row for row in ROWS[kind]}
    for number in list(numbers):
        row = by_number[number].parent
        while row:
            numbers.add(row.number)
            row = row.parent
    for row in ROWS[kind]:  # in document order: parents before children
        if row.required and (row.parent is None or row.parent.number in numbers):
            numbers.add(row.number)
    return numbers


def value_of(values, field):
    found = values[field]
    return found if isinstance(found, tuple) else (found, {})


def party_children(role, wanted, key):
    values = ROLES.get(role, FUNDER)
    keep = {1} | set(wanted)
    for row in ROWS["party"]:
        if row.number in keep and row.parent:
            keep.add(row.parent.number)
    for row in ROWS["party"]:
        if row.required and row.parent and row.parent.number in keep:
            keep.add(row.number)

    def made(row):
        children = [made(child) for child in row.children if child.number in keep]
        text, attributes = (None, {}) if row.children else value_of(values, row.field[2:])
        return Element(row.ns, row.element, text, attributes, children, f"{key}/party/{row.number}")

    return [made(row) for row in ROWS["party"] if row.parent is None and row.number in keep]


def message(kind, wanted=(), party=None):
    """A message element with the wanted rows; `party` maps rows of parties to the rows of the party block they have."""
    numbers = numbers_for(kind, wanted)
    values = invoice_values(numbers) if kind == "invoice" else dict(VALUES[kind])
    if kind == "delivery" and 20 in numbers and 28 in numbers:
        values["correction_code"] = code("MDT", "ESPPADOM_EFFECTIVITY_AJUST", EDESS)

    def made(row):
        prefix = "ns" if row.ns == "msg" else row.ns
        if row.type == "party":
            block = set((party or {}).get(row.number, {2}))
            if row.key == "delivery/18":
                block |= {7, 8, 10}  # a visit names its caregiver
            children = party_children(row.field, block, row.key)
            return Element(prefix, row.element, None, {}, children, row.key)
        children = [made(child) for child in row.children if child.number in numbers]
        text, attributes = (None, {}) if row.children or row.type == "empty" else value_of(values, row.field)
        return Element(prefix, row.element, text, attributes, children, row.key)

    return made(ROWS[kind][1])


def document(kind, *messages):
    root = Element("ns", kind, attributes={"versionID": "1.4", **declarations(kind)}, key=f"{kind}/1")
    for one in messages or (message(kind),):
        root.add(one)
    return root


def full(kind):
    """A message with every row of its table and every row of its parties."""
    numbers = [row.number for row in ROWS[kind]]
    parties = {row.number: [one.number for one in ROWS["party"]] for row in ROWS[kind] if row.type == "party"}
    return document(kind, message(kind, numbers, parties))


__all__ = ["ROWS", "ROOTS", "URIS", "document", "full", "message", "numbers_for"]
