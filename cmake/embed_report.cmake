# cmake -DFOLDER=… -DOUT=… -P embed_report.cmake: style and scripts of report pages as one C++ source. Some compilers
# take no literal beyond 16 380 bytes, so files are cut into parts; every byte is escaped, so that none has a meaning.
set(part_digits 16000) # two a byte

# The parts of a file, as initialisers of an array, in the variable `into`.
function(parts_of file into)
  file(READ "${file}" digits HEX)
  string(LENGTH "${digits}" length)
  set(parts "")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${digits}" ${at} ${part_digits} part)
    string(REGEX REPLACE "(..)" "\\\\x\\1" part "${part}")
    string(APPEND parts "    \"${part}\",\n")
    math(EXPR at "${at} + ${part_digits}")
  endwhile()
  set(${into} "${parts}" PARENT_SCOPE)
endfunction()

set(arrays "")
set(scripts "")
foreach(name libraries/chart.umd.min.js libraries/dataTables.min.js libraries/dataTables.buttons.min.js page.js page.css)
  parts_of("${FOLDER}/${name}" parts)
  string(MAKE_C_IDENTIFIER "${name}" identifier)
  string(APPEND arrays "constexpr std::string_view ${identifier}[] = {\n${parts}};\n")
  if(name MATCHES "[.]js$")
    string(APPEND scripts "${identifier}, ")
  endif()
endforeach()

file(WRITE "${OUT}.new" "// Generated from src/data/report by cmake/embed_report.cmake; do not edit.
#include \"exchange/report_files.hpp\"

namespace esppadom::inline ESPPADOM_ABI::detail {

namespace {
${arrays}constexpr file_parts scripts[] = {${scripts}};
}  // namespace

file_parts report_style() { return page_css; }
std::span<const file_parts> report_scripts() { return scripts; }

}  // namespace esppadom::inline ESPPADOM_ABI::detail
")
file(RENAME "${OUT}.new" "${OUT}")
