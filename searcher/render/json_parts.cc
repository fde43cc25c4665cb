#include "searcher/render/json_parts.h"

#include <optional>

#include "common/cli/terminal.h"

namespace dateline {

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json to_json(const std::vector<QueryWarning>& warnings) {
  Json list = Json::array();
  for (const QueryWarning& warning : warnings) {
    list.push_back({{"offset", warning.offset}, {"message", warning.message}});
  }
  return list;
}

void add_publication(Json& object, const Article& article) {
  const std::optional<Date>& date = article.date;
  object["date"] = date ? Json(to_string(*date)) : Json(nullptr);
  object["date_from"] = date ? Json(to_string(article.date_from)) : Json(nullptr);
  object["source"] = text_or_null(article.source);
  object["author"] = text_or_null(article.author);
  object["language"] = text_or_null(article.language);
}

void add_article(Json& object, const Article& article, const std::string& archive) {
  object["id"] = text_or_null(article.id);
  if (!archive.empty()) {
    object["archive"] = archive;
  }
  object["title"] = text_or_null(article.title);
  add_publication(object, article);
}

std::string to_bytes(const Json& json, int indent) {
  return escape_json_controls(json.dump(indent, ' ', false, Json::error_handler_t::replace));
}

}  // namespace dateline
