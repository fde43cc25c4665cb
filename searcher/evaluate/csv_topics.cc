// Topics out of a table as RFC 4180 has it: the first cell of each row is the query.
//
// A quote that is never closed would make one cell of all that follows. So where a quoted cell does
// not end as one must, its line alone is given up, and reading goes on with the next.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/ascii.h"
#include "searcher/evaluate/topic_collector.h"

namespace dateline {

namespace {

/// Programs in countries that write 0,5 part cells by semicolons.
char find_separator(std::string_view bytes) {
  const std::string_view first = take_line(bytes);
  const bool has_comma = first.find(',') != std::string_view::npos;
  return !has_comma && first.find(';') != std::string_view::npos ? ';' : ',';
}

/// A cell, and where in the bytes what follows it begins: a separator, a line end or the end.
struct Cell {
  std::string text;
  std::size_t end = 0;
};

bool ends_cell(std::string_view bytes, std::size_t at, char separator) {
  return at >= bytes.size() || bytes[at] == separator || bytes[at] == '\n' ||
         (bytes[at] == '\r' && (at + 1 == bytes.size() || bytes[at + 1] == '\n'));
}

/// Nothing when the quote that the cell begins with is not closed where the cell ends.
std::optional<Cell> read_quoted(std::string_view bytes, std::size_t begin, char separator) {
  Cell cell;
  std::size_t at = begin + 1;
  while (true) {
    const std::size_t quote = bytes.find('"', at);
    if (quote == std::string_view::npos) {
      return std::nullopt;
    }
    cell.text.append(bytes, at, quote - at);
    at = quote + 1;
    if (at >= bytes.size() || bytes[at] != '"') {
      cell.end = at;
      return ends_cell(bytes, at, separator) ? std::optional(std::move(cell)) : std::nullopt;
    }
    cell.text += '"';
    ++at;
  }
}

std::optional<Cell> read_cell(std::string_view bytes, std::size_t begin, char separator) {
  if (begin < bytes.size() && bytes[begin] == '"') {
    return read_quoted(bytes, begin, separator);
  }
  std::size_t end = begin;
  while (!ends_cell(bytes, end, separator)) {
    ++end;
  }
  return Cell{std::string(bytes.substr(begin, end - begin)), end};
}

/// The length of the row that begins the bytes, without its line end, when all of its cells can be
/// read.
std::optional<std::size_t> measure_row(std::string_view bytes, std::size_t at, char separator) {
  while (at < bytes.size() && bytes[at] == separator) {
    const std::optional<Cell> cell = read_cell(bytes, at + 1, separator);
    if (!cell) {
      return std::nullopt;
    }
    at = cell->end;
  }
  return at;
}

}  // namespace

void read_csv_topics(std::string_view bytes, TopicCollector& found) {
  const char separator = find_separator(bytes);
  for (std::size_t line = 1; !bytes.empty();) {
    const std::optional<Cell> first = read_cell(bytes, 0, separator);
    const std::optional<std::size_t> row =
        first ? measure_row(bytes, first->end, separator) : std::nullopt;
    if (!row) {
      found.add_problem(line, "a quoted cell does not end as one must");
      take_line(bytes);
      ++line;
      continue;
    }
    if (line > 1 || !is_text_heading(first->text)) {
      found.add(std::to_string(line), first->text, line);
    }
    const std::string_view read = bytes.substr(0, *row);
    line += static_cast<std::size_t>(std::ranges::count(read, '\n')) + 1;
    bytes.remove_prefix(*row);
    take_line(bytes);
  }
}

}  // namespace dateline
