// Laying out text for a terminal: styled pieces, wrapped into lines of a width, blocks of lines
// side by side. Widths are columns as `display_width` counts them.
//
// Text enters through `printable`, so no line ever holds a character that commands the terminal;
// colours are added when lines are written, and each line ends its own, so that a line can be cut
// out or stand beside another.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/match/result.h"
#include "searcher/render/renderer.h"

namespace dateline {

enum class Look { Plain, Strong, Match, Detail, Warning };

/// A piece of one line in one look.
struct Piece {
  std::string text;
  Look look = Look::Plain;

  friend bool operator==(const Piece&, const Piece&) = default;
};

using Line = std::vector<Piece>;

/// "1,234"
std::string with_thousands(std::size_t number);

/// "1 article", "2 articles"
std::string counted(std::size_t number, const std::string& noun);

/// Any text as a piece.
Piece printable(std::string_view text, Look look = Look::Plain);

/// A highlighted text as one long line, in `plain` look but for the matches. Where there is no
/// colour to show a match, it stands between
/// "[" and "]".
Line highlight(const Fragments& text, Look plain, const TextStyle& style);

/// The same, with a line for each line of the text; a match over a line end opens its bracket in
/// the one and closes it in the other.
std::vector<Line> highlight_lines(const Fragments& text, const TextStyle& style);

std::size_t width_of(const Line& line);

/// Breaks a line at its spaces, and words at characters where a word is longer than a line or its
/// script has no spaces. No result is wider than `width` (but for a single wider character) or
/// ends in a space. An empty line stays one.
std::vector<Line> wrap(const Line& line, std::size_t width);

/// The line, with "…" for its end when it is wider.
Line shorten(const Line& line, std::size_t width);

/// Puts spaces before every line that is not empty.
void indent(std::vector<Line>& lines, std::size_t columns);

/// Puts `right` beside `left`, from column `left_width` + `gap` on.
std::vector<Line> side_by_side(const std::vector<Line>& left, const std::vector<Line>& right,
                               std::size_t left_width, std::size_t gap);

/// Writes lines, each with its "\n" and without spaces at its end.
void write_lines(std::ostream& out, const std::vector<Line>& lines, const TextStyle& style);

}  // namespace dateline
