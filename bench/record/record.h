// What came of a measurement: rows of figures, the same for every bench, so that all are printed,
// kept, compared and drawn in one way (bench/README.md describes the JSON).
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "bench/support/machine.h"

namespace dateline {

inline constexpr int record_format_version = 1;

/// One quantity, as each of the runs gave it.
struct Figure {
  std::string key;    ///< in a record: "p50_ms"; its end names the unit
  std::string label;  ///< for people: "p50"
  int decimals = 2;   ///< for people
  std::vector<double> runs = {};
};

/// What was measured together: a kind of query, a number of threads, an engine.
struct RecordRow {
  std::string name;  ///< of one word, different from those of the other rows
  std::string what;  ///< one line for people; may be empty
  std::vector<Figure> figures;
  nlohmann::ordered_json details = nlohmann::ordered_json::object();  ///< only for the record
  std::string remark = {};  ///< behind the figures; may be empty
};

struct Record {
  std::string bench;  ///< the command
  std::string about;  ///< for people: of what, and how often
  std::vector<RecordRow> rows;
  std::vector<std::string> notes = {};  ///< for people: sentences below the figures
  nlohmann::ordered_json details = nlohmann::ordered_json::object();  ///< only for the record
};

/// A figure that is worked out from each of the runs by `value`.
template <typename Runs, typename Value>
Figure figure_of(Figure figure, const Runs& runs, Value value) {
  for (const auto& run : runs) {
    figure.runs.push_back(static_cast<double>(std::invoke(value, run)));
  }
  return figure;
}

/// What every record begins with.
struct Circumstances {
  std::string command;  ///< the command line
  std::string commit;   ///< `built_commit()`
  Machine machine;
};

}  // namespace dateline
