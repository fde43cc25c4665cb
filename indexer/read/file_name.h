// What the name of a file says, and how a path is shown to a person.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/read/reader.h"

namespace dateline {

/// A path taken apart; `stem` is a part of it.
struct FileName {
  std::string_view stem;  ///< without the suffixes of compression and format; never empty
  std::optional<InputFormat> format;
};

/// "march/kidal.jsonl.gz" is "march/kidal", JSON lines. Suffixes are told whatever their case; one
/// that says nothing of the format (".html") goes too, unless it starts with a digit ("v1.2").
FileName split_file_name(std::string_view path);

/// The path as valid UTF-8 without control characters, which stand as %XX; "-" is "stdin".
std::string shown_path(std::string_view path);

}  // namespace dateline
