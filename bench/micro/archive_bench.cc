// What the archive keeps of an article, packed and unpacked: name ids, and the stored text.
#include <benchmark/benchmark.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "bench/micro/sample_articles.h"
#include "common/archive/name_dictionary.h"
#include "common/archive/stored_article.h"

namespace dateline {

namespace {

/// The names of a thousand articles: forty each, of 100,000, the first ones far more often.
std::vector<std::vector<NameId>> sample_name_ids() {
  std::mt19937 random(1);  // NOLINT: the same numbers each time are wanted
  std::exponential_distribution<double> rare_ones(10);
  std::vector<std::vector<NameId>> articles;
  for (int article = 0; article < 1000; ++article) {
    std::set<NameId> ids;
    while (ids.size() < 40) {
      ids.insert(static_cast<NameId>(rare_ones(random) * 100'000));
    }
    articles.emplace_back(ids.begin(), ids.end());
  }
  return articles;
}

std::vector<std::string> packed_name_ids() {
  std::vector<std::string> packed;
  for (const std::vector<NameId>& ids : sample_name_ids()) {
    packed.push_back(pack_name_ids(ids));
  }
  return packed;
}

template <typename Text>
std::int64_t bytes_of(const std::vector<Text>& texts) {
  std::int64_t bytes = 0;
  for (const Text& text : texts) {
    bytes += static_cast<std::int64_t>(text.size());
  }
  return bytes;
}

void bench_pack(benchmark::State& state) {
  const std::vector<std::vector<NameId>> articles = sample_name_ids();
  for ([[maybe_unused]] auto _ : state) {
    for (const std::vector<NameId>& ids : articles) {
      benchmark::DoNotOptimize(pack_name_ids(ids));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          bytes_of(packed_name_ids()));
}
BENCHMARK(bench_pack)->Name("pack_name_ids");

void bench_unpack(benchmark::State& state) {
  const std::vector<std::string> articles = packed_name_ids();
  std::vector<NameId> ids;
  for ([[maybe_unused]] auto _ : state) {
    for (const std::string& packed : articles) {
      ids.clear();
      benchmark::DoNotOptimize(unpack_name_ids(packed, ids));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * bytes_of(articles));
}
BENCHMARK(bench_unpack)->Name("unpack_name_ids");

void bench_to_stored(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) {
    for (const Article& article : sample_articles()) {
      benchmark::DoNotOptimize(to_stored(article));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * sample_text_bytes());
}
BENCHMARK(bench_to_stored)->Name("to_stored");

void bench_from_stored(benchmark::State& state) {
  std::vector<std::string> stored;
  for (const Article& article : sample_articles()) {
    stored.push_back(to_stored(article));
  }
  for ([[maybe_unused]] auto _ : state) {
    for (const std::string& bytes : stored) {
      benchmark::DoNotOptimize(from_stored(bytes));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * bytes_of(stored));
}
BENCHMARK(bench_from_stored)->Name("from_stored");

}  // namespace

}  // namespace dateline
