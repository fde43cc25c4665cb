// What one analyzed article becomes in the archive: the only place that knows which terms, slots
// and bytes. docs/archive-format.md explains each.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/field.h"
#include "common/name.h"
#include "common/text/term_list.h"
#include "indexer/analyze/article_analyzer.h"

namespace dateline {

inline constexpr std::size_t value_slots = 6;

/// An article as plain values, the same whichever way it is written.
struct ArticleRecord {
  TermList terms;                   ///< all of them, sorted
  std::vector<std::string> values;  ///< by slot; that of the names is filled with their numbers
  std::string data;                 ///< the stored article
  std::vector<Name> names;          ///< in order, each once
};

/// `digest` is `read_digest` of the article as it was read.
ArticleRecord to_record(AnalyzedArticle analyzed, std::string_view digest);

/// The document of a record whose names are numbered.
Xapian::Document to_document(const ArticleRecord& record);

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

}  // namespace dateline
