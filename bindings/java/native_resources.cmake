# Lays the library for this platform into the resources of the jar, with what the loader verifies: size and SHA-256.

string(TOLOWER "${SYSTEM}" system)
string(TOLOWER "${PROCESSOR}" processor)
string(REPLACE "amd64" "x86_64" processor "${processor}")
set(platform "${system}-${processor}")
get_filename_component(name "${LIBRARY}" NAME)
file(REMOVE_RECURSE "${FOLDER}")
file(MAKE_DIRECTORY "${FOLDER}/${platform}")
file(COPY "${LIBRARY}" DESTINATION "${FOLDER}/${platform}")
if(STRIP)
  execute_process(COMMAND "${STRIP}" --strip-unneeded "${FOLDER}/${platform}/${name}")
endif()
file(SIZE "${FOLDER}/${platform}/${name}" size)
file(SHA256 "${FOLDER}/${platform}/${name}" digest)
file(
  WRITE "${FOLDER}/library.properties"
  "version=${VERSION}\n${platform}.file=${platform}/${name}\n${platform}.size=${size}\n${platform}.sha256=${digest}\n")
