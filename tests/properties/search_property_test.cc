// Thousands of random queries: the index and a scan of all articles find the same, and count the
// same.
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/pipeline.h"
#include "indexer/read/reader.h"
#include "searcher/query/parser.h"
#include "searcher/search.h"
#include "tests/properties/brute_force_searcher.h"
#include "tests/properties/random_articles.h"
#include "tests/support/temp_folder.h"

namespace dateline::test {
namespace {

constexpr unsigned seed = 20230206;
constexpr Date today_in_tests = std::chrono::sys_days(std::chrono::year{2024} / 1 / 1);

/// The same articles in an archive and in front of a brute-force searcher.
class SampleArchive {
 public:
  explicit SampleArchive(std::size_t articles) : brute_force_({}) {
    Random random(seed);
    std::string lines;
    for (std::size_t i = 0; i < articles; ++i) {
      lines += random_record(random, "a" + std::to_string(i)) + "\n";
    }
    const std::string file = folder_.write("articles.jsonl", lines).string();
    UpdateOptions options;
    options.paths = {file};
    const IndexReport report = update_archive(layout(), options, {});
    REQUIRE(report.added == articles);

    std::vector<AnalyzedArticle> analyzed;
    const EntityTagger tagger;
    ArticleAnalyzer analyzer({}, tagger);
    const auto reader = open_reader({file, "articles"}, InputFormat::JsonLines);
    while (std::optional<ReadResult> result = reader->next()) {
      analyzed.push_back(analyzer.analyze(mend_article(std::get<RawArticle>(*result))));
    }
    brute_force_ = BruteForceSearcher(std::move(analyzed));
  }

  ArchiveLayout layout() const { return {folder_.path() / "archive"}; }
  const BruteForceSearcher& brute_force() const { return brute_force_; }

 private:
  TempFolder folder_;
  BruteForceSearcher brute_force_;
};

/// Names as articles write them, folded, parts of names, and of nobody.
constexpr auto stock_filters = std::to_array<const char*>(
    {"person:\"Assimi Goita\"", "person:\"Sergei Lavrov\"", "person:\"sergey lavrov\"",
     "person:lavrov", "person:macron", "person:\"Macron Emmanuel\"", "person:\"Nobody Known\"",
     "organization:RRA", "organization:\"rapid response agency\"", "organization:agency",
     "organization:wagner", "location:Mali", "source:daily"});

/// Words as they are typed: some in no article, some of one stem, some that are parts of others.
constexpr auto asked_words = std::to_array<const char*>(
    {"wagner",  "rights",  "right",    "al-Qaeda", "alqaeda",  "UN",    "Election", "elections",
     "1000",    "mission", "missions", "expels",   "expelled", "expel", "the",      "yesterday",
     "persona", "grata",   "don't",    "missing",  "Goita",    "elect"});

/// Patterns, among them some that all words of a stem match, and some that only a few do.
constexpr auto asked_patterns = std::to_array<const char*>(
    {"wagn*",    "right*",  "rights*",  "right?",   "*s",       "e*",        "ele?tion*", "expel*",
     "expelle?", "*o*",     "mission?", "al-q*",    "un*",      "?n",        "xyz*",      "1*",
     "rigth~1",  "right~1", "wagnr~",   "mision~1", "expals~2", "alqaida~2", "un~1",      "the~0"});

std::string random_word(Random& random) {
  switch (random() % 5) {
    case 0: return "=" + pick(random, asked_words);
    case 1: return pick(random, asked_patterns);
    default: return pick(random, asked_words);
  }
}

/// Words in quotes, some near each other, some to the letter.
std::string random_phrase(Random& random) {
  std::string phrase = random() % 3 == 0 ? "=\"" : "\"";
  const auto words = random() % 3 + 1;
  for (std::uint_fast32_t i = 0; i < words; ++i) {
    phrase += (i > 0 ? " " : "");
    phrase += random() % 4 == 0   ? pick(random, asked_patterns)
              : random() % 2 == 0 ? pick(random, asked_words)
                                  : pick(random, stock_words);
  }
  phrase += "\"";
  return phrase + (random() % 3 == 0 ? "~" + std::to_string(random() % 6) : "");
}

std::string random_near(Random& random) {
  const std::string field = random() % 6 == 0 ? "title:" : "";
  std::string near;
  const auto words = random() % 3 + 2;
  for (std::uint_fast32_t i = 0; i < words; ++i) {
    near += i > 0 ? " NEAR/" + std::to_string(random() % 7) + " " : "";
    switch (random() % 5) {
      case 0: near += field + "\"human rights\""; break;
      case 1:
        near += "(" + field + random_word(random) + " OR " + field + random_word(random) + ")";
        break;
      default: near += field + random_word(random);
    }
  }
  return near;
}

std::string random_in_field(Random& random) {
  const std::string field = pick(random, std::vector{"title:", "title:", "author:"});
  if (field == "author:") {
    return field + pick(random, std::vector{"doe", "=Jane", "j*", "*oe", "does~1", "=\"Jane Doe\"",
                                            "\"jane doe\"", "\"doe j*\"~3", "=doe"});
  }
  return field + (random() % 3 == 0 ? random_phrase(random) : random_word(random));
}

std::string random_query(Random& random, int depth = 0) {
  const auto kind = random() % (depth > 2 ? 9 : 13);
  switch (kind) {
    case 0:
    case 1: return random_phrase(random);
    case 2: return random_in_field(random);
    case 3: return random_near(random);
    case 4: return pick(random, stock_filters);
    case 5: return "date:" + pick(random, std::vector{"2021", "2022-03", "2021-02..2023-01-15"});
    case 6:
      return "mentioned:" +
             pick(random, std::vector{"2023-01", "2019", "..2021", "2022-03-05..2023", "2023-01-27",
                                      "2010..2019", "2021-05-02.."});
    case 7:
    case 8: return random_word(random);
    case 9: return random_query(random, depth + 1) + " " + random_query(random, depth + 1);
    case 10:
      return "(" + random_query(random, depth + 1) + " OR " + random_query(random, depth + 1) + ")";
    case 11:
      return "(" + random_query(random, depth + 1) + " AND " + random_query(random, depth + 1) +
             ")";
    default: return "-(" + random_query(random, depth + 1) + ")";
  }
}

std::set<std::string> ids_of(const SearchResult& result) {
  std::set<std::string> ids;
  for (const Hit& hit : result.hits) {
    ids.insert(hit.article.id);
  }
  return ids;
}

SearchRequest request_of(const std::string& text) {
  SearchRequest request;
  request.text = text;
  request.limit = 100'000;
  request.facet_limit = 100'000;
  request.snippets = 1;
  request.today = today_in_tests;
  return request;
}

void check_mentioned(const Facet& facet, const BruteForceSearcher& brute_force,
                     const std::set<std::string>& ids) {
  for (const FacetValue& value : facet.values) {
    const auto days = parse_date_range(value.value, today_in_tests);
    REQUIRE(days.has_value());
    REQUIRE(value.count == brute_force.count_mentioned(ids, *days));
  }
}

void check_entities(const Facet& facet, const BruteForceSearcher& brute_force,
                    const std::set<std::string>& ids) {
  const auto type = static_cast<NameType>(facet.kind);
  std::map<std::string, std::size_t> counts;
  for (const FacetValue& value : facet.values) {
    counts[value.value] += value.count;
    const std::set<std::string> variants(value.variants.begin(), value.variants.end());
    REQUIRE(variants == brute_force.entities().variants({type, value.value}));
  }
  REQUIRE(counts == brute_force.count_entities(ids, type));
  REQUIRE(counts.size() == facet.values.size());
  REQUIRE(facet.total_values == facet.values.size());
}

void check_facets(const SearchResult& result, const BruteForceSearcher& brute_force,
                  const std::set<std::string>& ids) {
  for (const Facet& facet : result.facets) {
    if (facet.kind == FacetKind::Mentioned) {
      check_mentioned(facet, brute_force, ids);
    } else if (facet.kind != FacetKind::Date) {
      check_entities(facet, brute_force, ids);
    }
  }
}

bool shows_match(const Hit& hit) {
  const auto has_match = [](const Fragments& fragments) {
    return std::ranges::any_of(fragments, &Fragment::match);
  };
  return has_match(hit.title) || std::ranges::any_of(hit.snippets, has_match);
}

TEST_CASE("a query finds what a scan of all articles finds, and every count is exact") {
  const SampleArchive sample(80);
  ArchiveReader archive(sample.layout());
  Random random(seed);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_query(random);
    CAPTURE(text);
    const SearchResult result = search(archive, request_of(text));
    if (result.fell_back) {
      continue;
    }
    const ParsedQuery parsed = parse_query(text, QuerySyntax::Query, today_in_tests);
    const std::set<std::string> expected = sample.brute_force().find(parsed.tree);
    REQUIRE(ids_of(result) == expected);
    REQUIRE(result.hits.size() == expected.size());
    REQUIRE(result.total == expected.size());
    check_facets(result, sample.brute_force(), expected);
  }
}

TEST_CASE("the count of a facet value is the total of the same query narrowed to it") {
  const SampleArchive sample(120);
  ArchiveReader archive(sample.layout());
  for (const char* text : {"", "wagner", "rights OR mission", "-the", "\"al qaeda\""}) {
    CAPTURE(text);
    const SearchResult all = search(archive, request_of(text));
    for (const Facet& facet : all.facets) {
      for (const FacetValue& value : facet.values) {
        CAPTURE(value.value);
        SearchRequest narrowed = request_of(text);
        if (facet.kind == FacetKind::Date) {
          narrowed.dates = {value.value};
        } else if (facet.kind == FacetKind::Mentioned) {
          narrowed.mentioned = {value.value};
        } else {
          narrowed.names = {{static_cast<NameType>(facet.kind), {value.value}, {}}};
        }
        const SearchResult result = search(archive, narrowed);
        REQUIRE(result.total == value.count);
        // The facet's own selection leaves its counts as they were.
        const Facet& own = result.facets.at(static_cast<std::size_t>(facet.kind));
        REQUIRE(own.values.size() == facet.values.size());
        const auto same = std::ranges::find(own.values, value.value, &FacetValue::value);
        REQUIRE(same != own.values.end());
        REQUIRE(same->count == value.count);
        REQUIRE(same->selected);
      }
    }
  }
}

TEST_CASE("every hit of words shows a match, and all that is shown is valid UTF-8") {
  const SampleArchive sample(120);
  ArchiveReader archive(sample.layout());
  for (const char* text : {"wagner", "the", "al-Qaeda", "alqaeda", "\"persona non grata\"", "UN",
                           "election OR mission", "title:wagner", "1000", "don't"}) {
    CAPTURE(text);
    const SearchResult result = search(archive, request_of(text));
    REQUIRE(result.total > 0);
    for (const Hit& hit : result.hits) {
      CAPTURE(hit.article.id);
      REQUIRE(shows_match(hit));
      for (const Fragments& snippet : hit.snippets) {
        for (const Fragment& fragment : snippet) {
          REQUIRE(is_valid_utf8(fragment.text));
        }
      }
    }
  }
}

TEST_CASE("pages of a result are parts of the whole, in one order") {
  const SampleArchive sample(120);
  ArchiveReader archive(sample.layout());
  for (const SortOrder sort : {SortOrder::Relevance, SortOrder::Newest, SortOrder::Oldest}) {
    for (const char* text : {"wagner rights", "the OR mission", "", "-wagner"}) {
      CAPTURE(text);
      SearchRequest whole = request_of(text);
      whole.sort = sort;
      const SearchResult all = search(archive, whole);
      for (std::size_t offset = 0; offset <= all.total; offset += 7) {
        SearchRequest page = whole;
        page.offset = offset;
        page.limit = 7;
        const SearchResult part = search(archive, page);
        REQUIRE(part.total == all.total);
        for (std::size_t i = 0; i < part.hits.size(); ++i) {
          REQUIRE(part.hits[i].article.id == all.hits[offset + i].article.id);
          REQUIRE(part.hits[i].rank == offset + i + 1);
        }
      }
    }
  }
}

}  // namespace
}  // namespace dateline::test
