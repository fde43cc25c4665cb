// An explanation for a person.
//
//     understood: Wagner (human OR rights) person:Goita
//     5 articles with all words
//
//     articles  score
//           14  2.103  Wagner           wagner
//           20         human OR rights
//           11  1.344    human          human
//           19  0.620    rights         right
//            5         person:Goita     Assimi Goïta
//
// A word is shown as what it became: a stem, or with "=" a word to the letter.
#include <algorithm>
#include <array>
#include <cstdio>
#include <span>
#include <string>

#include "searcher/match/explanation.h"
#include "searcher/render/formats.h"
#include "searcher/render/hit_lines.h"
#include "searcher/render/layout.h"

namespace dateline {

namespace {

/// More say nothing more to a reader; JSON has them all.
constexpr std::size_t max_words_shown = 8;
constexpr std::size_t gap = 2;  // between columns
constexpr std::string_view articles_head = "articles";

std::string score_text(double score) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.3f", score);
  return text.data();
}

std::string aligned_right(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + text;
}

/// What is said of a list that may be long.
std::string some_of(std::span<const std::string> texts, const std::string& between) {
  std::string all;
  for (std::size_t i = 0; i < std::min(texts.size(), max_words_shown); ++i) {
    all += (i > 0 ? between : "") + texts[i];
  }
  if (texts.size() > max_words_shown) {
    all += between + "… (" + with_thousands(texts.size()) + ")";
  }
  return all;
}

std::string text_of(const ExplainedWord& word) {
  std::vector<std::string> texts = word.stems;
  for (const std::string& exact : word.words) {
    texts.push_back("=" + exact);
  }
  return some_of(texts, "|");
}

std::string became_of(const ExplainedPart& part) {
  std::vector<std::string> readings;
  for (const std::vector<ExplainedWord>& reading : part.readings) {
    std::string text;
    for (const ExplainedWord& word : reading) {
      text += (text.empty() ? "" : " ") + text_of(word);
    }
    readings.push_back(std::move(text));
  }
  return readings.empty() ? some_of(part.entities, ", ") : some_of(readings, " or ");
}

/// A line of the table.
struct Row {
  std::string articles;
  std::string score;  ///< "no" where the article does not have it
  std::string part;   ///< further in where it is part of a part
  std::string became;
};

void add_rows(const ExplainedPart& part, std::size_t depth, bool has_article,
              std::vector<Row>& rows) {
  Row row{.articles = with_thousands(part.articles),
          .score = {},
          .part = std::string(depth * gap, ' ') + part.text,
          .became = became_of(part)};
  if (has_article) {
    row.score = !part.matches ? "no" : part.score > 0 ? score_text(part.score) : "yes";
  }
  rows.push_back(std::move(row));
  for (const ExplainedPart& child : part.parts) {
    add_rows(child, depth + 1, has_article, rows);
  }
}

std::vector<Row> rows_of(const Explanation& explanation) {
  const bool has_article = !explanation.articles.empty();
  std::vector<Row> rows;
  rows.push_back({std::string(articles_head), has_article ? "score" : "", "", ""});
  // The top is the whole query, which stands above the table.
  for (const ExplainedPart& part : explanation.whole.parts) {
    add_rows(part, 0, has_article, rows);
  }
  for (const ExplainedFeedback& added : explanation.feedback) {
    Row& row = rows.emplace_back();
    row.articles = with_thousands(added.articles);
    if (has_article) {
      row.score = added.matches ? score_text(added.score) : "no";
    }
    row.part = added.stem;
    row.became = "feedback, weight " + score_text(added.weight);
  }
  return rows;
}

void write_table(std::ostream& out, const Explanation& explanation, std::size_t width,
                 const TextStyle& style) {
  const std::vector<Row> rows = rows_of(explanation);
  if (rows.size() == 1) {
    return;
  }
  std::size_t articles_width = 0;
  std::size_t score_width = 0;
  std::size_t part_width = 0;
  for (const Row& row : rows) {
    articles_width = std::max(articles_width, row.articles.size());
    score_width = std::max(score_width, row.score.size());
    part_width = std::max(part_width, width_of({printable(row.part)}));
  }
  part_width = std::min(part_width, width / 2);
  out << '\n';
  for (const Row& row : rows) {
    const Look look = &row == &rows.front() ? Look::Detail : Look::Plain;
    std::string columns = aligned_right(row.articles, articles_width);
    if (score_width > 0) {
      columns += std::string(gap, ' ') + aligned_right(row.score, score_width);
    }
    Line line{{columns + std::string(gap, ' '), look}};
    Line part = shorten({printable(row.part, Look::Strong)}, part_width);
    const std::size_t missing = part_width - width_of(part) + gap;
    line.insert(line.end(), part.begin(), part.end());
    line.push_back({std::string(missing, ' '), Look::Plain});
    line.push_back(printable(row.became, Look::Detail));
    write_lines(out, {shorten(line, width)}, style);
  }
}

void write_article(std::ostream& out, const ExplainedArticle& explained, std::size_t total,
                   std::size_t width, const TextStyle& style) {
  out << '\n';
  write_lines(out, title_lines({{explained.article.title, false}}, width, style), style);
  write_lines(
      out,
      {shorten(details_of(explained.article, {explained.article.id, explained.archive}), width)},
      style);
  if (explained.is_found) {
    const std::string rank = "rank " + with_thousands(explained.rank) + " of " +
                             with_thousands(total) + ", score " + score_text(explained.score);
    write_lines(out, wrap({{rank, Look::Strong}}, width), style);
    return;
  }
  write_lines(out,
              wrap({{"not found, for it fails: ", Look::Strong},
                    printable(some_of(explained.failed, ", "))},
                   width),
              style);
}

}  // namespace

void render_explanation_text(std::ostream& out, const Explanation& explanation,
                             const TextStyle& style) {
  const std::size_t width = std::min(style.width, max_text_width);
  write_lines(out, wrap({{"understood: "}, printable(explanation.understood, Look::Strong)}, width),
              style);
  const std::string which = explanation.match == MatchMode::All ? "all words" : "any of the words";
  write_lines(out, wrap({{counted(explanation.total, "article") + " with " + which}}, width),
              style);
  SearchResult notices;
  notices.query = explanation.query;
  notices.warnings = explanation.warnings;
  notices.fell_back = explanation.fell_back;
  notices.total = explanation.total;
  render_notices(out, notices, style);
  for (const ExplainedArticle& article : explanation.articles) {
    write_article(out, article, explanation.total, width, style);
  }
  write_table(out, explanation, width, style);
}

}  // namespace dateline
