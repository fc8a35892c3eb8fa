# Two export sets, so that a user of the headers alone is not asked for the libraries the compiled part needs.

if(NOT ESPPADOM_INSTALL)
  return()
endif()
include(CMakePackageConfigHelpers)

set(esppadom_cmake_dir "${CMAKE_INSTALL_LIBDIR}/cmake/esppadom")
set(esppadom_static_needs "")
set(esppadom_pc_requires "")
set(esppadom_pc_cflags "-DESPPADOM_COMPILED")
set(esppadom_pc_libs "")

install(TARGETS esppadom_core EXPORT esppadom-core-targets)
install(EXPORT esppadom-core-targets NAMESPACE esppadom:: DESTINATION "${esppadom_cmake_dir}")

if(ESPPADOM_CORE_ONLY)
  install(
    DIRECTORY "${PROJECT_SOURCE_DIR}/include/"
    DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
    PATTERN "exchange" EXCLUDE
    PATTERN "esppadom.hpp" EXCLUDE
    PATTERN "esppadom.h" EXCLUDE)
else()
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
  install(TARGETS esppadom EXPORT esppadom-library-targets)
  if(TARGET esppadom_c)
    install(TARGETS esppadom_c EXPORT esppadom-c-targets)
    install(EXPORT esppadom-c-targets NAMESPACE esppadom:: DESTINATION "${esppadom_cmake_dir}")
  endif()
  install(EXPORT esppadom-library-targets NAMESPACE esppadom:: DESTINATION "${esppadom_cmake_dir}")
  if(ESPPADOM_WITH_XML)
    list(APPEND esppadom_static_needs pugixml)
  endif()
  if(ESPPADOM_WITH_JSON)
    list(APPEND esppadom_static_needs simdjson)
  endif()
  string(REPLACE ";" " " esppadom_pc_requires "${esppadom_static_needs}")
  if(ESPPADOM_WITH_OPENSSL)  # pkg-config and CMake name it differently
    list(APPEND esppadom_static_needs OpenSSL)
    string(APPEND esppadom_pc_requires " libcrypto")
  elseif(WIN32)
    set(esppadom_pc_libs "-lbcrypt")
  endif()
  if(ESPPADOM_WITH_ARCHIVE)  # itself shared: what it needs in turn is no concern of our users
    list(APPEND esppadom_static_needs LibArchive)
    string(APPEND esppadom_pc_libs " -larchive")
  endif()
  if(BUILD_SHARED_LIBS)
    set(esppadom_static_needs "")
    string(APPEND esppadom_pc_cflags " -DESPPADOM_SHARED")
  endif()
endif()

configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/esppadomConfig.cmake.in"
                              "${PROJECT_BINARY_DIR}/esppadomConfig.cmake" INSTALL_DESTINATION "${esppadom_cmake_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/esppadomConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/esppadomConfig.cmake" "${PROJECT_BINARY_DIR}/esppadomConfigVersion.cmake"
        DESTINATION "${esppadom_cmake_dir}")

set(esppadom_pc_names esppadom-core)
if(NOT ESPPADOM_CORE_ONLY)
  list(APPEND esppadom_pc_names esppadom)
endif()
# Relative, so that an installed tree may be moved.
file(RELATIVE_PATH esppadom_pc_prefix "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/prefix")
foreach(name ${esppadom_pc_names})
  configure_file("${PROJECT_SOURCE_DIR}/cmake/${name}.pc.in" "${PROJECT_BINARY_DIR}/${name}.pc" @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/${name}.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
endforeach()
install(DIRECTORY "${PROJECT_SOURCE_DIR}/src/data/" DESTINATION "${CMAKE_INSTALL_DATADIR}/esppadom")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/schemas/" DESTINATION "${CMAKE_INSTALL_DATADIR}/esppadom/schemas")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
