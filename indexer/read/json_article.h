// From the JSON of one record to an article: which keys mean what, and what their values may be.
#pragma once

#include <simdjson.h>

#include <string>
#include <variant>

#include "indexer/read/raw_article.h"

namespace dateline {

/// An article, or one sentence of why the record is none and what to do.
using ArticleOrMessage = std::variant<RawArticle, std::string>;

/// Reads a JSON object in whatever encoding it came; `json` is used up. The article's `id` is the
/// record's own, percent-encoded, or empty; its `origin` is left to the caller. A value of another
/// kind than expected, an unknown language and a date that cannot be read count as not there.
ArticleOrMessage read_json_article(std::string& json, simdjson::dom::parser& parser);

}  // namespace dateline
