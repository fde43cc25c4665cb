// What came of a measurement, for people and as a record in JSON (bench/README.md describes it).
#pragma once

#include <ostream>
#include <span>
#include <string>

#include "bench/entities_bench.h"
#include "bench/index_bench.h"
#include "bench/query_bench.h"
#include "bench/relevance_bench.h"
#include "bench/support/machine.h"

namespace dateline {

/// What every record begins with.
struct Circumstances {
  std::string command;  ///< the command line
  std::string commit;   ///< `built_commit()`
  Machine machine;
};

void render_index_bench(std::ostream& out, const Circumstances& circumstances,
                        std::span<const IndexRun> runs);
void render_index_bench_json(std::ostream& out, const Circumstances& circumstances,
                             std::span<const IndexRun> runs);

void render_entities_bench(std::ostream& out, const Circumstances& circumstances,
                           std::span<const EntitiesRun> runs);
void render_entities_bench_json(std::ostream& out, const Circumstances& circumstances,
                                std::span<const EntitiesRun> runs);

void render_query_bench(std::ostream& out, const Circumstances& circumstances,
                        std::span<const QueryKindResult> kinds);
void render_query_bench_json(std::ostream& out, const Circumstances& circumstances,
                             std::span<const QueryKindResult> kinds);

void render_relevance_bench(std::ostream& out, const Circumstances& circumstances,
                            const std::string& measure, const RelevanceResult& result);
void render_relevance_bench_json(std::ostream& out, const Circumstances& circumstances,
                                 const std::string& measure, const RelevanceResult& result);

}  // namespace dateline
