// JSON records read as articles; mending is a part of it.
#include <benchmark/benchmark.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "bench/micro/sample_articles.h"
#include "indexer/read/json_article.h"

namespace dateline {

namespace {

std::vector<std::string> sample_records() {
  std::vector<std::string> records;
  for (const Article& article : sample_articles()) {
    const nlohmann::json record = {{"id", article.id},
                                   {"title", article.title},
                                   {"text", article.text},
                                   {"source", article.source},
                                   {"date", "2023-02-06"}};
    records.push_back(record.dump());
  }
  return records;
}

void bench_read_json(benchmark::State& state) {
  const std::vector<std::string> records = sample_records();
  std::int64_t bytes = 0;
  for (const std::string& record : records) {
    bytes += static_cast<std::int64_t>(record.size());
  }
  simdjson::dom::parser parser;
  for ([[maybe_unused]] auto _ : state) {
    for (const std::string& record : records) {
      std::string json = record;  // reading uses it up; the copy is below a tenth of the time
      benchmark::DoNotOptimize(read_json_article(json, parser));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * bytes);
}
BENCHMARK(bench_read_json)->Name("read_json_article");

}  // namespace

}  // namespace dateline
