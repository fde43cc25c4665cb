// A headline is told by its form and by what follows it; the lead sentence stands in for one.
#include "indexer/analyze/headline.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/ascii.h"
#include "common/text/character.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "indexer/analyze/byline.h"
#include "indexer/analyze/caption.h"
#include "indexer/analyze/cue.h"
#include "indexer/analyze/dateline.h"
#include "indexer/analyze/lines.h"
#include "indexer/analyze/litter.h"
#include "indexer/analyze/sentence.h"

namespace dateline {

namespace {

constexpr std::size_t max_headline_words = 25;
constexpr std::size_t max_headline_bytes = 200;
constexpr std::size_t max_derived_characters = 100;

/// As much of a text as can hold its top: no lead sentence is looked for behind it.
constexpr std::size_t max_top_lines = 40;
constexpr std::size_t max_paragraph_bytes = 4000;

/// A line that is clearly a paragraph, and so shows that the lines of a text are not wrapped.
constexpr std::size_t min_paragraph_bytes = 100;

/// Whether two lines have the same words, whatever stands between them.
bool has_same_words(std::string_view a, std::string_view b) {
  Tokenizer tokens_a(a);
  Tokenizer tokens_b(b);
  Token token_a;
  Token token_b;
  while (true) {
    const bool has_a = tokens_a.next(token_a);
    const bool has_b = tokens_b.next(token_b);
    if (!has_a || !has_b) {
      return has_a == has_b;
    }
    if (token_a.word != token_b.word) {
      return false;
    }
  }
}

/// Whether a line is furniture of the page: neither headline nor story.
bool is_furniture(std::string_view line) {
  const auto litter = find_litter(line);
  const bool is_litter = !litter.empty() && litter.front().begin == 0;
  return is_litter || is_caption(line) || is_capitals_line(line) || read_byline(line) ||
         read_date_cue(line) || read_lone_date(line) || is_day(line);
}

/// Whether the first letter is a small one; "iPhone" and "al-Shabaab" may begin a sentence.
bool begins_small(std::string_view line) {
  bool has_small_start = false;
  for (std::size_t at = 0; at < line.size() && !is_space(line[at]);) {
    const CodePoint c = code_point_at(line, at);
    if (is_upper_case(c.value) || (!has_small_start && is_digit(c.value))) {
      return false;
    }
    has_small_start = has_small_start || is_lower_case(c.value);
    at += c.bytes;
  }
  return has_small_start;
}

/// Whether the form of a line is that of a headline.
bool has_headline_form(std::string_view line) {
  if (line.size() > max_headline_bytes) {
    return false;
  }
  const std::size_t words = split_words(line).size();
  if (words < 2 || words > max_headline_words) {
    return false;
  }
  const bool has_odd_start =
      std::string_view("-*#@>|<(/").find(line.front()) != std::string_view::npos ||
      line.starts_with("•") || line.starts_with("–") || line.starts_with("—") || begins_small(line);
  const bool has_odd_end = std::string_view(",:;-").find(line.back()) != std::string_view::npos ||
                           ends_with_full_stop(line);
  const bool has_address =
      line.find("://") != std::string_view::npos || line.find("www.") != std::string_view::npos;
  return !has_odd_start && !has_odd_end && !has_address && !is_furniture(line) &&
         !read_dateline(line);
}

/// Whether what follows a line can follow a headline: a blank line, furniture, the headline again,
/// or a block with a line that is clearly a paragraph. The line after it in a text wrapped at some
/// column is no such thing.
bool can_follow_headline(std::string_view rest, std::string_view headline) {
  constexpr std::size_t lines_to_see = 4;
  std::size_t at = 0;
  for (std::size_t i = 0; i < lines_to_see; ++i) {
    const auto line = next_line(rest, at);
    if (!line || line->text.empty()) {
      return i == 0;
    }
    if (i == 0 && begins_small(line->text)) {
      return false;
    }
    if (i == 0 && (has_same_words(line->text, headline) || is_furniture(line->text) ||
                   read_dateline(line->text))) {
      return true;
    }
    if (line->text.size() >= min_paragraph_bytes && line->text.size() * 2 > headline.size() * 3) {
      return true;
    }
  }
  return false;
}

/// The first line that is not blank, with `at` behind it.
std::optional<Line> next_full_line(std::string_view text, std::size_t& at) {
  auto line = next_line(text, at);
  while (line && line->text.empty()) {
    line = next_line(text, at);
  }
  return line;
}

/// Takes leading lines that repeat the title out of the text; the result is how many bytes went.
std::size_t remove_repeats(Article& article) {
  std::size_t at = 0;
  std::size_t story = 0;
  bool has_repeat = false;
  for (auto line = next_full_line(article.text, at); line;
       line = next_full_line(article.text, at)) {
    story = line->begin;
    if (line->text.size() > 2 * article.title.size() + max_headline_bytes ||
        !has_same_words(line->text, article.title)) {
      break;
    }
    has_repeat = true;
    story = std::min(at, article.text.size());
  }
  if (!has_repeat) {
    return 0;
  }
  article.text.erase(0, story);
  return story;
}

/// The paragraph at `begin` on one line: a wrapped one is joined until its first sentence ends.
std::string join_paragraph(std::string_view text, std::size_t begin) {
  std::string paragraph;
  std::size_t at = begin;
  for (auto line = next_line(text, at); line && !line->text.empty(); line = next_line(text, at)) {
    if (!paragraph.empty() && is_furniture(line->text)) {
      break;
    }
    paragraph += paragraph.empty() ? "" : " ";
    paragraph += cut_at_character(line->text, max_paragraph_bytes);
    if (paragraph.size() >= max_paragraph_bytes ||
        find_sentence_end(paragraph) != std::string_view::npos) {
      break;
    }
  }
  return paragraph;
}

/// Whether a paragraph tells something: it has a whole sentence, or many words.
bool is_story(std::string_view paragraph) {
  constexpr std::size_t min_words = 8;
  return find_sentence_end(paragraph) != std::string_view::npos ||
         split_words(paragraph).size() >= min_words;
}

/// The text's first real paragraph on one line, without its dateline.
std::string find_lead(std::string_view text) {
  std::string fallback;
  std::size_t at = 0;
  for (std::size_t i = 0; i < max_top_lines; ++i) {
    const auto line = next_full_line(text, at);
    if (!line) {
      break;
    }
    if (is_furniture(line->text)) {
      continue;
    }
    std::string paragraph = join_paragraph(text, line->begin);
    if (const auto dateline = read_dateline(paragraph)) {
      paragraph.erase(0, dateline->bytes);
    }
    if (is_story(paragraph)) {
      return paragraph;
    }
    if (fallback.empty()) {
      fallback = paragraph;
    }
  }
  if (!fallback.empty()) {
    return fallback;
  }
  at = 0;
  const auto first = next_full_line(text, at);
  return first ? std::string(cut_at_character(first->text, max_paragraph_bytes)) : std::string();
}

/// Cut at a word bound, with an ellipsis, where it is longer than a title should be.
std::string shorten(std::string_view sentence) {
  std::size_t characters = 0;
  std::size_t last_space = 0;
  for (std::size_t at = 0; at < sentence.size(); ++characters) {
    if (sentence[at] == ' ') {
      last_space = at;
    }
    if (characters == max_derived_characters) {
      std::string_view cut = sentence.substr(0, last_space > 0 ? last_space : at);
      while (cut.find_last_of(",;:-. ") == cut.size() - 1) {
        cut.remove_suffix(1);
      }
      return std::string(cut) + "…";
    }
    at += code_point_at(sentence, at).bytes;
  }
  return std::string(sentence);
}

}  // namespace

HeadlineTrace find_headline(Article& article) {
  HeadlineTrace trace;
  constexpr std::size_t max_title_bytes = 1000;
  article.title = mend_line(article.title);
  if (article.title.size() > max_title_bytes) {
    const std::size_t text_bytes = article.text.size();
    // Whatever it is, it is no headline, and no page would show it as one.
    article.text.insert(0, "\n\n").insert(0, std::exchange(article.title, {}));
    trace.moved_title = article.text.size() - text_bytes;
  }
  if (!article.title.empty()) {
    trace.dropped = remove_repeats(article);
    return trace;
  }
  std::size_t at = 0;
  const auto first = next_full_line(article.text, at);
  if (!first) {
    return trace;
  }
  const std::string_view rest =
      std::string_view(article.text).substr(std::min(at, article.text.size()));
  if (has_headline_form(first->text) && can_follow_headline(rest, first->text)) {
    article.title = mend_line(first->text);
    trace.dropped = remove_repeats(article);
    return trace;
  }
  const std::string lead = find_lead(article.text);
  article.title = shorten(mend_line(std::string_view(lead).substr(0, find_sentence_end(lead))));
  article.title_derived = !article.title.empty();
  return trace;
}

}  // namespace dateline
