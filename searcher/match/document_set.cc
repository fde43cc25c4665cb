// What goes through all words of a set.
#include "searcher/match/document_set.h"

#include <cassert>

namespace dateline {

void DocumentSet::add_all_up_to(Xapian::docid last) {
  for (Xapian::docid document = 1; document <= last; ++document) {
    add(document);
  }
}

std::size_t DocumentSet::size() const {
  std::size_t size = 0;
  for (const std::uint64_t word : words_) {
    size += static_cast<std::size_t>(std::popcount(word));
  }
  return size;
}

void DocumentSet::intersect(const DocumentSet& other) {
  assert(words_.size() == other.words_.size());
  for (std::size_t i = 0; i < words_.size(); ++i) {
    words_[i] &= other.words_[i];
  }
}

void DocumentSet::subtract(const DocumentSet& other) {
  assert(words_.size() == other.words_.size());
  for (std::size_t i = 0; i < words_.size(); ++i) {
    words_[i] &= ~other.words_[i];
  }
}

void DocumentSet::unite(const DocumentSet& other) {
  assert(words_.size() == other.words_.size());
  for (std::size_t i = 0; i < words_.size(); ++i) {
    words_[i] |= other.words_[i];
  }
}

}  // namespace dateline
