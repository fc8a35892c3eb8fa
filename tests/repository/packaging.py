"""Builds and runs small consumer projects against the library as users get it.

    packaging.py install_static | install_shared | install_core     makes a prefix the consumers use
    packaging.py build_other                                        builds the library that two of them use
    packaging.py <consumer>                                         builds and runs one of them

The static library is the one of the present build tree. The others are built beside it, through the compiler cache.
"""

import os
import pathlib
import re
import shutil
import sys

from support import BINARY, CMAKE, CXX, LAUNCHER, RELEASE_FLAGS, SOURCE, STATIC_NEEDS, expect, exported_symbols, must

PLACE = BINARY / "packaging"
CONSUMERS = SOURCE / "tests" / "repository" / "consumers"
VERSION = must([CMAKE, "-P", SOURCE / "tests" / "repository" / "version.cmake"]).strip()
# Turned off to prove that a user of the headers alone, or of the shared library, is not asked for them.
NO_DEPENDENCIES = [f"-DCMAKE_DISABLE_FIND_PACKAGE_{name}=ON" for name in ("pugixml", "simdjson", "OpenSSL", "date", "Boost")]
WANTED = f"-DWANTED_VERSION={VERSION}"


def prefix(kind):
    return PLACE / kind


# The version of a vendor who chose its name himself.
OTHER_VERSION = "-DESPPADOM_ABI=v9_9"
OTHER_LIBRARY = PLACE / "other-build" / "src" / "libesppadom.a"

# For builds of the library that show how it links, not how fast it is. Without inlining more symbols are at stake.
QUICK = "-O0"


def configure(source, build, *options, flags=RELEASE_FLAGS):
    settings = [
        "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", f"-DCMAKE_CXX_COMPILER={CXX}",
        f"-DCMAKE_CXX_FLAGS_RELEASE={flags}", f"-DCMAKE_CXX_COMPILER_LAUNCHER={LAUNCHER}",
    ]  # fmt: skip
    must([CMAKE, "-S", source, "-B", build, *settings, *options])


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def library_alone(*options):
    """Options with which a build of this tree gives the library and nothing else."""
    off = ["C", "COMMAND", "EXAMPLES", "BENCH", "TESTS"]
    return [f"-DESPPADOM_BUILD_{part}=OFF" for part in off] + ["-DESPPADOM_WARNINGS=OFF", *options]


def install_static():
    must([CMAKE, "--install", BINARY, "--prefix", fresh(prefix("static"))])
    expect(list(prefix("static").rglob("libesppadom.a")), "no static library was installed")


def install_shared():
    build = PLACE / "shared-build"
    configure(SOURCE, build, *library_alone("-DBUILD_SHARED_LIBS=ON", "-DESPPADOM_UNITY_BUILD=ON"), flags=QUICK)
    must([CMAKE, "--build", build])
    must([CMAKE, "--install", build, "--prefix", fresh(prefix("shared"))])


def install_core():
    build = PLACE / "core-build"
    configure(SOURCE, build, *library_alone("-DESPPADOM_CORE_ONLY=ON", *NO_DEPENDENCIES))
    must([CMAKE, "--build", build])
    must([CMAKE, "--install", build, "--prefix", fresh(prefix("core"))])
    expect(not list(prefix("core").rglob("libesppadom*")), "the headers alone came with a compiled library")


def build_other():
    """Another version, as a vendor may call it, without everything that needs another library: none is found."""
    build = PLACE / "other-build"
    off = [f"-DESPPADOM_WITH_{part}=OFF" for part in ("XML", "JSON", "OPENSSL")] + NO_DEPENDENCIES
    other = [f"-DCMAKE_CXX_FLAGS={OTHER_VERSION}", "-DESPPADOM_INSTALL=OFF"]
    configure(SOURCE, build, *library_alone(*off, *other), flags=QUICK)
    must([CMAKE, "--build", build])


def cmake_consumer(project, name, *options, place=PLACE):
    build = fresh(place / f"{name}-consumer")
    configure(CONSUMERS / project, build, *options)
    must([CMAKE, "--build", build])
    return build / "consumer"


def check_output(binary, **options):
    printed = must([binary], **options)
    expect(f"library {VERSION}" in printed, f"{binary} printed:\n{printed}")


def needed_libraries(binary):
    return must(["readelf", "--dynamic", binary])


def find_package_static():
    binary = cmake_consumer("find_package", "find_package_static", f"-DCMAKE_PREFIX_PATH={prefix('static')}", WANTED)
    check_output(binary)
    expect("libesppadom" not in needed_libraries(binary), "the static consumer needs libesppadom at run time")


def find_package_shared():
    wanted = [f"-DCMAKE_PREFIX_PATH={prefix('shared')}", WANTED, *NO_DEPENDENCIES]
    binary = cmake_consumer("find_package", "find_package_shared", *wanted)
    check_output(binary)
    expect("libesppadom.so" in needed_libraries(binary), "the consumer does not use the shared library")


def find_package_core():
    binary = cmake_consumer("core", "find_package_core", f"-DCMAKE_PREFIX_PATH={prefix('core')}", *NO_DEPENDENCIES)
    must([binary])
    expect("pugixml" not in needed_libraries(binary), "the headers alone brought pugixml in")


def find_package_core_of_full():
    """A full installation serves a user of the headers alone without asking for the other libraries."""
    wanted = [f"-DCMAKE_PREFIX_PATH={prefix('static')}", *NO_DEPENDENCIES]
    must([cmake_consumer("core", "find_package_core_of_full", *wanted)])


def python_wheel():
    """pip builds the wheel over the installed library; a new virtual environment that has nothing else runs it."""
    wheels = fresh(PLACE / "wheels")
    environment = {**os.environ, "CMAKE_PREFIX_PATH": str(prefix("static")), "CXX": CXX, "PYTHONPATH": ""}
    # How it links is at stake, not how fast it is. The build folder is not the tree's.
    settings = [f"cmake.define.CMAKE_CXX_FLAGS_RELEASE={QUICK}", f"build-dir={PLACE / 'wheel-build'}"]
    if LAUNCHER:
        settings.append(f"cmake.define.CMAKE_CXX_COMPILER_LAUNCHER={LAUNCHER}")
    pip = ["-m", "pip", "--disable-pip-version-check", "--no-input"]
    must(
        [sys.executable, *pip, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", wheels,
         *[part for setting in settings for part in ("--config-settings", setting)], SOURCE / "bindings" / "python"],
        env=environment,
    )  # fmt: skip
    (wheel,) = wheels.glob("*.whl")
    expect(wheel.name.startswith(f"esppadom-{VERSION}-"), f"the wheel is called {wheel.name}")
    home = fresh(PLACE / "wheel-venv")
    must([sys.executable, "-m", "venv", home])
    must([home / "bin" / "python", *pip, "install", "--quiet", "--no-index", wheel], env=environment)
    printed = must([home / "bin" / "python", CONSUMERS / "python" / "consumer.py", SOURCE], env=environment, cwd=PLACE)
    expect(f"library {VERSION}" in printed, f"the wheel's library printed:\n{printed}")
    (module,) = home.rglob("_native*.so")
    expect("libesppadom" not in needed_libraries(module), "the wheel needs libesppadom at run time")


def add_subdirectory():
    # Beside the build tree: from a folder of the same depth the compiler cache sees the same relative paths, and has
    # the library as it was compiled there.
    wanted = [f"-DESPPADOM_TREE={SOURCE}", "-DESPPADOM_WARNINGS=ON"]
    binary = cmake_consumer("add_subdirectory", f"{BINARY.name}-add_subdirectory", *wanted, place=BINARY.parent)
    check_output(binary)
    extra = [path.name for path in (binary.parent / "esppadom").rglob("*_tests")]
    expect(not extra, f"a project that takes us in also got {extra}")


def pkg_config(kind, *mode):
    """Compiles a consumer by hand with what pkg-config says, and returns it."""
    folders = [path.parent for path in prefix(kind).rglob("esppadom.pc")]
    environment = {**os.environ, "PKG_CONFIG_PATH": os.pathsep.join(map(str, folders))}
    expect(must(["pkg-config", "--modversion", "esppadom"], env=environment).strip() == VERSION, "wrong version in .pc")
    cflags = must(["pkg-config", "--cflags", "esppadom"], env=environment).split()
    libs = must(["pkg-config", "--libs", *mode, "esppadom"], env=environment).split()
    PLACE.mkdir(parents=True, exist_ok=True)
    binary = PLACE / f"pkg_config_{kind}"
    must([CXX, "-std=c++20", *cflags, CONSUMERS / "program.cpp", "-o", binary, *libs])
    return binary, folders[0].parent


def pkg_config_static():
    binary, _ = pkg_config("static", "--static")
    check_output(binary)
    expect("libesppadom" not in needed_libraries(binary), "the static consumer needs libesppadom at run time")


def pkg_config_shared():
    binary, library_folder = pkg_config("shared")
    check_output(binary, env={**os.environ, "LD_LIBRARY_PATH": str(library_folder)})
    expect("libesppadom.so" in needed_libraries(binary), "the consumer does not use the shared library")


def shared_exports_only_ours():
    """The shared library offers names of esppadom and none of the libraries it is made with."""
    libraries = [path for path in prefix("shared").rglob("libesppadom.so*") if not path.is_symlink()]
    expect(len(libraries) == 1, f"expected one shared library, found {libraries}")
    names = exported_symbols(libraries[0])
    expect(names, "the shared library exports nothing")
    foreign = [name for name in names if "8esppadom" not in name and not name.startswith("esppadom_")]
    expect(not foreign, "the shared library also exports " + ", ".join(sorted(foreign)))
    soname = must(["readelf", "--dynamic", libraries[0]])
    major_minor = ".".join(VERSION.split(".")[:2])
    wanted = major_minor if VERSION.startswith("0.") else VERSION.split(".", maxsplit=1)[0]
    expect(f"[libesppadom.so.{wanted}]" in soname, f"the SONAME is not libesppadom.so.{wanted}")


def without_dependencies():
    """Ours is used where no other library is found."""
    binary = PLACE / "without_dependencies"
    program = [CONSUMERS / "program.cpp", OTHER_LIBRARY]
    must([CXX, "-std=c++20", OTHER_VERSION, "-I", SOURCE / "include", *program, "-o", binary])
    check_output(binary)


def of_other_versions(archive, version):
    """Names of ours in a static library that do not carry that version."""
    lines = must(["nm", "-g", "--defined-only", archive]).splitlines()
    names = {line.split()[-1] for line in lines if "8esppadom" in line}
    expect(len(names) > 1000, f"{archive} defines {len(names)} names of ours: this test sees nothing")
    return {name for name in names if re.search(rf"8esppadom(?!{len(version)}{version})", name)}


def two_versions():
    """Two vendors embed two versions, hide nothing, and a program loads both with all names global."""
    archives = {"a": BINARY / "src" / "libesppadom.a", "b": OTHER_LIBRARY}
    versions = {"a": "v" + "_".join(VERSION.split(".")[:2]), "b": "v9_9"}
    for name, archive in archives.items():
        foreign = of_other_versions(archive, versions[name])
        expect(not foreign, f"{archive} defines names that are not of {versions[name]}: " + ", ".join(sorted(foreign)))
    folders = [SOURCE / "src", SOURCE / "include"]
    sources = [path for folder in folders for path in folder.rglob("*.[ch]pp")]
    fixed = [path.name for path in sources if versions["a"] in path.read_text(encoding="utf-8")]
    expect(fixed == ["version.hpp"], f"the version stands in {fixed}, not in version.hpp alone")
    flags = {"a": [], "b": [OTHER_VERSION]}
    folder = CONSUMERS / "two_versions"
    vendors = {}
    for name, archive in archives.items():
        vendors[name] = PLACE / f"vendor_{name}.so"
        compile_ = [CXX, "-std=c++20", "-O0", "-fPIC", "-shared", "-I", SOURCE / "include", *flags[name]]
        must([*compile_, folder / "vendor.cpp", archive, *STATIC_NEEDS, "-o", vendors[name]])
    host = PLACE / "host"
    must([CXX, "-std=c++20", folder / "host.cpp", "-ldl", "-o", host])
    for order in (("a", "b"), ("b", "a")):
        printed = must([host, *(vendors[name] for name in order)])
        lines = dict(zip(order, printed.splitlines()))
        expect("v9_9" in lines["b"] and "v9_9" not in lines["a"], f"versions are mixed up:\n{printed}")
        expect(all(f" 6.13 library {VERSION}" in line for line in lines.values()), f"unexpected:\n{printed}")

    ours = {name: {s for s in exported_symbols(vendor) if "esppadom" in s} for name, vendor in vendors.items()}
    expect(ours["a"] and ours["b"], "the vendors hide everything: this test proves nothing")
    both = ours["a"] & ours["b"]
    expect(not both, "both versions define " + ", ".join(sorted(both)))
    expect(all("4v9_9" in name for name in ours["b"]), "a name of the other version does not carry its version")


def main():
    actions = {name: action for name, action in globals().items() if callable(action) and not name.startswith("_")}
    actions[sys.argv[1]]()


if __name__ == "__main__":
    main()
