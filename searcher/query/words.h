// From a word or phrase of the query to the stems that its words may have in an archive.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/stemmer.h"

namespace dateline {

/// The different stems of one word in the languages of an archive.
using Stems = std::vector<std::string>;

struct QueryWords {
  std::vector<Stems> words;  ///< one after the other; empty when the text holds no word
  Stems run_together;        ///< of a text that is one compound ("al-Qaeda"): as one word
};

/// Splits and stems as the analyzer does for articles. The text must be valid UTF-8.
QueryWords read_words(std::string_view text, std::span<const std::string> languages,
                      StemmerSet& stemmers);

/// Whether there is a word in the text at all.
bool has_words(std::string_view text);

}  // namespace dateline
