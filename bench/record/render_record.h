// A record as bytes: a table for people, or an object of JSON.
#pragma once

#include <ostream>

#include "bench/record/record.h"

namespace dateline {

/// A table of the medians, each with how far the runs lie from it at most, in percent. Rows are
/// rows, unless there are more figures than rows.
void render_record(std::ostream& out, const Circumstances& circumstances, const Record& record);

void render_record_json(std::ostream& out, const Circumstances& circumstances,
                        const Record& record);

}  // namespace dateline
