# Gives every dependency a target, so that the rest of the build links names and never flags.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

find_package(xapian REQUIRED)
add_library(Xapian::xapian INTERFACE IMPORTED)
target_include_directories(Xapian::xapian SYSTEM INTERFACE ${XAPIAN_INCLUDE_DIR})
target_link_libraries(Xapian::xapian INTERFACE ${XAPIAN_LIBRARIES})

find_path(STEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
find_library(STEMMER_LIBRARY stemmer REQUIRED)
add_library(Stemmer::stemmer UNKNOWN IMPORTED)
set_target_properties(Stemmer::stemmer PROPERTIES
  IMPORTED_LOCATION "${STEMMER_LIBRARY}"
  INTERFACE_INCLUDE_DIRECTORIES "${STEMMER_INCLUDE_DIR}")

find_path(READLINE_INCLUDE_DIR readline/readline.h REQUIRED)
find_library(READLINE_LIBRARY readline REQUIRED)
add_library(Readline::readline UNKNOWN IMPORTED)
set_target_properties(Readline::readline PROPERTIES
  IMPORTED_LOCATION "${READLINE_LIBRARY}"
  INTERFACE_INCLUDE_DIRECTORIES "${READLINE_INCLUDE_DIR}")

find_package(Boost REQUIRED)               # distributions of statistics, from its headers
find_package(CLI11 REQUIRED)               # command lines
find_package(simdjson REQUIRED)            # reading articles
find_package(nlohmann_json 3.9 REQUIRED)   # writing results, small files
find_package(LibArchive REQUIRED)          # zstd
find_package(ZLIB REQUIRED)                # gzip, to its last check
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)    # Unicode properties and folding
pkg_check_modules(uchardet REQUIRED IMPORTED_TARGET uchardet)       # text that is not UTF-8
pkg_check_modules(libisal REQUIRED IMPORTED_TARGET libisal)         # compressing tags
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)        # digests
