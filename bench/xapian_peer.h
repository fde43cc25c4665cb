// The same questions, answered by Xapian as its manual shows it: `QueryParser` and `Enquire`.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

namespace dateline {

/// Xapian's own way over the database of an archive. For one thread.
class XapianPeer {
 public:
  /// What Xapian throws when the database cannot be opened is passed on.
  explicit XapianPeer(const std::filesystem::path& database);
  ~XapianPeer();
  XapianPeer(const XapianPeer&) = delete;
  XapianPeer& operator=(const XapianPeer&) = delete;

  /// The ten best articles with any of the words, and what is stored of them; how many there are
  /// besides is estimated. Returns that estimate.
  std::size_t ask_top_ten(const std::string& words);

  /// The same with an exact total.
  std::size_t ask_exactly(const std::string& words);

  /// The same, with a `MatchSpy` that counts the names, the days and the named dates of every
  /// article in maps, and `MSet::snippet` of the ten.
  std::size_t ask_page(const std::string& words);

 private:
  struct Open;
  std::unique_ptr<Open> open_;
};

}  // namespace dateline
