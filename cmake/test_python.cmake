# esppadom_python_test(<name> <label> <script> [arguments...]): a Python program that passes when it exits 0.

if(ESPPADOM_PYTHON)
  set(esppadom_test_python "${ESPPADOM_PYTHON}")
elseif(EXISTS "${PROJECT_SOURCE_DIR}/build/venv/bin/python")
  set(esppadom_test_python "${PROJECT_SOURCE_DIR}/build/venv/bin/python")
else()
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  set(esppadom_test_python "${Python3_EXECUTABLE}")
endif()

function(esppadom_python_test name label script)
  add_test(NAME ${name} COMMAND "${esppadom_test_python}" -B "${script}" ${ARGN})
  set_tests_properties(
    ${name}
    PROPERTIES
      TIMEOUT 1800
      LABELS ${label}
      ENVIRONMENT
      "PYTHONPATH=${PROJECT_BINARY_DIR}/python;ESPPADOM_SOURCE_DIR=${PROJECT_SOURCE_DIR};ESPPADOM_BINARY_DIR=${PROJECT_BINARY_DIR};ESPPADOM_COMMAND=${PROJECT_BINARY_DIR}/bin/esppadom${CMAKE_EXECUTABLE_SUFFIX};ESPPADOM_CXX=${CMAKE_CXX_COMPILER};ESPPADOM_CC=${CMAKE_C_COMPILER};ESPPADOM_CXX_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER};ESPPADOM_CMAKE=${CMAKE_COMMAND};ESPPADOM_CXX_FLAGS=${CMAKE_CXX_FLAGS_RELEASE}"
  )
endfunction()
