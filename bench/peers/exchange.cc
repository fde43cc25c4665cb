// Fields stand between tabs, the people of an article between bars.
#include "bench/peers/exchange.h"

#include <algorithm>
#include <cctype>

#include "common/error.h"

namespace dateline {

namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 20;

void write_field(std::ostream& out, std::string_view field, char separator) {
  std::string clean(field);
  std::ranges::replace_if(
      clean, [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; }, ' ');
  if (separator == '|') {
    std::ranges::replace(clean, '|', ' ');
  }
  out << clean;
}

/// The field up to the separator, which is taken away with it.
std::string_view take(std::string_view& line, char separator) {
  const std::string_view field = line.substr(0, line.find(separator));
  line.remove_prefix(std::min(line.size(), field.size() + 1));
  return field;
}

[[noreturn]] void throw_unreadable(const std::filesystem::path& file) {
  throw Error("cannot read " + file.string());
}

}  // namespace

void write_article(std::ostream& out, const PeerArticle& article) {
  write_field(out, article.id, '\t');
  out << '\t' << article.date << '\t';
  for (std::size_t i = 0; i < article.people.size(); ++i) {
    out << (i == 0 ? "" : "|");
    write_field(out, article.people[i], '|');
  }
  out << '\t';
  write_field(out, article.title, '\t');
  out << '\t';
  write_field(out, article.text, '\t');
  out << '\n';
}

ArticleLines::ArticleLines(const std::filesystem::path& file) : buffer_(block_bytes) {
  file_.rdbuf()->pubsetbuf(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  file_.open(file, std::ios::binary);
  if (!file_) {
    throw_unreadable(file);
  }
}

bool ArticleLines::next(PeerArticle& article) {
  if (!std::getline(file_, line_)) {
    return false;
  }
  std::string_view rest(line_);
  article.id = take(rest, '\t');
  article.date = take(rest, '\t');
  article.people.clear();
  for (std::string_view people = take(rest, '\t'); !people.empty();) {
    article.people.push_back(take(people, '|'));
  }
  article.title = take(rest, '\t');
  article.text = rest;
  return true;
}

std::string plain_words(std::string_view text) {
  std::string words;
  bool is_apart = true;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && std::isalnum(byte) == 0) {
      is_apart = true;
      continue;
    }
    if (is_apart && !words.empty()) {
      words += ' ';
    }
    is_apart = false;
    words += byte < 0x80 ? static_cast<char>(std::tolower(byte)) : c;
  }
  return words;
}

std::vector<std::string> split_words(std::string_view words) {
  std::vector<std::string> split;
  while (!words.empty()) {
    split.emplace_back(take(words, ' '));
  }
  return split;
}

std::string join_words(std::string_view words, std::string_view between) {
  std::string joined;
  for (const std::string& word : split_words(words)) {
    joined.append(joined.empty() ? "" : between).append(word);
  }
  return joined;
}

void write_queries(std::ostream& out, const std::vector<PeerQuery>& queries) {
  for (const PeerQuery& query : queries) {
    write_field(out, query.id, '\t');
    out << '\t' << query.words << '\t' << query.phrase << '\n';
  }
}

std::vector<PeerQuery> read_peer_queries(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    throw_unreadable(file);
  }
  std::vector<PeerQuery> queries;
  for (std::string line; std::getline(stream, line);) {
    std::string_view rest(line);
    PeerQuery query;
    query.id = take(rest, '\t');
    query.words = take(rest, '\t');
    query.phrase = rest;
    queries.push_back(std::move(query));
  }
  return queries;
}

}  // namespace dateline
