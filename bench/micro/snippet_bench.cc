// Snippets cut for a query of a frequent phrase and a rare word.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "bench/micro/sample_articles.h"
#include "common/text/stemmer.h"
#include "searcher/match/snippet.h"

namespace dateline {

namespace {

std::vector<MatchPattern> sample_patterns(Stemmer& stemmer) {
  const auto stem = [&stemmer](const char* word) {
    return PatternWord{.stems = {std::string(stemmer.stem(word))}, .words = {}};
  };
  return {{.words = {stem("wagner")}}, {.words = {stem("human"), stem("rights")}}};
}

void bench_make_snippets(benchmark::State& state) {
  Stemmer stemmer("en");
  const std::vector<MatchPattern> patterns = sample_patterns(stemmer);
  const PatternIndex index(patterns);
  const PatternIndex no_names({});
  for ([[maybe_unused]] auto _ : state) {
    for (const Article& article : sample_articles()) {
      benchmark::DoNotOptimize(make_snippets(article.text, index, no_names, stemmer, {}));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * sample_text_bytes());
}
BENCHMARK(bench_make_snippets)->Name("make_snippets");

}  // namespace

}  // namespace dateline
