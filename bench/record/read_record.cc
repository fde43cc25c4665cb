// What nlohmann's library finds wrong with a file becomes one sentence.
#include "bench/record/read_record.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "common/error.h"

namespace dateline {

namespace {

using Json = nlohmann::ordered_json;

Machine read_machine(const Json& json) {
  return {.processor = json.at("processor"),
          .cores = json.at("cores"),
          .memory_bytes = json.at("memory_bytes"),
          .kernel = json.at("kernel"),
          .compiler = json.at("compiler"),
          .build_type = json.at("build_type"),
          .xapian = json.at("xapian")};
}

/// Of latencies no other form is drawn.
bool are_lists_of_numbers(const Json& json) {
  return json.is_array() && std::ranges::all_of(json, [](const Json& list) {
           return list.is_array() &&
                  std::ranges::all_of(list, [](const Json& value) { return value.is_number(); });
         });
}

RecordRow read_row(const Json& json) {
  constexpr int most_decimals = 9;
  RecordRow row{.name = json.at("name"), .what = json.at("what"), .figures = {}};
  for (const auto& [key, figure] : json.at("figures").items()) {
    row.figures.push_back({key, figure.at("label"),
                           std::clamp(figure.at("decimals").get<int>(), 0, most_decimals),
                           figure.at("runs").get<std::vector<double>>()});
  }
  for (const auto& [key, value] : json.items()) {
    if (key != "name" && key != "what" && key != "figures" && key != "remark") {
      row.details[key] = value;
    }
  }
  if (row.details.contains("latencies_ms") &&
      !are_lists_of_numbers(row.details.at("latencies_ms"))) {
    throw Error("the latencies of " + row.name + " are not lists of numbers");
  }
  row.remark = json.value("remark", "");
  return row;
}

KeptRecord read(const Json& json) {
  KeptRecord kept;
  kept.circumstances = {json.at("command"), json.at("commit"), read_machine(json.at("machine"))};
  kept.record.bench = json.at("bench");
  kept.record.about = json.at("about");
  for (const Json& row : json.at("rows")) {
    kept.record.rows.push_back(read_row(row));
  }
  json.at("notes").get_to(kept.record.notes);
  return kept;
}

}  // namespace

KeptRecord read_record(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream || std::filesystem::is_directory(file)) {
    throw Error("cannot read " + file.string(), "name a file that is there");
  }
  try {
    const Json json = Json::parse(stream);
    if (json.at("format_version") != record_format_version) {
      throw Error(file.string() + " is a record of another format",
                  "measure again with this program");
    }
    return read(json);
  } catch (const Json::exception&) {
    throw Error(file.string() + " is not a record",
                "records are what dateline-bench prints with --json");
  }
}

}  // namespace dateline
