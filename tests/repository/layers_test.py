"""A lower layer never includes an upper one, and the core includes the standard library only."""

import re
import sys

from support import CORE, LAYERS, SOURCE

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)

# The C++20 library without its C++-only wrappers of C headers that nobody should use (ciso646 and the like).
STANDARD = set(
    """algorithm any array atomic barrier bit bitset cassert cctype cerrno cfloat charconv chrono cinttypes climits
    compare complex concepts condition_variable coroutine cstddef cstdint cstdio cstdlib cstring ctime deque exception
    execution filesystem format forward_list fstream functional future initializer_list iomanip ios iosfwd iostream
    istream iterator latch limits list map memory memory_resource mutex new numbers numeric optional ostream queue
    random ranges ratio regex scoped_allocator semaphore set shared_mutex source_location span sstream stack stdexcept
    stop_token streambuf string string_view strstream syncstream system_error thread tuple type_traits typeindex
    typeinfo unordered_map unordered_set utility valarray variant vector version""".split()
)

# Belong to no layer: they include nothing of ours but each other.
BASE = {"esppadom/version.hpp", "esppadom/export.hpp", "esppadom/library.hpp"}
# The one exception: where the compiler has no 128-bit integer, this header takes Boost's.
ALLOWED = {("esppadom/value/int128.hpp", "boost/multiprecision/cpp_int.hpp")}
# See everything.
TOP = {"esppadom.hpp", "esppadom.h"}


def layer_of(path):
    """The rank of a header's layer: -1 for the base, the number of layers for what stands above them all."""
    if path in BASE:
        return -1
    parts = path.split("/")
    layer = "bill.hpp" if parts[1:2] == ["bill"] else parts[1] if len(parts) > 1 else None
    if parts[0] == "esppadom" and layer in LAYERS:
        return LAYERS.index(layer)
    if path in TOP:
        return len(LAYERS)
    return None


def faults_of(name, text, rank, is_core, is_public):
    """What a file of layer `rank` includes and must not."""
    for bracket, included in INCLUDE.findall(text):
        if (name, included) in ALLOWED:
            continue
        if included.startswith("esppadom"):
            other = layer_of(included)
            if other is None:
                yield f"{name}: includes {included}, which stands in no known layer"
            elif other > rank:
                yield f"{name}: includes {included}, which stands in a layer above"
        elif bracket == '"' and is_public:
            yield f'{name}: includes "{included}", write public headers as "esppadom/..."'
        elif is_core and included not in STANDARD:
            yield f"{name}: includes <{included}>, the core needs the standard library only"
        elif is_public and re.match(r"(boost/|pugi|simdjson|date/|tz\.h)", included):
            yield f"{name}: includes <{included}>, which users of a public header must not need"


def check_public():
    include = SOURCE / "include"
    count = 0
    for path in sorted(include.rglob("*.hpp")):
        name = path.relative_to(include).as_posix()
        rank = layer_of(name)
        count += 1
        if rank is None:
            yield f"{name}: stands in no known layer"
            continue
        is_core = name in BASE or rank < len(CORE)
        yield from faults_of(name, path.read_text(encoding="utf-8"), rank, is_core, True)
    if count < 3:
        yield f"only {count} public headers found under {include}"


def check_sources():
    source = SOURCE / "src"
    for path in sorted([*source.rglob("*.cpp"), *source.rglob("*.hpp")]):
        name = path.relative_to(source).as_posix()
        folder = name.split("/")[0]
        if folder in LAYERS:
            yield from faults_of("src/" + name, path.read_text(encoding="utf-8"), LAYERS.index(folder), False, False)


def check_the_checker():
    """The test must be able to fail: these three lines are all wrong."""
    wrong = '#include "esppadom/billing/x.hpp"\n#include <pugixml.hpp>\n  #  include "near.hpp"\n'
    if len(list(faults_of("sample", wrong, 0, True, True))) != 3:
        yield "the check does not see what it must see"


faults = [*check_the_checker(), *check_public(), *check_sources()]
print("\n".join(faults))
sys.exit(1 if faults else 0)
