// What is like something: articles like an article, entities named together, words spelt alike.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "common/error.h"
#include "indexer/pipeline.h"
#include "searcher/match/co_occurrence.h"
#include "searcher/match/significance.h"
#include "searcher/search.h"
#include "tests/properties/random_articles.h"
#include "tests/support/temp_folder.h"

namespace dateline::test {
namespace {

constexpr unsigned seed = 20230208;
constexpr Date today_in_tests = std::chrono::sys_days(std::chrono::year{2024} / 1 / 1);

/// An archive of the records of a JSON lines file.
class SmallArchive {
 public:
  explicit SmallArchive(const std::string& lines) {
    UpdateOptions options;
    options.paths = {folder_.write("articles.jsonl", lines).string()};
    update_archive(layout(), options, {});
  }

  ArchiveLayout layout() const { return {folder_.path() / "archive"}; }

 private:
  TempFolder folder_;
};

std::string random_lines(Random& random, int articles) {
  std::string lines;
  for (int i = 0; i < articles; ++i) {
    lines += random_record(random, "a" + std::to_string(i)) + "\n";
  }
  return lines;
}

SearchRequest request_for(std::string text) {
  SearchRequest request;
  request.text = std::move(text);
  request.limit = 100'000;
  request.facet_limit = 100'000;
  request.snippets = 1;
  request.today = today_in_tests;
  return request;
}

/// A story on a subject, a sentence for each of its words.
std::string story(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < std::min(end, words.size()); ++i) {
    text += "The " + words[i] + " was seen near the " + words[(i * 7 + 3) % words.size()] +
            " again on that day. ";
  }
  return text;
}

std::vector<std::string> words_on(const std::string& subject, int count) {
  std::vector<std::string> words;
  for (int i = 0; i < count; ++i) {
    words.push_back(subject + std::string(1, static_cast<char>('a' + i)));
  }
  return words;
}

std::string record(const std::string& id, const std::string& title, const std::string& text) {
  return nlohmann::json{{"id", id}, {"title", title}, {"text", text}, {"language", "en"}}.dump() +
         "\n";
}

std::vector<std::string> ids_of(const std::vector<Hit>& hits) {
  std::vector<std::string> ids;
  for (const Hit& hit : hits) {
    ids.push_back(hit.article.id);
  }
  return ids;
}

/// Stories on copper, of which three are copies of the first and two of each other, and on wheat.
std::string some_stories() {
  const std::vector<std::string> copper = words_on("copper", 20);
  const std::vector<std::string> wheat = words_on("wheat", 20);
  const std::string body = story(copper, 0, 14);
  const std::string other = story(copper, 6, 20) + story(wheat, 0, 2);
  return record("first", "Copper is dear", body) +
         record("retitled", "Nobody can pay for a metal", "LIMA, March 3 (Wire) - " + body) +
         record("cut", "Copper in short", story(copper, 0, 8)) +
         record("signed", "Copper is dear", body + "Jane Doe contributed to this report.") +
         record("like", "Copper again", other) + record("like-copy", "Metals", other) +
         record("wheat", "Wheat is cheap", story(wheat, 4, 20)) +
         record("wheat-too", "Wheat is dear", story(wheat, 0, 12));
}

/// The text with one letter of one word dropped, doubled or changed.
std::string misspelt(Random& random, std::string text) {
  const std::size_t at = random() % text.size();
  switch (random() % 3) {
    case 0: return text.erase(at, 1);
    case 1: return text.insert(at, 1, 'x');
    default: text[at] = 'y'; return text;
  }
}

}  // namespace

TEST_CASE("copies of an article are set apart by their bodies, and copies of a hit fold into it") {
  const SmallArchive small(some_stories());
  ArchiveReader archive(small.layout());
  const SimilarResult result = similar_articles(archive, "first", request_for("")).value();
  std::vector<std::string> copies = ids_of(result.copies);
  std::ranges::sort(copies);
  CHECK(copies == std::vector<std::string>{"cut", "retitled", "signed"});
  REQUIRE_FALSE(result.hits.empty());
  CHECK(result.total == result.hits.size());
  CHECK(result.hits.front().article.id == "like");
  CHECK(ids_of(result.hits.front().copies) == std::vector<std::string>{"like-copy"});
  CHECK(result.hits.front().score < result.own_score);
  CHECK_FALSE(result.hits.front().snippets.empty());
}

TEST_CASE("a text that is in no archive finds what the same article finds") {
  const SmallArchive small(some_stories());
  ArchiveReader archive(small.layout());
  const std::string text = story(words_on("copper", 20), 0, 14);
  const SimilarResult result = similar_articles_of_text(archive, text, request_for(""));
  CHECK(result.article.language == "en");
  CHECK(result.copies.size() == 4);
  REQUIRE_FALSE(result.hits.empty());
  CHECK(result.hits.front().article.id == "like");
  CHECK(similar_articles_of_text(archive, "", request_for("")).total == 0);
  CHECK_FALSE(similar_articles(archive, "nothing", request_for("")));
}

TEST_CASE("filters and pages narrow similar articles") {
  const SmallArchive small(some_stories());
  ArchiveReader archive(small.layout());
  SearchRequest request = request_for("");
  request.dates = {"1999"};
  CHECK(similar_articles(archive, "first", request)->total == 0);
  request = request_for("");
  const std::vector<std::string> all = ids_of(similar_articles(archive, "first", request)->hits);
  REQUIRE(all.size() > 1);
  request.offset = 1;
  request.limit = 1;
  const SimilarResult page = similar_articles(archive, "first", request).value();
  CHECK(page.total == all.size());
  CHECK(ids_of(page.hits) == std::vector<std::string>{all[1]});
  CHECK(page.hits.front().rank == 2);
}

TEST_CASE("an article is never among those like it, and every answer is in order") {
  Random random(seed);
  const SmallArchive small(random_lines(random, 80));
  ArchiveReader archive(small.layout());
  for (int i = 0; i < 80; ++i) {
    const std::string id = "a" + std::to_string(i);
    CAPTURE(id);
    const SimilarResult result = similar_articles(archive, id, request_for("")).value();
    for (const std::vector<Hit>* const hits : {&result.copies, &result.hits}) {
      CHECK(std::ranges::none_of(*hits, [&](const Hit& hit) { return hit.article.id == id; }));
      CHECK(std::ranges::is_sorted(*hits, std::greater<>{}, &Hit::score));
    }
    CHECK(result.total == result.hits.size());
  }
}

TEST_CASE("entities named with another are counted as the facets of its articles count them") {
  Random random(seed + 1);
  const SmallArchive small(random_lines(random, 120));
  ArchiveReader archive(small.layout());
  EntityRequest all;
  all.limit = 1000;
  for (const ListedEntity& entity : list_entities(archive, all).entities) {
    CAPTURE(entity.name);
    CoOccurrenceRequest request;
    request.with = entity.name;
    request.with_type = entity.type;
    request.entities.limit = 1000;
    const CoOccurrenceList list = list_co_occurring(archive, request);
    CHECK(list.with_articles == entity.count);
    const std::string filter = std::string(to_string(entity.type)) + ":\"" + entity.name + '"';
    std::size_t total = 0;
    for (const Facet& facet : search(archive, request_for(filter)).facets) {
      if (facet.kind >= FacetKind::Source) {
        continue;
      }
      for (const FacetValue& value : facet.values) {
        const NameType type = all_name_types.at(static_cast<std::size_t>(facet.kind));
        if (value.value == entity.name && type == entity.type) {
          continue;
        }
        CAPTURE(value.value);
        ++total;
        const auto found = std::ranges::find_if(list.entities, [&](const CoOccurring& shown) {
          return shown.entity.name == value.value && shown.entity.type == type;
        });
        REQUIRE(found != list.entities.end());
        CHECK(found->together == value.count);
        CHECK(found->significance ==
              significance(value.count, entity.count, found->entity.count, list.articles));
      }
    }
    CHECK(list.total == total);
    CHECK(std::ranges::is_sorted(list.entities, std::greater<>{}, &CoOccurring::significance));
  }
}

TEST_CASE("what no article names stands together with nothing") {
  Random random(seed + 2);
  const SmallArchive small(random_lines(random, 10));
  ArchiveReader archive(small.layout());
  CoOccurrenceRequest request;
  request.with = "Nobody Known";
  CHECK_THROWS_AS((void)list_co_occurring(archive, request), Error);
}

TEST_CASE("a suggestion is matched by more articles than what was typed") {
  Random random(seed + 3);
  const SmallArchive small(random_lines(random, 150));
  ArchiveReader archive(small.layout());
  constexpr auto queries = std::to_array<const char*>(
      {"peacekeepers", "expelled junta", "wagner missions", "\"persona non grata\"",
       "elections OR rights", "person:\"Assimi Goïta\"", "Macron human", "title:elections"});
  std::size_t suggestions = 0;
  for (int i = 0; i < 400; ++i) {
    const std::string typed = misspelt(random, pick(random, queries));
    CAPTURE(typed);
    const SearchResult result = search(archive, request_for(typed));
    if (!result.suggestion.empty()) {
      CAPTURE(result.suggestion);
      ++suggestions;
      const SearchResult better = search(archive, request_for(result.suggestion));
      CHECK_FALSE(better.fell_back);
      CHECK(better.total > (result.fell_back ? 0 : result.total));
    }
  }
  CHECK(suggestions > 100);
}

TEST_CASE("a suggestion keeps everything but the misspelt words as it was typed") {
  std::string lines;
  for (int i = 0; i < 30; ++i) {
    lines += record("a" + std::to_string(i), "Colonel Assimi Goïta speaks",
                    "Colonel Assimi Goïta spoke of the peacekeepers in Bamako on that day.");
  }
  const SmallArchive small(lines);
  ArchiveReader archive(small.layout());
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"peacekepers", "peacekeepers"},
      {"Goyta", "Goïta"},
      {"goyta", "goita"},
      {"  peacekepers   AND (bamako)", "  peacekeepers   AND (bamako)"},
      {"\"peacekepers in bamaco\"", "\"peacekeepers in bamako\""},
      {"title:speeks -kidal", "title:speaks -kidal"},
      {"person:\"Asimi Goita\"", "person:\"Assimi Goïta\""},
      {"bamako", ""},
      {"-peacekepers zzzzzzzz", ""},
      {"zzzzzzzz", ""},
      {"", ""},
  };
  for (const auto& [typed, suggestion] : cases) {
    const std::string query = typed;
    CAPTURE(query);
    CHECK(search(archive, request_for(typed)).suggestion == suggestion);
  }
}

}  // namespace dateline::test
