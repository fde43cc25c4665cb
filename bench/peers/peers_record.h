// What came of the peers, as a record: a row for each, with all its figures.
#pragma once

#include "bench/peers/peers_bench.h"
#include "bench/record/record.h"

namespace dateline {

Record record_of(const PeersResult& result);

}  // namespace dateline
