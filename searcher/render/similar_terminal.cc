// Similar articles for a person.
//
//     like  Mali expels the head of the UN mission's human rights division
//           2023-02-06 · Mosaic World · Jane Doe · mosaic-en-0107
//     by    MINUSMA, Wagner Group, expelled, persona, grata
//
//     1 copy of this article
//
//     1  A title
//        2023-02-07 · Atlas Daily · atlas-daily/mali
//
//     12 similar articles, 1 to 10 shown, 0.012 s
//
//     1  Another title with an [expelled]
//        2023-02-08 · Meridian Review · meridian-review/mali
//        A snippet with a [word] …
//        also 2023-02-09 · Lakeside Wire · lw-20230209
#include <algorithm>
#include <array>
#include <cstdio>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "searcher/render/formats.h"
#include "searcher/render/hit_lines.h"
#include "searcher/render/layout.h"

namespace dateline {

namespace {

constexpr std::size_t label_width = 6;
/// More say nothing more to a reader; JSON has them all.
constexpr std::size_t max_terms_shown = 12;

/// Lines with a label before the first.
void write_labelled(std::ostream& out, const std::string& label, std::vector<Line> lines,
                    const TextStyle& style) {
  indent(lines, label_width);
  lines.front().front() = {label + std::string(label_width - label.size(), ' '), Look::Plain};
  write_lines(out, lines, style);
}

void write_head(std::ostream& out, const SimilarResult& result, std::size_t width,
                const TextStyle& style) {
  if (!result.article.id.empty()) {
    std::vector<Line> lines = title_lines({{result.article.title, false}}, width, style);
    for (Line& line :
         wrap(details_of(result.article, {result.article.id, result.archive}), width)) {
      lines.push_back(std::move(line));
    }
    write_labelled(out, "like", std::move(lines), style);
  }
  std::string terms;
  for (std::size_t i = 0; i < std::min(result.terms.size(), max_terms_shown); ++i) {
    terms += (i > 0 ? ", " : "") + result.terms[i];
  }
  if (!terms.empty()) {
    write_labelled(out, "by", wrap({printable(terms, Look::Detail)}, width), style);
  }
  for (const QueryWarning& warning : result.warnings) {
    write_lines(out, wrap({{"warning: ", Look::Warning}, printable(warning.message)}, width),
                style);
  }
}

void write_hits(std::ostream& out, const std::string& head, std::span<const Hit> hits,
                std::size_t width, const TextStyle& style) {
  write_lines(out, {{{head, Look::Strong}}}, style);
  if (!hits.empty()) {
    out << '\n';
    write_lines(out, hits_lines(hits, width, style), style);
  }
}

std::string head_of(const SimilarResult& result) {
  std::string head =
      result.total == 0 ? "no similar articles" : counted(result.total, "similar article");
  if (!result.hits.empty() && result.hits.size() < result.total) {
    head += ", " + with_thousands(result.hits.front().rank) + " to " +
            with_thousands(result.hits.back().rank) + " shown";
  }
  std::array<char, 32> seconds{};
  std::snprintf(seconds.data(), seconds.size(), ", %.3f s", result.seconds);
  return head + seconds.data();
}

}  // namespace

void render_similar_text(std::ostream& out, const SimilarResult& result, const TextStyle& style) {
  const std::size_t width = std::min(style.width, max_text_width);
  write_head(out, result, width - label_width, style);
  out << '\n';
  if (!result.copies.empty()) {
    const std::string head = result.copies.size() == 1
                                 ? "1 copy of this article"
                                 : with_thousands(result.copies.size()) + " copies of this article";
    write_hits(out, head, result.copies, width, style);
    out << '\n';
  }
  write_hits(out, head_of(result), result.hits, width, style);
}

}  // namespace dateline
