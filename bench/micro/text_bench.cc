// From bytes to terms: mending, words, stems, and all of it together.
#include <benchmark/benchmark.h>

#include <set>
#include <string>
#include <vector>

#include "bench/micro/sample_articles.h"
#include "common/text/analyzer.h"
#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

void set_text_bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * sample_text_bytes());
}

void bench_mend_text(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) {
    for (const Article& article : sample_articles()) {
      benchmark::DoNotOptimize(mend_text(article.text));
    }
  }
  set_text_bytes(state);
}
BENCHMARK(bench_mend_text)->Name("mend_text");

void bench_tokenizer(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) {
    for (const Article& article : sample_articles()) {
      Tokenizer tokenizer(article.text);
      for (Token token; tokenizer.next(token);) {
        benchmark::DoNotOptimize(token);
      }
    }
  }
  set_text_bytes(state);
}
BENCHMARK(bench_tokenizer)->Name("tokenizer");

std::vector<std::string> sample_words() {
  std::vector<std::string> words;
  for (const Article& article : sample_articles()) {
    Tokenizer tokenizer(article.text);
    for (Token token; tokenizer.next(token);) {
      words.emplace_back(token.word);
    }
  }
  return words;
}

std::int64_t bytes_of(const std::vector<std::string>& words) {
  std::int64_t bytes = 0;
  for (const std::string& word : words) {
    bytes += static_cast<std::int64_t>(word.size());
  }
  return bytes;
}

/// Running text, so nearly every word has been seen before.
void bench_stemmer(benchmark::State& state) {
  const std::vector<std::string> words = sample_words();
  Stemmer stemmer("en");
  for ([[maybe_unused]] auto _ : state) {
    for (const std::string& word : words) {
      benchmark::DoNotOptimize(stemmer.stem(word));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * bytes_of(words));
}
BENCHMARK(bench_stemmer)->Name("stemmer/seen");

/// Every word once, by a stemmer that has seen none.
void bench_new_stemmer(benchmark::State& state) {
  const std::vector<std::string> all = sample_words();
  const std::set<std::string> distinct(all.begin(), all.end());
  const std::vector<std::string> words(distinct.begin(), distinct.end());
  for ([[maybe_unused]] auto _ : state) {
    Stemmer stemmer("en");
    for (const std::string& word : words) {
      benchmark::DoNotOptimize(stemmer.stem(word));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * bytes_of(words));
}
BENCHMARK(bench_new_stemmer)->Name("stemmer/new");

/// Words that were met before, as in all articles but the first of a run.
void bench_term_analyzer(benchmark::State& state) {
  TermAnalyzer analyzer;
  TermList terms;
  for ([[maybe_unused]] auto _ : state) {
    for (const Article& article : sample_articles()) {
      terms.clear();
      analyzer.analyze(article, terms);
      terms.sort();
      benchmark::DoNotOptimize(terms);
    }
  }
  set_text_bytes(state);
}
BENCHMARK(bench_term_analyzer)->Name("term_analyzer");

}  // namespace

}  // namespace dateline
