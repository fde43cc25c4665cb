// All runs as one: term by term, each with its entries in the order of their documents.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "indexer/bulk/posting_run.h"

namespace dateline {

/// Walks over runs in step, by a heap of those that have entries left. For one thread; several may
/// walk over the same runs.
class RunMerger {
 public:
  /// Runs in the order of their documents; their bytes outlive the merger.
  explicit RunMerger(std::span<const std::string_view> runs);

  /// The entries of the next term in order; none at the end. They live until the next call.
  std::span<const RunEntry> next();

 private:
  struct Run {
    RunEntry entry;
    std::string_view rest;
    std::size_t number;  // its place in the order of documents
  };

  /// Whether a run comes after another, for a heap with the first at its top.
  static bool comes_after(const Run& one, const Run& other);
  void advance_first();

  std::vector<Run> heap_;
  std::vector<RunEntry> entries_;
};

}  // namespace dateline
