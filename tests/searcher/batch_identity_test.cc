#include "searcher/batch_identity.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "tests/support/temp_folder.h"

namespace dateline::test {
namespace {

BatchIdentity some_batch() {
  return {.program = "dateline-search 1 on Xapian 1.4",
          .day = "2023-02-06",
          .options = {"--limit 5"},
          .topics = "t",
          .since = "s",
          .archives = {"a", "b"}};
}

struct Case {
  std::function<void(BatchIdentity&)> change;
  const char* message;
};

}  // namespace

TEST_CASE("what changed is told, and the day alone is no change") {
  const std::vector<Case> cases = {
      {[](BatchIdentity& batch) { batch.day = "2024-01-01"; }, ""},
      {[](BatchIdentity& batch) { batch.topics = "u"; },
       "the topics are not those it was begun with"},
      {[](BatchIdentity& batch) { batch.options = {"--limit 6"}; },
       "the options are not those it was begun with"},
      {[](BatchIdentity& batch) { batch.since.clear(); },
       "the run of --since is not the one it was begun with"},
      {[](BatchIdentity& batch) { batch.program = "dateline-search 2 on Xapian 1.4"; },
       "it was begun by dateline-search 1 on Xapian 1.4, and this is dateline-search 2 on "
       "Xapian 1.4"},
      {[](BatchIdentity& batch) { batch.archives[1] = "c"; },
       "the archive has changed since it was begun"},
      {[](BatchIdentity& batch) { batch.archives.pop_back(); },
       "the archive has changed since it was begun"},
      {[](BatchIdentity& batch) { batch.archives[0].clear(); },
       "the archive was being updated, and may have changed"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.message);
    BatchIdentity other = some_batch();
    c.change(other);
    const auto difference = find_difference(some_batch(), other);
    CHECK((difference ? difference->message : "") == c.message);
  }
}

TEST_CASE("the hint names the options to give") {
  BatchIdentity other = some_batch();
  other.options.clear();
  CHECK(find_difference(some_batch(), other)->hint ==
        "give these: --limit 5; or leave out --resume to begin anew");
  CHECK(find_difference(other, some_batch())->hint ==
        "give none; or leave out --resume to begin anew");
}

TEST_CASE("an archive is told by its files and corrections, one of several by its name too") {
  const TempFolder folder;
  const ArchiveLayout layout{folder.path()};
  const std::vector<NamedArchive> one{{"first", layout}};
  const std::vector<NamedArchive> several{{"first", layout}, {"second", layout}};
  ArchiveRevision revision;
  revision.digest = "d";
  const std::vector<ArchiveRevision> revisions{revision, revision};
  const std::string before = archive_states(one, revisions).front();
  CHECK(archive_states(one, revisions).front() == before);
  CHECK(archive_states(several, revisions)[0] != archive_states(several, revisions)[1]);
  folder.write("corrections.txt", "hide person A\n");
  CHECK(archive_states(one, revisions).front() != before);
  CHECK(archive_states(one, std::vector<ArchiveRevision>(1)).front().empty());
}

}  // namespace dateline::test
