// Xapian by its own `TermGenerator`, `QueryParser` and `Enquire`, as its manual shows them.
#pragma once

#include <xapian.h>

#include "bench/peers/driver.h"

namespace dateline {

/// The slots of a document.
inline constexpr Xapian::valueno date_slot = 0;
inline constexpr Xapian::valueno people_slot = 1;

class XapianDriver : public PeerDriver {
 public:
  std::string version() const override;
  std::string settings() const override;
  void index(const std::filesystem::path& articles, const std::filesystem::path& folder) override;
  std::uint64_t compacted_bytes(const std::filesystem::path& folder) override;
  void open(const std::filesystem::path& folder) override;
  PeerAnswer ask(Question question, const PeerQuery& query) override;
  std::size_t count(const std::string& words) override;
  std::vector<std::string> rank(const std::string& words, std::size_t limit) override;

 protected:
  static std::filesystem::path database_in(const std::filesystem::path& folder) {
    return folder / "db";
  }

 private:
  Xapian::Query parse(const std::string& words, Xapian::Query::op operation);
  Xapian::Query to_query(Question question, const PeerQuery& query);
  PeerAnswer answer(Question question, const PeerQuery& query);

  Xapian::Stem stem_{"english"};
  Xapian::Database database_;
  Xapian::QueryParser parser_;
};

}  // namespace dateline
