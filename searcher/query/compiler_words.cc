// From what words mean to queries.
#include "searcher/query/compiler_words.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "common/field.h"
#include "common/text/analyzer.h"
#include "searcher/query/compiler_check.h"
#include "searcher/query/compiler_parts.h"
#include "searcher/query/positions.h"

namespace dateline {

namespace {

/// Any of these stems. As one word (OP_SYNONYM) a stem that is rare in the archive because it is
/// another language's does not weigh more.
Xapian::Query any_stem(const Stems& stems, const Field* field, Xapian::Query::op op) {
  const std::string_view prefix = field != nullptr ? field->prefix : stem_prefix;
  Queries terms;
  for (const std::string& stem : stems) {
    terms.emplace_back(make_term(prefix, stem));
  }
  return join(op, terms);
}

/// The articles that have a word of these stems, all words of them meant or not.
Xapian::Query candidates_of(const WordMeaning& word, const Field* field) {
  return any_stem(word.all_stems(), field, Xapian::Query::OP_SYNONYM);
}

/// The articles that have them all; of a word that comes again, once.
Xapian::Query candidates_of(const std::vector<WordMeaning>& words, const Field* field) {
  std::set<Stems> known;
  Queries all;
  for (const WordMeaning& word : words) {
    if (known.insert(word.all_stems()).second) {
      all.push_back(candidates_of(word, field));
    }
  }
  return join(Xapian::Query::OP_AND, all);
}

/// What a word of the query became; `convert` makes the one of the other.
template <typename To, typename From, typename Convert>
Asked<To> convert_words(const Asked<From>& asked, Convert convert) {
  Asked<To> result{{}, asked.window, asked.field};
  for (const Spellings<From>& thing : asked.things) {
    Spellings<To>& spellings = result.things.emplace_back();
    for (const std::vector<From>& words : thing) {
      std::vector<To>& converted = spellings.emplace_back();
      for (const From& word : words) {
        converted.push_back(convert(word));
      }
    }
  }
  return result;
}

PatternWord told(const WordMeaning& word) {
  return word.told();
}

/// Whether Xapian can tell the phrase from positions of stems; not of too many, each of which it
/// would look up.
bool is_told_by_stems(const std::vector<WordMeaning>& words) {
  constexpr std::size_t max_stems = 16;
  constexpr std::size_t max_words = 16;
  return words.size() <= max_words && std::ranges::all_of(words, [](const WordMeaning& word) {
           return word.open_words.empty() && word.closed.size() <= max_stems;
         });
}

}  // namespace

std::optional<CompiledWords> WordCompiler::compile(const QueryNode& node) {
  const ReadLeaf leaf = read_leaf(node);
  warn_of(leaf, node.offset);
  const AskedWords& asked = leaf.asked;
  if (asked.things.empty()) {
    return std::nullopt;
  }
  const bool is_alone =
      asked.window == 0 && asked.field == nullptr && asked.things.front().front().size() == 1;
  const Meanings meant = convert_words<WordMeaning>(asked, [&](const QueryWord& word) {
    return meanings_.mean(word, asked.field, is_alone, node.offset);
  });
  CompiledWords compiled;
  compiled.patterns = patterns_of(
      convert_words<PatternWord>(meant, [](const WordMeaning& word) { return word.shown; }));
  if (asked.window == 0) {
    compiled.query = compile_thing(meant.things.front(), asked.field);
    return compiled;
  }
  Queries things;
  for (const Spellings<WordMeaning>& thing : meant.things) {
    Queries spellings;
    for (const std::vector<WordMeaning>& words : thing) {
      spellings.push_back(candidates_of(words, asked.field));
    }
    things.push_back(join(Xapian::Query::OP_OR, spellings));
  }
  compiled.query =
      check_words(join(Xapian::Query::OP_AND, things), convert_words<PatternWord>(meant, told));
  return compiled;
}

void WordCompiler::warn_of(const ReadLeaf& leaf, std::size_t offset) {
  if (leaf.has_lone_marks) {
    warnings_.push_back(
        {offset, "'*' and '?' without a letter stand for no word and are left out"});
  }
  if (leaf.is_cut) {
    warnings_.push_back({offset, "only the first " + std::to_string(max_near_words) +
                                     " are looked for near each other"});
  }
  if (leaf.is_narrowed) {
    warnings_.push_back({offset, "words are looked for near each other within " +
                                     std::to_string(max_near_window) + " words at most"});
  }
}

/// One thing in any of its spellings.
Xapian::Query WordCompiler::compile_thing(const Spellings<WordMeaning>& spellings,
                                          const Field* field) {
  Queries queries;
  for (const std::vector<WordMeaning>& words : spellings) {
    queries.push_back(words.size() == 1 ? compile_word(words.front(), field)
                                        : compile_spelling(words, field));
  }
  return join(Xapian::Query::OP_OR, queries);
}

/// Words one after the other.
Xapian::Query WordCompiler::compile_spelling(const std::vector<WordMeaning>& words,
                                             const Field* field) {
  if (!is_told_by_stems(words)) {
    const Asked<WordMeaning> asked{{{words}}, 0, field};
    return check_words(candidates_of(words, field), convert_words<PatternWord>(asked, told));
  }
  Queries places;
  for (const WordMeaning& word : words) {
    places.push_back(any_stem(word.closed, field, Xapian::Query::OP_OR));
  }
  return {Xapian::Query::OP_PHRASE, places.begin(), places.end(),
          static_cast<Xapian::termcount>(places.size())};
}

/// A word weighs what its stems do, whatever forms of it are meant.
Xapian::Query WordCompiler::compile_word(const WordMeaning& word, const Field* field) {
  const Xapian::Query candidates = candidates_of(word, field);
  if (word.open_words.empty()) {
    return candidates;
  }
  Queries ways;
  if (!word.closed.empty()) {
    ways.push_back(any_stem(word.closed, field, Xapian::Query::OP_OR));
  }
  if (field != nullptr) {
    ways.push_back(check_words(any_stem(word.open, field, Xapian::Query::OP_OR),
                               {{{{{.stems = {}, .words = word.open_words}}}}, 0, field}));
  } else {
    for (const std::string& open : word.open_words) {
      ways.push_back(match_word(open));
    }
  }
  return {Xapian::Query::OP_FILTER, candidates, join(Xapian::Query::OP_OR, ways)};
}

/// The articles that have a word to the letter. Where it is its own stem, that are those with the
/// stem too, but for articles with another word of that stem, and for articles in languages in
/// which it is not its own stem.
Xapian::Query WordCompiler::match_word(const std::string& word) {
  const Xapian::Query exact(make_term(exact_prefix, word));
  const std::span<const std::string> languages = context_.languages;
  const std::string_view language_prefix = find_field("language")->prefix;
  Queries others;
  std::size_t own = 0;
  for (const std::string& language : languages) {
    const Xapian::Query in_language(make_term(language_prefix, language));
    if (meanings_.stem(word, language) != word) {
      others.push_back(in_language);
      continue;
    }
    ++own;
    Queries of_stem;
    for (const std::string_view other :
         meanings_.vocabulary(nullptr).words_of_stem(language, word)) {
      of_stem.emplace_back(make_term(exact_prefix, other));
    }
    if (!of_stem.empty()) {
      const Xapian::Query any = join(Xapian::Query::OP_OR, of_stem);
      others.push_back(
          languages.size() == 1 ? any : Xapian::Query(Xapian::Query::OP_AND, any, in_language));
    }
  }
  if (own == 0) {
    return exact;
  }
  Xapian::Query alone(make_term(stem_prefix, word));
  if (!others.empty()) {
    alone = {Xapian::Query::OP_AND_NOT, alone, join(Xapian::Query::OP_OR, others)};
  }
  return {Xapian::Query::OP_OR, exact, alone};
}

}  // namespace dateline
