// The options of facets, against the facets without them.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/text/fold.h"
#include "indexer/pipeline.h"
#include "searcher/search.h"
#include "tests/properties/random_articles.h"
#include "tests/support/temp_folder.h"

namespace dateline::test {
namespace {

constexpr unsigned seed = 20230207;

class Archive {
 public:
  Archive() {
    Random random(seed);
    std::string lines;
    for (std::size_t i = 0; i < 120; ++i) {
      lines += random_record(random, "a" + std::to_string(i)) + "\n";
    }
    UpdateOptions options;
    options.paths = {folder_.write("articles.jsonl", lines).string()};
    REQUIRE(update_archive(layout(), options, {}).added == 120);
  }

  ArchiveLayout layout() const { return {folder_.path() / "archive"}; }

 private:
  TempFolder folder_;
};

SearchRequest request_of(const std::string& text) {
  SearchRequest request;
  request.text = text;
  request.match = MatchMode::Any;
  request.limit = 0;
  request.facet_limit = 100'000;
  return request;
}

constexpr auto texts = std::to_array<const char*>({"", "wagner", "rights mission", "the"});
constexpr std::size_t name_facets = all_name_types.size();

std::vector<std::string> sorted_values(const Facet& facet) {
  std::vector<std::string> values;
  for (const FacetValue& value : facet.values) {
    values.push_back(value.value);
  }
  std::ranges::sort(values);
  return values;
}

TEST_CASE("what is excluded takes its count from the total, and is listed and marked at 0") {
  const Archive sample;
  ArchiveReader archive(sample.layout());
  for (const char* text : texts) {
    CAPTURE(text);
    const SearchResult all = search(archive, request_of(text));
    for (std::size_t i = 0; i < name_facets; ++i) {
      for (const FacetValue& value : all.facets[i].values) {
        CAPTURE(value.value);
        SearchRequest request = request_of(text);
        request.names = {{static_cast<NameType>(i), {}, {value.value}}};
        const SearchResult rest = search(archive, request);
        REQUIRE(rest.total == all.total - value.count);
        const auto same = std::ranges::find(rest.facets[i].values, value.value, &FacetValue::value);
        REQUIRE(same != rest.facets[i].values.end());
        REQUIRE(same->excluded);
        REQUIRE(same->count == 0);
      }
    }
  }
}

TEST_CASE("every order of a facet lists the same values with the same counts") {
  const Archive sample;
  ArchiveReader archive(sample.layout());
  for (const char* text : texts) {
    CAPTURE(text);
    const SearchResult by_count = search(archive, request_of(text));
    for (const FacetSort sort : {FacetSort::Name, FacetSort::Typical}) {
      SearchRequest request = request_of(text);
      request.facet_sort = sort;
      const SearchResult sorted = search(archive, request);
      for (std::size_t i = 0; i < name_facets; ++i) {
        const std::vector<FacetValue>& values = sorted.facets[i].values;
        REQUIRE(sorted_values(sorted.facets[i]) == sorted_values(by_count.facets[i]));
        REQUIRE(std::ranges::is_sorted(values, [sort](const FacetValue& a, const FacetValue& b) {
          return sort == FacetSort::Name ? fold_name(a.value) < fold_name(b.value)
                                         : *a.significance > *b.significance;
        }));
      }
    }
  }
}

TEST_CASE("a search in a facet leaves the counts as they are and every value it finds passes") {
  const Archive sample;
  ArchiveReader archive(sample.layout());
  const SearchResult all = search(archive, request_of(""));
  for (std::size_t i = 0; i < name_facets; ++i) {
    for (const FacetValue& value : all.facets[i].values) {
      CAPTURE(value.value);
      SearchRequest request = request_of("");
      request.facet_searches = {{static_cast<FacetKind>(i), value.value}};
      const Facet found = search(archive, request).facets[i];
      const auto same = std::ranges::find(found.values, value.value, &FacetValue::value);
      REQUIRE(same != found.values.end());
      REQUIRE(same->count == value.count);
      REQUIRE(found.total_values == found.values.size());
    }
  }
}

TEST_CASE("what columns in memory count is what the slots said") {
  const Archive sample;
  const auto facets_of = [](ArchiveReader& archive) {
    std::vector<std::vector<FacetValue>> facets;
    for (const Facet& facet : search(archive, request_of("rights mission")).facets) {
      facets.push_back(facet.values);
    }
    return facets;
  };
  ArchiveReader cold(sample.layout());
  ArchiveReader warm(sample.layout());
  for (int i = 0; i < 3; ++i) {
    search(warm, request_of(""));
  }
  CHECK(facets_of(cold) == facets_of(warm));
}

}  // namespace
}  // namespace dateline::test
