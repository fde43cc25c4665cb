// What the chain gets wrong in the same way each time, mended by rule before names are joined.
#pragma once

#include <vector>

#include "indexer/entities/document.h"
#include "indexer/entities/name_span.h"

namespace dateline {

/// The spans of a document, in order, mended:
/// - "the" is no part of a name, but for "The Guardian" in mid-sentence;
/// - a person's title is no part of the name: "Mullah Omar" is Omar;
/// - a known name and an acronym behind it are two: "Mali MINUSMA";
/// - what a minister is minister of, a nationality or a word such as "MPs" is no name;
/// - "the Wagner group" is an organisation, not a person called Wagner;
/// - an unknown name beside a word for an organisation is one: "an NGO called Kisal".
std::vector<NameSpan> mend_spans(const Document& document, const Lexicon& lexicon,
                                 const std::vector<NameSpan>& spans);

}  // namespace dateline
