// Counting sort: terms are put in order once, their postings stay in the order they came.
#include "indexer/bulk/posting_run.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <numeric>
#include <span>

#include "indexer/glass/packing.h"
#include "indexer/glass/position_list.h"

namespace dateline {

void RunBuilder::add(std::uint32_t document, const TermList& terms) {
  // The index is larger than the caches: all its places are asked for before the first is needed.
  hashes_.clear();
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const std::string_view text = terms[i].text;
    hashes_.push_back(XXH3_64bits(text.data(), text.size()));
    index_.prefetch(hashes_.back());
  }
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const TermList::Term term = terms[i];
    const std::uint32_t number = number_of(term, hashes_[i]);
    ++terms_[number].postings;
    terms_[number].occurrences += term.wdf;
    const std::size_t begin = positions_.size();
    if (!term.positions.empty()) {
      glass::append_position_list(positions_, term.positions);
    }
    postings_.push_back({number, document, term.wdf, static_cast<std::uint32_t>(begin),
                         static_cast<std::uint32_t>(positions_.size() - begin)});
  }
}

std::uint32_t RunBuilder::number_of(const TermList::Term& term, std::size_t hash) {
  // Most terms are told by key and length alone, which lie together.
  const std::optional<std::uint32_t> known = index_.find(hash, [&](std::uint32_t number) {
    const RunTerm& other = terms_[number];
    return other.key == term.key && other.text_bytes == term.text.size() &&
           (term.text.size() <= sizeof term.key || text(other) == term.text);
  });
  if (known) {
    return *known;
  }
  const auto number = static_cast<std::uint32_t>(terms_.size());
  terms_.push_back({.key = term.key,
                    .text_begin = static_cast<std::uint32_t>(texts_.size()),
                    .text_bytes = static_cast<std::uint32_t>(term.text.size())});
  texts_ += term.text;
  index_.add(hash, number);
  return number;
}

std::vector<std::uint32_t> RunBuilder::terms_in_order() const {
  std::vector<std::uint32_t> order(terms_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, [this](std::uint32_t one, std::uint32_t other) {
    const RunTerm& a = terms_[one];
    const RunTerm& b = terms_[other];
    return a.key != b.key ? a.key < b.key : text(a) < text(b);
  });
  return order;
}

/// The numbers of all postings, those of a term together and terms by their number.
std::vector<std::uint32_t> RunBuilder::postings_by_term() const {
  std::vector<std::uint32_t> next(terms_.size());
  std::uint32_t begin = 0;
  for (std::size_t term = 0; term < terms_.size(); ++term) {
    next[term] = begin;
    begin += terms_[term].postings;
  }
  std::vector<std::uint32_t> order(postings_.size());
  for (std::uint32_t i = 0; i < postings_.size(); ++i) {
    order[next[postings_[i].term]++] = i;
  }
  return order;
}

std::string RunBuilder::finish() {
  const std::vector<std::uint32_t> by_term = postings_by_term();
  std::vector<std::uint32_t> ends(terms_.size());
  std::uint32_t end = 0;
  for (std::size_t term = 0; term < terms_.size(); ++term) {
    end += terms_[term].postings;
    ends[term] = end;
  }
  std::string run;
  run.reserve(texts_.size() + positions_.size() + postings_.size() * 4);
  std::string postings;
  std::string positions;
  for (const std::uint32_t number : terms_in_order()) {
    const RunTerm& term = terms_[number];
    postings.clear();
    positions.clear();
    std::uint32_t next_document = 0;
    for (const std::uint32_t i :
         std::span(by_term).subspan(ends[number] - term.postings, term.postings)) {
      const Posting& posting = postings_[i];
      glass::append_uint(postings, posting.document - next_document);
      glass::append_uint(postings, posting.wdf);
      next_document = posting.document + 1;
      glass::append_string(
          positions,
          std::string_view(positions_).substr(posting.positions_begin, posting.positions_bytes));
    }
    glass::append_string(run, text(term));
    glass::append_uint(run, term.postings);
    glass::append_uint(run, term.occurrences);
    glass::append_uint(run, postings.size());
    glass::append_uint(run, positions.size());
    run += postings;
    run += positions;
  }
  // The next batch will have about as many.
  index_ = {};
  index_.reserve(terms_.size());
  texts_.clear();
  terms_.clear();
  postings_.clear();
  positions_.clear();
  return run;
}

std::optional<RunEntry> take_entry(std::string_view& run) {
  if (run.empty()) {
    return std::nullopt;
  }
  const auto take_bytes = [&run](std::uint64_t bytes) {
    const std::string_view taken = run.substr(0, bytes);
    run.remove_prefix(bytes);
    return taken;
  };
  RunEntry entry;
  entry.text = take_bytes(glass::take_uint(run));
  entry.key = term_key(entry.text);
  entry.documents = glass::take_uint(run);
  entry.occurrences = glass::take_uint(run);
  const std::uint64_t postings = glass::take_uint(run);
  const std::uint64_t positions = glass::take_uint(run);
  entry.postings = take_bytes(postings);
  entry.positions = take_bytes(positions);
  return entry;
}

}  // namespace dateline
