// Words are the tokens of title and text; names are those an update would find.
#include "bench/growth/corpus_statistics.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "bench/support/statistics.h"
#include "common/text/tokenizer.h"
#include "indexer/analyze/mentions.h"

namespace dateline {

namespace {

constexpr std::size_t first_row = 100;

bool is_power_of_ten(std::size_t number) {
  while (number >= 10 && number % 10 == 0) {
    number /= 10;
  }
  return number == 1;
}

/// What part of all belongs to the most frequent ones.
double share_of_first(const std::unordered_map<std::string, std::uint64_t>& counts,
                      std::size_t first, std::uint64_t all) {
  std::vector<std::uint64_t> sorted;
  sorted.reserve(counts.size());
  for (const auto& [text, count] : counts) {
    sorted.push_back(count);
  }
  first = std::min(first, sorted.size());
  std::ranges::partial_sort(sorted, sorted.begin() + static_cast<std::ptrdiff_t>(first),
                            std::greater<>());
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < first; ++i) {
    sum += sorted[i];
  }
  return all == 0 ? 0 : static_cast<double>(sum) / static_cast<double>(all) * 100;
}

double share_of_single(const std::unordered_map<std::string, std::uint64_t>& counts) {
  const auto single =
      std::ranges::count_if(counts, [](const auto& entry) { return entry.second == 1; });
  return counts.empty() ? 0
                        : static_cast<double>(single) / static_cast<double>(counts.size()) * 100;
}

Figure single(const char* key, const char* label, int decimals, double value) {
  return {key, label, decimals, {value}};
}

}  // namespace

void CorpusStatistics::add(const Article& article) {
  text_bytes_ += article.title.size() + article.text.size();
  add_words(article);
  add_names(article);
  const std::size_t articles = words_per_article_.size();
  if (articles >= first_row && is_power_of_ten(articles)) {
    rows_.push_back(row());
  }
}

void CorpusStatistics::add_words(const Article& article) {
  of_article_.clear();
  std::uint32_t count = 0;
  for (const std::string_view text :
       {std::string_view(article.title), std::string_view(article.text)}) {
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token);) {
      if (!token.is_compound) {
        ++count;
        of_article_.emplace(token.word);
        ++words_[std::string(token.word)];
      }
    }
  }
  words_per_article_.push_back(count);
  word_count_ += count;
  distinct_count_ += of_article_.size();
}

void CorpusStatistics::add_names(const Article& article) {
  of_article_.clear();
  for (const Mention& mention : find_names(text_of_mentions(article), article, tagger_).mentions) {
    ++mention_count_;
    of_article_.emplace(std::to_string(static_cast<int>(mention.type)) + mention.name);
  }
  name_count_ += of_article_.size();
  for (const std::string& name : of_article_) {
    ++names_[name];
  }
}

RecordRow CorpusStatistics::row() const {
  const auto articles = static_cast<double>(words_per_article_.size());
  const std::vector<double> lengths(words_per_article_.begin(), words_per_article_.end());
  RecordRow row{.name = std::to_string(words_per_article_.size()), .what = {}, .figures = {}};
  row.figures = {
      single("megabytes", "MB of text", 2, static_cast<double>(text_bytes_) / 1e6),
      single("words_per_article", "words/article", 1, static_cast<double>(word_count_) / articles),
      single("words_p10", "  p10", 0, percentile(lengths, 10)),
      single("words_p50", "  p50", 0, percentile(lengths, 50)),
      single("words_p90", "  p90", 0, percentile(lengths, 90)),
      single("bytes_per_word", "bytes/word", 2,
             static_cast<double>(text_bytes_) /
                 static_cast<double>(std::max<std::uint64_t>(word_count_, 1))),
      single("distinct_words_per_article", "distinct/article", 1,
             static_cast<double>(distinct_count_) / articles),
      single("vocabulary", "vocabulary", 0, static_cast<double>(words_.size())),
      single("once_percent", "  % once", 1, share_of_single(words_)),
      single("first_100_words_percent", "  % of first 100", 1,
             share_of_first(words_, 100, word_count_)),
      single("first_1000_words_percent", "  % of first 1000", 1,
             share_of_first(words_, 1000, word_count_)),
      single("mentions_per_article", "mentions/article", 2,
             static_cast<double>(mention_count_) / articles),
      single("names_per_article", "names/article", 2, static_cast<double>(name_count_) / articles),
      single("names", "names", 0, static_cast<double>(names_.size())),
      single("names_once_percent", "  % in one article", 1, share_of_single(names_)),
      single("first_100_names_percent", "  % of first 100 ", 1,
             share_of_first(names_, 100, name_count_)),
  };
  return row;
}

std::vector<RecordRow> CorpusStatistics::take_rows() {
  if (rows_.empty() || rows_.back().name != std::to_string(words_per_article_.size())) {
    rows_.push_back(row());
  }
  return std::move(rows_);
}

Record record_of_corpus(std::vector<RecordRow> rows, std::string about) {
  return {.bench = "corpus", .about = std::move(about), .rows = std::move(rows)};
}

}  // namespace dateline
