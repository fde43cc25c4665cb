// The way of a query: text in, result out, whole in one function.
#pragma once

#include <optional>
#include <string_view>

#include "common/date.h"
#include "searcher/match/archive_reader.h"
#include "searcher/match/request.h"
#include "searcher/match/result.h"

namespace dateline {

/// Answers a request from an archive. Asks again, from the start, when a writer has overtaken the
/// reader meanwhile, so the answer is always that of one committed state. Throws Error when a date
/// filter cannot be read, or the archive.
SearchResult search(ArchiveReader& archive, const SearchRequest& request);

/// The article of that id with the matches of a query marked in it; empty when there is none.
std::optional<ShownArticle> show_article(ArchiveReader& archive, std::string_view id,
                                         std::string_view query, Date today);

}  // namespace dateline
