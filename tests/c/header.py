"""include/esppadom.h as data, and the library behind it through ctypes: nothing of it is written down twice."""

import ctypes
import os
import pathlib
import re
import subprocess

from pycparser import c_ast, c_parser

SOURCE = pathlib.Path(os.environ.get("ESPPADOM_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
BINARY = pathlib.Path(os.environ.get("ESPPADOM_BINARY_DIR") or SOURCE / "build" / "release")
HEADER = SOURCE / "include" / "esppadom.h"
LIBRARY = BINARY / "lib" / "libesppadom_c.so"
CC = os.environ.get("ESPPADOM_CC") or "cc"

NUMBERS = {"int32_t": ctypes.c_int32, "uint32_t": ctypes.c_uint32, "uint64_t": ctypes.c_uint64, "int64_t": ctypes.c_int64}


def declarations():
    """What the header itself declares, without what <stdint.h> brings."""
    bare = re.sub(r"#include <stdint.h>", "".join(f"typedef int {name};\n" for name in NUMBERS).strip(), HEADER.read_text("utf-8"))
    text = subprocess.run([CC, "-std=c99", "-E", "-P", "-x", "c", "-DESPPADOM_C_API=", "-"], input=bare, capture_output=True,
                          text=True, check=True).stdout
    return c_parser.CParser().parse(text).ext


class Header:
    def __init__(self):
        self.functions, self.structs, self.handles, self.foreign = {}, {}, set(), set()
        for one in declarations():
            if isinstance(one, c_ast.Typedef):
                self.add_type(one)
            elif isinstance(one, c_ast.Decl) and isinstance(one.type, c_ast.Struct):
                self.foreign.add(one.type.name)  # declared here, defined by another standard
            elif isinstance(one, c_ast.Decl) and isinstance(one.type, c_ast.FuncDecl):
                arguments = [] if one.type.args is None else [
                    (each.name, each.type) for each in one.type.args.params if not self.is_void(each.type)]
                self.functions[one.name] = (one.type.type, arguments)

    def add_type(self, one):
        if isinstance(one.type.type, c_ast.Struct):
            if one.type.type.decls is None:
                self.handles.add(one.name)
            else:
                self.structs[one.name] = [(each.name, each.type) for each in one.type.type.decls]

    @staticmethod
    def is_void(node):
        return isinstance(node, c_ast.TypeDecl) and isinstance(node.type, c_ast.IdentifierType) and node.type.names == ["void"]

    @staticmethod
    def name_of(node):
        """The name of a type that is no pointer."""
        return node.type.names[0] if isinstance(node.type, c_ast.IdentifierType) else node.type.name

    def ctype(self, node):
        """The ctypes type of a declaration; handles are void pointers."""
        if isinstance(node, c_ast.PtrDecl):
            inner = node.type
            if isinstance(inner, c_ast.PtrDecl):
                return ctypes.POINTER(self.ctype(inner))
            name = self.name_of(inner)
            if name == "char":
                return ctypes.c_char_p
            if name in self.handles | self.foreign or name == "void":
                return ctypes.c_void_p
            return ctypes.POINTER(self.ctype(inner))
        name = self.name_of(node)
        if name == "void":
            return None
        if name == "esppadom_status":
            return ctypes.c_int32
        return NUMBERS.get(name) or self.struct(name)

    def struct(self, name):
        made = self.__dict__.setdefault("made", {})
        if name not in made:
            fields = []
            for member, node in self.structs[name]:
                pointer = isinstance(node, c_ast.PtrDecl) and self.name_of(node.type) == "char"
                fields.append((member, ctypes.c_void_p if pointer else self.ctype(node)))
            made[name] = type(name, (ctypes.Structure,), {"_fields_": fields})
        return made[name]


def load():
    """The library with the types of every function set, and the header it comes from."""
    header = Header()
    library = ctypes.CDLL(str(LIBRARY))
    for name, (result, arguments) in header.functions.items():
        function = getattr(library, name)
        function.restype = header.ctype(result)
        function.argtypes = [header.ctype(node) for _, node in arguments]
    return header, library
