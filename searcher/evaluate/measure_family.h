// The table of trec_eval's measures: what measure.h's names stand for.
#pragma once

#include <span>
#include <string_view>

#include "searcher/evaluate/measure.h"

namespace dateline {

/// What stands behind a name, after a dot or an underscore.
enum class MeasureParameter {
  None,
  Cutoffs,  ///< whole numbers, a measure for each
  Points,   ///< numbers, a measure for each, printed with two decimals
  Numbers,  ///< numbers for one measure
  Gains,    ///< grade=gain pairs for one measure
};

struct MeasureFamily {
  std::string_view name;
  MeasureKind kind = MeasureKind::AveragePrecision;
  MeasureSummary summary = MeasureSummary::Mean;
  MeasureParameter parameter = MeasureParameter::None;
  std::span<const double> defaults = {};
  bool in_all_trec = true;
};

/// In the order in which trec_eval prints them.
std::span<const MeasureFamily> measure_families();

}  // namespace dateline
