// Coreference within an article: which spans are one name, of which type, and how it is written.
#pragma once

#include <span>
#include <vector>

#include "indexer/entities/acronyms.h"
#include "indexer/entities/document.h"
#include "indexer/entities/entity_tagger.h"
#include "indexer/entities/name_span.h"

namespace dateline {

/// The mentions that the spans of a document amount to, in order:
/// - a form has one type, by the weight of its spans; without any it is no name;
/// - a part of a person's name is that person: "Diallo" and "Awa Diallo" are "Awa Binta Diallo";
///   of two persons with one surname, the surname alone is the one named more often;
/// - an acronym and the long name it is defined for are one, named by the acronym; known variants
///   ("U.N.") have one name everywhere;
/// - "Acme" is "Acme Ltd" or "Acme Group" where the article has that;
/// - headlines are searched for the forms so found before their own spans count.
/// With them the acronyms that were joined to long names of no lexicon.
ArticleNames join_mentions(const Document& document, const Lexicon& lexicon,
                           std::span<const NameSpan> spans,
                           std::span<const AcronymDefinition> acronyms);

}  // namespace dateline
