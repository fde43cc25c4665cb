// JSON for programs: the objects of docs/schemas/, in the order of their documentation.
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "common/cli/terminal.h"
#include "common/name.h"
#include "searcher/render/formats.h"

namespace dateline {

namespace {

using Json = nlohmann::ordered_json;

/// What is not known is null.
Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json to_json(const Fragments& fragments) {
  Json list = Json::array();
  for (const Fragment& fragment : fragments) {
    list.push_back({{"text", fragment.text}, {"match", fragment.match}});
  }
  return list;
}

/// The keys that say when, where and by whom an article was published.
void add_publication(Json& object, const Article& article) {
  const std::optional<Date>& date = article.date;
  object["date"] = date ? Json(to_string(*date)) : Json(nullptr);
  object["date_from"] = date ? Json(to_string(article.date_from)) : Json(nullptr);
  object["source"] = text_or_null(article.source);
  object["author"] = text_or_null(article.author);
  object["language"] = text_or_null(article.language);
}

void add_hit(Json& object, const Hit& hit) {
  object["rank"] = hit.rank;
  object["id"] = hit.article.id;
  object["score"] = round_score(hit.score);
  object["title"] = text_or_null(hit.article.title);
  object["title_derived"] = hit.article.title_derived;
  object["title_fragments"] = to_json(hit.title);
  add_publication(object, hit.article);
  object["path"] = text_or_null(hit.article.origin.path);
  object["snippets"] = Json::array();
  for (const Fragments& snippet : hit.snippets) {
    object["snippets"].push_back(to_json(snippet));
  }
  object["entities"] = Json::object();
  for (std::size_t i = 0; i < hit.entities.size(); ++i) {
    object["entities"][std::string(to_string(all_name_types.at(i)))] = hit.entities.at(i);
  }
}

Json to_json(const Facet& facet) {
  Json values = Json::array();
  for (const FacetValue& value : facet.values) {
    values.push_back({{"value", value.value},
                      {"count", value.count},
                      {"selected", value.selected},
                      {"variants", value.variants}});
  }
  return {{"values", std::move(values)}, {"total_values", facet.total_values}};
}

/// The bytes of a value. Invalid UTF-8 (only paths can hold it) becomes U+FFFD.
std::string to_bytes(const Json& json, int indent) {
  return escape_json_controls(json.dump(indent, ' ', false, Json::error_handler_t::replace));
}

void add_entity(Json& object, const ListedEntity& entity) {
  object["name"] = entity.name;
  object["type"] = to_string(entity.type);
  object["count"] = entity.count;
  object["hidden"] = entity.hidden;
  object["variants"] = Json::array();
  for (const NameCount& variant : entity.variants) {
    object["variants"].push_back({{"name", variant.name}, {"count", variant.count}});
  }
}

void add_pair(Json& object, const LookAlikePair& pair) {
  object["kind"] = to_string(pair.kind);
  object["entities"] = Json::array();
  for (const ListedEntity* const entity : {&pair.larger, &pair.smaller}) {
    object["entities"].push_back(
        {{"name", entity->name}, {"type", to_string(entity->type)}, {"count", entity->count}});
  }
  object["correction"] = pair.correction;
}

/// The whole list as one object, its items under `key`.
template <typename Item>
void write_list(std::ostream& out, std::size_t total, const char* key,
                const std::vector<Item>& items, void (*add)(Json&, const Item&)) {
  Json json;
  json["format_version"] = output_format_version;
  json["total"] = total;
  json[key] = Json::array();
  for (const Item& item : items) {
    Json object;
    add(object, item);
    json[key].push_back(std::move(object));
  }
  out << to_bytes(json, -1) << '\n';
}

template <typename Item>
void write_lines_of(std::ostream& out, const std::vector<Item>& items,
                    void (*add)(Json&, const Item&)) {
  for (const Item& item : items) {
    Json json;
    json["format_version"] = output_format_version;
    add(json, item);
    out << to_bytes(json, -1) << '\n';
  }
}

double round_seconds(double seconds) {
  return std::round(seconds * 1e6) / 1e6;
}

}  // namespace

double round_score(double score) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.9g", score);
  return std::strtod(digits.data(), nullptr);
}

void render_json(std::ostream& out, const SearchResult& result) {
  Json json;
  json["format_version"] = output_format_version;
  json["query"] = result.query;
  json["understood"] = result.understood;
  json["match"] = result.match == MatchMode::All ? "all" : "any";
  json["total"] = result.total;
  json["warnings"] = Json::array();
  for (const QueryWarning& warning : result.warnings) {
    json["warnings"].push_back({{"offset", warning.offset}, {"message", warning.message}});
  }
  json["suggestion"] = nullptr;
  json["hits"] = Json::array();
  for (const Hit& hit : result.hits) {
    Json object;
    add_hit(object, hit);
    json["hits"].push_back(std::move(object));
  }
  json["facets"] = Json::object();
  for (const Facet& facet : result.facets) {
    json["facets"][std::string(to_string(facet.kind))] = to_json(facet);
  }
  json["seconds"] = round_seconds(result.seconds);
  out << to_bytes(json, -1) << '\n';
}

void render_json_lines(std::ostream& out, const SearchResult& result) {
  write_lines_of(out, result.hits, add_hit);
}

void render_entities_json(std::ostream& out, const EntityList& list) {
  write_list(out, list.total, "entities", list.entities, add_entity);
}

void render_entities_json_lines(std::ostream& out, const EntityList& list) {
  write_lines_of(out, list.entities, add_entity);
}

void render_look_alikes_json(std::ostream& out, const LookAlikeList& list) {
  write_list(out, list.total, "pairs", list.pairs, add_pair);
}

void render_look_alikes_json_lines(std::ostream& out, const LookAlikeList& list) {
  write_lines_of(out, list.pairs, add_pair);
}

void render_article_json(std::ostream& out, const ShownArticle& shown) {
  const Article& article = shown.article;
  Json json;
  json["format_version"] = output_format_version;
  json["id"] = article.id;
  json["title"] = text_or_null(article.title);
  json["title_derived"] = article.title_derived;
  json["title_fragments"] = to_json(shown.title);
  add_publication(json, article);
  json["url"] = text_or_null(article.url);
  json["path"] = text_or_null(article.origin.path);
  json["record"] = text_or_null(article.origin.record);
  json["text"] = article.text;
  json["text_fragments"] = to_json(shown.text);
  out << to_bytes(json, -1) << '\n';
}

}  // namespace dateline
