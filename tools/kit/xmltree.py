"""A small XML tree that knows where each of its elements stands in the text it writes."""

import re

URIS = {
    "order": "urn:un:unece:uncefact:data:standard:CrossIndustryOrder:2",
    "delivery": "urn:un:unece:uncefact:data:standard:CrossIndustryDespatchAdvice:2",
    "invoice": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:2",
    "ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:8",
    "pie": "urn:un:unece:uncefact:data:standard:PersonInformationEntity:1",
    "qdt": "urn:un:unece:uncefact:data:standard:QualifiedDataType:8",
}


def escaped(text, quote=False):
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;") if quote else text


class Element:
    """`raw` stands as it is inside the element, before its children: for what no tree can say."""

    def __init__(self, prefix, name, text=None, attributes=None, children=None, key=None):
        self.prefix, self.name, self.text = prefix, name, text
        self.attributes = dict(attributes or {})
        self.children = list(children or [])
        self.key = key  # the row of the table it comes from
        self.raw = None
        self.line = self.column = 0
        self.parent = None
        for child in self.children:
            child.parent = self

    @property
    def tag(self):
        return f"{self.prefix}:{self.name}" if self.prefix else self.name

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, path):
        """`A/B[2]/C` below this element; a leading `//` searches at any depth."""
        if path.startswith("//"):
            first, _, rest = path[2:].partition("/")
            for one in self.walk():
                if one is not self and one.name == first:
                    return one.find(rest) if rest else one
            raise KeyError(path)
        at = self
        for step in path.split("/"):
            name, number = re.fullmatch(r"([^\[]+)(?:\[(\d+)\])?", step).groups()
            found = [child for child in at.children if child.name == name]
            if len(found) < int(number or 1):
                raise KeyError(f"{path}: no {step} in {at.name}")
            at = found[int(number or 1) - 1]
        return at

    def by_key(self, key):
        for one in self.walk():
            if one.key == key:
                return one
        raise KeyError(key)

    def add(self, child, index=None):
        child.parent = self
        self.children.insert(len(self.children) if index is None else index, child)
        return child

    def before(self, child):
        self.parent.add(child, self.parent.children.index(self))
        return child

    def after(self, child):
        self.parent.add(child, self.parent.children.index(self) + 1)
        return child

    def remove(self):
        self.parent.children.remove(self)
        return self

    def copy(self):
        out = Element(self.prefix, self.name, self.text, self.attributes, [one.copy() for one in self.children], self.key)
        out.raw = self.raw
        return out

    def location(self):
        """The path as findings give it: a number where several elements of one name stand side by side."""
        steps, at = [], self
        while at is not None:
            step = at.name
            if at.parent is not None:
                same = [one for one in at.parent.children if one.tag == at.tag]
                if len(same) > 1 or (at.parent.parent is None and at.parent.name in URIS):
                    step += f"[{same.index(at) + 1}]"
            steps.insert(0, step)
            at = at.parent
        return "/" + "/".join(steps)


def declarations(kind, prefix="ns"):
    names = {f"xmlns:{prefix}" if prefix else "xmlns": URIS[kind]}
    names.update({f"xmlns:{one}": URIS[one] for one in ("ram", "pie", "qdt")})
    return names


def text_of(root, prolog='<?xml version="1.0" encoding="utf-8"?>\n'):
    """The document, indented; every element gets its line and column (both from 1, in characters)."""
    out = [prolog]
    line = prolog.count("\n") + 1

    def put(one, depth):
        nonlocal line
        one.line, one.column = line, 2 * depth + 1
        attributes = "".join(f' {name}="{escaped(value, True)}"' for name, value in one.attributes.items())
        start = "  " * depth + f"<{one.tag}{attributes}"
        content = one.raw if one.raw is not None else escaped(one.text or "")
        if not one.children and not content:
            out.append(start + "/>\n")
        elif not one.children:
            out.append(f"{start}>{content}</{one.tag}>\n")
            line += content.count("\n")
        else:
            out.append(start + ">" + content + "\n")
            line += 1 + content.count("\n")
            for child in one.children:
                put(child, depth + 1)
            out.append("  " * depth + f"</{one.tag}>\n")
        line += 1

    put(root, 0)
    return "".join(out)
