// Runs: the stretches of an article that may hold names, and are all the decoder looks at.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/document.h"

namespace dateline {

/// The words [first, end), of which one at least is capitalised.
struct Run {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
};

/// The runs of capitalised words of a document, in order. To them belong up to three small
/// connecting words ("of the", "de la") and numbers between capitals, a number behind them
/// ("France 24"), particles before them ("al Qaeda"), capitals behind a comma ("Trade, Industry and
/// Competition"), and a nickname in quotation marks between two capitals. What is longer than 64
/// words goes on as another run.
std::vector<Run> find_runs(const Document& document);

}  // namespace dateline
