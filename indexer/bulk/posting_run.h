// A run: the postings of a batch of documents, in the order of their terms.
//
// While documents come in order, postings are gathered in flat arrays in that order; a counting
// sort by term makes a run of them. In its bytes a term follows the other:
//
//     text | documents | occurrences | bytes of postings | bytes of positions | postings |
//     positions postings    the first document | wdf, then gap - 1 | wdf of each further one
//     positions   of each document in turn: bytes | position list as glass holds it
//
// Numbers are as `glass::append_uint` writes them. The runs of all batches, in the order of their
// documents, are merged term by term when the tables are written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/term_list.h"
#include "indexer/flat_index.h"

namespace dateline {

/// Gathers the postings of documents. For one thread; may be used for one run after the other.
class RunBuilder {
 public:
  /// Adds the terms of a document, each once; documents ascend.
  void add(std::uint32_t document, const TermList& terms);

  /// The run of all that was added; the builder is then as new.
  std::string finish();

 private:
  struct RunTerm {
    std::uint64_t key = 0;  // the first eight bytes, so that few texts need comparing
    std::uint32_t text_begin = 0;
    std::uint32_t text_bytes = 0;
    std::uint32_t postings = 0;
    std::uint64_t occurrences = 0;
  };

  struct Posting {
    std::uint32_t term;
    std::uint32_t document;
    std::uint32_t wdf;
    std::uint32_t positions_begin;
    std::uint32_t positions_bytes;
  };

  std::uint32_t number_of(const TermList::Term& term, std::size_t hash);
  std::string_view text(const RunTerm& term) const {
    return std::string_view(texts_).substr(term.text_begin, term.text_bytes);
  }
  std::vector<std::uint32_t> terms_in_order() const;
  std::vector<std::uint32_t> postings_by_term(std::span<const std::uint32_t> terms) const;
  void prefetch_posting(std::span<const std::uint32_t> by_term, std::size_t at) const;

  FlatIndex index_;
  std::vector<std::size_t> hashes_;  // of a document's terms
  std::string texts_;
  std::vector<RunTerm> terms_;
  std::vector<Posting> postings_;
  std::string positions_;
};

/// A term of a run: views into its bytes.
struct RunEntry {
  std::uint64_t key = 0;
  std::string_view text;
  std::uint64_t documents = 0;
  std::uint64_t occurrences = 0;
  std::string_view postings;
  std::string_view positions;
};

/// Takes the first entry off a run; empty at its end.
std::optional<RunEntry> take_entry(std::string_view& run);

}  // namespace dateline
