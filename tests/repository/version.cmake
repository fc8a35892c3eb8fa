# Prints the version that include/esppadom/version.hpp states.
file(READ "${CMAKE_CURRENT_LIST_DIR}/../../include/esppadom/version.hpp" header)
set(version "")
foreach(part MAJOR MINOR PATCH)
  string(REGEX MATCH "#define +ESPPADOM_VERSION_${part} +([0-9]+)" _ "${header}")
  list(APPEND version "${CMAKE_MATCH_1}")
endforeach()
list(JOIN version "." version)
execute_process(COMMAND "${CMAKE_COMMAND}" -E echo "${version}")
