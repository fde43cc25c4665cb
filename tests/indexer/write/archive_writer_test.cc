// An archive is made, extended, locked and refused.
#include "indexer/write/archive_writer.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>

#include "common/archive/manifest.h"
#include "common/archive/name_dictionary.h"
#include "common/error.h"
#include "indexer/write/archive_info.h"
#include "tests/support/temp_folder.h"

namespace dateline {
namespace {

AnalyzedArticle analyzed_of(std::string_view id) {
  AnalyzedArticle analyzed;
  analyzed.article.id = id;
  analyzed.article.origin.path = "/news/" + std::string(id);
  analyzed.article.text = "Text of " + std::string(id);
  analyzed.article.language = "en";
  analyzed.names = {{NameType::Person, "Ada " + std::string(id)}};
  return analyzed;
}

WriterOptions options_of(WriteMode mode) {
  return {
      .model = mode == WriteMode::Extend ? "" : "rules", .mode = mode, .path = WritePath::Direct};
}

void write_one(ArchiveWriter& writer, AnalyzedArticle analyzed) {
  Article article = analyzed.article;
  Decision decision = writer.decide(article);
  ArticleRecord record = to_record(std::move(analyzed), decision.digest);
  PreparedBatch batch;
  batch.articles.push_back({std::move(decision), std::move(record)});
  writer.write(std::move(batch));
}

void write_one(ArchiveWriter& writer, std::string_view id) {
  write_one(writer, analyzed_of(id));
}

/// The generation that is the archive.
Generation generation_of(const ArchiveLayout& layout) {
  return layout.generation(read_manifest(layout.manifest()).generation);
}

ExitCode code_of(const std::function<void()>& call) {
  try {
    call();
  } catch (const Error& error) {
    CHECK(!error.hint().empty());
    return error.exit_code();
  }
  return ExitCode::Success;
}

TEST_CASE("what is finished is in the archive, with its names") {
  const test::TempFolder folder;
  const ArchiveLayout layout{folder.path() / "deep" / "archive"};
  ArchiveWriter writer(layout, options_of(WriteMode::Write));
  write_one(writer, "a");
  write_one(writer, "b");
  writer.finish();
  const ArchiveInfo info = read_archive_info(layout);
  CHECK(info.articles == 2);
  CHECK(info.entities.at(0) == 2);
  CHECK(info.languages.at("en") == 2);
  CHECK(info.text_bytes == 18);
  CHECK(info.manifest.entity_model == "rules");
  CHECK(!info.manifest.updated.empty());
}

TEST_CASE("an article is removed by its id, and its entities with it") {
  const test::TempFolder folder;
  const ArchiveLayout layout{folder.path() / "archive"};
  {
    ArchiveWriter writer(layout, options_of(WriteMode::Write));
    write_one(writer, "a");
    write_one(writer, "b");
    writer.finish();
  }
  ArchiveWriter writer(layout, options_of(WriteMode::Extend));
  CHECK(writer.remove("a"));
  CHECK(!writer.remove("a"));
  CHECK(!writer.remove("nosuch"));
  writer.finish();
  const ArchiveInfo info = read_archive_info(layout);
  CHECK(info.articles == 1);
  CHECK(info.entities.at(0) == 1);
  CHECK(info.manifest.entity_model == "rules");
}

TEST_CASE("names are joined by all articles there are, and parted when one is gone") {
  const test::TempFolder folder;
  const ArchiveLayout layout{folder.path() / "archive"};
  const auto entities = [&layout] {
    const std::string text = read_whole_file(generation_of(layout).entities());
    const std::size_t begin = text.find('\n') + 1;
    return text.substr(begin, text.rfind('#') - begin);
  };
  {
    ArchiveWriter writer(layout, options_of(WriteMode::Write));
    for (const auto& [id, name] : {std::pair("a", "AU"), std::pair("b", "African Union")}) {
      AnalyzedArticle analyzed = analyzed_of(id);
      analyzed.names = {{NameType::Organization, name}};
      analyzed.definitions = {{"AU", "African Union"}};
      write_one(writer, std::move(analyzed));
    }
    writer.finish();
  }
  CHECK(entities() == "1\t0\n");
  {
    ArchiveWriter writer(layout, options_of(WriteMode::Extend));
    writer.remove("a");
    writer.finish();
  }
  CHECK(entities().empty());
}

TEST_CASE("entities are settled anew when the file is not of this state, and else left") {
  const test::TempFolder folder;
  const ArchiveLayout layout{folder.path() / "archive"};
  const auto run = [&layout] { ArchiveWriter(layout, options_of(WriteMode::Write)).finish(); };
  run();
  const std::string settled = read_whole_file(generation_of(layout).entities());
  CHECK(settled.starts_with("# resolver "));
  write_file_atomically(generation_of(layout).entities(), settled + "# looked at\n");
  run();
  CHECK(read_whole_file(generation_of(layout).entities()) == settled + "# looked at\n");
  write_file_atomically(generation_of(layout).entities(), "# resolver 0\n");
  run();
  CHECK(read_whole_file(generation_of(layout).entities()) == settled);
}

TEST_CASE("a dry run decides the same and writes nothing") {
  const test::TempFolder folder;
  const ArchiveLayout layout{folder.path() / "archive"};
  ArchiveWriter writer(layout, options_of(WriteMode::DryRun));
  Article article = analyzed_of("a").article;
  CHECK(writer.decide(article).kind == Decision::Kind::Add);
  write_one(writer, "b");
  writer.finish();
  CHECK(!std::filesystem::exists(layout.folder));
}

TEST_CASE("a second writer is told that the archive is locked") {
  const test::TempFolder folder;
  const ArchiveLayout layout{folder.path() / "archive"};
  std::array<int, 2> pipe_ends{};
  REQUIRE(::pipe(pipe_ends.data()) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const ArchiveWriter first(layout, options_of(WriteMode::Write));
    const bool told = ::write(pipe_ends[1], "x", 1) == 1;
    ::pause();
    ::_exit(told ? 0 : 1);
  }
  char ready = 0;
  REQUIRE(::read(pipe_ends[0], &ready, 1) == 1);
  CHECK(code_of([&] { const ArchiveWriter second(layout, options_of(WriteMode::Write)); }) ==
        ExitCode::Locked);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  ::close(pipe_ends[0]);
  ::close(pipe_ends[1]);
  ArchiveWriter(layout, options_of(WriteMode::Write)).finish();
}

TEST_CASE("what is no archive is refused, and left as it is") {
  const test::TempFolder folder;
  const auto open = [](const std::filesystem::path& path) {
    return code_of([&] { const ArchiveWriter writer({path}, options_of(WriteMode::Write)); });
  };
  CHECK(open(folder.write("file", "x")) == ExitCode::Failed);
  folder.write("things/precious", "x");
  CHECK(open(folder.path() / "things") == ExitCode::Failed);
  CHECK(std::filesystem::exists(folder.path() / "things/precious"));
  CHECK(code_of([&] {
          const ArchiveWriter writer({folder.path() / "none"}, options_of(WriteMode::Extend));
        }) == ExitCode::Failed);
  Manifest newer = new_manifest("rules");
  newer.schema_version = 99;
  std::filesystem::create_directory(folder.path() / "newer");
  write_manifest(folder.path() / "newer/manifest.json", newer);
  CHECK(open(folder.path() / "newer") == ExitCode::OtherVersion);
}

TEST_CASE("an archive that has lost its manifest is not taken for a new one") {
  const test::TempFolder folder;
  const ArchiveLayout layout{folder.path() / "archive"};
  {
    ArchiveWriter writer(layout, options_of(WriteMode::Write));
    write_one(writer, "a");
    writer.finish();
  }
  const Generation generation = generation_of(layout);
  std::filesystem::remove(layout.manifest());
  CHECK(code_of([&] { const ArchiveWriter writer(layout, options_of(WriteMode::Write)); }) ==
        ExitCode::Failed);
  CHECK(std::filesystem::exists(generation.names()));
}

TEST_CASE("a first run that was interrupted at its start is taken up again") {
  const test::TempFolder folder;
  const ArchiveLayout layout{folder.path() / "archive"};
  std::filesystem::create_directories(layout.folder);
  folder.write("archive/manifest.json.new", "{");
  ArchiveWriter writer(layout, options_of(WriteMode::Write));
  write_one(writer, "a");
  writer.finish();
  CHECK(read_archive_info(layout).articles == 1);
}

}  // namespace
}  // namespace dateline
