// The way of a query: text in, result out, whole in one function.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "searcher/match/archive_reader.h"
#include "searcher/match/request.h"
#include "searcher/match/result.h"

namespace dateline {

/// Answers a request from an archive. Asks again, from the start, when a writer has overtaken the
/// reader meanwhile, so the answer is always that of one committed state. Throws Error when a date
/// filter cannot be read, or the archive.
SearchResult search(ArchiveReader& archive, const SearchRequest& request);

/// The articles of that id, as `ArchiveReader::find_articles` finds them, with the matches of a
/// query marked in them.
std::vector<ShownArticle> show_articles(ArchiveReader& archive, std::string_view id,
                                        std::string_view query, Date today);

/// Articles like the one of that id, its copies set apart, as searcher/match/similar.h says; empty
/// when there is none. Of the request the filters count, offset, limit and snippets.
std::optional<SimilarResult> similar_articles(ArchiveReader& archive, std::string_view id,
                                              const SearchRequest& request);

/// The same for a text that is in no archive, in whatever encoding.
SimilarResult similar_articles_of_text(ArchiveReader& archive, std::string_view bytes,
                                       const SearchRequest& request);

}  // namespace dateline
