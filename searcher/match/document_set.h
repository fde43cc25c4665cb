// A set of documents: a bit for each, so that sets of any size are joined, cut and walked in order
// for next to nothing.
#pragma once

#include <xapian.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline {

class DocumentSet {
 public:
  DocumentSet() = default;

  /// An empty set for documents up to this number.
  explicit DocumentSet(Xapian::docid last) : words_(last / bits + 1) {}

  void add(Xapian::docid document) { words_[document / bits] |= bit(document); }
  void add_all_up_to(Xapian::docid last);

  bool contains(Xapian::docid document) const {
    return (words_[document / bits] & bit(document)) != 0;
  }
  std::size_t size() const;

  /// Keeps only what is in the other set too, which is for as many documents.
  void intersect(const DocumentSet& other);

  /// Takes out what is in the other set, which is for as many documents.
  void subtract(const DocumentSet& other);

  /// Adds what is in the other set, which is for as many documents.
  void unite(const DocumentSet& other);

  /// Calls `visit` with every document, in order of their numbers.
  template <typename Visit>
  void for_each(Visit visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t left = words_[i]; left != 0; left &= left - 1) {
        visit(static_cast<Xapian::docid>(i * bits +
                                         static_cast<std::size_t>(std::countr_zero(left))));
      }
    }
  }

 private:
  static constexpr std::size_t bits = 64;
  static std::uint64_t bit(Xapian::docid document) { return std::uint64_t{1} << (document % bits); }

  std::vector<std::uint64_t> words_;
};

}  // namespace dateline
