// Written as a program would be that uses Xapian and knows nothing of what lies in the slots but
// how to take it apart.
#include "bench/xapian_peer.h"

#include <xapian.h>

#include <map>
#include <vector>

#include "common/archive/name_dictionary.h"
#include "common/archive/slot_codec.h"
#include "common/archive/stored_article.h"
#include "common/field.h"

namespace dateline {

namespace {

constexpr Xapian::doccount page = 10;

/// Counts the values of every article that is shown to it.
class PlainSpy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    std::vector<NameId> ids;
    unpack_name_ids(value_of(document, Slot::Names), ids);
    for (const NameId id : ids) {
      ++names_[id];
    }
    ++days_[value_of(document, Slot::Date)];
    std::vector<Period> periods;
    unpack_periods(value_of(document, Slot::Mentioned), periods);
    for (const Period& period : periods) {
      ++mentioned_[period];
    }
  }

  std::size_t values() const { return names_.size() + days_.size() + mentioned_.size(); }

 private:
  static std::string value_of(const Xapian::Document& document, Slot slot) {
    return document.get_value(static_cast<Xapian::valueno>(slot));
  }

  std::map<NameId, std::size_t> names_;
  std::map<std::string, std::size_t> days_;
  std::map<Period, std::size_t> mentioned_;
};

}  // namespace

struct XapianPeer::Open {
  Xapian::Database database;
  Xapian::Stem stem{"english"};
  Xapian::QueryParser parser;

  Xapian::Query parse(const std::string& words) {
    return parser.parse_query(words, Xapian::QueryParser::FLAG_DEFAULT);
  }
};

XapianPeer::XapianPeer(const std::filesystem::path& database) : open_(std::make_unique<Open>()) {
  open_->database = Xapian::Database(database.string());
  open_->parser.set_database(open_->database);
  open_->parser.set_stemmer(open_->stem);
  open_->parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
}

XapianPeer::~XapianPeer() = default;

std::size_t XapianPeer::ask_top_ten(const std::string& words) {
  Xapian::Enquire enquire(open_->database);
  enquire.set_query(open_->parse(words));
  const Xapian::MSet hits = enquire.get_mset(0, page);
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
    from_stored(hit.get_document().get_data());
  }
  return hits.get_matches_estimated();
}

std::size_t XapianPeer::ask_exactly(const std::string& words) {
  Xapian::Enquire enquire(open_->database);
  enquire.set_query(open_->parse(words));
  const Xapian::MSet hits = enquire.get_mset(0, page, open_->database.get_doccount());
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
    from_stored(hit.get_document().get_data());
  }
  return hits.get_matches_estimated();
}

std::size_t XapianPeer::ask_page(const std::string& words) {
  PlainSpy spy;
  Xapian::Enquire enquire(open_->database);
  enquire.set_query(open_->parse(words));
  enquire.add_matchspy(&spy);
  const Xapian::MSet hits = enquire.get_mset(0, page, open_->database.get_doccount());
  std::size_t shown = spy.values();
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
    const auto article = from_stored(hit.get_document().get_data());
    if (article) {
      shown += hits.snippet(article->text, 500, open_->stem).size();
    }
  }
  return shown;
}

}  // namespace dateline
