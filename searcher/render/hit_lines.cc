// A hit is its title, what is known of the article, and its snippets.
#include "searcher/render/hit_lines.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace dateline {

namespace {

using Lines = std::vector<Line>;

void append(Lines& lines, Lines more) {
  lines.insert(lines.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

/// "also 2023-02-06 · Mosaic World · Jane Doe · mosaic-en-0107"
Line copy_line(const Hit& copy) {
  Line line = details_of(copy.article, {copy.article.id, copy.archive});
  line.insert(line.begin(), {"also ", Look::Detail});
  return line;
}

Line join_details(const Article& article, Line author,
                  std::initializer_list<std::string_view> more) {
  std::string before = article.date ? to_string(*article.date) : "no date";
  if (article.date && article.date_from != DateFrom::Metadata) {
    before += " (from the " + std::string(to_string(article.date_from)) + ")";
  }
  const auto add = [](std::string& line, std::string_view text) {
    if (!text.empty()) {
      line.append(" · ").append(text);
    }
  };
  add(before, article.source);
  std::string after;
  for (const std::string_view text : more) {
    add(after, text);
  }
  Line line = {printable(before, Look::Detail)};
  if (!article.author.empty()) {
    line.push_back({" · ", Look::Detail});
    line.insert(line.end(), author.begin(), author.end());
  }
  line.push_back(printable(after, Look::Detail));
  return line;
}

Lines hit_lines(const Hit& hit, std::size_t number_width, std::size_t width,
                const TextStyle& style) {
  const std::size_t margin = number_width + 2;
  const std::size_t text_width = width - std::min(width - 1, margin);
  Lines lines = title_lines(hit.title, text_width, style);
  append(lines, wrap(join_details(hit.article, highlight(hit.author, Look::Detail, style),
                                  {hit.article.id, hit.archive}),
                     text_width));
  for (const Fragments& snippet : hit.snippets) {
    append(lines, wrap(highlight(snippet, Look::Plain, style), text_width));
  }
  for (const Hit& copy : hit.copies) {
    append(lines, wrap(copy_line(copy), text_width));
  }
  indent(lines, margin);
  const std::string number = std::to_string(hit.rank);
  lines.front().front().text = std::string(number_width - number.size(), ' ') + number + "  ";
  return lines;
}

}  // namespace

Line details_of(const Article& article, std::initializer_list<std::string_view> more) {
  return join_details(article, {printable(article.author, Look::Detail)}, more);
}

std::vector<Line> title_lines(const Fragments& title, std::size_t width, const TextStyle& style) {
  const bool has_text = std::any_of(
      title.begin(), title.end(), [](const Fragment& fragment) { return !fragment.text.empty(); });
  if (!has_text) {
    return {{{"(no title)", Look::Strong}}};
  }
  return wrap(highlight(title, Look::Strong, style), width);
}

std::vector<Line> hits_lines(std::span<const Hit> hits, std::size_t width, const TextStyle& style) {
  const std::size_t number_width = hits.empty() ? 1 : std::to_string(hits.back().rank).size();
  Lines lines;
  for (const Hit& hit : hits) {
    if (!lines.empty()) {
      lines.emplace_back();
    }
    append(lines, hit_lines(hit, number_width, width, style));
  }
  return lines;
}

}  // namespace dateline
