# Fails when a file includes what its room may not know. The rules are those of ARCHITECTURE.md.

# forbid(<room> <pattern> <reason> [EXCEPT <file regex>])
function(forbid room pattern reason)
  cmake_parse_arguments(PARSE_ARGV 3 arg "" "EXCEPT" "")
  file(GLOB_RECURSE files "${SOURCE_DIR}/${room}/*.h" "${SOURCE_DIR}/${room}/*.cc")
  if(NOT files)
    message(SEND_ERROR "${room}: there is no such room; mend the rules")
  endif()
  foreach(file IN LISTS files)
    if(arg_EXCEPT AND file MATCHES "${arg_EXCEPT}")
      continue()
    endif()
    file(STRINGS "${file}" hits REGEX "^#include [<\"]${pattern}")
    foreach(hit IN LISTS hits)
      message(SEND_ERROR "${file}: ${hit}\n  ${reason}")
    endforeach()
  endforeach()
endfunction()

set(programs_apart "the programs meet only in the archive")
forbid(common "(indexer|searcher|bench)/" "common serves both programs and knows neither")
forbid(indexer "(searcher|bench)/" "${programs_apart}")
forbid(searcher "(indexer|bench)/" "${programs_apart}")

set(way_of_an_article "data flows read, analyze (with entities), write")
forbid(indexer/read "indexer/(analyze|entities|resolve|train|write|commands)/" "${way_of_an_article}")
forbid(indexer/entities "indexer/(read|analyze|resolve|train|write|commands)/" "${way_of_an_article}")
forbid(indexer/resolve "indexer/(read|entities|analyze|train|write|commands)/"
  "the resolver sees names and counts, never an article")
forbid(indexer/analyze "indexer/(read|resolve|train|write|commands)/" "${way_of_an_article}")
forbid(indexer/glass "indexer/(read|entities|analyze|resolve|train|bulk|write|commands)/"
  "glass knows bytes, not articles")
forbid(indexer/bulk "indexer/(read|entities|analyze|resolve|train|write|commands)/"
  "bulk knows documents, not articles")
forbid(indexer/write "indexer/(read|train|commands)/" "${way_of_an_article}")

set(way_of_a_query "data flows query, match, render")
forbid(searcher/query "searcher/(match|render|prompt|commands)/" "${way_of_a_query}")
forbid(searcher/match "searcher/(render|prompt|commands)/" "${way_of_a_query}")
forbid(searcher/render "searcher/(prompt|commands)/" "${way_of_a_query}")
forbid(searcher/evaluate "searcher/(match|render|prompt|commands)/"
  "evaluation knows files of topics, judgements and runs, and no archive")
forbid(searcher/prompt "searcher/commands/" "a session knows no options")
forbid(searcher "readline/" "readline stays in one file" EXCEPT "searcher/prompt/line_reader.cc")

set(xapian_rooms "Xapian stays in its rooms")
forbid(common "xapian" "${xapian_rooms}" EXCEPT "archive/database_error|cli/run_program.cc")
forbid(indexer "xapian" "${xapian_rooms}" EXCEPT "indexer/write/")
forbid(searcher "xapian" "${xapian_rooms}" EXCEPT "searcher/(match/|query/compiler)")

forbid(bench "xapian" "${xapian_rooms}" EXCEPT "bench/(xapian_peer|peers/drivers/)")
forbid(bench/peers/drivers "(indexer|searcher)/" "a peer knows nothing of Dateline")

set(options_above "options are plain structs below the commands")
forbid(common "CLI/" "${options_above}" EXCEPT "common/cli/")
forbid(indexer "CLI/" "${options_above}" EXCEPT "indexer/(main.cc|commands/|train/main.cc)")
forbid(searcher "CLI/" "${options_above}" EXCEPT "searcher/(main.cc|commands/)")
