// Words, phrases, wildcards and words near each other, as Xapian matches them.
//
// Whatever stems can tell, the index answers. A word to the letter is the exact term, or the stem
// without an exact term of another word of that stem (vocabulary.h). In a phrase, too, stems tell
// everything in articles that have no other words of these stems. Only where there are such, or in
// a field, the text of the articles that have the stems is read, and only for words near each other
// their positions are looked up (compiler_check.h). Both are done for so many articles that an
// answer still comes at once; where there are more, the query asks for less, and a warning says so.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/asked_words.h"
#include "searcher/query/compiler_context.h"
#include "searcher/query/compiler_parts.h"
#include "searcher/query/parser.h"
#include "searcher/query/pattern.h"
#include "searcher/query/tree.h"
#include "searcher/query/word_meanings.h"

namespace dateline {

struct CompiledWords {
  Xapian::Query query;
  std::vector<MatchPattern> patterns;
};

/// Compiles one leaf after the other; what the patterns of a query stand for is looked up once.
class WordCompiler {
 public:
  /// Both must outlive it.
  WordCompiler(const QueryContext& context, std::vector<QueryWarning>& warnings)
      : context_(context), warnings_(warnings), meanings_(context, warnings) {}

  /// A leaf of words, or a NEAR; nothing when it holds no word.
  std::optional<CompiledWords> compile(const QueryNode& node);

 private:
  using Meanings = Asked<WordMeaning>;

  void warn_of(const ReadLeaf& leaf, std::size_t offset);
  /// The articles in which the stems stand as they are asked for.
  Xapian::Query check_stems(const Xapian::Query& candidates, const Meanings& asked);
  Xapian::Query match_stems(const std::vector<WordMeaning>& words, const Field* field);
  /// Whether so many articles cannot be looked at one by one: a warning says what is done instead.
  bool are_too_many(std::size_t articles, std::size_t most, std::string_view instead);
  std::size_t count(const Xapian::Query& query) const;
  Xapian::Query compile_thing(const Spellings<WordMeaning>& spellings, const Field* field);
  Xapian::Query compile_spelling(const std::vector<WordMeaning>& words, const Field* field);
  Xapian::Query compile_word(const WordMeaning& word, const Field* field);
  Xapian::Query match_to_the_letter(const Xapian::Query& by_stems, const Xapian::Query& candidates,
                                    const Meanings& asked);
  void append_others(const WordMeaning& word, std::set<std::string>& known, Queries& others);
  Xapian::Query match_word(const std::string& word);

  const QueryContext& context_;
  std::vector<QueryWarning>& warnings_;
  WordMeanings meanings_;
  const QueryNode* leaf_ = nullptr;  // at hand
  bool asks_for_less_ = false;       // what is compiled of it
};

}  // namespace dateline
