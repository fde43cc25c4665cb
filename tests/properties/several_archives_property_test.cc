// Articles in one archive or split over several: the same hits in the same order with the same
// scores, and every count the sum.
#include <doctest/doctest.h>
#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <set>
#include <string>
#include <thread>
#include <tuple>
#include <vector>

#include "common/error.h"
#include "indexer/pipeline.h"
#include "searcher/match/archive_state.h"
#include "searcher/match/entity_list.h"
#include "searcher/match/qualified_id.h"
#include "searcher/search.h"
#include "tests/properties/random_articles.h"
#include "tests/support/temp_folder.h"

namespace dateline::test {
namespace {

constexpr unsigned seed = 20230206;

constexpr auto queries = std::to_array<const char*>(
    {"", "wagner", "wagner rights", "rights OR mission", "-the", "\"al qaeda\"", "al-Qaeda",
     "title:wagner OR élection", "date:2022 junta", "mentioned:2023-01", "wagner NOT mission"});

/// The words of a query, as they are, and for each type a value of it.
SearchRequest request_of(const char* text) {
  SearchRequest request;
  request.text = text;
  request.limit = 100'000;
  request.facet_limit = 100'000;
  request.snippets = 1;
  return request;
}

/// Archives in a folder of their own.
class Archives {
 public:
  /// Brings one of them in step with these records.
  void update(const std::string& name, const std::vector<std::string>& records) const {
    std::string lines;
    for (const std::string& record : records) {
      lines += record + "\n";
    }
    UpdateOptions options;
    options.paths = {folder_.write(name + ".jsonl", lines).string()};
    update_archive(of(name).layout, options, {});
  }

  void correct(const std::string& name, std::string_view lines) const {
    folder_.write(name + "/corrections.txt", lines);
  }

  NamedArchive of(const std::string& name) const { return {name, {folder_.path() / name}}; }

 private:
  TempFolder folder_;
};

std::vector<std::string> random_records(Random& random, std::size_t count) {
  std::vector<std::string> records;
  for (std::size_t i = 0; i < count; ++i) {
    records.push_back(random_record(random, "a" + std::to_string(i)));
  }
  return records;
}

/// The same records in "whole" and, by chance, in one of "0", "1", ...; returns these.
std::vector<NamedArchive> split(const Archives& archives, Random& random, std::size_t parts,
                                std::size_t articles) {
  const std::vector<std::string> records = random_records(random, articles);
  std::vector<std::vector<std::string>> of_part(parts);
  for (const std::string& record : records) {
    of_part[random() % parts].push_back(record);
  }
  archives.update("whole", records);
  std::vector<NamedArchive> names;
  for (std::size_t i = 0; i < parts; ++i) {
    archives.update(std::to_string(i), of_part[i]);
    names.push_back(archives.of(std::to_string(i)));
  }
  return names;
}

std::string to_string(const Fragments& fragments) {
  std::string text;
  for (const Fragment& fragment : fragments) {
    text += (fragment.match ? "[" : "{") + fragment.text + "}";
  }
  return text;
}

/// What a hit says that does not depend on which names are one entity.
std::string to_string(const Hit& hit) {
  std::string text = std::to_string(hit.rank) + " " + hit.article.id + " " +
                     std::to_string(hit.score) + " " + to_string(hit.title);
  for (const Fragments& snippet : hit.snippets) {
    text += " " + to_string(snippet);
  }
  return text;
}

void check_same(const SearchResult& several, const SearchResult& whole) {
  REQUIRE(several.total == whole.total);
  REQUIRE(several.fell_back == whole.fell_back);
  REQUIRE(several.hits.size() == whole.hits.size());
  for (std::size_t i = 0; i < whole.hits.size(); ++i) {
    REQUIRE(to_string(several.hits[i]) == to_string(whole.hits[i]));
  }
  for (const FacetKind kind : {FacetKind::Source, FacetKind::Date, FacetKind::Mentioned}) {
    const auto place = static_cast<std::size_t>(kind);
    REQUIRE(several.facets[place].values == whole.facets[place].values);
    REQUIRE(several.facets[place].total_values == whole.facets[place].total_values);
  }
}

TEST_CASE("split over several archives, articles are found and ranked as in one") {
  Random random(seed);
  for (std::size_t parts = 1; parts <= 4; ++parts) {
    CAPTURE(parts);
    const Archives archives;
    ArchiveReader several(split(archives, random, parts, 80));
    ArchiveReader whole(archives.of("whole").layout);
    for (const char* text : queries) {
      CAPTURE(text);
      for (const SortOrder sort : {SortOrder::Relevance, SortOrder::Newest, SortOrder::Oldest}) {
        for (const std::size_t limit : {100'000U, 7U}) {
          SearchRequest request = request_of(text);
          request.sort = sort;
          request.limit = limit;
          check_same(search(several, request), search(whole, request));
        }
      }
    }
  }
}

/// For each article and type the entities it names, as a hit shows them.
using EntitiesOfArticles = std::map<std::pair<std::string, std::size_t>, std::vector<std::string>>;

EntitiesOfArticles entities_of(const SearchResult& result) {
  EntitiesOfArticles entities;
  for (const Hit& hit : result.hits) {
    for (std::size_t type = 0; type < hit.entities.size(); ++type) {
      entities[{hit.article.id, type}] = hit.entities[type];
    }
  }
  return entities;
}

const Facet& facet_of(const SearchResult& result, std::size_t type) {
  return result.facets.at(type);
}

/// The counts of a facet are those of the hits, and each is what its value as a filter finds.
void check_counts(ArchiveReader& archives, const SearchRequest& request) {
  const SearchResult result = search(archives, request);
  const EntitiesOfArticles entities = entities_of(result);
  for (std::size_t type = 0; type < 3; ++type) {
    std::map<std::string, std::size_t> counts;
    for (const Hit& hit : result.hits) {
      for (const std::string& value : hit.entities.at(type)) {
        ++counts[value];
      }
    }
    for (const FacetValue& value : facet_of(result, type).values) {
      CAPTURE(value.value);
      REQUIRE(counts[value.value] == value.count);
      SearchRequest narrowed = request;
      narrowed.names = {{static_cast<NameType>(type), {value.value}, {}}};
      REQUIRE(search(archives, narrowed).total == value.count);
    }
    REQUIRE(counts.size() == facet_of(result, type).values.size());
  }
}

/// Every entity of a part is, in all its articles, one and the same of the whole; no two of a part
/// are the same; and what it was shown by is a name of it.
void check_joined(ArchiveReader& several, const NamedArchive& part) {
  ArchiveReader alone(part.layout);
  const SearchResult of_all = search(several, request_of(""));
  const EntitiesOfArticles joined = entities_of(of_all);
  const EntitiesOfArticles own = entities_of(search(alone, request_of("")));
  for (std::size_t type = 0; type < 3; ++type) {
    std::map<std::string, std::set<std::string>> possible;
    for (const auto& [article, shown] : own) {
      if (article.second != type) {
        continue;
      }
      REQUIRE(joined.at(article).size() == shown.size());
      const std::set<std::string> here(joined.at(article).begin(), joined.at(article).end());
      for (const std::string& name : shown) {
        const auto [known, is_new] = possible.try_emplace(name, here);
        std::erase_if(known->second, [&](const auto& other) { return !here.contains(other); });
      }
    }
    for (const auto& [name, others] : possible) {
      CAPTURE(name);
      REQUIRE_FALSE(others.empty());
      REQUIRE(std::ranges::any_of(facet_of(of_all, type).values, [&](const FacetValue& value) {
        return others.contains(value.value) &&
               (value.value == name ||
                std::ranges::find(value.variants, name) != value.variants.end());
      }));
    }
  }
}

TEST_CASE("entities of several archives are counted exactly, also where archives disagree") {
  Random random(seed);
  for (std::size_t parts = 2; parts <= 4; ++parts) {
    CAPTURE(parts);
    const Archives archives;
    const std::vector<NamedArchive> names = split(archives, random, parts, 60);
    archives.correct("0", "merge person: Emmanuel Macron = Macron\n");
    archives.correct("1", "merge person: Brigitte Macron = Macron\nsplit person: Lavrov\n");
    ArchiveReader several(names);
    for (const char* text : {"", "wagner", "rights OR mission"}) {
      CAPTURE(text);
      check_counts(several, request_of(text));
    }
    for (const NamedArchive& part : names) {
      check_joined(several, part);
    }
  }
}

TEST_CASE("the list of entities counts their articles in all archives") {
  Random random(seed);
  const Archives archives;
  ArchiveReader several(split(archives, random, 3, 80));
  const SearchResult all = search(several, request_of(""));
  EntityRequest request;
  request.limit = 1000;
  std::size_t listed = 0;
  for (const ListedEntity& entity : list_entities(several, request).entities) {
    CAPTURE(entity.name);
    const Facet& facet = facet_of(all, static_cast<std::size_t>(entity.type));
    const auto value = std::ranges::find(facet.values, entity.name, &FacetValue::value);
    REQUIRE(value != facet.values.end());
    CHECK(value->count == entity.count);
    std::set<std::string> variants;
    for (const NameCount& variant : entity.variants) {
      CHECK(variant.count > 0);
      variants.insert(variant.name);
    }
    CHECK(variants == std::set<std::string>(value->variants.begin(), value->variants.end()));
    ++listed;
  }
  CHECK(listed ==
        all.facets[0].total_values + all.facets[1].total_values + all.facets[2].total_values);
}

TEST_CASE("articles of the same id in several archives are told apart, in the order of archives") {
  const Archives archives;
  const std::string same = R"({"id": "same", "text": "Kidal is quiet.", "date": "2023-01-02"})";
  const std::string other = R"({"id": "other", "text": "Kidal is quiet.", "date": "2023-01-01"})";
  archives.update("first one", {other, same});
  archives.update("second", {same});
  archives.update("third", {same, other});
  for (const std::vector<std::string>& order :
       {std::vector<std::string>{"first one", "second", "third"},
        {"third", "first one", "second"}}) {
    std::vector<NamedArchive> names;
    for (const std::string& name : order) {
      names.push_back(archives.of(name));
    }
    ArchiveReader reader(names);
    for (const SortOrder sort : {SortOrder::Relevance, SortOrder::Newest}) {
      for (const std::size_t limit : {5U, 2U}) {
        SearchRequest request = request_of("kidal");
        request.sort = sort;
        request.limit = limit;
        const SearchResult result = search(reader, request);
        REQUIRE(result.total == 5);
        REQUIRE(result.of_several);
        for (std::size_t i = 0; i < std::min<std::size_t>(limit, 3); ++i) {
          CHECK(result.hits[i].article.id == "same");
          CHECK(result.hits[i].archive == order[i]);
        }
        const std::string first_id = order[0] == "third" ? "third:same" : "first%20one:same";
        CHECK(id_of(result.hits[0]) == first_id);
        CHECK(reader.find_articles(first_id).size() == 1);
      }
    }
    const std::vector<FoundArticle> found = reader.find_articles("same");
    REQUIRE(found.size() == 3);
    for (std::size_t i = 0; i < found.size(); ++i) {
      CHECK(found[i].archive == order[i]);
    }
    REQUIRE(reader.find_articles("second:same").size() == 1);
    CHECK(reader.find_articles("second:same").front().archive == "second");
    CHECK(reader.find_articles("first one:other").size() == 1);
    CHECK(reader.find_articles("second:other").empty());
    CHECK(reader.find_articles("third").empty());
  }
}

TEST_CASE("a reader of several archives goes on while one of them is updated") {
  Random random(seed);
  const Archives archives;
  std::vector<std::string> records = random_records(random, 30);
  archives.update("quiet", {random_record(random, "q")});
  archives.update("busy", records);
  ArchiveReader reader({archives.of("quiet"), archives.of("busy")});
  std::atomic<bool> is_done = false;
  std::jthread writer([&] {
    for (std::size_t i = 0; i < 12; ++i) {
      records.push_back(random_record(random, "more" + std::to_string(i)));
      archives.update("busy", records);
    }
    is_done = true;
  });
  std::size_t last = 31;
  while (!is_done) {
    const SearchResult result = search(reader, request_of(""));
    REQUIRE(result.total >= last);
    REQUIRE(result.total <= 43);
    REQUIRE(result.hits.size() == result.total);
    last = result.total;
  }
  writer.join();
  ArchiveReader fresh({archives.of("quiet"), archives.of("busy")});
  CHECK(search(fresh, request_of("")).total == 43);
}

TEST_CASE("an archive that cannot be read is told by its folder") {
  Random random(seed);
  const Archives archives;
  const std::vector<NamedArchive> names = split(archives, random, 3, 30);
  const std::filesystem::path bad = names[1].layout.folder;
  const auto message_of = [](const auto& call) -> std::string {
    try {
      call();
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  };
  const auto open = [&] { ArchiveReader reader(names); };
  REQUIRE(message_of(open).empty());

  ArchiveReader reader(names);
  const std::filesystem::path database = bad / "generation-2" / "xapian";
  REQUIRE(std::filesystem::exists(database));
  // Xapian does not say of which database a broken block is.
  const std::string of_block = message_of([&] {
    reader.consistently([&] {
      for (const OpenArchive& archive : reader.state().archives) {
        if (archive.folder == bad) {
          throw Xapian::DatabaseCorruptError("a block is odd");
        }
      }
    });
  });
  CHECK(of_block == "the archive in " + bad.string() + " is damaged: a block is odd");
  CHECK(search(reader, request_of("")).total == 30);

  std::filesystem::remove_all(database);
  CHECK(message_of(open).find(bad.string() + " is damaged") != std::string::npos);
  std::filesystem::remove_all(bad);
  CHECK(message_of(open).find("there is no archive in " + bad.string()) != std::string::npos);
}

}  // namespace
}  // namespace dateline::test
