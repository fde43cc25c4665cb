// A run that dies at any moment, or that the disk fails, costs nothing: the archive is what was
// committed, is whole, and the next run ends the work as if nothing had been.
//
// DATELINE_FAULTS sets how often each is tried.
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "common/archive/manifest.h"
#include "common/error.h"
#include "indexer/pipeline.h"
#include "indexer/write/archive_check.h"
#include "tests/properties/random_articles.h"
#include "tests/support/archive_dump.h"
#include "tests/support/temp_folder.h"

namespace dateline::test {
namespace {

using Clock = std::chrono::steady_clock;

unsigned rounds() {
  const char* const told = std::getenv("DATELINE_FAULTS");
  return told == nullptr ? 6 : static_cast<unsigned>(std::strtoul(told, nullptr, 10));
}

std::string random_lines(Random& random, std::size_t count) {
  std::string lines;
  for (std::size_t i = 0; i < count; ++i) {
    if (random() % 4 != 0) {
      lines += random_record(random, "a" + std::to_string(i)) + "\n";
    }
  }
  return lines;
}

/// An archive that is brought from one state of its file to another.
class Change {
 public:
  explicit Change(WritePath path) : path_(path) {
    Random random(static_cast<unsigned>(path) + 1);
    constexpr std::size_t articles = 80;
    write_file_atomically(file(), random_lines(random, articles));
    update_archive(ArchiveLayout{folder_.path() / "before"}, options(), {});
    before_ = dump_archive(ArchiveLayout{folder_.path() / "before"});
    write_file_atomically(file(), random_lines(random, articles));
    copy_archive();
    const auto start = Clock::now();
    update_archive(archive(), options(), {});
    duration_ = Clock::now() - start;
    after_ = dump_archive(archive());
    const Manifest manifest = read_manifest(archive().manifest());
    for (const auto& [name, digest] : *manifest.files) {
      largest_file_ = std::max(largest_file_, digest.bytes);
    }
  }

  Clock::duration duration() const { return duration_; }
  /// The largest file that the change makes, in bytes.
  std::uint64_t largest_file() const { return largest_file_; }

  /// The archive as it was before the change.
  void copy_archive() const {
    std::filesystem::remove_all(archive().folder);
    std::filesystem::copy(folder_.path() / "before", archive().folder,
                          std::filesystem::copy_options::recursive);
  }

  ArchiveLayout archive() const { return {folder_.path() / "archive"}; }

  UpdateOptions options() const {
    UpdateOptions options;
    options.paths = {file().string()};
    options.path = path_;
    options.prune = true;
    options.verify = true;
    options.jobs = 2;
    return options;
  }

  /// The archive is one of the two states and whole, and the next run ends the work.
  void check_what_is_left() const {
    const std::string left = dump_archive(archive());
    CHECK((left == before_ || left == after_ || path_ == WritePath::Direct));
    const ArchiveCheck check = check_archive(archive(), {});
    CHECK(check.damage.empty());
    update_archive(archive(), options(), {});
    CHECK((dump_archive(archive()) == after_));
    CHECK(check_archive(archive(), {}).way == ArchiveCheck::Way::Digests);
    check_nothing_is_left_over();
  }

 private:
  std::filesystem::path file() const { return folder_.path() / "news.jsonl"; }

  void check_nothing_is_left_over() const {
    std::size_t generations = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(archive().folder)) {
      const std::string name = entry.path().filename().string();
      CAPTURE(name);
      generations += name.starts_with("generation-") ? 1U : 0U;
      CHECK(!name.ends_with(".new"));
      CHECK(!name.starts_with("spill"));
    }
    CHECK(generations == 1);
  }

  TempFolder folder_;
  WritePath path_;
  std::string before_;
  std::string after_;
  Clock::duration duration_{};
  std::uint64_t largest_file_ = 0;
};

/// Runs an update in a process of its own; what it says of its failures is its own affair.
pid_t start_update(const Change& change, rlim_t max_file_bytes = RLIM_INFINITY) {
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{max_file_bytes, max_file_bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    try {
      update_archive(change.archive(), change.options(), {});
    } catch (const Error&) {
      ::_exit(2);
    }
    ::_exit(0);
  }
  return child;
}

void kill_at_random_moments(WritePath path) {
  const Change change(path);
  const auto seed = std::random_device()();
  CAPTURE(seed);
  Random random(seed);
  for (unsigned round = 0; round < rounds(); ++round) {
    CAPTURE(round);
    change.copy_archive();
    const pid_t child = start_update(change);
    std::this_thread::sleep_for(change.duration() * static_cast<int>(random() % 1000) / 900);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    change.check_what_is_left();
  }
}

void let_writes_fail(WritePath path) {
  const Change change(path);
  for (unsigned round = 0; round < rounds(); ++round) {
    CAPTURE(round);
    change.copy_archive();
    const pid_t child = start_update(change, change.largest_file() * round / rounds());
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFEXITED(status));
    change.check_what_is_left();
  }
}

TEST_CASE("an update one by one that is killed costs nothing") {
  kill_at_random_moments(WritePath::Direct);
}

TEST_CASE("a bulk import that is killed costs nothing") {
  kill_at_random_moments(WritePath::Bulk);
}

TEST_CASE("an update one by one whose writes fail costs nothing") {
  let_writes_fail(WritePath::Direct);
}

TEST_CASE("a bulk import whose writes fail costs nothing") {
  let_writes_fail(WritePath::Bulk);
}

}  // namespace
}  // namespace dateline::test
