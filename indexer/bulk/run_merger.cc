// A binary heap of runs.
#include "indexer/bulk/run_merger.h"

#include <algorithm>

namespace dateline {

RunMerger::RunMerger(std::span<const std::string_view> runs) {
  heap_.reserve(runs.size());
  for (std::size_t number = 0; number < runs.size(); ++number) {
    std::string_view rest = runs[number];
    if (const std::optional<RunEntry> entry = take_entry(rest)) {
      heap_.push_back({*entry, rest, number});
    }
  }
  std::make_heap(heap_.begin(), heap_.end(), comes_after);
}

std::span<const RunEntry> RunMerger::next() {
  entries_.clear();
  while (!heap_.empty() &&
         (entries_.empty() || (heap_.front().entry.key == entries_.front().key &&
                               heap_.front().entry.text == entries_.front().text))) {
    entries_.push_back(heap_.front().entry);
    advance_first();
  }
  return entries_;
}

bool RunMerger::comes_after(const Run& one, const Run& other) {
  if (one.entry.key != other.entry.key) {
    return one.entry.key > other.entry.key;
  }
  const int order = one.entry.text.compare(other.entry.text);
  return order != 0 ? order > 0 : one.number > other.number;
}

/// Puts the next entry of the first run where it belongs, or lets go of the run.
void RunMerger::advance_first() {
  const std::optional<RunEntry> entry = take_entry(heap_.front().rest);
  if (entry) {
    heap_.front().entry = *entry;
  } else {
    heap_.front() = heap_.back();
    heap_.pop_back();
  }
  // Sift down: unlike taking out and putting in, this is one walk.
  std::size_t at = 0;
  while (2 * at + 1 < heap_.size()) {
    std::size_t child = 2 * at + 1;
    if (child + 1 < heap_.size() && comes_after(heap_[child], heap_[child + 1])) {
      ++child;
    }
    if (!comes_after(heap_[at], heap_[child])) {
      return;
    }
    std::swap(heap_[at], heap_[child]);
    at = child;
  }
}

}  // namespace dateline
