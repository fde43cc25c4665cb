// Wraps and joins lines, and gives them their colours.
#include "searcher/render/layout.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/cli/terminal.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

std::string_view color_of(Look look) {
  switch (look) {
    case Look::Plain: return "";
    case Look::Strong: return "1";
    case Look::Match: return "1;31";
    case Look::Detail: return "36";
    case Look::Warning: return "33";
  }
  return "";
}

/// One character, with the marks that belong to it, in its look.
struct Character {
  std::string_view text;
  Look look = Look::Plain;
  std::size_t width = 0;

  bool is_space() const { return text == " "; }
};

std::vector<Character> characters_of(const Line& line) {
  std::vector<Character> characters;
  for (const Piece& piece : line) {
    const std::string_view text = piece.text;
    for (std::size_t i = 0; i < text.size();) {
      const std::string_view one = text.substr(i, code_point_at(text, i).bytes);
      const std::size_t width = display_width(one);
      if (width == 0 && i > 0) {  // a mark follows its base without a gap
        Character& base = characters.back();
        base.text = {base.text.data(), base.text.size() + one.size()};
      } else {
        characters.push_back({one, piece.look, width});
      }
      i += one.size();
    }
  }
  return characters;
}

using Iterator = std::vector<Character>::const_iterator;

/// The end of the word at `from`: before a space, and around every wide character, for the scripts
/// that have them break anywhere.
Iterator end_of_word(Iterator from, Iterator end) {
  if (from->width > 1) {
    return std::next(from);
  }
  return std::find_if(from, end, [](const Character& c) { return c.is_space() || c.width > 1; });
}

std::size_t width_of_range(Iterator from, Iterator to) {
  std::size_t width = 0;
  for (; from != to; ++from) {
    width += from->width;
  }
  return width;
}

/// As many characters as fit, at least one.
Iterator fit(Iterator from, Iterator to, std::size_t width) {
  std::size_t used = 0;
  auto it = from;
  while (it != to && (it == from || used + it->width <= width)) {
    used += it->width;
    ++it;
  }
  return it;
}

/// Builds lines from runs of characters.
class Lines {
 public:
  explicit Lines(std::size_t width) : width_(width) {}

  std::size_t room() const { return width_ - std::min(width_, used_); }
  bool at_start() const { return used_ == 0; }

  void append(Iterator from, Iterator to) {
    for (; from != to; ++from) {
      if (line_.empty() || line_.back().look != from->look) {
        line_.push_back({{}, from->look});
      }
      line_.back().text += from->text;
      used_ += from->width;
    }
  }

  void break_line() {
    lines_.push_back(std::exchange(line_, {}));
    used_ = 0;
  }

  std::vector<Line> finish() {
    if (!line_.empty() || lines_.empty()) {
      break_line();
    }
    return std::move(lines_);
  }

 private:
  std::size_t width_;
  std::size_t used_ = 0;
  Line line_;
  std::vector<Line> lines_;
};

void write_piece(std::ostream& out, const Piece& piece, const TextStyle& style) {
  const std::string_view color = style.color ? color_of(piece.look) : "";
  if (color.empty() || piece.text.empty()) {
    out << piece.text;
  } else {
    out << "\x1b[" << color << 'm' << piece.text << "\x1b[0m";
  }
}

void trim_end(Line& line) {
  while (!line.empty()) {
    std::string& text = line.back().text;
    text.erase(text.find_last_not_of(' ') + 1);
    if (!text.empty()) {
      return;
    }
    line.pop_back();
  }
}

Fragments with_brackets(const Fragments& text, const TextStyle& style) {
  Fragments marked = text;
  for (Fragment& fragment : marked) {
    if (fragment.match && !style.color && !fragment.text.empty()) {
      fragment.text = "[" + fragment.text + "]";
    }
  }
  return marked;
}

}  // namespace

std::string with_thousands(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) {
    digits.insert(i - 3, ",");
  }
  return digits;
}

std::string counted(std::size_t number, const std::string& noun) {
  return with_thousands(number) + " " + noun + (number == 1 ? "" : "s");
}

Piece printable(std::string_view text, Look look) {
  return {make_printable(text), look};
}

Line highlight(const Fragments& text, Look plain, const TextStyle& style) {
  Line line;
  for (const Fragment& fragment : with_brackets(text, style)) {
    if (!fragment.text.empty()) {
      line.push_back(printable(fragment.text, fragment.match ? Look::Match : plain));
    }
  }
  return line;
}

std::vector<Line> highlight_lines(const Fragments& text, const TextStyle& style) {
  std::vector<Line> lines(1);
  for (const Fragment& fragment : with_brackets(text, style)) {
    const Look look = fragment.match ? Look::Match : Look::Plain;
    std::string_view rest = fragment.text;
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
      lines.back().push_back(printable(rest.substr(0, end), look));
      lines.emplace_back();
      rest.remove_prefix(end + 1);
    }
    lines.back().push_back(printable(rest, look));
  }
  return lines;
}

std::size_t width_of(const Line& line) {
  std::size_t width = 0;
  for (const Piece& piece : line) {
    width += display_width(piece.text);
  }
  return width;
}

std::vector<Line> wrap(const Line& line, std::size_t width) {
  const std::vector<Character> characters = characters_of(line);
  Lines lines(std::max<std::size_t>(width, 1));
  for (auto it = characters.cbegin(); it != characters.end();) {
    const auto word = std::find_if(it, characters.end(), [](auto& c) { return !c.is_space(); });
    if (word == characters.end()) {
      break;
    }
    auto end = end_of_word(word, characters.cend());
    const std::size_t spaces = word == it || lines.at_start() ? 0 : 1;
    if (!lines.at_start() && spaces + width_of_range(word, end) > lines.room()) {
      lines.break_line();
    } else if (spaces > 0) {
      lines.append(it, std::next(it));
    }
    end = fit(word, end, lines.room());
    lines.append(word, end);
    it = end;
  }
  return lines.finish();
}

Line shorten(const Line& line, std::size_t width) {
  if (width_of(line) <= width) {
    return line;
  }
  const std::vector<Character> characters = characters_of(line);
  Lines lines(width);
  const auto end = fit(characters.cbegin(), characters.cend(), width > 0 ? width - 1 : 0);
  lines.append(characters.begin(), end);
  Line shortened = lines.finish().front();
  trim_end(shortened);
  shortened.push_back({"…", shortened.empty() ? Look::Plain : shortened.back().look});
  return shortened;
}

void indent(std::vector<Line>& lines, std::size_t columns) {
  for (Line& line : lines) {
    if (!line.empty()) {
      line.insert(line.begin(), Piece{std::string(columns, ' '), Look::Plain});
    }
  }
}

std::vector<Line> side_by_side(const std::vector<Line>& left, const std::vector<Line>& right,
                               std::size_t left_width, std::size_t gap) {
  std::vector<Line> joined;
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    Line line = i < left.size() ? left[i] : Line{};
    if (i < right.size() && !right[i].empty()) {
      const std::size_t used = width_of(line);
      const std::size_t column = std::max(left_width, used) + gap;
      line.push_back({std::string(column - used, ' '), Look::Plain});
      line.insert(line.end(), right[i].begin(), right[i].end());
    }
    joined.push_back(std::move(line));
  }
  return joined;
}

void write_lines(std::ostream& out, const std::vector<Line>& lines, const TextStyle& style) {
  for (Line line : lines) {
    trim_end(line);
    for (const Piece& piece : line) {
      write_piece(out, piece, style);
    }
    out << '\n';
  }
}

}  // namespace dateline
