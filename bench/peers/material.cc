// The articles come out of the archive as they lie in it: mended, with headline and people.
#include "bench/peers/material.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "bench/peers/exchange.h"
#include "bench/sample_queries.h"
#include "bench/support/require_articles.h"
#include "bench/support/run_apart.h"
#include "common/error.h"
#include "indexer/pipeline.h"
#include "searcher/search.h"

namespace dateline {

namespace {

/// Hits that are asked for at once: all of an archive would be much memory.
constexpr std::size_t hits_at_once = 2000;

struct Counts {
  std::size_t articles = 0;
  std::uint64_t text_bytes = 0;
  std::size_t people = 0;
  std::size_t queries = 0;
  std::size_t problems = 0;
};

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Counts, articles, text_bytes, people, queries, problems)

IndexReport make_archive(const MaterialOptions& options, const ArchiveLayout& layout) {
  UpdateOptions update;
  update.paths = options.paths;
  RunHooks hooks;
  hooks.should_stop = options.should_stop;
  IndexReport report = update_archive(layout, update, hooks);
  require_articles(report);
  return report;
}

void close_written(std::ofstream& out, const std::filesystem::path& file) {
  out.close();
  if (!out) {
    throw Error("cannot write " + file.string(), "name a folder with more room with --scratch DIR");
  }
}

void write_hit(ArchiveReader& archive, const Hit& hit, std::ostream& out, Counts& counts) {
  const std::vector<FoundArticle> found = archive.find_articles(hit.article.id);
  if (found.empty()) {
    return;
  }
  const Article& article = found.front().article;
  const std::string date = article.date ? to_string(*article.date) : std::string();
  const auto& people = hit.entities[static_cast<std::size_t>(NameType::Person)];
  write_article(out, {.id = article.id,
                      .date = date,
                      .people = {people.begin(), people.end()},
                      .title = article.title,
                      .text = article.text});
  ++counts.articles;
  counts.text_bytes += article.title.size() + article.text.size();
  counts.people += people.size();
}

void write_articles(ArchiveReader& archive, const std::filesystem::path& file, Counts& counts) {
  SearchRequest request;
  request.facets.clear();
  request.snippets = 0;
  request.sort = SortOrder::Newest;
  request.limit = hits_at_once;
  std::ofstream out(file, std::ios::binary);
  for (std::size_t total = 1; request.offset < total; request.offset += hits_at_once) {
    const SearchResult result = search(archive, request);
    total = result.total;
    for (const Hit& hit : result.hits) {
      write_hit(archive, hit, out, counts);
    }
  }
  close_written(out, file);
}

void write_all_queries(const std::filesystem::path& file, const std::vector<PeerQuery>& queries) {
  std::ofstream out(file, std::ios::binary);
  write_queries(out, queries);
  close_written(out, file);
}

std::vector<PeerQuery> queries_of(ArchiveReader& archive, const MaterialOptions& options) {
  std::vector<PeerQuery> queries;
  for (const SampleQuery& sample : options.queries.empty() ? make_queries(archive, options.samples)
                                                           : read_queries(options.queries)) {
    PeerQuery query{{}, plain_words(sample.words), plain_words(sample.phrase)};
    if (!query.words.empty()) {
      queries.push_back(std::move(query));
    }
  }
  if (queries.empty()) {
    throw Error("no queries can be made from the titles of these articles",
                "write some, one a line, and name the file with --queries FILE");
  }
  return queries;
}

/// Those that have a word: some engines take a question for nothing as a mistake.
std::vector<PeerQuery> topics_of(const std::vector<Topic>& topics) {
  std::vector<PeerQuery> queries;
  for (std::size_t i = 0; i < topics.size(); ++i) {
    PeerQuery query{std::to_string(i), plain_words(topics[i].text), {}};
    if (!query.words.empty()) {
      queries.push_back(std::move(query));
    }
  }
  return queries;
}

Counts make_files(const MaterialOptions& options, const Material& material) {
  const ArchiveLayout layout{material.articles.parent_path() / "material"};
  Counts counts;
  counts.problems = make_archive(options, layout).problems.size();
  {
    ArchiveReader archive(layout);
    write_articles(archive, material.articles, counts);
    const std::vector<PeerQuery> queries = queries_of(archive, options);
    counts.queries = queries.size();
    write_all_queries(material.queries, queries);
    write_all_queries(material.topics, topics_of(options.topics));
  }
  std::filesystem::remove_all(layout.folder);
  return counts;
}

}  // namespace

Material make_material(const MaterialOptions& options, const std::filesystem::path& folder) {
  Material material;
  material.articles = folder / "articles.tsv";
  material.queries = folder / "queries.tsv";
  material.topics = folder / "topics.tsv";
  const std::string answer =
      run_apart([&] { return nlohmann::json(make_files(options, material)).dump(); });
  const auto counts = nlohmann::json::parse(answer).get<Counts>();
  material.article_count = counts.articles;
  material.text_bytes = counts.text_bytes;
  material.people = counts.people;
  material.query_count = counts.queries;
  material.problems = counts.problems;
  return material;
}

}  // namespace dateline
