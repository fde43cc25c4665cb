// Days of publication and dates that are named, as Xapian matches them.
#pragma once

#include <xapian.h>

#include <span>

#include "common/date.h"
#include "common/field.h"

namespace dateline {

/// The articles published within one of these ranges.
Xapian::Query compile_dates(std::span<const DateRange> ranges);

/// The articles that name a day, month or year which lies whole within one of these ranges.
Xapian::Query compile_mentioned(std::span<const DateRange> ranges);

/// One of these two, as the field says.
Xapian::Query compile_ranges(const Field& field, std::span<const DateRange> ranges);

}  // namespace dateline
