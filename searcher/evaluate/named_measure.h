// ir_measures' way to name a measure: AP, P@10, AP(rel=2)@100, RBP(p=0.8).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "searcher/evaluate/measure.h"

namespace dateline {

/// NAME, then (KEY=VALUE,…), then @NUMBER, the last two where the measure takes or needs them.
/// Nothing for what is not of this form.
std::optional<Measure> parse_named_measure(std::string_view text);

/// Their names, each with a parameter where it needs one: "AP", "P@k".
std::vector<std::string_view> named_measure_names();

}  // namespace dateline
