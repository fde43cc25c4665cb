// Random corrections: facets, filters, hits and the list of entities agree on every entity.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/pipeline.h"
#include "searcher/match/entity_list.h"
#include "searcher/search.h"
#include "tests/properties/random_articles.h"
#include "tests/support/temp_folder.h"

namespace dateline::test {
namespace {

using Counts = std::map<std::pair<NameType, std::string>, std::size_t>;

SearchRequest everything() {
  SearchRequest request;
  request.limit = 100'000;
  request.facet_limit = 100'000;
  request.snippets = 0;
  return request;
}

/// Lines about names of the archive and a few others, each of its type or of another.
std::string random_corrections(Random& random, const NameDictionary& names) {
  const auto name = [&] {
    const std::size_t i = random() % (names.size() + 3);
    return i < names.size() ? std::string(names.text(static_cast<NameId>(i)))
                            : "Label " + std::to_string(i);
  };
  const auto type = [&] { return std::string(to_string(all_name_types.at(random() % 4))); };
  std::string lines;
  for (auto count = random() % 10 + 1; count > 0; --count) {
    const auto kind = random() % 5;
    const char* const action =
        std::to_array({"merge ", "rename ", "retype ", "split ", "hide "}).at(kind);
    lines += action + type() + ": " + name();
    lines += kind < 2 ? " = " + name() + "\n" : kind == 2 ? " = " + type() + "\n" : "\n";
  }
  return lines;
}

Counts counts_of_hits(const SearchResult& result) {
  Counts counts;
  for (const Hit& hit : result.hits) {
    for (std::size_t type = 0; type < hit.entities.size(); ++type) {
      for (const std::string& name : hit.entities.at(type)) {
        ++counts[{all_name_types.at(type), name}];
      }
    }
  }
  return counts;
}

Counts counts_of_facets(const SearchResult& result) {
  Counts counts;
  for (const Facet& facet : result.facets) {
    if (facet.kind < FacetKind::Source) {
      for (const FacetValue& value : facet.values) {
        counts[{static_cast<NameType>(facet.kind), value.value}] += value.count;
      }
    }
  }
  return counts;
}

TEST_CASE("whatever is corrected, hits, facets, filters and the list count the same entities") {
  constexpr unsigned seed = 20230207;
  Random random(seed);
  const TempFolder folder;
  std::string lines;
  for (int i = 0; i < 60; ++i) {
    lines += random_record(random, "a" + std::to_string(i)) + "\n";
  }
  const ArchiveLayout layout{folder.path() / "archive"};
  UpdateOptions options;
  options.paths = {folder.write("articles.jsonl", lines).string()};
  update_archive(layout, options, {});
  const Generation generation = layout.generation(read_manifest(layout.manifest()).generation);
  const NameDictionary names = NameDictionary::read(generation.names(), generation.entities());
  for (int round = 0; round < 60; ++round) {
    const std::string corrections = random_corrections(random, names);
    CAPTURE(corrections);
    std::ofstream(layout.corrections()) << corrections;
    ArchiveReader archive(layout);
    const SearchResult all = search(archive, everything());
    const Counts counts = counts_of_facets(all);
    REQUIRE(counts == counts_of_hits(all));
    EntityRequest request;
    request.limit = 100'000;
    const EntityList list = list_entities(archive, request);
    REQUIRE(list.total == counts.size());
    for (const ListedEntity& entity : list.entities) {
      CAPTURE(entity.name);
      REQUIRE(counts.at({entity.type, entity.name}) == entity.count);
      SearchRequest narrowed = everything();
      narrowed.limit = 0;
      narrowed.names = {{entity.type, {entity.name}, {}}};
      REQUIRE(search(archive, narrowed).total == entity.count);
    }
  }
}

}  // namespace
}  // namespace dateline::test
