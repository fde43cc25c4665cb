# The flags of our own code. Linked PRIVATE, so they never reach a dependency's headers.
add_library(dateline_build_flags INTERFACE)
add_library(dateline::build_flags ALIAS dateline_build_flags)

target_include_directories(dateline_build_flags INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(dateline_build_flags INTERFACE _GLIBCXX_ASSERTIONS)
target_compile_options(dateline_build_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wextra-semi -Wcast-qual
  # g++ 12 sees an overlap in std::string's operator+ that is not there, hence -Wno-restrict; and
  # takes the enumerators of a scoped enum for shadows, hence only local ones; and at -O3 it finds
  # null dereferences inside libstdc++'s strings and streams, hence only clang looks for those.
  $<$<CXX_COMPILER_ID:Clang>:-Wshadow -Wnull-dereference>
  $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local -Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wno-restrict>)

set(DATELINE_SANITIZE "" CACHE STRING "Sanitizers to build with, e.g. address,undefined")
if(DATELINE_SANITIZE)
  target_compile_options(dateline_build_flags INTERFACE
    -fsanitize=${DATELINE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(dateline_build_flags INTERFACE -fsanitize=${DATELINE_SANITIZE})
endif()
