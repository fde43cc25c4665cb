// Whole files that a command line names.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>

#include "searcher/commands/commands.h"

namespace dateline {

std::optional<std::string> read_input(const std::string& path, const std::string& hint) {
  if (path == "-") {
    return std::string(std::istreambuf_iterator<char>(std::cin), {});
  }
  std::error_code failed;
  if (!std::filesystem::exists(path, failed)) {
    return std::nullopt;
  }
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path, failed)) {
    throw Error("cannot read " + path, hint);
  }
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace dateline
