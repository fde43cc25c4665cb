// The files that all peers are given: articles and queries in the simplest form that every program
// reads cheaply, a line each with tabs between the fields.
#pragma once

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// An article as peers are given it. No field holds a tab or the end of a line, no name a "|".
struct PeerArticle {
  std::string_view id;
  std::string_view date;                 ///< "2024-03-01", or empty
  std::vector<std::string_view> people;  ///< each once: the values of the one facet
  std::string_view title;
  std::string_view text;
};

/// Writes an article as a line; what would end a field becomes a space.
void write_article(std::ostream& out, const PeerArticle& article);

/// The articles of a file, one after the other, read in large blocks.
class ArticleLines {
 public:
  /// Throws Error when the file cannot be read.
  explicit ArticleLines(const std::filesystem::path& file);

  /// Fills in the next article, or returns false at the end. It is valid until the next call.
  bool next(PeerArticle& article);

 private:
  std::vector<char> buffer_;
  std::ifstream file_;
  std::string line_;
};

/// Words as every engine takes them for words, and two of them that stand side by side.
struct PeerQuery {
  std::string id;      ///< of a topic; else empty
  std::string words;   ///< letters and digits, with a space between two words
  std::string phrase;  ///< the same; empty where there is none

  friend bool operator==(const PeerQuery&, const PeerQuery&) = default;
};

/// Runs of ASCII letters and digits and of all that is not ASCII, in lower case where it is ASCII:
/// nothing in it is an operator to any engine.
std::string plain_words(std::string_view text);

/// The words, each for itself.
std::vector<std::string> split_words(std::string_view words);

/// The words with `between` in place of the spaces.
std::string join_words(std::string_view words, std::string_view between);

void write_queries(std::ostream& out, const std::vector<PeerQuery>& queries);

/// Throws Error when the file cannot be read.
std::vector<PeerQuery> read_peer_queries(const std::filesystem::path& file);

}  // namespace dateline
