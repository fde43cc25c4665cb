// What the steps of an article cost on their way to what is written: each on this thread alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "bench/record/record.h"

namespace dateline {

enum class StepsOf { Terms, Entities };

struct StepsBenchOptions {
  std::vector<std::string> paths;
  StepsOf what = StepsOf::Terms;
  std::size_t runs = 5;
  std::function<bool()> should_stop = [] { return false; };
};

/// Seconds of CPU time, of one article or of all.
struct StepTimes {
  double read = 0;      ///< from files to mended articles
  double complete = 0;  ///< headline, publication, language
  double words = 0;     ///< tokenising, alone
  double stems = 0;     ///< of the same words, alone
  double terms = 0;     ///< all that makes terms, which tokenises and stems itself
  double names = 0;     ///< tokenising, tagging and coreference, litter blanked before them
  double dates = 0;     ///< that are named
};

/// One run over all articles, as it was measured.
struct StepsRun {
  StepTimes cpu;
  std::size_t articles = 0;
  std::size_t problems = 0;
  std::size_t words = 0;
  std::size_t mentions = 0;
  std::uint64_t text_bytes = 0;  ///< titles and texts
};

/// Goes through all articles once to warm up, then `runs` times. Throws Error when there are none
/// to read, or when it is asked to stop.
std::vector<StepsRun> bench_steps(const StepsBenchOptions& options);

Record record_of(StepsOf what, std::span<const StepsRun> runs);

}  // namespace dateline
