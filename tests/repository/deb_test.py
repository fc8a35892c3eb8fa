"""The Debian package: what lies where, and that it names what it needs."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

BINARY = pathlib.Path(os.environ["ESPPADOM_BINARY_DIR"])
WANTED = ["usr/bin/esppadom", "usr/include/esppadom.h", "usr/include/esppadom.hpp", "usr/share/man/man1/esppadom.1",
          "usr/share/man/fr/man1/esppadom.1", "/pkgconfig/esppadom.pc", "/cmake/esppadom/esppadomConfig.cmake",
          "/libesppadom.a", "/libesppadom_c.so", "/schemas/json/delivery.schema.json"]


def output(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{words}: {done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done.stdout


def main():
    cpack = pathlib.Path(os.environ["ESPPADOM_CMAKE"]).with_name("cpack")
    if not cpack.exists() or not shutil.which("dpkg-shlibdeps"):
        print("skipped: cpack and dpkg-shlibdeps are needed")
        return
    with tempfile.TemporaryDirectory() as place:
        # Everything is built when tests run: what `cmake --install` lays down is packed, and nothing is built again.
        stage = pathlib.Path(place) / "stage"
        output(os.environ["ESPPADOM_CMAKE"], "--install", BINARY, "--prefix", stage / "usr")
        settings = pathlib.Path(place) / "settings.cmake"
        text = (BINARY / "CPackConfig.cmake").read_text(encoding="utf-8")
        text += f'\nset(CPACK_INSTALL_CMAKE_PROJECTS "")\nset(CPACK_INSTALLED_DIRECTORIES "{stage};.")\n'
        settings.write_text(text, encoding="utf-8")
        output(cpack, "--config", settings, "-G", "DEB", "-B", place)
        packages = list(pathlib.Path(place).glob("*.deb"))
        if len(packages) != 1:
            sys.exit(f"packages: {packages}")
        files = output("dpkg-deb", "--contents", packages[0])
        missing = [name for name in WANTED if name not in files]
        needs = output("dpkg-deb", "--field", packages[0], "Depends")
    if missing:
        sys.exit(f"the package lacks {missing}")
    for library in ("libc6", "libpugixml", "libsimdjson", "libarchive"):
        if library not in needs:
            sys.exit(f"the package does not say that it needs {library}: {needs}")


main()
