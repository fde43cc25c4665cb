// Asks the environment about the terminal, and takes from text what could command one.
#include "common/cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>

#include "common/text/utf8.h"

namespace dateline {

namespace {

constexpr std::size_t default_width = 80;
constexpr std::size_t min_width = 20;
constexpr std::size_t default_height = 24;
constexpr char32_t replacement = 0xFFFD;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view{value};
}

std::size_t width_from_environment() {
  const std::string_view columns = environment("COLUMNS");
  std::uint16_t width = 0;
  const auto [end, problem] =
      std::from_chars(columns.data(), columns.data() + columns.size(), width);
  const bool whole = problem == std::errc{} && end == columns.data() + columns.size();
  return whole ? width : 0;
}

std::size_t width_from_system() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

bool is_bidi_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

bool use_color(ColorChoice choice, bool is_terminal) {
  if (choice != ColorChoice::Auto) {
    return choice == ColorChoice::Always;
  }
  return is_terminal && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

std::size_t terminal_width() {
  for (const std::size_t width : {width_from_environment(), width_from_system()}) {
    if (width > 0) {
      return std::max(width, min_width);
    }
  }
  return default_width;
}

std::size_t terminal_height() {
  winsize size{};
  const bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0;
  return known ? size.ws_row : default_height;
}

std::string make_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    i += c.bytes;
    if (is_space(c.value)) {
      out += ' ';
    } else if (is_control(c.value)) {
      append_utf8(out, replacement);
    } else if (!is_bidi_control(c.value)) {
      append_utf8(out, c.value);
    }
  }
  return out;
}

std::string escape_json_controls(std::string_view json) {
  constexpr std::string_view hex_digits = "0123456789abcdef";
  std::string out;
  out.reserve(json.size());
  for (std::size_t i = 0; i < json.size();) {
    const CodePoint c = code_point_at(json, i);
    if (c.value >= 0x7F && c.value < 0xA0) {
      out.append("\\u00") += hex_digits[c.value >> 4];
      out += hex_digits[c.value & 15];
    } else {
      out.append(json, i, c.bytes);
    }
    i += c.bytes;
  }
  return out;
}

}  // namespace dateline
