# One Debian package of everything that is installed: cpack -G DEB in the build folder. What its programs and libraries
# need is found by dpkg-shlibdeps; what a static consumer of the headers needs besides is recommended.

set(CPACK_PACKAGE_NAME libesppadom)
set(CPACK_PACKAGE_VENDOR "libesppadom")
set(CPACK_PACKAGE_CONTACT "libesppadom")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libpugixml-dev, libsimdjson-dev, libssl-dev, libarchive-dev")
include(CPack)
