// Golden files: an output compared, byte by byte, with the one that was found good before.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#ifndef DATELINE_GOLDEN_FOLDER
#error "target_compile_definitions(<test> PRIVATE DATELINE_GOLDEN_FOLDER=\"...\")"
#endif

namespace dateline::test {

/// Escape characters become "␛", so that a diff of coloured output can be read.
inline std::string show_escapes(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\x1b') {
      out += "␛";
    } else {
      out += c;
    }
  }
  return out;
}

/// Checks that `actual` is the content of tests/golden/`name`. With DATELINE_UPDATE_GOLDEN=1 in
/// the environment it becomes the content: read the diff then.
inline void golden(const std::string& name, const std::string& actual) {
  const std::filesystem::path file = std::filesystem::path(DATELINE_GOLDEN_FOLDER) / name;
  const char* update = std::getenv("DATELINE_UPDATE_GOLDEN");
  if (update != nullptr && std::string_view(update) == "1") {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << actual;
  }
  std::ifstream stream(file, std::ios::binary);
  CAPTURE(name);
  REQUIRE_MESSAGE(stream, "no golden file; DATELINE_UPDATE_GOLDEN=1 writes it");
  const std::string expected{std::istreambuf_iterator<char>(stream), {}};
  CHECK(actual == expected);
}

}  // namespace dateline::test
