// The manifest as a small JSON file.
#include "common/archive/manifest.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <bit>
#include <fstream>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>

#include "common/archive/damage_hint.h"
#include "common/archive/layout.h"
#include "common/error.h"
#include "common/text/analyzer.h"

namespace dateline {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* own_digest = "xxh3";

std::string digest_of(const Json& json) {
  const std::string text = json.dump();
  std::ostringstream hex;
  hex << std::hex << std::setfill('0') << std::setw(16) << XXH3_64bits(text.data(), text.size());
  return hex.str();
}

/// Whether a manifest that says it is of another version was one of this version, before one bit of
/// that number flipped.
bool is_flipped_version(Json json) {
  const auto version = static_cast<unsigned>(json.at("schema_version").get<int>());
  const auto digest = json.find(own_digest);
  if (std::popcount(version ^ static_cast<unsigned>(current_schema_version)) != 1 ||
      digest == json.end()) {
    return false;
  }
  const Json written = *digest;
  json.erase(own_digest);
  json["schema_version"] = current_schema_version;
  return written == digest_of(json);
}

Json to_json(const Manifest& manifest) {
  Json json = {{"schema_version", manifest.schema_version},
               {"analyzer", manifest.analyzer},
               {"analyzer_fingerprint", manifest.analyzer_fingerprint},
               {"entity_model", manifest.entity_model},
               {"updated", manifest.updated},
               {"generation", manifest.generation},
               {"files", nullptr}};
  if (manifest.files) {
    json["files"] = Json::object();
    for (const auto& [name, digest] : *manifest.files) {
      json["files"][name] = {{"bytes", digest.bytes}, {"xxh3", digest.xxh3}};
    }
  }
  return json;
}

Manifest from_json(const Json& json) {
  Manifest manifest;
  manifest.analyzer = json.at("analyzer").get<std::string>();
  manifest.analyzer_fingerprint = json.at("analyzer_fingerprint").get<std::string>();
  manifest.entity_model = json.at("entity_model").get<std::string>();
  manifest.updated = json.at("updated").get<std::string>();
  manifest.generation = json.at("generation").get<std::uint32_t>();
  if (const Json& files = json.at("files"); !files.is_null()) {
    manifest.files.emplace();
    for (const auto& [name, digest] : files.items()) {
      (*manifest.files)[name] = {digest.at("bytes").get<std::uint64_t>(),
                                 digest.at("xxh3").get<std::string>()};
    }
  }
  return manifest;
}

}  // namespace

Manifest new_manifest(std::string_view entity_model) {
  return {.schema_version = current_schema_version,
          .analyzer = std::string(analyzer_name),
          .analyzer_fingerprint = analyzer_fingerprint(),
          .entity_model = std::string(entity_model),
          .updated = {},
          .generation = 0,
          .files = {}};
}

Manifest read_manifest(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    throw Error("cannot read " + file.string(),
                "check that the folder is a Dateline archive and that you may read it");
  }
  try {
    Json json = Json::parse(stream);
    Manifest manifest;
    manifest.schema_version = json.at("schema_version").get<int>();
    if (manifest.schema_version != current_schema_version && !is_flipped_version(json)) {
      return manifest;
    }
    const std::string digest = json.at(own_digest).get<std::string>();
    json.erase(own_digest);
    if (digest == digest_of(json)) {
      return from_json(json);
    }
  } catch (const Json::exception&) {
    // What cannot be understood is damaged as well.
  }
  throw Error("the archive is damaged: " + file.string() + " is not the manifest that was written",
              damage_hint, ExitCode::Damaged);
}

void write_manifest(const std::filesystem::path& file, const Manifest& manifest) {
  Json json = to_json(manifest);
  json[own_digest] = digest_of(json);
  write_file_atomically(file, json.dump(2) + "\n");
}

void require_compatible(const Manifest& manifest, const std::filesystem::path& folder) {
  const std::string what = "the archive in " + folder.string() + " was written with ";
  const std::string hint =
      "dateline-index update --rebuild PATH... makes it anew from its articles";
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
