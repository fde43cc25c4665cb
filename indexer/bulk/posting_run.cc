// Counting sort: terms are put in order once, their postings stay in the order they came.
#include "indexer/bulk/posting_run.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <numeric>

#include "indexer/glass/packing.h"
#include "indexer/glass/position_list.h"

namespace dateline {

void RunBuilder::add(std::uint32_t document, const TermList& terms) {
  // Index and terms are larger than the caches: all their places are asked for before the first is
  // needed.
  hashes_.clear();
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const std::string_view text = terms[i].text;
    hashes_.push_back(XXH3_64bits(text.data(), text.size()));
    index_.prefetch(hashes_.back());
  }
  for (const std::size_t hash : hashes_) {
    if (const std::optional<std::uint32_t> number = index_.first_to_try(hash)) {
      __builtin_prefetch(&terms_[*number]);
    }
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
  struct Keyed {
    std::uint64_t key;
    std::uint32_t number;
  };
  std::vector<Keyed> keyed(terms_.size());
  for (std::uint32_t number = 0; number < terms_.size(); ++number) {
    keyed[number] = {terms_[number].key, number};
  }
  std::ranges::sort(keyed, [this](const Keyed& a, const Keyed& b) {
    return a.key != b.key ? a.key < b.key : text(terms_[a.number]) < text(terms_[b.number]);
  });
  std::vector<std::uint32_t> order(keyed.size());
  std::ranges::transform(keyed, order.begin(), &Keyed::number);
  return order;
}

/// The numbers of all postings, those of a term together.
std::vector<std::uint32_t> RunBuilder::postings_by_term(
    std::span<const std::uint32_t> terms) const {
  std::vector<std::uint32_t> next(terms_.size());
  std::uint32_t begin = 0;
  for (const std::uint32_t term : terms) {
    next[term] = begin;
    begin += terms_[term].postings;
  }
  std::vector<std::uint32_t> order(postings_.size());
  for (std::uint32_t i = 0; i < postings_.size(); ++i) {
    order[next[postings_[i].term]++] = i;
  }
  return order;
}

/// Postings lie in the order of their documents, far from each other when they are taken by their
/// terms: what comes soon is asked for now.
void RunBuilder::prefetch_posting(std::span<const std::uint32_t> by_term, std::size_t at) const {
  constexpr std::size_t ahead = 8;
  if (at + 2 * ahead < by_term.size()) {
    __builtin_prefetch(&postings_[by_term[at + 2 * ahead]]);
    __builtin_prefetch(positions_.data() + postings_[by_term[at + ahead]].positions_begin);
  }
}

std::string RunBuilder::finish() {
  const std::vector<std::uint32_t> terms = terms_in_order();
  const std::vector<std::uint32_t> by_term = postings_by_term(terms);
  std::string run;
  run.reserve(texts_.size() + positions_.size() + postings_.size() * 4);
  std::string postings;
  std::string positions;
  std::size_t at = 0;  // in by_term
  for (const std::uint32_t number : terms) {
    const RunTerm& term = terms_[number];
    postings.clear();
    positions.clear();
    std::uint32_t next_document = 0;
    for (const std::size_t end = at + term.postings; at < end; ++at) {
      prefetch_posting(by_term, at);
      const Posting& posting = postings_[by_term[at]];
      glass::append_uint(postings, posting.document - next_document);
      glass::append_uint(postings, posting.wdf);
      next_document = posting.document + 1;
      glass::append_string(positions,
                           {positions_.data() + posting.positions_begin, posting.positions_bytes});
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
