// How the values of measures are written.
#pragma once

#include <cstddef>
#include <string>

#include "searcher/evaluate/measure.h"
#include "searcher/render/evaluation.h"

namespace dateline {

/// "0.2500", as trec_eval prints it; a count without decimals.
std::string measure_text(const Measure& measure, double value);

/// The summary of a measure; empty where there is none.
std::string summary_text(const RunEvaluation& run, const Measure& measure, std::size_t index);

/// The value for a topic, empty where a measure says nothing of single topics.
std::string topic_text(const TopicEvaluation& topic, const Measure& measure, std::size_t index);

/// Whether a measure has something to say of single topics, and whether of all of them.
bool tells_of_topics(const Measure& measure);
bool tells_of_runs(const Measure& measure);

}  // namespace dateline
