// The manifest of a run: how it was made, for who wants to make it again. YAML as ir_metadata
// (https://www.ir-metadata.org) has it, by the components of PRIMAD.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/layout.h"
#include "searcher/evaluate/topics.h"
#include "searcher/match/request.h"

namespace dateline {

/// Which state an archive is in.
struct ArchiveRevision {
  std::string folder;
  std::string digest;  ///< of all its files; empty while a writer adds to them
  std::string updated;
  std::uint32_t generation = 0;
  std::string analyzer;
  std::string entity_model;

  friend bool operator==(const ArchiveRevision&, const ArchiveRevision&) = default;
};

/// The state of each archive now. Throws Error when one cannot be read.
std::vector<ArchiveRevision> read_revisions(const std::vector<NamedArchive>& archives);

struct TopicsFile {
  std::string path;
  std::string digest;  ///< `digest_of` its bytes
  TopicsFormat format = TopicsFormat::Lines;
  std::vector<TopicField> fields;  ///< of TREC topics
  std::size_t topics = 0;
  std::size_t problems = 0;
};

/// The XXH3 digest of 128 bits, hexadecimal, as `xxhsum -H2` prints it.
std::string digest_of(std::string_view bytes);

struct RunManifest {
  std::string tag;
  std::string program;  ///< with its version
  std::string command;  ///< for a shell
  TopicsFile topics;
  std::vector<ArchiveRevision> archives;
  SearchRequest request;
};

/// The manifest, with what the machine says of itself: processor, memory, system, libraries.
/// Neither the user nor the machine is named, but for paths that were given.
std::string to_yaml(const RunManifest& manifest);

}  // namespace dateline
