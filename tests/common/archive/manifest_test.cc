// A manifest comes back as it was written, and an archive of another version is refused by name.
#include "common/archive/manifest.h"

#include <doctest/doctest.h>

#include <string>

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
