// The manifest: what an archive was written with, so that it is never read as something else.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// Raised by every change of field table, terms, slots or stored data.
inline constexpr int current_schema_version = 3;

/// What a file of a generation is to every byte.
struct FileDigest {
  std::uint64_t bytes = 0;
  std::string xxh3;  ///< 128 bits, hexadecimal

  friend bool operator==(const FileDigest&, const FileDigest&) = default;
};

/// The files of a generation by their path in it, '/' between folders.
using FileDigests = std::map<std::string, FileDigest>;

struct Manifest {
  int schema_version = current_schema_version;
  std::string analyzer;              ///< `analyzer_name`
  std::string analyzer_fingerprint;  ///< `analyzer_fingerprint()`
  std::string entity_model;          ///< `EntityTagger::model_name()`, or "none"
  std::string updated;               ///< UTC time of the last update, "2023-02-06T10:00:00Z"
  std::uint32_t generation = 0;      ///< the one that is the archive
  /// What the generation's files are; none while a writer adds to them, and after it has died.
  std::optional<FileDigests> files;
};

/// The manifest of a new archive written by this program with this entity model.
Manifest new_manifest(std::string_view entity_model);

/// Throws Error(Damaged) when the file is there and is not what was written: it ends in a digest
/// of itself. One of another schema version is read as far as that version.
Manifest read_manifest(const std::filesystem::path& file);
void write_manifest(const std::filesystem::path& file, const Manifest& manifest);

/// Throws Error(OtherVersion), naming both versions, when this program cannot read or extend an
/// archive of this schema and analyzer.
void require_compatible(const Manifest& manifest, const std::filesystem::path& folder);

}  // namespace dateline
