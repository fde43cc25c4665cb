// A manifest comes back as it was written, and an archive of another version is refused by name.
#include "common/archive/manifest.h"

#include <doctest/doctest.h>

#include <string>

#include "common/archive/layout.h"
#include "common/error.h"
#include "tests/support/temp_folder.h"

namespace dateline {
namespace {

TEST_CASE("a manifest comes back as it was written") {
  const test::TempFolder folder;
  Manifest manifest = new_manifest("rules-1");
  manifest.updated = "2023-02-06T10:00:00Z";
  write_manifest(folder.path() / "manifest.json", manifest);
  const Manifest again = read_manifest(folder.path() / "manifest.json");
  CHECK(again.schema_version == current_schema_version);
  CHECK(again.analyzer == manifest.analyzer);
  CHECK(again.analyzer_fingerprint == manifest.analyzer_fingerprint);
  CHECK(again.entity_model == "rules-1");
  CHECK(again.updated == manifest.updated);
  CHECK_NOTHROW(require_compatible(again, folder.path()));
}

TEST_CASE("a flipped bit anywhere in a manifest is called damage") {
  const test::TempFolder folder;
  const auto file = folder.path() / "manifest.json";
  Manifest manifest = new_manifest("rules-1");
  manifest.generation = 7;
  manifest.files = FileDigests{{"names.tsv", {.bytes = 12, .xxh3 = "0123456789abcdef"}}};
  write_manifest(file, manifest);
  CHECK(read_manifest(file).files == manifest.files);
  const std::string text = read_whole_file(file);
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string flipped = text;
    flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ (1U << (at % 8)));
    CAPTURE(flipped);
    REQUIRE_THROWS_AS(read_manifest(folder.write("flipped.json", flipped)), Error);
  }
}

TEST_CASE("a manifest whose version was written by another hand is of another version") {
  const test::TempFolder folder;
  write_manifest(folder.path() / "manifest.json", new_manifest("none"));
  std::string text = read_whole_file(folder.path() / "manifest.json");
  const std::string version = "\"schema_version\": ";
  text.replace(text.find(version), version.size() + 1, version + "99");
  CHECK(read_manifest(folder.write("newer.json", text)).schema_version == 99);
}

TEST_CASE("an archive of another schema or analyzer is refused with both named") {
  const auto refusal = [](const Manifest& manifest) {
    try {
      require_compatible(manifest, "/a");
    } catch (const Error& error) {
      CHECK(error.exit_code() == ExitCode::OtherVersion);
      return std::string(error.what());
    }
    return std::string("accepted");
  };
  Manifest newer = new_manifest("none");
  newer.schema_version = 99;
  CHECK(refusal(newer).find("schema version 99") != std::string::npos);
  Manifest other_stemmer = new_manifest("none");
  other_stemmer.analyzer_fingerprint = "0123";
  CHECK(refusal(other_stemmer).find("(0123)") != std::string::npos);
}

TEST_CASE("a manifest that is none is called damaged, a missing one is not") {
  const test::TempFolder folder;
  const auto code_of = [](const std::filesystem::path& file) {
    try {
      read_manifest(file);
    } catch (const Error& error) {
      return error.exit_code();
    }
    return ExitCode::Success;
  };
  CHECK(code_of(folder.write("a", "")) == ExitCode::Damaged);
  CHECK(code_of(folder.write("b", "{\"schema_version\":\"x\"}")) == ExitCode::Damaged);
  CHECK(code_of(folder.path() / "missing") == ExitCode::Failed);
}

}  // namespace
}  // namespace dateline
