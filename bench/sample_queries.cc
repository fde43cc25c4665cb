// Titles are what people remember of articles, so their words ask as people do: a frequent one
// among rare ones.
#include "bench/sample_queries.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <utility>

#include "common/ascii.h"
#include "common/error.h"
#include "common/text/fold.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "searcher/search.h"

namespace dateline {

namespace {

constexpr std::array<std::string_view, 24> frequent_words = {
    "about", "after", "against", "amid", "been",  "before", "from",  "have",
    "into",  "more",  "over",    "says", "than",  "that",   "their", "they",
    "this",  "under", "what",    "when", "where", "will",   "with",  "would"};

constexpr std::size_t least_letters = 4;
constexpr std::size_t most_words = 4;

bool is_telling(const Token& token) {
  return !token.is_compound && token.word.size() >= least_letters &&
         std::ranges::none_of(token.word, [](char c) { return c >= '0' && c <= '9'; }) &&
         std::ranges::find(frequent_words, token.word) == frequent_words.end();
}

std::string join(std::string_view first, std::string_view second) {
  return first.empty() ? std::string(second) : std::string(first) + " " + std::string(second);
}

/// The name of a hit that a reader might narrow the search by. Which type is asked for first
/// changes from hit to hit.
std::optional<Name> name_of(const Hit& hit, std::size_t turn) {
  constexpr std::size_t types = std::tuple_size_v<decltype(hit.entities)>;
  for (std::size_t i = 0; i < types; ++i) {
    const std::size_t type = (turn + i) % types;
    if (!hit.entities.at(type).empty()) {
      return Name{static_cast<NameType>(type), hit.entities.at(type).front()};
    }
  }
  return std::nullopt;
}

}  // namespace

SampleQuery query_of_title(std::string_view title) {
  SampleQuery query;
  Tokenizer tokenizer(title);
  std::string last;
  std::uint32_t last_position = 0;
  std::size_t words = 0;
  for (Token token; words < most_words && tokenizer.next(token);) {
    if (!is_telling(token)) {
      continue;
    }
    if (query.phrase.empty() && !last.empty() && token.position == last_position + 1) {
      query.phrase = join(last, token.word);
    }
    query.words = join(query.words, token.word);
    last = token.word;
    last_position = token.position;
    ++words;
  }
  return query;
}

SampleQuery query_of_line(std::string_view line) {
  SampleQuery query{.words = mend_line(line), .phrase = {}, .name = std::nullopt};
  if (query.words.find(' ') != std::string::npos) {
    query.phrase = query.words;
    std::erase(query.phrase, '"');
  }
  return query;
}

std::vector<SampleQuery> make_queries(ArchiveReader& archive, std::size_t articles) {
  SearchRequest request;
  request.facets.clear();
  request.snippets = 0;
  request.sort = SortOrder::Newest;
  request.limit = 0;
  const std::size_t total = search(archive, request).total;
  const std::size_t count = std::min(articles, total);
  request.limit = 1;
  std::vector<SampleQuery> queries;
  for (std::size_t i = 0; i < count; ++i) {
    request.offset = i * total / count;
    const SearchResult result = search(archive, request);
    for (const Hit& hit : result.hits) {
      SampleQuery query = query_of_title(hit.article.title);
      query.name = name_of(hit, i);
      if (!query.words.empty()) {
        queries.push_back(std::move(query));
      }
    }
  }
  return queries;
}

std::vector<SampleQuery> read_queries(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream) {
    throw Error("cannot read " + file.string(), "name a file of queries, one a line");
  }
  std::vector<SampleQuery> queries;
  for (std::string line; std::getline(stream, line);) {
    SampleQuery query = query_of_line(line);
    if (!query.words.empty() && !query.words.starts_with('#')) {
      queries.push_back(std::move(query));
    }
  }
  if (queries.empty()) {
    throw Error(file.string() + " holds no queries", "write one query a line");
  }
  return queries;
}

}  // namespace dateline
