#include "searcher/render/csv_cell.h"

#include "common/cli/terminal.h"

namespace dateline {

namespace {

/// A spreadsheet runs cells that begin with one of these as formulas.
bool is_formula(std::string_view cell) {
  const std::size_t first = cell.find_first_not_of(' ');
  return first != std::string_view::npos &&
         std::string_view("=+-@\t\r\n").find(cell[first]) != std::string_view::npos;
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string plain = (is_formula(text) ? "'" : "") + make_printable(text);
  if (plain.find_first_of(",\"") == std::string::npos) {
    return plain;
  }
  std::string quoted = "\"";
  for (const char c : plain) {
    quoted += c;
    if (c == '"') {
      quoted += '"';
    }
  }
  return quoted + '"';
}

}  // namespace dateline
