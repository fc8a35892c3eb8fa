"""Every row of the structure tables: present, absent, repeated, and with a value of the wrong type."""

import copy

from base import ROWS, ROLES, document, message
from case import Case, Finding

SECTION = {"party": "2.2", "order": "3", "delivery": "4", "invoice": "5.1"}
LABEL = {"order": "ORDER", "delivery": "DELIVERY", "invoice": "INVOICE"}
WRONG = {"dateTime": "hier", "quantity": "une", "amount": "beaucoup", "percent": "moitié", "indicator": "peut-être"}
# Fields without which the message cannot be used.
NEEDED = {
    "order": ["order_id", "issued_at", "validity_period.start", "plan.period.start", "lines[].order_line_id",
              "lines[].tariff_period.start"],
    "delivery": ["delivery_id", "issued_at", "stamps.arrival.certified_at", "stamps.departure.certified_at"],
    "invoice": ["invoice_id", "type_code", "issued_at", "lines[].line_id"],
}
NEEDED_PARTIES = {"order": ["provider", "ordering_party", "beneficiary", "payer", "lines[].payer"],
                  "delivery": ["beneficiary", "provider"], "invoice": ["provider", "ordering_party", "payer"]}


def plain(kind, field):
    """The field as JSON names it."""
    if kind == "delivery" and field.startswith("order_ref"):
        field = field.replace("order_ref", "order_refs[]", 1)
    return field


def typed(row, text, attributes):
    """The value of a leaf as the JSON form writes it."""
    base = row.type.split(" ")[0].split("(")[0]
    if base in ("id",):
        out = {"value": text}
        for name, key in (("schemeID", "scheme_id"), ("schemeAgencyName", "scheme_agency_name")):
            if name in attributes:
                out[key] = attributes[name]
        return out
    if base == "code":
        if not attributes:
            return text
        return {"value": text, "list_id": attributes["listID"], "list_agency_name": attributes["listAgencyName"]}
    if base == "quantity":
        return {"value": text, "unit_code": attributes["unitCode"]}
    if base == "amount":
        return {"value": "27.50" if text == "27.500000" else text, "currency": attributes["currencyID"]}
    if base == "indicator":
        return text == "true"
    if row.field == "*.birth_date":
        return text[:10]
    return text


def nested(path, value, times=1):
    """`lines[].service.codes[]` and a value as a partial message."""
    step, _, rest = path.partition(".")
    name = step[:-2] if step.endswith("[]") else step
    inner = nested(rest, value, times) if rest else value
    if step.endswith("[]"):
        inner = [copy.deepcopy(inner) for _ in range(times if not rest else 1)]
    return {name: inner}


def fields_of(row):
    """The fields a row and what it contains hold."""
    out = [row.field] if row.field else []
    for child in row.children:
        out += fields_of(child)
    return out


def present(root, field_rows, field):
    for row in field_rows:
        if row.field == field:
            return any(one.key == row.key for one in root.walk())
    return False


def amounts_of(kind, root):
    """Amounts of an invoice in cents by field; what is absent or unreadable counts nothing."""
    out = {}
    for row in ROWS[kind]:
        if row.type.startswith("amount") and row.field:
            total = 0
            for one in root.walk():
                if one.key == row.key and one.text and one.text.replace(".", "", 1).isdigit():
                    total += round(float(one.text) * 100)
            out[row.field] = total
    return out


def sums(root):
    """What the totals of an invoice give away when one of them is not there (messages reference, section 5.2)."""
    has = {one.key for one in root.walk() if one.text not in WRONG.values()}
    by_field = {row.field: row.key for row in ROWS["invoice"] if row.field}
    a = amounts_of("invoice", root)
    out = []

    def check(field, computed):
        if a[field] != computed:
            out.append(field)

    check("line_total", a["lines[].funder_share"])
    check("tax_basis_total", a["line_total"] - a["allowance_total"] + a["charge_total"])
    if by_field["tax_total"] in has:
        check("tax_total", a["taxes[].amount"])
    check("grand_total", a["tax_basis_total"] + a["tax_total"])
    check("due_payable", a["grand_total"] - a["prepaid_total"])
    return out


def sense(kind, root):
    """What the meaning of the message gives away: the expected findings of level sense."""
    (head,) = root.children
    keys = {one.key for one in head.walk()}
    read = {one.key for one in head.walk() if one.text not in WRONG.values()}
    by_field = {row.field: row for row in ROWS[kind] if row.field}
    out = []

    def tell(code, path):
        out.append(Finding(code, head, path))

    def there(field):
        return by_field[field].key in read

    lines = there("lines[]")
    for field in NEEDED[kind]:
        parent = by_field[field].parent
        at = field.replace("[]", "[1]")
        if field.startswith("lines[]") and not lines:
            continue
        if field.startswith(("stamps", "plan.", "lines[].tariff_period")) and parent.key not in keys:
            continue
        if not there(field):
            tell("ESP-MSG-001", at)
    for field in ("message_version", "transaction_id"):
        if not there(field):
            tell("ESP-MSG-068", field)
    for role in NEEDED_PARTIES[kind]:
        row = by_field[role]
        if role.startswith("lines[]") and not lines:
            continue
        if (row.required or row.key in keys) and f"{row.key}/party/1" not in keys:
            tell("ESP-MSG-001", role.replace("[]", "[1]") + ".ids")
    if not lines:
        tell("ESP-MSG-001", "lines")
    elif by_field["lines[].service.codes[]"].key not in keys:
        tell("ESP-MSG-013", "lines[1].service")
    if kind == "order" and lines and not there("lines[].tariff") and not there("lines[].provider_rate"):
        tell("ESP-MSG-041", "lines[1]")
    if kind == "invoice":
        for field in sums(root):
            tell("ESP-MSG-042", field)
    if kind == "delivery":
        sides = [there(f"retained_period.{side}") for side in ("start", "end")]
        for side in sides:
            if not side:
                tell("ESP-MSG-023", "retained_period")
        stamped = [by_field[f"stamps.{side}"].key in keys for side in ("arrival", "departure")]
        if by_field["correction_code"].key not in keys:
            out.extend(Finding("ESP-MSG-021", head, "correction_code") for side in stamped if not side)
        if lines and all(sides) and not there("lines[].billed_quantity"):
            tell("ESP-MSG-024", "lines[1].billed_quantity")
    return out


def removed(kind, row, root, element):
    """Expected when an element is not there: its parent lacks it, and what follows for the meaning."""
    parent = element.parent
    element.remove()
    # An empty settlement may as well be left out (variant V10).
    out = [Finding("ESP-XML-020", parent)] if row.required and row.type != "empty" else []
    return out + sense(kind, root)


def example_of(row, kind):
    """What the row's element is called in titles."""
    return f"{LABEL[kind]} {row.element}" + (f" ({row.field})" if row.field else "")


def cases_of_row(kind, row, key, make, covers, area, slug, section):
    """`make()` gives a fresh document in which the element with `key` stands once."""
    where = f"messages reference, section {section}, row {row.number}"
    title = f"{row.element}"
    leaf = not row.children and row.type not in ("party", "empty", "")
    field = plain(kind, row.field)

    def case(what, en, fr, root, findings, **expected):
        return Case(area, f"{slug}-{what}", "row", covers, en, fr, where, row.standing, {".xml": root}, findings, **expected)

    root = make()
    element = root.by_key(key)
    expected = {}
    if leaf:
        expected["messages"] = [nested(field, typed(row, element.text, element.attributes))]
    elif field:
        expected["messages"] = [nested(field, {})] if not field.endswith("[]") else [nested(field, {})]
    yield case("present", f"{title} is read", f"{title} est lu", root, sense(kind, root), **expected)

    root = make()
    findings = removed(kind, row, root, root.by_key(key))
    optional = not row.required and field and not field.endswith("[]") and not field.startswith("lines[].service")
    yield case("absent", f"{title} is {'mandatory' if row.required else 'optional'}",
               f"{title} est {'obligatoire' if row.required else 'facultatif'}", root, findings,
               **({"messages": [nested(field, None)]} if optional and present_parent(row, root) else {}))

    root = make()
    first = root.by_key(key)
    second = first.after(first.copy())
    if row.repeatable:
        twice = {}
        if field:
            value = typed(row, first.text, first.attributes) if leaf else {}
            twice["messages"] = [nested(field, value, 2)]
        findings = sense(kind, root) + repeated_lines(kind, row, root)
        yield case("repeated", f"{title} may be repeated", f"{title} est répétable", root, findings, **twice)
    else:
        yield case("repeated", f"{title} may stand once", f"{title} ne figure qu'une fois", root,
                   [once_too_often(row, second)] + sense_once(kind, root, second))

    wrong = WRONG.get(row.type.split(" ")[0])
    if wrong:
        root = make()
        root.by_key(key).text = wrong
        yield case("wrong", f"{title} with a value of another type is put aside",
                   f"{title} d'un autre type est mis de côté", root,
                   [Finding("ESP-XML-030", root.by_key(key))] + sense(kind, root))


def present_parent(row, root):
    """Whether something of the JSON object that would hold the field is left."""
    return "." not in row.field.replace("[].", "/")


def sense_once(kind, root, second):
    second.remove()
    out = sense(kind, root)
    second.parent.add(second, second.parent.children.index(root.by_key(second.key)) + 1)
    return out


def once_too_often(row, second):
    """Several payers are known to occur and all kept (variant V14); of anything else the second is kept aside."""
    if row.element == "PayerCITradeParty":
        return Finding("ESP-XML-060", second, severity="warning")
    return Finding("ESP-XML-024", second)


def repeated_lines(kind, row, root):
    """Two lines with one number; sums of two lines."""
    if row.field != "lines[]" or kind == "delivery":
        return []
    (head,) = root.children
    return [Finding("ESP-MSG-040", head, "lines")]


def rows_of(kind):
    for row in ROWS[kind][2:]:
        def make(row=row):
            return document(kind, message(kind, [row.number]))

        name = (row.field or row.element).replace("[]", "").lower()
        covers = [f"{kind}:{row.number}"] + ([f"{kind}:{row.field}"] if row.field else [])
        yield from cases_of_row(kind, row, row.key, make, covers, kind, f"{row.number:02}-{name}", SECTION[kind])


def party_rows():
    """The party block, row by row, in a DELIVERY: the provider's for contacts, the beneficiary's for the rest."""
    kind = "delivery"
    for row in ROWS["party"]:
        role = 18 if row.number in (6, 7, 8, 9, 10, 16, 17, 18, 19) else 17
        owner = ROWS[kind][role - 1]

        def make(row=row, role=role):
            return document(kind, message(kind, [], {role: {row.number, 2} if row.number != 2 else {2}}))

        block = copy.copy(row)
        block.field = owner.field + row.field[1:]
        if row.number == 1:
            block.field += "s[]"
        name = row.field[2:].replace("[]", "").lower()
        yield from cases_of_party(kind, row, block, f"{owner.key}/party/{row.number}", make, f"{row.number:02}-{name}")


def cases_of_party(kind, row, block, key, make, slug):
    covers = [f"party:{row.number}", f"party:{row.field}"]
    for one in cases_of_row(kind, block, key, make, covers, "party", slug, SECTION["party"]):
        if row.number == 5 and one.name.endswith("present"):
            one.expected = {"messages": [nested(block.field, "1938-07-21")]}
        yield one


def roles():
    """Each role of a party, with the whole block and without an identifier."""
    for kind in ("order", "delivery", "invoice"):
        for row in ROWS[kind]:
            if row.type != "party":
                continue
            every = [one.number for one in ROWS["party"]]
            field = plain(kind, row.field)
            covers = [f"{kind}:{row.number}", f"{kind}:{row.field}", "party:*"]
            where = f"messages reference, sections 2.2 and {SECTION[kind]}, row {row.number}"
            root = document(kind, message(kind, [row.number], {row.number: every}))
            values = {"ids": [{}], "contacts": [{"type_code": {"value": "INT"}}], "siret": "12345670900013",
                      "address": {"postcode": "99100", "country": "FR"}, "endpoint": {"uri": "mailto:contact@saad.example"}}
            slug = f"role-{kind}-{row.field.replace('[]', '')}"
            yield Case("party", f"{slug}-full", "row", covers, f"{row.element} of {LABEL[kind]} holds the whole party block",
                       f"{row.element} de {LABEL[kind]} porte le bloc partie entier", where, row.standing, {".xml": root},
                       sense(kind, root), messages=[nested(field, values)])
            root = document(kind, message(kind, [row.number]))
            element = root.by_key(f"{row.key}/party/1")
            parent = element.parent
            element.remove()
            yield Case("party", f"{slug}-no-id", "row", covers, f"{row.element} of {LABEL[kind]} without identifier",
                       f"{row.element} de {LABEL[kind]} sans identifiant", where, row.standing, {".xml": root},
                       [Finding("ESP-XML-020", parent)] + sense(kind, root))


def cases():
    for kind in ("order", "delivery", "invoice"):
        yield from rows_of(kind)
    yield from party_rows()
    yield from roles()
