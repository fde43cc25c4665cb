// Two records side by side: what changed, and what is noise.
#pragma once

#include <span>

#include "bench/record/read_record.h"
#include "bench/record/record.h"

namespace dateline {

/// How likely it is, if nothing had changed, that the runs before and after lie at least as far
/// apart as they do: the two-sided rank sum test (Mann and Whitney 1947), with ties; exact up to
/// 60 runs together, above by the normal approximation. 1 when one of them has no runs.
double rank_sum_p(std::span<const double> before, std::span<const double> after);

/// A row for every figure that both have: before, after, their ratio and p, and in words whether it
/// is noise. Notes say what the records do not share: machine, build, rows.
Record compare_records(const KeptRecord& before, const KeptRecord& after);

}  // namespace dateline
