// What the objects of several files have in common.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/query/parser.h"

namespace dateline {

using Json = nlohmann::ordered_json;

/// What is not known is null.
Json text_or_null(const std::string& text);

Json to_json(const std::vector<QueryWarning>& warnings);

/// The keys that say when, where and by whom an article was published.
void add_publication(Json& object, const Article& article);

/// An article by what tells it from others; one that is in no archive has no id.
void add_article(Json& object, const Article& article, const std::string& archive);

/// The bytes of a value. Invalid UTF-8 (only paths can hold it) becomes U+FFFD.
std::string to_bytes(const Json& json, int indent);

}  // namespace dateline
