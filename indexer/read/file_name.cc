// The suffixes of the files we read, and the bytes of a path that are fit to be shown.
#include "indexer/read/file_name.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "common/text/utf8.h"

namespace dateline {

namespace {

constexpr std::array<std::string_view, 2> compressions = {".gz", ".zst"};

constexpr std::array<std::pair<std::string_view, InputFormat>, 5> formats = {{
    {".txt", InputFormat::Text},
    {".text", InputFormat::Text},
    {".jsonl", InputFormat::JsonLines},
    {".ndjson", InputFormat::JsonLines},
    {".json", InputFormat::JsonLines},
}};

/// Where the suffix of the last part of a path begins, its dot included; the end when there is
/// none. A dot at the start of a name begins no suffix.
std::size_t suffix_begin(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos || dot <= name ? path.size() : dot;
}

bool equal_ignoring_case(std::string_view text, std::string_view lower) {
  return std::ranges::equal(text, lower,
                            [](unsigned char a, unsigned char b) { return std::tolower(a) == b; });
}

bool is_shown(const CodePoint& point) {
  const char32_t value = point.value;
  const bool control = value < 0x20 || (value >= 0x7F && value < 0xA0);
  const bool turns_direction = value == 0x061C || (value >= 0x200E && value <= 0x200F) ||
                               (value >= 0x2028 && value <= 0x202E) ||
                               (value >= 0x2066 && value <= 0x2069);
  // U+FFFD in one byte is what `code_point_at` says of an invalid one.
  const bool invalid = value == 0xFFFD && point.bytes == 1;
  return !control && !turns_direction && !invalid;
}

}  // namespace

FileName split_file_name(std::string_view path) {
  FileName name{path, std::nullopt};
  std::size_t dot = suffix_begin(name.stem);
  const std::string_view compression = name.stem.substr(dot);
  if (std::ranges::any_of(compressions, [compression](std::string_view known) {
        return equal_ignoring_case(compression, known);
      })) {
    name.stem = name.stem.substr(0, dot);
    dot = suffix_begin(name.stem);
  }

  const std::string_view suffix = name.stem.substr(dot);
  for (const auto& [known, format] : formats) {
    if (equal_ignoring_case(suffix, known)) {
      name.format = format;
    }
  }
  if (suffix.size() > 1 && std::isdigit(static_cast<unsigned char>(suffix[1])) == 0) {
    name.stem = name.stem.substr(0, dot);
  }
  return name;
}

std::string shown_path(std::string_view path) {
  if (path == "-") {
    return "stdin";
  }
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string shown;
  for (std::size_t at = 0; at < path.size();) {
    const CodePoint point = code_point_at(path, at);
    const std::string_view bytes = path.substr(at, point.bytes);
    if (is_shown(point)) {
      shown += bytes;
    } else {
      for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        shown += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
      }
    }
    at += point.bytes;
  }
  return shown.empty() ? "\"\"" : shown;
}

}  // namespace dateline
