// In double quotes YAML knows JSON's escapes, so that nothing in a text can be taken for YAML.
#include "searcher/yaml.h"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string_view>

#include "common/text/utf8.h"

namespace dateline {

namespace {

using Json = nlohmann::ordered_json;

/// Control characters, what YAML does not take for printable, and what some of its readers take
/// for line ends.
bool needs_escape(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
         c == 0xFFFE || c == 0xFFFF;
}

std::string quote(std::string_view text) {
  std::string quoted = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value == '"' || point.value == '\\') {
      quoted += '\\';
    }
    if (needs_escape(point.value)) {
      std::array<char, 8> escape{};
      std::snprintf(escape.data(), escape.size(), "\\u%04X", static_cast<unsigned>(point.value));
      quoted += escape.data();
    } else {
      append_utf8(quoted, point.value);
    }
    at += point.bytes;
  }
  return quoted + '"';
}

void append(std::string& out, const Json& value, std::size_t depth) {
  const std::string indent(2 * depth, ' ');
  if (value.empty() && value.is_structured()) {
    out += value.is_object() ? " {}\n" : " []\n";
  } else if (value.is_object()) {
    out += depth == 0 ? "" : "\n";
    for (const auto& [key, child] : value.items()) {
      out += indent + key + ":";
      append(out, child, depth + 1);
    }
  } else if (value.is_array()) {
    out += "\n";
    for (const Json& child : value) {
      out += indent + "-";
      append(out, child, depth + 1);
    }
  } else {
    out += " " + (value.is_string() ? quote(value.get_ref<const std::string&>()) : value.dump());
    out += "\n";
  }
}

}  // namespace

std::string to_yaml(const Json& value) {
  std::string out;
  append(out, value, 0);
  return out;
}

}  // namespace dateline
