// Gathers what is known of a run. Keys are those of ir_metadata where it has one.
#include "searcher/run_manifest.h"

#include <sys/utsname.h>
#include <unistd.h>
#include <xxhash.h>

#include <fstream>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

#include "common/archive/manifest.h"
#include "searcher/match/ranking_facts.h"
#include "searcher/yaml.h"

namespace dateline {

namespace {

using Json = nlohmann::ordered_json;

/// The value of the first line "key separator value" of a file of the system; empty: not known.
std::string value_in(const char* file, std::string_view key, char separator) {
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t at = line.find(separator);
    if (at == std::string::npos || !line.starts_with(key)) {
      continue;
    }
    const std::size_t begin = line.find_first_not_of(" \t\"", at + 1);
    const std::size_t end = line.find_last_not_of(" \t\"");
    return begin == std::string::npos ? "" : line.substr(begin, end + 1 - begin);
  }
  return {};
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json platform(const RankingFacts& ranking) {
  utsname system{};
  ::uname(&system);
  Json cpu;
  cpu["model"] = text_or_null(value_in("/proc/cpuinfo", "model name", ':'));
  cpu["architecture"] = system.machine;
  cpu["number of cores"] = ::sysconf(_SC_NPROCESSORS_ONLN);
  Json json;
  json["hardware"]["cpu"] = std::move(cpu);
  json["hardware"]["ram"] = text_or_null(value_in("/proc/meminfo", "MemTotal", ':'));
  json["operating system"]["kernel"] = system.release;
  json["operating system"]["distribution"] =
      text_or_null(value_in("/etc/os-release", "PRETTY_NAME", '='));
  json["software"]["libraries"] = Json::array({ranking.engine});
  return json;
}

Json names_of(const std::vector<TopicField>& fields) {
  Json names = Json::array();
  for (const TopicField field : fields) {
    names.push_back(to_string(field));
  }
  return names;
}

Json data(const RunManifest& manifest) {
  const TopicsFile& file = manifest.topics;
  Json topics;
  topics["path"] = file.path;
  topics["xxh3"] = file.digest;
  topics["format"] = to_string(file.format);
  if (file.format == TopicsFormat::Trec) {
    topics["fields"] = names_of(file.fields);
  }
  topics["topics"] = file.topics;
  topics["problems"] = file.problems;
  Json archives = Json::array();
  for (const ArchiveRevision& revision : manifest.archives) {
    archives.push_back({{"path", revision.folder},
                        {"xxh3", text_or_null(revision.digest)},
                        {"generation", revision.generation},
                        {"updated", revision.updated}});
  }
  Json json;
  json["test collection"]["topics"] = std::move(topics);
  json["test collection"]["archives"] = std::move(archives);
  return json;
}

std::string_view order_of(const SearchRequest& request) {
  switch (request.sort) {
    case SortOrder::Newest: return "newest";
    case SortOrder::Oldest: return "oldest";
    default: return "relevance";
  }
}

Json method(const RunManifest& manifest, const RankingFacts& ranking) {
  const SearchRequest& request = manifest.request;
  Json retrieval;
  retrieval["name"] = manifest.program;
  retrieval["method"] = ranking.method;
  for (const auto& [name, value] : ranking.parameters) {
    retrieval[name] = value;
  }
  if (request.feedback) {
    retrieval["feedback"] = to_string(*request.feedback);
  }
  retrieval["match"] = request.match == MatchMode::All ? "all" : "any";
  retrieval["syntax"] = request.syntax == QuerySyntax::Words ? "words" : "query";
  retrieval["sort"] = order_of(request);
  retrieval["offset"] = request.offset;
  retrieval["limit"] = request.limit;
  Json json;
  json["automatic"] = true;
  json["score ties"] =
      "equal to nine digits: newest first, then by id; scores are lowered to strictly decrease";
  if (!manifest.archives.empty()) {
    json["indexing"]["analyzer"] = manifest.archives.front().analyzer;
    json["indexing"]["entity model"] = manifest.archives.front().entity_model;
  }
  json["retrieval"] = Json::array({std::move(retrieval)});
  return json;
}

std::string digest_of_files(const Manifest& manifest) {
  std::string files;
  for (const auto& [name, digest] : manifest.files.value_or(FileDigests{})) {
    files += name + '\t' + std::to_string(digest.bytes) + '\t' + digest.xxh3 + '\n';
  }
  return files.empty() ? "" : digest_of(files);
}

}  // namespace

std::vector<ArchiveRevision> read_revisions(const std::vector<NamedArchive>& archives) {
  std::vector<ArchiveRevision> revisions;
  revisions.reserve(archives.size());
  for (const NamedArchive& archive : archives) {
    const Manifest manifest = read_manifest(archive.layout.manifest());
    revisions.push_back({archive.layout.folder.string(), digest_of_files(manifest),
                         manifest.updated, manifest.generation,
                         manifest.analyzer + " " + manifest.analyzer_fingerprint,
                         manifest.entity_model});
  }
  return revisions;
}

std::string digest_of(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  std::ostringstream hex;
  hex << std::hex << std::setfill('0') << std::setw(16) << hash.high64 << std::setw(16)
      << hash.low64;
  return hex.str();
}

std::string to_yaml(const RunManifest& manifest) {
  const RankingFacts ranking = ranking_facts(manifest.request.ranking);
  Json json;
  json["tag"] = manifest.tag;
  json["platform"] = platform(ranking);
  json["implementation"]["executable"]["cmd"] = manifest.command;
  json["implementation"]["executable"]["version"] = manifest.program;
  json["method"] = method(manifest, ranking);
  json["data"] = data(manifest);
  return to_yaml(json);
}

}  // namespace dateline
