// Looks for the publication's date, author and outlet where articles state them, and nowhere else.
#include "indexer/analyze/publication.h"

#include <optional>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/analyze/byline.h"
#include "indexer/analyze/cue.h"
#include "indexer/analyze/dateline.h"
#include "indexer/analyze/lines.h"
#include "indexer/analyze/sentence.h"
#include "indexer/analyze/web_address.h"

namespace dateline {

namespace {

constexpr std::size_t top_lines = 10;
constexpr std::size_t bottom_lines = 6;

/// How much of a long line can be a dateline or byline.
constexpr std::size_t max_seen_bytes = 500;

std::optional<Dateline> find_dateline(const std::vector<Line>& top) {
  for (const Line& line : top) {
    const std::string_view seen = cut_at_character(line.text, max_seen_bytes);
    if (auto dateline = read_dateline(seen)) {
      return dateline;
    }
  }
  return std::nullopt;
}

/// The lines above the story: those before the first that has a sentence or is long.
std::vector<Line> lines_above_story(const std::vector<Line>& top) {
  constexpr std::size_t long_line_bytes = 150;
  std::vector<Line> above;
  for (const Line& line : top) {
    if (line.text.size() > long_line_bytes || ends_with_full_stop(line.text)) {
      break;
    }
    above.push_back(line);
  }
  return above;
}

bool has_headline(const Article& article) {
  return !article.title.empty() && !article.title_derived;
}

/// The best cue; a day alone on a line counts only between headline and story.
std::optional<Date> find_cue_date(const Article& article, const std::vector<Line>& top) {
  std::optional<DateCue> best;
  std::vector<Line> lines = top;
  const std::vector<Line> bottom = last_lines(article.text, bottom_lines);
  lines.insert(lines.end(), bottom.begin(), bottom.end());
  for (const Line& line : lines) {
    const auto cue = read_date_cue(line.text);
    if (cue && (!best || cue->kind < best->kind)) {
      best = cue;
    }
  }
  if (best) {
    return best->date;
  }
  if (has_headline(article)) {
    for (const Line& line : lines_above_story(top)) {
      if (const auto date = read_lone_date(line.text)) {
        return date;
      }
    }
  }
  return std::nullopt;
}

std::string find_author(const Article& article, const std::vector<Line>& top) {
  for (const Line& line : top) {
    if (const auto author = read_byline(line.text)) {
      return mend_line(*author);
    }
  }
  if (!article.title_derived) {
    for (const Line& line : lines_above_story(top)) {
      if (const auto author = read_place_byline(line.text)) {
        return mend_line(*author);
      }
    }
  }
  return {};
}

}  // namespace

void find_publication(Article& article) {
  const std::vector<Line> top = first_lines(article.text, top_lines);
  const std::optional<Dateline> dateline = find_dateline(top);
  const auto know_date = [&article](std::optional<Date> date, DateFrom from) {
    if (!article.date && date) {
      article.date = date;
      article.date_from = from;
    }
  };
  know_date(date_of_url(article.url), DateFrom::Url);
  know_date(dateline ? dateline->date : std::nullopt, DateFrom::Dateline);
  know_date(find_cue_date(article, top), DateFrom::Cue);
  if (article.author.empty()) {
    article.author = find_author(article, top);
  }
  if (article.source.empty()) {
    article.source = host_of(article.url);
  }
  if (article.source.empty() && dateline) {
    article.source = mend_line(dateline->agency);
  }
}

std::vector<LitterSpan> find_publication_lines(const Article& article) {
  const std::vector<Line> top = first_lines(article.text, top_lines);
  const std::vector<Line> above =
      has_headline(article) ? lines_above_story(top) : std::vector<Line>();
  std::vector<LitterSpan> spans;
  std::size_t at = 0;
  std::size_t number = 0;
  for (auto line = next_line(article.text, at); line; line = next_line(article.text, at)) {
    if (line->text.empty()) {
      continue;
    }
    const bool is_top = number < top.size();
    const bool is_above = number < above.size();
    ++number;
    const auto dateline =
        is_top ? read_dateline(cut_at_character(line->text, max_seen_bytes)) : std::nullopt;
    if (dateline) {
      spans.push_back({line->begin, line->begin + dateline->bytes});
    } else if (read_date_cue(line->text) || (is_above && read_lone_date(line->text))) {
      spans.push_back({line->begin, line->end()});
    }
  }
  return spans;
}

}  // namespace dateline
