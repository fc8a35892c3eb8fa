# cmake -DFOLDER=… -DOUT=… -P embed_mappings.cmake: the mappings of the folder as one C++ source, sorted by name.
file(GLOB mappings "${FOLDER}/*.json")
list(SORT mappings)
set(items "")
foreach(mapping ${mappings})
  get_filename_component(name "${mapping}" NAME_WE)
  file(READ "${mapping}" text)
  string(APPEND items "    {\"${name}\", R\"json(${text})json\"},\n")
endforeach()
file(WRITE "${OUT}.new" "// Generated from src/data/mappings by cmake/embed_mappings.cmake; do not edit.
#include \"exchange/shipped_mappings.hpp\"

namespace esppadom::inline ESPPADOM_ABI::detail {

namespace {
constexpr shipped_mapping mappings[] = {
${items}};
}  // namespace

std::span<const shipped_mapping> shipped_mappings() { return mappings; }

}  // namespace esppadom::inline ESPPADOM_ABI::detail
")
file(RENAME "${OUT}.new" "${OUT}")
