# Everything a user of the build may choose, in one place. A project that takes us in with add_subdirectory gets the
# library alone: command, tests, examples, benches and warnings are for the top project.

if(CMAKE_SOURCE_DIR STREQUAL PROJECT_SOURCE_DIR)
  set(esppadom_is_top ON)
else()
  set(esppadom_is_top OFF)
endif()

option(BUILD_SHARED_LIBS "Build the compiled library as a shared one" OFF)
option(ESPPADOM_CORE_ONLY "Only the headers that need nothing but the standard library" OFF)
option(ESPPADOM_WITH_XML "Read and write XML (needs pugixml)" ON)
option(ESPPADOM_WITH_JSON "Read JSON and rule books (needs simdjson)" ON)
option(ESPPADOM_WITH_OPENSSL "SHA-256 through libcrypto of OpenSSL; without it Windows brings it, elsewhere there is none" ON)
option(ESPPADOM_WITH_ARCHIVE "Read ZIP archives (needs libarchive)" ON)
option(ESPPADOM_BUILD_COMMAND "Build the esppadom command" ${esppadom_is_top})
option(ESPPADOM_BUILD_C "Build the C interface (needs XML and JSON)" ${esppadom_is_top})
option(ESPPADOM_BUILD_JAVA "Build the Java interface (needs a JDK, Maven, SWIG, XML and JSON; a static library)" OFF)
option(ESPPADOM_BUILD_PYTHON "Build the Python package (needs XML, JSON, pybind11 and Python's development files)" OFF)
option(ESPPADOM_BUILD_EXAMPLES "Build the example programs" ${esppadom_is_top})
option(ESPPADOM_BUILD_BENCH "Build the benchmarks" ${esppadom_is_top})
option(ESPPADOM_BUILD_TESTS "Build the tests" ${esppadom_is_top})
option(ESPPADOM_BUILD_FUZZ "Build the fuzz targets (needs Clang); everything is then instrumented" OFF)
option(ESPPADOM_REPOSITORY_TESTS "Also test headers, layers, misuse, packaging and documents" ON)
option(ESPPADOM_UNITY_BUILD "Compile the sources of the library a dozen at a time: quick once, slow after every change" OFF)
option(ESPPADOM_INSTALL "Offer install rules" ${esppadom_is_top})
option(ESPPADOM_WARNINGS "Compile our own sources with the project's warnings" ${esppadom_is_top})
option(ESPPADOM_WARNINGS_AS_ERRORS "Let a warning stop the build" OFF)
set(ESPPADOM_PYTHON "" CACHE FILEPATH "Python of the tests; empty means build/venv if it is there, or the one found")

if(ESPPADOM_CORE_ONLY)
  set(ESPPADOM_BUILD_COMMAND OFF)
  set(ESPPADOM_BUILD_C OFF)
  set(ESPPADOM_BUILD_JAVA OFF)
  set(ESPPADOM_BUILD_PYTHON OFF)
  set(ESPPADOM_BUILD_EXAMPLES OFF)
  set(ESPPADOM_BUILD_BENCH OFF)
  set(ESPPADOM_BUILD_TESTS OFF)
endif()

if(esppadom_is_top)
  if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
  endif()
  find_program(ESPPADOM_CCACHE ccache)
  foreach(language C CXX)
    if(EXISTS "${ESPPADOM_CCACHE}" AND NOT CMAKE_${language}_COMPILER_LAUNCHER)
      set(CMAKE_${language}_COMPILER_LAUNCHER "${ESPPADOM_CCACHE}")
    endif()
  endforeach()
  set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
  set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
endif()

if(ESPPADOM_BUILD_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
  add_link_options(-fsanitize=address,undefined)
endif()

# What every source of ours is compiled with; never part of what a consumer sees.
add_library(esppadom_warnings INTERFACE)
if(ESPPADOM_WARNINGS)
  if(MSVC)
    target_compile_options(esppadom_warnings INTERFACE /W4 $<$<BOOL:${ESPPADOM_WARNINGS_AS_ERRORS}>:/WX>)
  else()
    target_compile_options(
      esppadom_warnings
      INTERFACE -Wall -Wextra -Wconversion -Wsign-conversion -Wshadow -pedantic
                $<$<BOOL:${ESPPADOM_WARNINGS_AS_ERRORS}>:-Werror>
                # GCC tidies its own memory from 128 MB on; with half a gigabyte it compiles faster by a tenth.
                $<$<COMPILE_LANG_AND_ID:CXX,GNU>:--param=ggc-min-heapsize=524288>)
  endif()
endif()
