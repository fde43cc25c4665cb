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
#include "searcher/query/shapes.h"

namespace dateline {

namespace {

/// To read the text of an article costs half a millisecond, a title or byline a tenth of that.
constexpr std::size_t max_read_texts = 5'000;
constexpr std::size_t max_read_fields = 20'000;

/// What is found where those cannot be read.
constexpr std::string_view other_forms = "those with other forms of its words too";

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

Asked<CheckedPlace> places_of(const Asked<WordMeaning>& asked) {
  return convert_words<CheckedPlace>(asked, [](const WordMeaning& word) {
    return CheckedPlace{word.closed, word.open_words, word.open};
  });
}

/// The places of articles in which stems tell everything.
Asked<CheckedPlace> stems_of(const Asked<WordMeaning>& asked) {
  return convert_words<CheckedPlace>(asked, [](const WordMeaning& word) {
    return CheckedPlace{word.all_stems(), {}, {}};
  });
}

bool has_open_words(const Asked<WordMeaning>& asked) {
  return std::ranges::any_of(asked.things, [](const Spellings<WordMeaning>& thing) {
    return std::ranges::any_of(thing, [](const std::vector<WordMeaning>& words) {
      return std::ranges::any_of(words,
                                 [](const WordMeaning& word) { return !word.open_words.empty(); });
    });
  });
}

/// Whether Xapian can tell the phrase from positions of stems; not of too many, each of which it
/// would look up.
bool is_short(const std::vector<WordMeaning>& words) {
  constexpr std::size_t max_stems = 16;
  constexpr std::size_t max_words = 16;
  return words.size() <= max_words && std::ranges::all_of(words, [](const WordMeaning& word) {
           return word.closed.size() + word.open.size() <= max_stems;
         });
}

/// How many lists of positions an article costs: of a great many stems its own are walked over.
std::size_t count_lists(const Asked<CheckedPlace>& asked) {
  constexpr std::size_t most = 24;
  std::set<std::string_view> stems;
  for (const Spellings<CheckedPlace>& thing : asked.things) {
    for (const std::vector<CheckedPlace>& words : thing) {
      for (const CheckedPlace& word : words) {
        stems.insert(word.stems.begin(), word.stems.end());
      }
    }
  }
  return std::clamp<std::size_t>(stems.size(), 1, most);
}

}  // namespace

std::optional<CompiledWords> WordCompiler::compile(const QueryNode& node) {
  const ReadLeaf leaf = read_leaf(node);
  warn_of(leaf, node.offset);
  leaf_ = &node;
  asks_for_less_ = false;
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
  const Xapian::Query candidates = join(Xapian::Query::OP_AND, things);
  compiled.query = match_to_the_letter(check_stems(candidates, meant), candidates, meant);
  return compiled;
}

std::size_t WordCompiler::count(const Xapian::Query& query) const {
  return context_.count ? context_.count(query) : 0;
}

bool WordCompiler::are_too_many(std::size_t articles, std::size_t most, std::string_view instead) {
  if (articles <= most) {
    return false;
  }
  if (!asks_for_less_) {
    warnings_.push_back({leaf_->offset, std::to_string(articles) +
                                            " articles are too many to look at each for " +
                                            in_quotes(to_string(*leaf_)) + "; " +
                                            std::string(instead) + " are found"});
  }
  asks_for_less_ = true;
  return true;
}

Xapian::Query WordCompiler::check_stems(const Xapian::Query& candidates, const Meanings& asked) {
  // A list takes some four microseconds.
  constexpr std::size_t max_lists = 400'000;
  const Asked<CheckedPlace> places = stems_of(asked);
  return are_too_many(count(candidates), max_lists / count_lists(places),
                      "those with its words anywhere")
             ? candidates
             : check_words(candidates, places);
}

/// Words of these stems one after the other.
Xapian::Query WordCompiler::match_stems(const std::vector<WordMeaning>& words, const Field* field) {
  if (!is_short(words)) {
    return check_stems(candidates_of(words, field), {{{words}}, 0, field});
  }
  Queries places;
  for (const WordMeaning& word : words) {
    places.push_back(any_stem(word.all_stems(), field, Xapian::Query::OP_OR));
  }
  return {Xapian::Query::OP_PHRASE, places.begin(), places.end(),
          static_cast<Xapian::termcount>(places.size())};
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
  const Asked<WordMeaning> asked{{{words}}, 0, field};
  return match_to_the_letter(match_stems(words, field), candidates_of(words, field), asked);
}

/// What is asked for, given the articles where it stands by its stems. Stems tell everything in an
/// article without other words of these stems; where there are such, the text is read. In a field
/// it always is: the exact words are those of title and text together.
Xapian::Query WordCompiler::match_to_the_letter(const Xapian::Query& by_stems,
                                                const Xapian::Query& candidates,
                                                const Meanings& asked) {
  if (!has_open_words(asked) || asks_for_less_) {
    return by_stems;
  }
  if (asked.field != nullptr) {
    return are_too_many(count(candidates), max_read_fields, other_forms)
               ? by_stems
               : check_words(candidates, places_of(asked));
  }
  Queries others;
  std::set<std::string> known;
  for (const Spellings<WordMeaning>& thing : asked.things) {
    for (const std::vector<WordMeaning>& words : thing) {
      for (const WordMeaning& word : words) {
        append_others(word, known, others);
      }
    }
  }
  if (others.empty()) {
    return by_stems;
  }
  // To tell the articles apart takes longer then than to read them all.
  constexpr std::size_t max_others = 256;
  if (others.size() > max_others) {
    return are_too_many(count(by_stems), max_read_texts, other_forms)
               ? by_stems
               : check_words(candidates, places_of(asked));
  }
  const Xapian::Query with_others = join(Xapian::Query::OP_OR, others);
  const Xapian::Query in_doubt(Xapian::Query::OP_FILTER, candidates, with_others);
  // Most candidates are soon passed over for where their stems stand.
  if (count(in_doubt) > max_read_texts &&
      are_too_many(count({Xapian::Query::OP_FILTER, by_stems, with_others}), max_read_texts,
                   other_forms)) {
    return by_stems;
  }
  return {Xapian::Query::OP_OR, Xapian::Query(Xapian::Query::OP_AND_NOT, by_stems, with_others),
          check_words(in_doubt, places_of(asked))};
}

/// The articles with words of the open stems that are not meant: those with their exact terms, and
/// those in which such a stem stands for itself, without any word that is meant.
void WordCompiler::append_others(const WordMeaning& word, std::set<std::string>& known,
                                 Queries& others) {
  const std::vector<std::string>& meant = word.shown.words;
  ArchiveVocabulary& vocabulary = meanings_.vocabulary(nullptr);
  for (const std::string& stem : word.open) {
    Queries of_stem;
    const auto add = [&](std::string_view other) {
      const Xapian::Query exact(make_term(exact_prefix, other));
      if (std::ranges::binary_search(meant, other)) {
        of_stem.push_back(exact);
      } else if (known.insert(make_term(exact_prefix, other)).second) {
        others.push_back(exact);
      }
    };
    for (const std::string& language : context_.languages) {
      std::ranges::for_each(vocabulary.words_of_stem(language, stem), add);
    }
    if (!std::ranges::binary_search(meant, stem) && vocabulary.articles(stem) > 0) {
      add(stem);
      others.emplace_back(Xapian::Query::OP_AND_NOT, Xapian::Query(make_term(stem_prefix, stem)),
                          join(Xapian::Query::OP_OR, of_stem));
    }
  }
}

/// A word weighs what its stems do, whatever forms of it are meant.
Xapian::Query WordCompiler::compile_word(const WordMeaning& word, const Field* field) {
  Xapian::Query candidates = candidates_of(word, field);
  if (word.open_words.empty()) {
    return candidates;
  }
  Queries ways;
  if (!word.closed.empty()) {
    ways.push_back(any_stem(word.closed, field, Xapian::Query::OP_OR));
  }
  if (field != nullptr) {
    const Xapian::Query open = any_stem(word.open, field, Xapian::Query::OP_OR);
    ways.push_back(
        are_too_many(count(open), max_read_fields, other_forms)
            ? open
            : check_words(open, {{{{CheckedPlace{{}, word.open_words, word.open}}}}, 0, field}));
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
  Xapian::Query exact(make_term(exact_prefix, word));
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
