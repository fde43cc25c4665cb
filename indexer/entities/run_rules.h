// The rules that say what a run of capitalised words is. A trained decoder would stand here.
#pragma once

#include <span>
#include <vector>

#include "indexer/entities/acronyms.h"
#include "indexer/entities/document.h"
#include "indexer/entities/name_span.h"

namespace dateline {

/// The spans of a document in running text, in order and not overlapping: names with a type, and
/// capitalised words without one that coreference may yet understand. Made for English.
std::vector<NameSpan> label_runs(const Document& document, const Lexicon& lexicon,
                                 std::span<const AcronymDefinition> acronyms);

/// The same for any language: only what the lexicon or a definition proves without context.
std::vector<NameSpan> label_known(const Document& document, const Lexicon& lexicon,
                                  std::span<const AcronymDefinition> acronyms);

}  // namespace dateline
