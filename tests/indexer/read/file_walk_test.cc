// Tests of the walk: which files are found, under which ids, and what is never opened.
#include "indexer/read/file_walk.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <span>

#include "tests/support/temp_folder.h"

namespace fs = std::filesystem;

namespace dateline {

namespace {

/// The files as "path id" with the folder of the test taken off, JSON lines marked with "*".
std::string files_of(const FoundFiles& found, const fs::path& folder) {
  std::string shown;
  for (const FoundFile& file : found.files) {
    shown += fs::path(file.file.path).lexically_relative(folder).string() + " " +
             file.file.id_base + (file.format == InputFormat::JsonLines ? "*" : "") + "\n";
  }
  return shown;
}

std::string problems_of(const FoundFiles& found, const fs::path& folder) {
  std::string shown;
  for (const ReadProblem& problem : found.problems) {
    std::string source = problem.source;
    if (source.starts_with(folder.string() + "/")) {
      source.erase(0, folder.string().size() + 1);
    }
    shown += source + " " + problem.message + "\n";
  }
  return shown;
}

TEST_CASE("a folder gives the files of known formats, named by their way from it") {
  const test::TempFolder folder;
  for (const char* name :
       {"march/kidal.txt", "march/deep/gao.text", "a.jsonl", "b.ndjson.gz", "c.json", "D.TXT.ZST",
        "e f%.txt", "notes.md", "picture.png", "noformat", ".hidden.txt", ".git/config.txt"}) {
    folder.write(name, "x");
  }
  const FoundFiles found = find_files({folder.path().string()}, std::nullopt);
  CHECK(files_of(found, folder.path()) ==
        "D.TXT.ZST D\na.jsonl a*\nb.ndjson.gz b*\nc.json c*\ne f%.txt e%20f%25\n"
        "march/deep/gao.text march/deep/gao\nmarch/kidal.txt march/kidal\n");
  CHECK(found.other_files == 3);
  CHECK(found.problems.empty());
  CHECK(!found.missing_path);
  CHECK(found.roots == std::vector{folder.path().string()});
}

TEST_CASE("a file named itself is taken whatever its name") {
  const test::TempFolder folder;
  const std::string base = folder.path().string() + "/";
  for (const char* name : {"sub/a.txt", "page.html", "12345", ".hidden", "rows.json.gz"}) {
    folder.write(name, "x");
  }
  const FoundFiles found = find_files({base + "sub/a.txt", base + "page.html", base + "12345",
                                       base + ".hidden", base + "sub/../rows.json.gz"},
                                      std::nullopt);
  CHECK(files_of(found, folder.path()) ==
        ".hidden .hidden\n12345 12345\npage.html page\nrows.json.gz rows*\nsub/a.txt a\n");
  CHECK(found.problems.empty());
  CHECK(found.other_files == 0);
}

TEST_CASE("a format that the user names holds for every file") {
  const test::TempFolder folder;
  folder.write("a.txt", "x");
  folder.write("b.dump", "x");
  const FoundFiles found = find_files({folder.path().string()}, InputFormat::JsonLines);
  CHECK(files_of(found, folder.path()) == "a.txt a*\nb.dump b*\n");
  CHECK(found.other_files == 0);
}

TEST_CASE("standard input is JSON lines unless said otherwise, and is read once") {
  const FoundFiles found = find_files({"-", "-"}, std::nullopt);
  REQUIRE(found.files.size() == 1);
  CHECK(found.files[0].file.path == "-");
  CHECK(found.files[0].file.id_base == "stdin");
  CHECK(found.files[0].format == InputFormat::JsonLines);
  CHECK(found.roots.empty());
  CHECK(find_files({"-"}, InputFormat::Text).files[0].format == InputFormat::Text);
}

TEST_CASE("a file comes with its state, standard input without one") {
  const test::TempFolder folder;
  folder.write("in/a.txt", "x");
  const fs::path linked = folder.write("b.txt", "xyz");
  const fs::path named = folder.write("c.html", "xy");
  fs::create_symlink(linked, folder.path() / "in/link.txt");
  const FoundFiles found = find_files({"-", folder.path() / "in", named}, std::nullopt);
  REQUIRE(files_of(found, folder.path()).starts_with("b.txt link\nc.html c\nin/a.txt a\n"));
  REQUIRE(found.files.size() == 4);
  for (const FoundFile& file : std::span(found.files).first(3)) {
    CAPTURE(file.file.path);
    REQUIRE(file.state);
    CHECK(file.state == state_of(file.file.path));
  }
  CHECK(found.files[0].state->size == 3);
  CHECK(!found.files[3].state);
  CHECK(found.begun_ns > 0);
}

TEST_CASE("a file reached twice is found once, named from the outermost folder") {
  const test::TempFolder folder;
  folder.write("march/kidal.txt", "x");
  const std::string outer = folder.path().string();
  const std::string inner = outer + "/march";
  const std::string file = inner + "/kidal.txt";
  std::vector<std::string> paths = {outer, inner, inner + "/", file, inner + "/../march"};
  std::ranges::sort(paths);
  do {
    const FoundFiles found = find_files(paths, std::nullopt);
    CHECK(files_of(found, folder.path()) == "march/kidal.txt march/kidal\n");
    CHECK(found.problems.empty());
    CHECK(found.roots == std::vector{outer, inner, file});
  } while (std::ranges::next_permutation(paths).found);
}

TEST_CASE("links are followed, and end where they have been before") {
  const test::TempFolder folder;
  const fs::path root = folder.path() / "root";
  folder.write("root/sub/a.txt", "x");
  folder.write("elsewhere/b.txt", "x");
  folder.write("single.txt", "x");
  fs::create_directory_symlink(root, root / "sub/loop");
  fs::create_directory_symlink(".", root / "self");
  fs::create_directory_symlink("..", root / "outer");  // holds the root itself
  fs::create_directory_symlink("/", root / "everything");
  fs::create_directory_symlink(root / "sub", root / "again");
  fs::create_directory_symlink(folder.path() / "elsewhere", root / "linked");
  fs::create_directory_symlink(root, folder.path() / "elsewhere/back");
  fs::create_symlink(root / "sub/a.txt", root / "a-latest.txt");
  fs::create_symlink(folder.path() / "single.txt", root / "renamed.txt");
  const FoundFiles found = find_files({root.string()}, std::nullopt);
  CHECK(files_of(found, folder.path()) ==
        "elsewhere/b.txt linked/b\nroot/sub/a.txt sub/a\nsingle.txt renamed\n");
  CHECK(problems_of(found, root) == "");
}

TEST_CASE("a link that leads nowhere is a problem only where an article was to be") {
  const test::TempFolder folder;
  folder.write("a.txt", "x");
  fs::create_symlink("gone", folder.path() / "b.txt");
  fs::create_symlink("c.txt", folder.path() / "c.txt");
  fs::create_symlink("gone", folder.path() / "lock");
  const FoundFiles found = find_files({folder.path().string()}, std::nullopt);
  CHECK(files_of(found, folder.path()) == "a.txt a\n");
  CHECK(problems_of(found, folder.path()) ==
        "b.txt cannot follow this link (No such file or directory): mend or remove it\n"
        "c.txt cannot follow this link (Too many levels of symbolic links): mend or remove it\n");
  CHECK(!found.missing_path);
}

TEST_CASE("pipes and devices are never opened, and are problems in folders and when named") {
  const test::TempFolder folder;
  folder.write("a.txt", "x");
  const std::string fifo = folder.path() / "fifo.txt";
  REQUIRE(mkfifo(fifo.c_str(), 0600) == 0);
  fs::create_symlink("/dev/zero", folder.path() / "zero.txt");

  const FoundFiles in_folder = find_files({folder.path().string()}, std::nullopt);
  CHECK(files_of(in_folder, folder.path()) == "a.txt a\n");
  const std::string message =
      " is a pipe, device or socket and was not opened: name a file or folder, or send the "
      "articles to standard input and name \"-\"\n";
  CHECK(problems_of(in_folder, folder.path()) == "fifo.txt" + message + "/dev/zero" + message);
  CHECK(!in_folder.missing_path);

  const FoundFiles named = find_files({fifo, "/dev/null"}, std::nullopt);
  CHECK(named.files.empty());
  CHECK(named.roots.empty());
  CHECK(named.missing_path);
  CHECK(problems_of(named, folder.path()) == "fifo.txt" + message + "/dev/null" + message);
}

TEST_CASE("a PATH that is not there is a problem, and the rest is found") {
  const test::TempFolder folder;
  folder.write("a.txt", "x");
  const std::string base = folder.path().string() + "/";
  const FoundFiles found =
      find_files({base + "gone\n", base + "a.txt", base + "a.txt/b"}, std::nullopt);
  CHECK(files_of(found, folder.path()) == "a.txt a\n");
  CHECK(found.missing_path);
  CHECK(problems_of(found, folder.path()) ==
        "gone%0A cannot be opened (No such file or directory): check the path and its "
        "permissions\n"
        "a.txt/b cannot be opened (Not a directory): check the path and its permissions\n");
}

TEST_CASE("a folder without articles says so, unless they were found by another PATH") {
  const test::TempFolder folder;
  folder.write("full/a.txt", "x");
  folder.write("other/a.png", "x");
  fs::create_directories(folder.path() / "empty/sub");
  const std::string base = folder.path().string() + "/";
  const FoundFiles found =
      find_files({base + "empty", base + "other", base + "full", base + "full/."}, std::nullopt);
  const std::string message =
      " holds no articles: name a folder with .txt, .jsonl or .json files in it, or say what its "
      "files are with --format\n";
  CHECK(problems_of(found, folder.path()) == "empty" + message + "other" + message);
  CHECK(!found.missing_path);
  CHECK(found.other_files == 1);
}

TEST_CASE("a folder that may not be looked into is a problem, and the rest is found") {
  if (geteuid() == 0) {
    return;  // permissions do not bind root
  }
  const test::TempFolder folder;
  folder.write("a.txt", "x");
  folder.write("locked/b.txt", "x");
  fs::permissions(folder.path() / "locked", fs::perms::none);
  const std::string message =
      "locked cannot look into this folder (Permission denied): give yourself permission to read "
      "it\n";

  const FoundFiles inside = find_files({folder.path().string()}, std::nullopt);
  CHECK(files_of(inside, folder.path()) == "a.txt a\n");
  CHECK(problems_of(inside, folder.path()) == message);
  CHECK(!inside.missing_path);

  const FoundFiles named = find_files({folder.path() / "locked"}, std::nullopt);
  CHECK(problems_of(named, folder.path()) == message);
  CHECK(named.missing_path);
  fs::permissions(folder.path() / "locked", fs::perms::owner_all);
}

TEST_CASE("names that are no UTF-8 are found and shown") {
  const test::TempFolder folder;
  folder.write("Go\xEFta.txt", "x");
  const FoundFiles found = find_files({folder.path().string()}, std::nullopt);
  CHECK(files_of(found, folder.path()) == "Go\xEFta.txt Go%EFta\n");
}

}  // namespace

}  // namespace dateline
