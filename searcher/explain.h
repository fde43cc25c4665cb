// The way of an explanation: a query as a search reads it, and an article held against it.
#pragma once

#include <string_view>

#include "searcher/match/archive_reader.h"
#include "searcher/match/explanation.h"
#include "searcher/match/request.h"

namespace dateline {

/// Explains the text of a request as `search` would read it: its syntax, its match and its day
/// count, what narrows it beside its text does not. With an id, the article of that id is held
/// against it as well; there is none in the result when no article has it. Throws Error when
/// articles of several archives have it.
Explanation explain(ArchiveReader& archive, const SearchRequest& request, std::string_view id);

}  // namespace dateline
