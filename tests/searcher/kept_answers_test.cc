#include "searcher/kept_answers.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "common/archive/layout.h"
#include "common/error.h"
#include "searcher/run_manifest.h"
#include "tests/support/temp_folder.h"

namespace dateline::test {
namespace {

const std::vector<std::string> answers{"1 Q0 a 1 2 x\n", "", "a\nlonger\nanswer \"\xff\"\n",
                                       "15 0123456789abcdef\n", "the end"};

BatchIdentity some_batch() {
  return {.program = "p 1",
          .day = "2023-02-06",
          .options = {"--limit 5", "--person 'A \"B\"'"},
          .topics = "digest",
          .since = "",
          .archives = {"state"}};
}

std::filesystem::path write_answers(const TempFolder& folder) {
  std::filesystem::path file = folder.path() / "run.partial";
  KeptAnswers kept(file);
  kept.begin(some_batch());
  for (const std::string& answer : answers) {
    kept.add(answer);
  }
  return file;
}

std::string text_of(const KeptAnswers& kept) {
  std::ostringstream out;
  kept.copy_to(out);
  return out.str();
}

std::string first(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += answers[i];
  }
  return text;
}

}  // namespace

TEST_CASE("answers are there for another time, and know whose they are") {
  const TempFolder folder;
  const KeptAnswers kept(write_answers(folder));
  CHECK(kept.size() == answers.size());
  CHECK(text_of(kept) == first(answers.size()));
  REQUIRE(kept.batch());
  CHECK(kept.batch()->day == "2023-02-06");
  CHECK_FALSE(find_difference(*kept.batch(), some_batch()));
}

TEST_CASE("wherever the file is torn, the whole answers before it stay, and others can follow") {
  const TempFolder folder;
  const std::string whole = read_whole_file(write_answers(folder));
  const std::size_t head = whole.find('\n') + 1;
  std::size_t last = 0;
  for (std::size_t bytes = head; bytes < whole.size(); ++bytes) {
    CAPTURE(bytes);
    const auto file = folder.write("torn", whole.substr(0, bytes));
    KeptAnswers kept(file);
    REQUIRE(kept.size() < answers.size());
    CHECK(kept.size() >= last);
    last = kept.size();
    CHECK(text_of(kept) == first(last));
    kept.go_on();
    for (std::size_t i = last; i < answers.size(); ++i) {
      kept.add(answers[i]);
    }
    CHECK(read_whole_file(file) == whole);
  }
  CHECK(last == answers.size() - 1);
}

TEST_CASE("what stands behind a changed byte counts as not answered") {
  const TempFolder folder;
  const std::string whole = read_whole_file(write_answers(folder));
  for (std::size_t at = whole.find('\n') + 1; at < whole.size(); ++at) {
    CAPTURE(at);
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    const KeptAnswers kept(folder.write("changed", changed));
    CHECK(kept.size() < answers.size());
    CHECK(text_of(kept) == first(kept.size()));
  }
}

TEST_CASE("a length that no disk holds is that of a torn answer") {
  const TempFolder folder;
  const auto file = write_answers(folder);
  std::ofstream(file, std::ios::app) << "18446744073709551615 " << std::string(32, '0') << "\nx";
  CHECK(KeptAnswers(file).size() == answers.size());
}

TEST_CASE("a line above an answer that holds more than it should is that of a torn answer") {
  const TempFolder folder;
  const auto file = write_answers(folder);
  const std::string whole = read_whole_file(file);
  const std::string frame = "0 " + digest_of("");
  for (const std::string& more : {std::string("\0", 1), std::string("\0x", 2), std::string(29, 'x'),
                                  std::string(30, 'x'), std::string(99, 'x')}) {
    CAPTURE(more.size());
    folder.write("longer", whole + frame + more + "\n" + frame + "\n");
    KeptAnswers kept(folder.path() / "longer");
    CHECK(kept.size() == answers.size());
    kept.go_on();
    CHECK(read_whole_file(folder.path() / "longer") == whole);
  }
}

TEST_CASE("a batch is known again by options and archives that are not UTF-8") {
  const TempFolder folder;
  const auto file = folder.path() / "run.partial";
  BatchIdentity batch = some_batch();
  batch.options = {"--source \xff", "--source é", ""};
  batch.archives = {"state \xc3", "state"};
  {
    KeptAnswers kept(file);
    kept.begin(batch);
    kept.add("answer");
  }
  const KeptAnswers kept(file);
  CHECK(kept.batch()->options == batch.options);
  CHECK_FALSE(find_difference(*kept.batch(), batch));
  batch.options.front() = "--source \xfe";
  CHECK(find_difference(*kept.batch(), batch));
}

TEST_CASE("what is no file is not waited for") {
  const TempFolder folder;
  const auto pipe = folder.path() / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const auto device = folder.path() / "device";
  std::filesystem::create_symlink("/dev/zero", device);
  for (const auto& path : {pipe, device}) {
    CAPTURE(path);
    CHECK_THROWS_WITH_AS(KeptAnswers{path}, doctest::Contains("holds no answers"), Error);
    CHECK(std::filesystem::exists(path));
  }
}

TEST_CASE("a file that holds anything else is left alone") {
  const TempFolder folder;
  for (const char* const content :
       {"1 Q0 a 1 2 x\n", "{\"dateline_batch\":1,", "{\"dateline_batch\":1,}\n",
        "{\"dateline_batch\":1,\"program\":1}\n", "{\"dateline_batch\":1,\"program\":\"p\"}\n"}) {
    CAPTURE(content);
    const auto file = folder.write("mine", content);
    CHECK_THROWS_AS(KeptAnswers{file}, Error);
    CHECK(read_whole_file(file) == content);
  }
}

TEST_CASE("one batch at a time has the file") {
  const TempFolder folder;
  const auto file = write_answers(folder);
  {
    const KeptAnswers kept(file);
    CHECK_THROWS_WITH_AS(KeptAnswers{file}, doctest::Contains("another batch is writing"), Error);
  }
  CHECK(KeptAnswers(file).size() == answers.size());
}

TEST_CASE("a batch that begins anew has no answers, and without any it leaves no file") {
  const TempFolder folder;
  const auto file = write_answers(folder);
  {
    KeptAnswers kept(file);
    kept.begin(some_batch());
    CHECK(text_of(kept).empty());
  }
  CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("answers that are damaged while the batch runs are not given for whole") {
  const TempFolder folder;
  const auto file = write_answers(folder);
  KeptAnswers kept(file);
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
  CHECK_THROWS_AS(text_of(kept), Error);
  kept.remove();
  CHECK_FALSE(std::filesystem::exists(file));
}

}  // namespace dateline::test
