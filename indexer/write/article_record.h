// How one analyzed article stands in Xapian: the only place that knows which terms, slots and bytes
// it becomes. docs/archive-format.md explains each.
#pragma once

#include <xapian.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "common/archive/name_dictionary.h"
#include "common/article.h"
#include "indexer/analyze/article_analyzer.h"

namespace dateline {

/// The boolean term of an article's id, and that of its origin (a digest: paths are long).
std::string id_term(std::string_view id);
std::string origin_term(const Origin& origin);

/// In front of the definitions of acronyms, which only the resolver reads.
inline constexpr std::string_view definition_prefix = "XD";

/// The boolean term of a definition: prefix, acronym, a space, long form. None for one that would
/// be too long for a term, and where the acronym is no single word.
std::optional<std::string> definition_term(const NameDefinition& definition);

/// The definition that such a term tells; none when it is no such term.
std::optional<NameDefinition> parse_definition(std::string_view term);

/// 16 bytes over everything that was read and the model that looks for names in it: with the same
/// digest, the same article from the same origin would be written the same again.
std::string read_digest(const Article& article, std::string_view model);

/// The document of an article. `digest` is `read_digest` of the article as it was read; `name_ids`
/// are the numbers of its names, ascending.
Xapian::Document to_document(const AnalyzedArticle& analyzed, std::string_view digest,
                             std::span<const NameId> name_ids);

}  // namespace dateline
