// Dateline itself as one of the peers, asked through the same functions as its programs.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "bench/peers/driver.h"
#include "searcher/match/archive_reader.h"

namespace dateline {

struct DatelinePeerOptions {
  std::vector<std::string> paths;  ///< of the articles as they are, which it reads in place of ours
  unsigned jobs = 0;               ///< as in UpdateOptions
  bool entities = true;
  std::function<bool()> should_stop = [] { return false; };
};

class DatelinePeer final : public PeerDriver {
 public:
  explicit DatelinePeer(DatelinePeerOptions options) : options_(std::move(options)) {}

  std::string version() const override;
  std::string settings() const override;
  void index(const std::filesystem::path& articles, const std::filesystem::path& folder) override;
  void open(const std::filesystem::path& folder) override;
  PeerAnswer ask(Question question, const PeerQuery& query) override;
  std::size_t count(const std::string& words) override;
  std::vector<std::string> rank(const std::string& words, std::size_t limit) override;

 private:
  DatelinePeerOptions options_;
  std::unique_ptr<ArchiveReader> archive_;
};

}  // namespace dateline
