// Words in doubt are found by walking over the tree, and replaced where they stand in the text.
#include "searcher/match/suggestion.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

#include "common/field.h"
#include "common/text/analyzer.h"
#include "common/text/character.h"
#include "common/text/fold.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "searcher/match/archive_state.h"
#include "searcher/match/vocabulary.h"
#include "searcher/query/parser.h"
#include "searcher/query/word_pattern.h"
#include "searcher/query/words.h"

namespace dateline {

namespace {

using Kind = QueryNode::Kind;

/// Words in more articles are spelt as they are meant.
constexpr std::size_t max_articles_in_doubt = 2;
/// A word that is in some articles is only replaced by one that is in so many times more.
constexpr std::size_t min_times_more = 20;
/// Shorter words have too many neighbours, and of words shorter than the second two letters off
/// too.
constexpr std::size_t min_letters = 4;
constexpr std::size_t min_letters_for_two = 7;
constexpr double times_more_for_letter = 20;
/// So many other spellings of a word are tried.
constexpr std::size_t max_spellings = 3;
/// A query with more words in doubt is none that was meant for this archive.
constexpr std::size_t max_doubts = 8;

/// A place of the text that may be misspelt, and what may have been meant, the likeliest first.
struct Doubt {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<std::string> spellings;
};

std::size_t count_letters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// In how many letters another spelling of a word of this length may differ.
std::size_t letters_off(std::size_t letters) {
  return letters < min_letters ? 0 : letters < min_letters_for_two ? 1 : 2;
}

/// Something like what was typed.
struct Spelling {
  std::size_t distance = 0;
  std::size_t articles = 0;
  std::string text;
};

/// How likely a spelling is what was meant: another letter off costs as much as being in so many
/// times more articles gains.
double likelihood(const Spelling& spelling) {
  return static_cast<double>(spelling.articles) /
         std::pow(times_more_for_letter, static_cast<double>(spelling.distance));
}

/// The likeliest, in order.
std::vector<std::string> likeliest(std::vector<Spelling> spellings) {
  std::ranges::sort(spellings, [](const Spelling& one, const Spelling& other) {
    return std::tuple(-likelihood(one), one.distance, std::string_view(one.text)) <
           std::tuple(-likelihood(other), other.distance, std::string_view(other.text));
  });
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < std::min(spellings.size(), max_spellings); ++i) {
    texts.push_back(std::move(spellings[i].text));
  }
  return texts;
}

class Corrector {
 public:
  Corrector(ArchiveReader& archive, std::string_view text)
      : archive_(archive), state_(archive.state()), text_(text) {}

  /// Gathers what is in doubt in a part of the tree that is not excluded.
  void walk(const QueryNode& node) {
    switch (node.kind) {
      case Kind::Not: return;
      case Kind::Word:
      case Kind::Phrase: return doubt_words(node);
      case Kind::Filter: return doubt_value(node);
      default: break;
    }
    for (const QueryNode& child : node.children) {
      walk(child);
    }
  }

  std::vector<Doubt> take() { return std::move(doubts_); }

 private:
  void add(std::size_t begin, std::size_t end, std::vector<std::string> spellings) {
    if (!spellings.empty() && doubts_.size() < max_doubts) {
      doubts_.push_back({begin, end, std::move(spellings)});
    }
  }

  /// Articles that have a word in one of its forms.
  std::size_t count_articles(std::string_view word) {
    std::size_t articles = 0;
    for (const std::string& stem : stems_of(word, archive_.languages(), state_.stemmers)) {
      articles = std::max<std::size_t>(articles,
                                       state_.database.get_termfreq(make_term(stem_prefix, stem)));
    }
    return articles;
  }

  void doubt_words(const QueryNode& node) {
    // The words of the leaf stand in the text from its place on, in their order.
    Tokenizer typed(text_.substr(node.offset));
    Tokenizer wanted(node.text);
    Token token;
    Token place;
    while (wanted.next(token)) {
      const std::string word(token.word);
      const bool is_compound = token.is_compound;
      bool is_found = false;
      while (!is_found && typed.next(place)) {
        is_found = place.word == word && place.is_compound == is_compound;
      }
      if (!is_found) {
        return;
      }
      if (!is_compound) {
        const std::size_t begin = node.offset + place.begin;
        add(begin, node.offset + place.end, spellings_of(word, begin));
      }
    }
  }

  std::vector<std::string> spellings_of(const std::string& word, std::size_t begin) {
    const std::size_t most_off = letters_off(count_letters(word));
    const bool has_digit = std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
    const std::size_t articles = count_articles(word);
    if (most_off == 0 || has_digit || articles > max_articles_in_doubt) {
      return {};
    }
    constexpr std::size_t most = 100;
    const FoundWords found = vocabulary_of(archive_).find_words(
        {WordPattern::Kind::Fuzzy, word, std::min(most_off, max_fuzzy_distance)}, most);
    std::vector<Spelling> spellings;
    for (const VocabularyWord& other : found.words) {
      if (other.text != word && other.articles > articles * min_times_more) {
        spellings.push_back({count_edits(word, other.text, max_fuzzy_distance), other.articles,
                             as_written(other.text, begin)});
      }
    }
    return likeliest(std::move(spellings));
  }

  /// A folded word as names write it, where what was typed begins like a name.
  std::string as_written(std::string_view folded, std::size_t begin) {
    if (!is_upper_case(code_point_at(text_, begin).value)) {
      return std::string(folded);
    }
    if (!written_) {
      written_.emplace();
      const NameDictionary& names = state_.entities.names();
      for (NameId name = 0; name < names.size(); ++name) {
        count_written(names.text(name));
      }
    }
    const auto forms = written_->find(folded);
    if (forms == written_->end()) {
      return std::string(folded);
    }
    return std::ranges::max_element(
               forms->second, {},
               [](const auto& form) { return std::pair(form.second, form.first); })
        ->first;
  }

  void count_written(std::string_view name) {
    Tokenizer tokenizer(name);
    Token token;
    while (tokenizer.next(token)) {
      if (!token.is_compound) {
        ++(*written_)[std::string(token.word)]
                     [std::string(name.substr(token.begin, token.end - token.begin))];
      }
    }
  }

  void doubt_value(const QueryNode& node) {
    if (!node.field->name_type) {
      return;
    }
    const std::size_t begin = text_.find(node.text, node.offset);
    const std::string folded = fold_name(node.text);
    const std::size_t most_off = letters_off(count_letters(folded));
    if (begin == std::string_view::npos || most_off == 0 ||
        !state_.entities.find_entities(*node.field->name_type, node.text).empty()) {
      return;
    }
    // What was typed without quotes needs them once there is a space in it.
    const bool is_quoted = begin > 0 && text_[begin - 1] != ':';
    std::vector<Spelling> spellings;
    std::vector<bool> is_seen(state_.entities.id_limit());
    for (NameId name = 0; name < state_.entities.names().size(); ++name) {
      const EntityId entity = state_.entities.entity(name);
      const bool is_new = !is_seen[entity];
      is_seen[entity] = true;
      if (is_new && state_.entities.type(entity) == *node.field->name_type &&
          !state_.entities.is_hidden(entity)) {
        add_spelling(entity, folded, most_off, is_quoted, spellings);
      }
    }
    add(begin, begin + node.text.size(), likeliest(std::move(spellings)));
  }

  /// The entity, if one of its names is like the folded one.
  void add_spelling(EntityId entity, const std::string& folded, std::size_t most_off,
                    bool is_quoted, std::vector<Spelling>& spellings) {
    std::size_t nearest = most_off + 1;
    std::size_t articles = 0;
    const NameDictionary& names = state_.entities.names();
    for (const NameId name : state_.entities.names_of(entity)) {
      nearest = std::min(nearest, count_edits(folded, fold_name(names.text(name)), most_off));
      if (nearest <= most_off) {
        articles += state_.database.get_termfreq(
            make_term(field_of(names.type(name)).prefix, names.text(name)));
      }
    }
    const std::string shown(state_.entities.shown(entity));
    if (nearest <= most_off && articles > 0 && shown.find('"') == std::string::npos) {
      spellings.push_back({nearest, articles, is_quoted ? shown : '"' + shown + '"'});
    }
  }

  ArchiveReader& archive_;
  ArchiveReader::State& state_;
  std::string_view text_;
  std::vector<Doubt> doubts_;
  /// By folded word, how often names write it how; made when it is first needed.
  std::optional<std::map<std::string, std::map<std::string, std::uint32_t>, std::less<>>> written_;
};

/// The text with the spelling of this rank at each of the places that have one.
std::string replace(std::string_view text, std::span<const Doubt> doubts, std::size_t rank) {
  std::string replaced;
  std::size_t at = 0;
  for (const Doubt& doubt : doubts) {
    if (doubt.begin >= at && rank < doubt.spellings.size()) {
      replaced.append(text.substr(at, doubt.begin - at)).append(doubt.spellings[rank]);
      at = doubt.end;
    }
  }
  return replaced.append(text.substr(at));
}

}  // namespace

std::vector<std::string> corrections_of(ArchiveReader& archive, const SearchRequest& request) {
  if (!is_valid_utf8(request.text) || request.text.size() > max_query_bytes) {
    return {};
  }
  Corrector corrector(archive, request.text);
  corrector.walk(parse_query(request.text, request.syntax, request.today).tree);
  std::vector<Doubt> doubts = corrector.take();
  std::ranges::stable_sort(doubts, {}, &Doubt::begin);
  std::vector<std::string> corrections;
  const auto add = [&](std::span<const Doubt> some, std::size_t rank) {
    std::string text = replace(request.text, some, rank);
    if (corrections.size() < max_corrections && text != request.text &&
        std::ranges::find(corrections, text) == corrections.end()) {
      corrections.push_back(std::move(text));
    }
  };
  for (std::size_t rank = 0; rank < max_spellings; ++rank) {
    add(doubts, rank);
    for (const Doubt& doubt : doubts) {
      add({&doubt, 1}, rank);
    }
  }
  return corrections;
}

}  // namespace dateline
