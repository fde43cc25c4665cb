// Names found in texts, and the gazetteer read.
#include <benchmark/benchmark.h>

#include "bench/micro/sample_articles.h"
#include "indexer/entities/entity_tagger.h"

namespace dateline {

namespace {

void bench_tag(benchmark::State& state) {
  const EntityTagger tagger;
  for ([[maybe_unused]] auto _ : state) {
    for (const Article& article : sample_articles()) {
      benchmark::DoNotOptimize(tagger.tag(article.text, article.language));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * sample_text_bytes());
}
BENCHMARK(bench_tag)->Name("EntityTagger/tag");

void bench_load(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) {
    const EntityTagger tagger;
    benchmark::DoNotOptimize(&tagger);
  }
}
BENCHMARK(bench_load)->Name("EntityTagger/load")->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace dateline
