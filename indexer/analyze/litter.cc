// Litter is told by fixed phrases in fixed places; a line of ordinary prose has none of them there.
#include "indexer/analyze/litter.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "common/ascii.h"
#include "indexer/analyze/byline.h"
#include "indexer/analyze/caption.h"
#include "indexer/analyze/dateline.h"
#include "indexer/analyze/lines.h"
#include "indexer/analyze/sentence.h"

namespace dateline {

namespace {

/// No line of litter is longer; a longer one is a paragraph, of which only the end can be litter.
constexpr std::size_t max_litter_bytes = 500;

/// Bylines stand above the story.
constexpr std::size_t max_byline_lines = 8;

/// A dateline is short, so its agency begins within these bytes, with a parenthesis.
constexpr std::size_t max_agency_begin = 120;

enum class Place { Whole, Begin, Anywhere };

/// A phrase in the plain form of a line (see `plain_line`).
struct Rule {
  std::string_view phrase;
  Place place;
  std::size_t max_words;       ///< of the line
  std::string_view also = {};  ///< must stand behind the phrase
};

constexpr std::array rules = {
    // Comments.
    Rule{"start the conversation", Place::Whole, 4},
    Rule{"join the conversation", Place::Begin, 8},
    Rule{"join the discussion", Place::Whole, 4},
    Rule{"leave a comment", Place::Begin, 6},
    Rule{"leave a reply", Place::Begin, 6},
    Rule{"post a comment", Place::Begin, 6},
    Rule{"add a comment", Place::Begin, 6},
    Rule{"cancel reply", Place::Whole, 3},
    Rule{"view comments", Place::Begin, 4},
    Rule{"show comments", Place::Begin, 4},
    Rule{"comments are closed", Place::Begin, 6},
    Rule{"your email address will not be published", Place::Begin, 20},
    Rule{"all comments are reviewed", Place::Begin, 40},
    Rule{"do not submit your comment", Place::Anywhere, 40},
    Rule{"please treat others with respect", Place::Begin, 40},
    Rule{"comments containing hate speech", Place::Anywhere, 40},
    Rule{"please keep comments", Place::Begin, 40},
    Rule{"authors, please log in", Place::Begin, 6},
    Rule{"please log in", Place::Begin, 10},
    Rule{"log in to ", Place::Begin, 10},
    Rule{"sign in to ", Place::Begin, 10},
    Rule{"already a subscriber", Place::Begin, 10},
    // Other places to follow the outlet.
    Rule{"follow us on", Place::Begin, 30},
    Rule{"like us on", Place::Begin, 20},
    Rule{"find us on", Place::Begin, 20},
    Rule{"join us on", Place::Begin, 20, "facebook"},
    Rule{"join us on", Place::Begin, 20, "telegram"},
    Rule{"join us on", Place::Begin, 20, "whatsapp"},
    Rule{"join our whatsapp", Place::Begin, 20},
    Rule{"join our telegram", Place::Begin, 20},
    Rule{"follow ", Place::Begin, 20, " on twitter"},
    Rule{"follow ", Place::Begin, 20, " on facebook"},
    Rule{"follow ", Place::Begin, 20, " on instagram"},
    Rule{"follow ", Place::Begin, 20, " on x:"},
    Rule{"follow ", Place::Begin, 20, " on x @"},
    Rule{"you can follow ", Place::Begin, 30, "@"},
    Rule{"share this ", Place::Begin, 6},
    Rule{"share on ", Place::Begin, 5},
    Rule{"story tips ", Place::Begin, 25, "@"},
    Rule{"story tips ", Place::Anywhere, 40, "can be sent to"},
    Rule{"you can send tips to", Place::Begin, 30},
    // Newsletters and applications.
    Rule{"editor's note: sign up ", Place::Begin, 50},
    Rule{"sign up ", Place::Begin, 50, "newsletter"},
    Rule{"sign up ", Place::Begin, 50, "inbox"},
    Rule{"subscribe to ", Place::Begin, 40, "newsletter"},
    Rule{"subscribe to our ", Place::Begin, 30},
    Rule{"subscribe now", Place::Begin, 10},
    Rule{"subscribed", Place::Whole, 2},
    Rule{"you've successfully subscribed", Place::Begin, 12},
    Rule{"by subscribing, you agree", Place::Begin, 30},
    Rule{"by entering your email and clicking", Place::Begin, 60},
    Rule{"agree to receive content and promotional", Place::Begin, 40},
    Rule{"by signing up, you ", Place::Begin, 40},
    Rule{"get the latest updates ", Place::Begin, 40},
    Rule{"get all the stories you need", Place::Begin, 30},
    Rule{"delivered to your inbox", Place::Anywhere, 40},
    Rule{"download our app", Place::Begin, 12},
    Rule{"download the ", Place::Begin, 12, " app"},
    Rule{"click here ", Place::Begin, 16},
    Rule{"click to get ", Place::Begin, 12},
    // Links to other stories.
    Rule{"read more:", Place::Begin, 40},
    Rule{"read more about", Place::Begin, 20},
    Rule{"read more", Place::Whole, 2},
    Rule{"read also:", Place::Begin, 40},
    Rule{"also read:", Place::Begin, 40},
    Rule{"read next:", Place::Begin, 40},
    Rule{"see also:", Place::Begin, 40},
    Rule{"related:", Place::Begin, 40},
    Rule{"related article", Place::Begin, 30},
    Rule{"related articles", Place::Whole, 2},
    Rule{"related stories", Place::Whole, 2},
    Rule{"related topics", Place::Whole, 2},
    Rule{"related video", Place::Begin, 30},
    Rule{"related card", Place::Whole, 2},
    Rule{"more on this story", Place::Whole, 5},
    Rule{"you may also like", Place::Begin, 8},
    Rule{"recommended stories", Place::Whole, 3},
    // Advertisements, rights, and where a page was taken from.
    Rule{"advertisement", Place::Whole, 1},
    Rule{"story continues below", Place::Begin, 6},
    Rule{"copyright ©", Place::Begin, 50},
    Rule{"copyright (c)", Place::Begin, 50},
    Rule{"copyright 1", Place::Begin, 50},
    Rule{"copyright 2", Place::Begin, 50},
    Rule{"© ", Place::Begin, 50},
    Rule{"©1", Place::Begin, 50},
    Rule{"©2", Place::Begin, 50},
    Rule{"(c) 1", Place::Begin, 50},
    Rule{"(c) 2", Place::Begin, 50},
    Rule{"all rights reserved", Place::Anywhere, 50},
    Rule{"may not be published, broadcast", Place::Anywhere, 50},
    Rule{"this article was originally published", Place::Begin, 40},
    Rule{"this story was originally published", Place::Begin, 40},
    Rule{"most stock quote data provided by", Place::Begin, 90},
    Rule{"screenshot from", Place::Begin, 20},
    Rule{"screenshot of", Place::Begin, 20},
    Rule{"image source", Place::Begin, 12},
    // Who else wrote it.
    Rule{"additional reporting by", Place::Begin, 40},
    Rule{"reporting by", Place::Begin, 40},
    Rule{"(reporting by", Place::Begin, 60},
    Rule{"(additional reporting by", Place::Begin, 60},
    Rule{"writing by", Place::Begin, 30},
    Rule{"editing by", Place::Begin, 30},
    Rule{"edited by:", Place::Begin, 20},
};

bool matches(const Rule& rule, std::string_view plain) {
  const bool is_anywhere = rule.place == Place::Anywhere;
  const std::size_t at = is_anywhere ? plain.find(rule.phrase) : 0;
  // The first letter tells nearly all rules from a line.
  const bool may_match = at < plain.size() && plain[at] == rule.phrase.front();
  if (!may_match || !plain.substr(at).starts_with(rule.phrase)) {
    return false;
  }
  const std::string_view rest = plain.substr(at + rule.phrase.size());
  if (rule.place == Place::Whole && rest.find_first_not_of(" .!:»>…") != std::string_view::npos) {
    return false;
  }
  return rest.find(rule.also) != std::string_view::npos &&
         split_words(plain).size() <= rule.max_words;
}

/// The first bytes of a line in its plain form, or fewer where it is stretched.
std::string plain_head(std::string_view line) {
  constexpr std::size_t enough_bytes = 8;
  std::size_t begin = 0;
  while (begin < line.size()) {
    const bool is_bullet = line.substr(begin).starts_with("•");
    if (!is_bullet && std::string_view(" \t*-").find(line[begin]) == std::string_view::npos) {
      break;
    }
    begin += is_bullet ? std::string_view("•").size() : 1;
  }
  return plain_line(line.substr(begin, enough_bytes));
}

/// What the phrases at the beginning of lines begin with themselves.
constexpr std::size_t head_bytes = 3;

/// Whether the first letters of a line are those of a phrase, which they are in few lines of prose.
bool begins_like_litter(std::string_view line) {
  const std::string head = plain_head(line).substr(0, head_bytes);
  return std::ranges::any_of(rules, [&](const Rule& rule) {
    return rule.place != Place::Anywhere && rule.phrase.starts_with(head);
  });
}

/// The parts of phrases that can stand anywhere, of five letters each, as a set of their hashes.
/// Such a phrase is found by looking at some places of a line only, for it is longer than the way
/// from one to the next.
class PhraseParts {
 public:
  constexpr PhraseParts() {
    for (const Rule& rule : rules) {
      if (rule.place == Place::Anywhere) {
        add_parts(std::max(rule.phrase, rule.also, shorter));
      }
    }
  }

  /// Whether a line may hold a phrase. White space is as in its plain form.
  bool may_be_in(std::string_view line) const {
    for (std::size_t at = 0; at + part_bytes <= line.size(); at += step) {
      if (hashes_[hash_at(line, at)]) {
        return true;
      }
    }
    return false;
  }

 private:
  static constexpr std::size_t part_bytes = 5;
  static constexpr std::size_t shortest_phrase = 14;
  static constexpr std::size_t step = shortest_phrase - part_bytes + 1;

  static constexpr bool shorter(std::string_view a, std::string_view b) {
    return a.size() < b.size();
  }

  constexpr void add_parts(std::string_view phrase) {
    for (std::size_t at = 0; at + part_bytes <= phrase.size(); ++at) {
      hashes_.at(hash_at(phrase, at)) = true;
    }
  }

  /// The last five bits of a letter are the same in capitals.
  static constexpr std::size_t hash_at(std::string_view text, std::size_t at) {
    std::uint32_t letters = 0;
    for (std::size_t i = 0; i < part_bytes; ++i) {
      letters = letters << 5U | (static_cast<unsigned char>(text[at + i]) & 31U);
    }
    return letters * 0x9E3779B1U >> 18U;
  }

  std::array<bool, std::size_t{1} << 14U> hashes_{};
};

constexpr PhraseParts phrase_parts;

/// Whether white space in a line is other than in its plain form. (One sum over all of it, so that
/// many bytes are looked at together.)
bool has_wide_space(std::string_view line) {
  unsigned found = 0;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    found |= static_cast<unsigned>(line[i] == '\t') |
             (static_cast<unsigned>(line[i] == ' ') & static_cast<unsigned>(line[i + 1] == ' '));
  }
  return found != 0;
}

bool is_litter_line(std::string_view line) {
  if (line.size() > max_litter_bytes ||
      (!begins_like_litter(line) && !has_wide_space(line) && !phrase_parts.may_be_in(line))) {
    return false;
  }
  const std::string plain = plain_line(line);
  return std::ranges::any_of(rules, [&](const Rule& rule) { return matches(rule, plain); });
}

/// Where the last sentence of a line begins, if it is the one that thanks others for their share
/// in the story: "Jane Doe contributed to this report."; else npos.
std::size_t find_contributors(std::string_view line) {
  constexpr std::size_t max_sentence_bytes = 800;
  constexpr std::array<std::string_view, 6> ends = {
      "contributed to this report", "contributed to this story", "contributed to this article",
      "contributed to this piece",  "contributed to this post",  "contributed reporting"};
  std::string_view head = line;
  while (!head.empty() && std::string_view(".)* ").find(head.back()) != std::string_view::npos) {
    head.remove_suffix(1);
  }
  const auto* const end = std::ranges::find_if(
      ends, [head](std::string_view phrase) { return head.ends_with(phrase); });
  if (end == ends.end()) {
    return std::string_view::npos;
  }
  head.remove_suffix(end->size());
  const std::size_t tail = head.size() - std::min(head.size(), max_sentence_bytes);
  const std::size_t gap = head.rfind("  ");
  std::size_t begin = std::max(tail, gap == std::string_view::npos ? 0 : gap);
  for (std::size_t end_of_one = 0; end_of_one != std::string_view::npos;
       end_of_one = find_sentence_end(head.substr(begin))) {
    begin = std::min(head.find_first_not_of(' ', begin + end_of_one), head.size());
  }
  if (begin == tail && tail > 0) {
    return std::string_view::npos;  // the sentence began before
  }
  return is_capitalised(head.substr(begin)) ? begin : std::string_view::npos;
}

/// Where a full stop stands, with a phrase behind it.
std::size_t find_behind_stop(std::string_view line, std::string_view phrase, std::size_t begin) {
  constexpr std::string_view stop = ". ";
  for (std::size_t at = line.find(phrase, begin + stop.size()); at != std::string_view::npos;
       at = line.find(phrase, at + 1)) {
    if (line.substr(at - stop.size(), stop.size()) == stop) {
      return at - stop.size();
    }
  }
  return std::string_view::npos;
}

/// Where the boilerplate begins that some sites run on behind the last sentence of a line; else
/// npos.
std::size_t find_boilerplate(std::string_view line) {
  constexpr std::size_t max_tail_bytes = 3000;
  constexpr std::array<std::string_view, 2> beginnings = {"Most stock quote data provided by",
                                                          "CLICK HERE TO GET THE FOX NEWS APP"};
  // Behind ". ", by which it would take longer to find them.
  constexpr std::array<std::string_view, 2> offers = {"Readers in the UK can sign up",
                                                      "Sign up here"};
  constexpr std::string_view offered = "newsletter";
  constexpr std::size_t max_offer_bytes = 300;
  const std::size_t tail = line.size() - std::min(line.size(), max_tail_bytes);
  std::size_t begin = std::string_view::npos;
  for (const std::string_view phrase : beginnings) {
    begin = std::min(begin, line.find(phrase, tail));
  }
  for (const std::string_view phrase : offers) {
    const std::size_t at = find_behind_stop(line, phrase, tail);
    if (at == std::string_view::npos || !line.substr(0, at).ends_with(offered)) {
      continue;
    }
    const std::size_t stop = line.rfind(". ", at - 1);
    const bool is_near = stop != std::string_view::npos && at - stop < max_offer_bytes;
    begin = std::min(begin, is_near ? stop + 2 : at);
  }
  return begin;
}

}  // namespace

std::vector<LitterSpan> find_litter(std::string_view text) {
  std::vector<LitterSpan> spans;
  std::size_t at = 0;
  std::size_t lines = 0;
  for (auto line = next_line(text, at); line; line = next_line(text, at)) {
    if (line->text.empty()) {
      continue;
    }
    ++lines;
    const bool is_byline = lines <= max_byline_lines && read_byline(line->text).has_value();
    if (is_byline || is_litter_line(line->text)) {
      spans.push_back({line->begin, line->end()});
      continue;
    }
    const bool may_name_agency =
        lines <= max_byline_lines &&
        line->text.substr(0, max_agency_begin).find('(') != std::string_view::npos;
    const auto dateline = may_name_agency ? read_dateline(line->text) : std::nullopt;
    if (dateline && !dateline->agency.empty()) {
      const std::size_t begin = line->begin + dateline->agency_begin;
      spans.push_back({begin, begin + dateline->agency.size() + 2});
    }
    const std::size_t part = std::min({find_contributors(line->text), find_photo_credit(line->text),
                                       find_boilerplate(line->text)});
    if (part != std::string_view::npos) {
      spans.push_back({line->begin + part, line->end()});
    }
  }
  return spans;
}

}  // namespace dateline
