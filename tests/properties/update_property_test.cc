// However an archive came to hold its articles, it answers the same.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "indexer/pipeline.h"
#include "searcher/search.h"
#include "tests/properties/random_articles.h"
#include "tests/support/temp_folder.h"

namespace dateline::test {
namespace {

/// All that a few queries say of an archive, but for the time they took.
std::string answers_of(const ArchiveLayout& layout) {
  ArchiveReader archive(layout);
  std::string answers;
  for (const char* text : {"", "wagner rights", "al-Qaeda OR mission", "\"persona non grata\""}) {
    SearchRequest request;
    request.text = text;
    request.limit = 1000;
    request.facet_limit = 1000;
    const SearchResult result = search(archive, request);
    answers += std::to_string(result.total) + "\n";
    for (const Hit& hit : result.hits) {
      answers += hit.article.id + " " + std::to_string(hit.score) + " " + hit.article.title + "\n";
      for (const Fragments& snippet : hit.snippets) {
        for (const Fragment& fragment : snippet) {
          answers += fragment.text + (fragment.match ? "*" : "|");
        }
      }
    }
    for (const Facet& facet : result.facets) {
      for (const FacetValue& value : facet.values) {
        answers += value.value + " " + std::to_string(value.count) + "\n";
        for (const std::string& variant : value.variants) {
          answers += "  " + variant + "\n";
        }
      }
    }
  }
  return answers;
}

std::vector<std::string> random_records(unsigned seed, std::size_t count) {
  Random random(seed);
  std::vector<std::string> records;
  for (std::size_t i = 0; i < count; ++i) {
    records.push_back(random_record(random, "a" + std::to_string(i)));
  }
  return records;
}

std::string to_lines(const std::vector<std::string>& records) {
  std::string lines;
  for (const std::string& record : records) {
    lines += record + "\n";
  }
  return lines;
}

IndexReport update(const ArchiveLayout& layout, const std::filesystem::path& file,
                   unsigned jobs = 1) {
  UpdateOptions options;
  options.paths = {file.string()};
  options.prune = true;
  options.jobs = jobs;
  return update_archive(layout, options, {});
}

TEST_CASE("the same articles give the same answers, whatever the threads, the order and the past") {
  const TempFolder folder;
  const std::vector<std::string> records = random_records(1, 120);
  const auto file = folder.write("news.jsonl", to_lines(records));
  const ArchiveLayout once{folder.path() / "once"};
  update(once, file, 1);
  const std::string expected = answers_of(once);

  SUBCASE("on four threads") {
    const ArchiveLayout threads{folder.path() / "threads"};
    update(threads, file, 4);
    CHECK(answers_of(threads) == expected);
  }
  SUBCASE("in another order") {
    std::vector<std::string> shuffled = records;
    std::ranges::shuffle(shuffled, Random(2));
    const ArchiveLayout other{folder.path() / "other"};
    update(other, folder.write("news.jsonl", to_lines(shuffled)));
    CHECK(answers_of(other) == expected);
  }
  SUBCASE("after other articles, changes, removals and many small runs") {
    const ArchiveLayout past{folder.path() / "past"};
    std::vector<std::string> other = random_records(3, 150);  // the same ids, other texts
    update(past, folder.write("news.jsonl", to_lines(other)));
    for (std::size_t i = 0; i < records.size(); i += 10) {
      std::ranges::copy_n(records.begin() + static_cast<std::ptrdiff_t>(i), 10,
                          other.begin() + static_cast<std::ptrdiff_t>(i));
      const IndexReport report = update(past, folder.write("news.jsonl", to_lines(other)));
      CHECK(report.updated == 10);
    }
    const IndexReport report = update(past, folder.write("news.jsonl", to_lines(records)));
    CHECK(report.removed == 30);
    CHECK(answers_of(past) == expected);
  }
}

TEST_CASE("a second run over the same files changes nothing") {
  const TempFolder folder;
  const auto file = folder.write("news.jsonl", to_lines(random_records(4, 50)));
  const ArchiveLayout layout{folder.path() / "archive"};
  CHECK(update(layout, file).added == 50);
  const IndexReport again = update(layout, file);
  CHECK(again.unchanged == 50);
  CHECK(again.added + again.updated + again.removed == 0);
}

TEST_CASE("a run that is stopped keeps what it has read, and the next one ends the work") {
  const TempFolder folder;
  const auto file = folder.write("news.jsonl", to_lines(random_records(5, 60)));
  const ArchiveLayout stopped{folder.path() / "stopped"};
  UpdateOptions options;
  options.paths = {file.string()};
  RunHooks hooks;
  int asked = 0;
  hooks.should_stop = [&asked] { return ++asked >= 20; };
  const IndexReport first = update_archive(stopped, options, hooks);
  CHECK(first.interrupted);
  CHECK(first.added == 19);
  const IndexReport second = update_archive(stopped, options, {});
  CHECK(second.unchanged == 19);
  CHECK(second.added == 41);
  const ArchiveLayout whole{folder.path() / "whole"};
  update(whole, file);
  CHECK(answers_of(stopped) == answers_of(whole));
}

}  // namespace
}  // namespace dateline::test
