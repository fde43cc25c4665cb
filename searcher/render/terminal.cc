// Text for a person: numbered hits with their snippets, and facets beside or below them.
//
//     5 articles, all words, 0.004 s
//
//     1  Title with a [match]                       person     10 of 37 values
//        2023-02-06 · Reuters · Jane Doe · kidal        4  Guillaume Ngefa
//        A snippet with a [match] ...                 * 3  Assimi Goïta
//
// From `facets_beside_width` columns on facets stand beside the hits, below that after them, two
// side by side where they fit.
#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <utility>

#include "common/cli/terminal.h"
#include "common/text/utf8.h"
#include "searcher/render/facet_lines.h"
#include "searcher/render/formats.h"
#include "searcher/render/hit_lines.h"
#include "searcher/render/layout.h"

namespace dateline {

namespace {

constexpr std::size_t facets_beside_width = 120;
constexpr std::size_t gap = 4;  // between columns
constexpr std::size_t min_facet_width = 36;
constexpr std::size_t max_facet_width = 50;

using Lines = std::vector<Line>;

void append(Lines& lines, Lines more) {
  lines.insert(lines.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

// The head

std::string head_of(const SearchResult& result) {
  std::string head = result.total == 0 ? "no articles" : counted(result.total, "article");
  if (!result.understood.empty()) {
    head += result.match == MatchMode::All ? ", all words" : ", any word";
  }
  if (!result.hits.empty() && result.hits.size() < result.total) {
    head += ", " + with_thousands(result.hits.front().rank) + " to " +
            with_thousands(result.hits.back().rank) + " shown";
  }
  std::array<char, 32> seconds{};
  std::snprintf(seconds.data(), seconds.size(), ", %.3f s", result.seconds);
  return head + seconds.data();
}

/// The query around an offset, in one line, with a caret under the offset.
Lines point_at(std::string_view query, std::size_t offset, std::size_t width) {
  constexpr std::size_t context = 200;  // bytes; nobody needs more to know the place
  const std::string_view before = cut_at_character(query, offset);
  std::string_view after = cut_at_character(query.substr(before.size()), context);
  std::string left = make_printable(before);
  std::size_t start = 0;
  while (start < left.size() && display_width(std::string_view(left).substr(start)) > width / 2) {
    start += code_point_at(left, start).bytes;
  }
  left.erase(0, start);
  if (start > 0) {
    left.insert(0, "…");
  }
  const std::string caret = std::string(display_width(left), ' ') + "^";
  return {shorten({{left + make_printable(after)}}, width), {{caret, Look::Warning}}};
}

Lines notices_of(const SearchResult& result, std::size_t width) {
  Lines lines;
  if (result.fell_back && result.total > 0) {
    append(lines,
           wrap({{"no article has all words; showing articles with any of them", Look::Warning}},
                width));
  }
  if (!result.suggestion.empty()) {
    append(lines, wrap({{"did you mean: "}, printable(result.suggestion, Look::Strong)}, width));
  }
  for (const QueryWarning& warning : result.warnings) {
    append(lines, wrap({{"warning: ", Look::Warning}, printable(warning.message)}, width));
    if (warning.in_text) {
      Lines pointer = point_at(result.query, warning.offset, width - 2);
      indent(pointer, 2);
      append(lines, std::move(pointer));
    }
  }
  return lines;
}

Lines head_lines(const SearchResult& result, std::size_t width) {
  Lines lines = wrap({{head_of(result), Look::Strong}}, width);
  if (!result.understood.empty() && result.understood != result.query) {
    append(lines, wrap({{"understood: "}, printable(result.understood, Look::Detail)}, width));
  }
  append(lines, notices_of(result, width));
  return lines;
}

// The facets

std::string shown_of_total(const Facet& facet) {
  if (facet.values.size() < facet.total_values) {
    return with_thousands(facet.values.size()) + " of " + counted(facet.total_values, "value");
  }
  return counted(facet.total_values, "value");
}

/// A bar of so many eighths of a column.
std::string bar_of(std::size_t eighths) {
  constexpr std::array<std::string_view, 8> parts = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  std::string bar;
  for (std::size_t column = 0; column < eighths / parts.size(); ++column) {
    bar += "█";
  }
  return bar.append(parts.at(eighths % parts.size()));
}

/// Draws behind the values of a facet of dates how many articles each has: the histogram. `lines`
/// are those of the facet, its name first.
void add_bars(const Facet& facet, Lines& lines, std::size_t width) {
  constexpr std::size_t max_bar_width = 20;
  constexpr std::size_t least = 4;  // with less, bars say nothing
  std::size_t value_width = 0;
  std::size_t most = 1;
  for (std::size_t i = 0; i < facet.values.size(); ++i) {
    value_width = std::max(value_width, width_of(lines[i + 1]));
    most = std::max(most, facet.values[i].count);
  }
  value_width += 2;
  if (value_width + least > width) {
    return;
  }
  const std::size_t most_eighths = std::min(width - value_width, max_bar_width) * 8;
  for (std::size_t i = 0; i < facet.values.size(); ++i) {
    if (facet.values[i].count > 0) {
      const std::size_t eighths =
          std::max<std::size_t>(1, facet.values[i].count * most_eighths / most);
      const std::string gap_before(value_width - width_of(lines[i + 1]), ' ');
      lines[i + 1].push_back({gap_before + bar_of(eighths), Look::Detail});
    }
  }
}

Lines facet_lines(const Facet& facet, std::size_t width) {
  std::size_t count_width = 1;
  for (const FacetValue& value : facet.values) {
    count_width = std::max(count_width, with_thousands(value.count).size());
  }
  Lines lines;
  lines.push_back(shorten({{std::string(to_string(facet.kind)), Look::Strong},
                           {"  " + shown_of_total(facet), Look::Detail}},
                          width));
  for (const FacetValue& value : facet.values) {
    const std::string count = with_thousands(value.count);
    std::string start = value.excluded ? "- " : value.selected ? "* " : "  ";
    start += std::string(count_width - count.size(), ' ') + count + "  ";
    const Look look = value.selected || value.excluded ? Look::Strong : Look::Plain;
    lines.push_back(shorten({{std::move(start), look}, printable(value.value, look)}, width));
  }
  if (facet.kind == FacetKind::Date || facet.kind == FacetKind::Mentioned) {
    add_bars(facet, lines, width);
  }
  return lines;
}

std::vector<Lines> facet_blocks(const SearchResult& result, std::size_t width) {
  std::vector<Lines> blocks;
  for (const Facet& facet : result.facets) {
    if (!facet.values.empty()) {
      blocks.push_back(facet_lines(facet, width));
    }
  }
  return blocks;
}

/// All facets in rows of as many as fit.
Lines facets_in_rows(const SearchResult& result, std::size_t width) {
  const std::size_t columns = std::max<std::size_t>(1, (width + gap) / (min_facet_width + gap));
  const std::size_t block_width = (width + gap) / columns - gap;
  std::vector<Lines> blocks = facet_blocks(result, block_width);
  Lines lines;
  for (std::size_t i = 0; i < blocks.size(); i += columns) {
    Lines row = std::move(blocks[i]);
    for (std::size_t j = i + 1; j < std::min(i + columns, blocks.size()); ++j) {
      row = side_by_side(row, blocks[j], block_width + (j - i - 1) * (block_width + gap), gap);
    }
    if (!lines.empty()) {
      lines.emplace_back();
    }
    append(lines, std::move(row));
  }
  return lines;
}

// The whole

Lines beside(const SearchResult& result, const TextStyle& style) {
  const std::size_t facet_width = std::clamp(style.width / 4, min_facet_width, max_facet_width);
  const std::size_t hit_width = std::min(style.width - facet_width - gap, max_text_width);
  return side_by_side(hits_lines(result.hits, hit_width, style),
                      facets_in_rows(result, facet_width), hit_width, gap);
}

Lines below(const SearchResult& result, const TextStyle& style) {
  Lines lines = hits_lines(result.hits, std::min(style.width, max_text_width), style);
  Lines facets = style.label_facets ? labelled_facet_lines(result, style)
                                    : facets_in_rows(result, style.width);
  if (!lines.empty() && !facets.empty()) {
    lines.emplace_back();
  }
  append(lines, std::move(facets));
  return lines;
}

}  // namespace

void render_text(std::ostream& out, const SearchResult& result, const TextStyle& style) {
  write_lines(out, head_lines(result, std::min(style.width, max_text_width)), style);
  const bool fits_beside = style.width >= facets_beside_width && !style.label_facets;
  const Lines body =
      fits_beside && !result.hits.empty() ? beside(result, style) : below(result, style);
  if (!body.empty()) {
    out << '\n';
    write_lines(out, body, style);
  }
}

void render_notices(std::ostream& out, const SearchResult& result, const TextStyle& style) {
  write_lines(out, notices_of(result, std::min(style.width, max_text_width)), style);
}

void render_article_text(std::ostream& out, const ShownArticle& shown, const TextStyle& style) {
  const Article& article = shown.article;
  const std::size_t width = std::min(style.width, max_text_width);
  Lines lines = title_lines(shown.title, width, style);
  append(lines, wrap(details_of(article, {article.language, article.id, shown.archive}), width));
  std::string place = article.origin.path;
  if (!article.origin.record.empty()) {
    place += " (record " + article.origin.record + ")";
  }
  for (const std::string& text : {std::as_const(place), article.url}) {
    if (!text.empty()) {
      append(lines, wrap({printable(text, Look::Detail)}, width));
    }
  }
  if (article.title_derived) {
    append(lines, wrap({{"The title is taken from the text.", Look::Detail}}, width));
  }
  lines.emplace_back();
  for (const Line& paragraph : highlight_lines(shown.text, style)) {
    append(lines, wrap(paragraph, width));
  }
  write_lines(out, lines, style);
}

}  // namespace dateline
