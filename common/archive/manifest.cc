// The manifest as a small JSON file.
#include "common/archive/manifest.h"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "common/archive/layout.h"
#include "common/error.h"
#include "common/text/analyzer.h"

namespace dateline {

Manifest new_manifest(std::string_view entity_model) {
  return {.schema_version = current_schema_version,
          .analyzer = std::string(analyzer_name),
          .analyzer_fingerprint = analyzer_fingerprint(),
          .entity_model = std::string(entity_model),
          .updated = {}};
}

Manifest read_manifest(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    throw Error("cannot read " + file.string(),
                "check that the folder is a Dateline archive and that you may read it");
  }
  try {
    const auto json = nlohmann::json::parse(stream);
    return {.schema_version = json.at("schema_version").get<int>(),
            .analyzer = json.at("analyzer").get<std::string>(),
            .analyzer_fingerprint = json.at("analyzer_fingerprint").get<std::string>(),
            .entity_model = json.at("entity_model").get<std::string>(),
            .updated = json.at("updated").get<std::string>()};
  } catch (const nlohmann::json::exception&) {
    throw Error("the archive is damaged: " + file.string() + " is no manifest",
                "index the articles again into a new archive", ExitCode::Damaged);
  }
}

void write_manifest(const std::filesystem::path& file, const Manifest& manifest) {
  const nlohmann::ordered_json json = {{"schema_version", manifest.schema_version},
                                       {"analyzer", manifest.analyzer},
                                       {"analyzer_fingerprint", manifest.analyzer_fingerprint},
                                       {"entity_model", manifest.entity_model},
                                       {"updated", manifest.updated}};
  write_file_atomically(file, json.dump(2) + "\n");
}

void require_compatible(const Manifest& manifest, const std::filesystem::path& folder) {
  const std::string what = "the archive in " + folder.string() + " was written with ";
  const std::string hint = "index its articles again into a new archive";
  if (manifest.schema_version != current_schema_version) {
    throw Error(what + "schema version " + std::to_string(manifest.schema_version) +
                    ", and this program knows version " + std::to_string(current_schema_version),
                hint, ExitCode::OtherVersion);
  }
  if (manifest.analyzer != analyzer_name ||
      manifest.analyzer_fingerprint != analyzer_fingerprint()) {
    throw Error(what + "the analyzer " + manifest.analyzer + " (" + manifest.analyzer_fingerprint +
                    "), and this program has " + std::string(analyzer_name) + " (" +
                    analyzer_fingerprint() + ")",
                hint, ExitCode::OtherVersion);
  }
}

}  // namespace dateline
