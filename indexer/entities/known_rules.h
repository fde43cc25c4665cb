// The rules for articles in other languages than English.
#pragma once

#include <span>
#include <vector>

#include "indexer/entities/acronyms.h"
#include "indexer/entities/document.h"
#include "indexer/entities/name_span.h"

namespace dateline {

/// The spans of a document in any language that the lexicon or a definition proves without
/// context, in order.
std::vector<NameSpan> label_known(const Document& document, const Lexicon& lexicon,
                                  std::span<const AcronymDefinition> acronyms);

}  // namespace dateline
