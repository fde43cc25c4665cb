// Every list is walked from its start, and entered in the middle as well: a walk follows the leaves
// of a table from one to the next, but a query finds its way by the branches.
#include "indexer/write/index_walk.h"

#include <algorithm>
#include <string>

namespace dateline {

namespace {

/// Documents between two places where a list is entered. A chunk of a list holds several hundred.
constexpr std::size_t entry_distance = 128;

std::string shown(const std::string& term) {
  return "the term \"" + term + "\"";
}

void require(bool agrees, const std::string& what) {
  if (!agrees) {
    throw Disagreement(what);
  }
}

/// Counts documents that must come in order, and enters their list here and there by itself.
template <typename Iterator>
class InOrder {
 public:
  InOrder(Iterator entered, const std::string& what) : entered_(std::move(entered)), what_(what) {}

  void take(Xapian::docid document) {
    require(document > last_, what_ + " does not stand in order");
    last_ = document;
    if (count_++ % entry_distance == 0) {
      entered_.skip_to(document);
      require(entered_ != Iterator() && document_of(entered_) == document,
              what_ + " cannot be entered at document " + std::to_string(document));
    }
  }

  std::size_t count() const { return count_; }
  Xapian::docid last() const { return last_; }

 private:
  static Xapian::docid document_of(const Xapian::PostingIterator& at) { return *at; }
  static Xapian::docid document_of(const Xapian::ValueIterator& at) { return at.get_docid(); }

  Iterator entered_;
  const std::string& what_;
  std::size_t count_ = 0;
  Xapian::docid last_ = 0;
};

void read_positions(const Xapian::PostingIterator& posting, const std::string& what,
                    std::vector<std::uint32_t>& positions) {
  positions.clear();
  const auto end = posting.positionlist_end();
  for (auto position = posting.positionlist_begin(); position != end; ++position) {
    require(positions.empty() || *position > positions.back(),
            "the positions of " + what + " do not stand in order");
    positions.push_back(*position);
  }
}

void walk_term(const Xapian::Database& database, const Xapian::TermIterator& indexed,
               IndexSums& sums) {
  const std::string term = *indexed;
  const std::string what = shown(term);
  InOrder in_order(database.postlist_begin(term), what);
  std::uint64_t uses = 0;
  std::uint32_t most = 0;
  std::vector<std::uint32_t> positions;
  const auto end = database.postlist_end(term);
  for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
    in_order.take(*posting);
    uses += posting.get_wdf();
    most = std::max(most, posting.get_wdf());
    sums.add_posting(term, *posting, posting.get_wdf());
    read_positions(posting, what, positions);
    sums.add_positions(term, *posting, positions);
  }
  require(in_order.count() == indexed.get_termfreq() &&
              in_order.count() == database.get_termfreq(term) &&
              uses == database.get_collection_freq(term) &&
              most <= database.get_wdf_upper_bound(term),
          "what is counted of " + what + " is not what there is of it");
}

}  // namespace

std::vector<Xapian::docid> walk_documents(const Xapian::Database& database) {
  const std::string what = "the list of documents";
  std::vector<Xapian::docid> documents;
  std::uint64_t total = 0;
  const auto end = database.postlist_end({});
  auto document = database.postlist_begin({});
  if (document == end) {
    require(database.get_doccount() == 0, what + " is empty");
    return documents;
  }
  InOrder in_order(database.postlist_begin({}), what);
  for (; document != end; ++document) {
    in_order.take(*document);
    const Xapian::termcount length = database.get_doclength(*document);
    total += length;
    require(length >= database.get_doclength_lower_bound() &&
                length <= database.get_doclength_upper_bound(),
            "the bounds of the lengths of documents are wrong");
    documents.push_back(*document);
  }
  require(in_order.count() == database.get_doccount() &&
              in_order.last() <= database.get_lastdocid() && total == database.get_total_length(),
          "what is counted of all documents is not what there is of them");
  return documents;
}

IndexSums walk_postings(const Xapian::Database& database, const std::function<void()>& goes_on) {
  IndexSums sums;
  std::string last;
  const auto end = database.allterms_end();
  for (auto term = database.allterms_begin(); term != end; ++term) {
    require(*term > last, "the list of terms does not stand in order");
    last = *term;
    walk_term(database, term, sums);
    goes_on();
  }
  return sums;
}

void walk_values(const Xapian::Database& database, std::uint32_t slot, IndexSums& sums) {
  const std::string what = "the list of values in slot " + std::to_string(slot);
  const auto end = database.valuestream_end(slot);
  auto value = database.valuestream_begin(slot);
  if (value == end) {
    require(database.get_value_freq(slot) == 0, what + " is empty");
    return;
  }
  InOrder in_order(database.valuestream_begin(slot), what);
  for (; value != end; ++value) {
    in_order.take(value.get_docid());
    sums.add_value(slot, value.get_docid(), *value);
    require(*value >= database.get_value_lower_bound(slot) &&
                *value <= database.get_value_upper_bound(slot),
            "the bounds of " + what + " are wrong");
  }
  require(in_order.count() == database.get_value_freq(slot),
          "what is counted of " + what + " is not what there is of it");
}

}  // namespace dateline
