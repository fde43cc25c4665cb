// Asks the tokenizer and the stemmers, which alone know what a word is.
#include "searcher/query/words.h"

#include <algorithm>
#include <cstddef>

#include "common/text/tokenizer.h"

namespace dateline {

namespace {

Stems stems_of(std::string_view word, std::span<const std::string> languages,
               StemmerSet& stemmers) {
  Stems stems;
  for (const std::string& language : languages) {
    const std::string_view stem = stemmers.of(language).stem(word);
    if (std::ranges::find(stems, stem) == stems.end()) {
      stems.emplace_back(stem);
    }
  }
  return stems;
}

}  // namespace

QueryWords read_words(std::string_view text, std::span<const std::string> languages,
                      StemmerSet& stemmers) {
  QueryWords result;
  std::size_t words_of_compound = 0;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    if (!token.is_compound) {
      result.words.push_back(stems_of(token.word, languages, stemmers));
    } else if (token.position == 0) {
      words_of_compound = token.compound_words;
      result.run_together = stems_of(token.word, languages, stemmers);
    }
  }
  if (words_of_compound != result.words.size()) {
    result.run_together.clear();  // the compound is only a part of the text
  }
  return result;
}

bool has_words(std::string_view text) {
  Tokenizer tokenizer(text);
  Token token;
  return tokenizer.next(token);
}

}  // namespace dateline
