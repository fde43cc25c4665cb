# Writes the commit of the sources into a header, at every build, for a figure is only worth the
# commit it names. The header changes only when the commit does.
#
#   cmake -D SOURCE_DIR=... -D HEADER=... -P write_commit.cmake
execute_process(
  COMMAND git --no-optional-locks describe --always --dirty --abbrev=12
  WORKING_DIRECTORY "${SOURCE_DIR}"
  OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE
  ERROR_QUIET)
if(NOT commit)
  set(commit unknown)
endif()
set(content "// The commit of the sources. Written by the build.\n#define DATELINE_BENCH_COMMIT \"${commit}\"\n")
if(EXISTS "${HEADER}")
  file(READ "${HEADER}" old)
endif()
if(NOT content STREQUAL "${old}")
  file(WRITE "${HEADER}" "${content}")
endif()
