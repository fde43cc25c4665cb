// Narrowing to archives by a posting source that has all documents of those, and none of others.
#include "searcher/query/compiler_archives.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/field.h"
#include "common/text/analyzer.h"

namespace dateline {

namespace {

/// Its documents include some that are no longer there: it is of use in an AND only.
class WithinArchives : public Xapian::PostingSource {
 public:
  explicit WithinArchives(std::vector<std::string> identities)
      : identities_(std::move(identities)) {}

  PostingSource* clone() const override { return new WithinArchives(identities_); }

  /// Called for each archive, with its own database.
  void init(const Xapian::Database& archive) override {
    const bool is_within =
        std::ranges::find(identities_, identity_of(archive)) != identities_.end();
    documents_ = is_within ? archive.get_doccount() : 0;
    last_ = is_within ? archive.get_lastdocid() : 0;
    at_ = 0;
    set_maxweight(0);
  }

  Xapian::doccount get_termfreq_min() const override { return documents_; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }

  void next(double /*min_weight*/) override { ++at_; }
  void skip_to(Xapian::docid document, double /*min_weight*/) override {
    at_ = std::max(at_, document);
  }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }

 private:
  std::vector<std::string> identities_;
  Xapian::doccount documents_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid at_ = 0;
};

}  // namespace

std::string identity_of(const Xapian::Database& archive) {
  return archive.get_uuid() + "/" + std::to_string(archive.get_revision());
}

Xapian::Query match_name(const EntityMap& entities, NameId name) {
  const NameDictionary& names = entities.names();
  // Names keep the terms of the type they were found with.
  Xapian::Query used(make_term(field_of(names.type(name)).prefix, names.text(name)));
  const std::vector<std::string>* const archives = entities.find_archives(name);
  if (archives == nullptr) {
    return used;
  }
  WithinArchives source(*archives);  // Xapian keeps a clone
  return {Xapian::Query::OP_AND, used, Xapian::Query(&source)};
}

}  // namespace dateline
