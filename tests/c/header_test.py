"""esppadom.h: plain C99, nothing but fixed-width integers, pointers and structs of these; exactly what the library offers."""

import re
import shutil
import subprocess
import unittest

from pycparser import c_ast

from header import CC, HEADER, LIBRARY, NUMBERS, Header

ALLOWED = {*NUMBERS, "esppadom_status"}


class TheHeader(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.header = Header()
        cls.text = HEADER.read_text("utf-8")

    def test_is_c99_without_a_warning(self):
        flags = {"gcc": ["-Wall", "-Wextra"], "clang": ["-Weverything", "-Wno-padded", "-Wno-unknown-warning-option"]}
        compilers = {CC: ["-Wall", "-Wextra"], **{name: more for name, more in flags.items() if shutil.which(name)}}
        for compiler, more in compilers.items():
            for language in (["-x", "c", "-std=c99"], ["-x", "c++", "-std=c++20", "-Wno-c++98-compat"]):
                more_here = more if language[1] == "c" else ["-Wall", "-Wextra"]
                done = subprocess.run([compiler, *language, "-pedantic", "-Werror", *more_here, "-fsyntax-only", "-I",
                                       str(HEADER.parent), "-include", "esppadom.h", "-"],
                                      input="extern int nothing;\n", text=True, capture_output=True, check=False)
                self.assertEqual(done.returncode, 0, f"{compiler} {language}: {done.stderr}")

    def check(self, node, where, known):
        while isinstance(node, c_ast.PtrDecl):
            node = node.type
            if isinstance(node, c_ast.TypeDecl) and self.header.name_of(node) in (
                    "char", "void", *self.header.handles, *self.header.foreign):
                return
        self.assertIsInstance(node, c_ast.TypeDecl, where)
        self.assertIn(self.header.name_of(node), known, where)

    def test_uses_only_types_of_the_same_size_everywhere(self):
        known = ALLOWED | set(self.header.structs)
        for name, members in self.header.structs.items():
            for member, node in members:
                self.check(node, f"{name}.{member}", known)
        for name, (result, arguments) in self.header.functions.items():
            if not self.header.is_void(result):
                self.check(result, name, known)
            for argument, node in arguments:
                self.assertTrue(argument, f"an argument of {name} has no name")
                self.check(node, f"{name}({argument})", known)
        self.assertGreater(len(self.header.functions), 60)

    def test_structs_that_the_caller_fills_begin_with_their_size(self):
        plain = {"esppadom_view", "esppadom_text", "esppadom_path", "esppadom_split_funder"}
        for name in set(self.header.structs) - plain:
            self.assertEqual(self.header.structs[name][0][0], "struct_size", name)

    def test_functions_that_can_fail_take_an_error_last(self):
        for name, (result, arguments) in self.header.functions.items():
            fails = isinstance(result, c_ast.TypeDecl) and self.header.name_of(result) == "esppadom_status"
            if name == "esppadom_error_status":
                continue
            self.assertEqual(fails, bool(arguments) and arguments[-1][0] == "error" and len(arguments) > 1 or fails and
                             arguments[-1][0] == "error", name)

    def test_every_handle_can_be_freed(self):
        for name in self.header.handles:
            self.assertIn(f"{name}_free", self.header.functions)

    def test_every_function_is_explained(self):
        """By a comment of its own or of the group it stands in: no blank line lies between."""
        blocks = re.split(r"\n\s*\n", self.text)
        for name in self.header.functions:
            block = next(one for one in blocks if re.search(rf"\b{name}\(", one))
            self.assertTrue("/*" in block or name.endswith("_free") or "esppadom_error_" in name, name)

    def test_the_library_offers_these_functions_and_nothing_else(self):
        done = subprocess.run(["nm", "-D", "--defined-only", str(LIBRARY)], capture_output=True, text=True, check=True)
        offered = {line.split()[-1].partition("@")[0] for line in done.stdout.splitlines()}
        self.assertEqual(offered, set(self.header.functions))


if __name__ == "__main__":
    unittest.main()
