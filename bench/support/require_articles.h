// What every bench that indexes asks of its runs.
#pragma once

#include "indexer/pipeline.h"

namespace dateline {

/// Throws Error when the run was interrupted, could not open a PATH, or found nothing to add.
void require_articles(const IndexReport& report);

}  // namespace dateline
