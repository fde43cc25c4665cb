// Tests of opening files: formats by name, and files that cannot be read.
#include "indexer/read/reader.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include "tests/indexer/read/read_all.h"
#include "tests/support/temp_folder.h"

using namespace std::string_literals;

namespace dateline {

namespace {

/// Puts a file in the place of standard input as long as it lives.
class StandardInput {
 public:
  explicit StandardInput(const std::filesystem::path& file) : saved_(dup(STDIN_FILENO)) {
    const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    dup2(descriptor, STDIN_FILENO);
    close(descriptor);
  }
  ~StandardInput() {
    dup2(saved_, STDIN_FILENO);
    close(saved_);
  }
  StandardInput(const StandardInput&) = delete;
  StandardInput& operator=(const StandardInput&) = delete;

 private:
  int saved_;
};

TEST_CASE("formats have names") {
  CHECK(parse_input_format("text") == InputFormat::Text);
  CHECK(parse_input_format("jsonl") == InputFormat::JsonLines);
  CHECK(parse_input_format("") == std::nullopt);
  CHECK(parse_input_format("html") == std::nullopt);
  CHECK(format_of("/a/b.json.gz") == InputFormat::JsonLines);
  CHECK(format_of("/a/b.text") == InputFormat::Text);
  CHECK(format_of("/a.txt/b") == std::nullopt);
}

TEST_CASE("a file that is gone, empty, binary or wide gives one problem") {
  const test::TempFolder folder;
  struct Case {
    std::string content;
    const char* problem;
  };
  const std::vector<Case> cases = {
      {"", "a.jsonl is empty: write articles into it, or remove it\n"},
      {"\1\2\3\4{\"text\":1}",
       "a.jsonl is binary, not text: remove it, or save its text as UTF-8\n"},
      {"\xFF\xFE{\0}\0"s, "a.jsonl is JSON in UTF-16 or UTF-32: convert it to UTF-8\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.problem);
    const auto outcome = test::read_all(folder.write("a.jsonl", c.content), InputFormat::JsonLines);
    CHECK(outcome.articles.empty());
    CHECK(test::problems_of(outcome) == c.problem);
  }
  for (const InputFormat format : {InputFormat::Text, InputFormat::JsonLines}) {
    CHECK(test::problems_of(test::read_all(folder.path() / "gone\n", format)) ==
          "gone%0A cannot be opened (No such file or directory): it is gone; if it was moved, "
          "run again\n");
  }
}

TEST_CASE("standard input is read like a file, compressed or not") {
  const test::TempFolder folder;
  const std::string content = "{\"text\":\"A\"}\nbroken\n{\"id\":\"x\",\"text\":\"B\"}\n";
  for (const std::string& bytes : {content, test::compress(content, "gzip")}) {
    const StandardInput input(folder.write("input", bytes));
    const auto outcome = test::read_all("-", InputFormat::JsonLines, "stdin");
    CHECK(test::ids_of(outcome) == "stdin:1 x ");
    REQUIRE(outcome.articles.size() == 2);
    CHECK(outcome.articles[0].origin == Origin{"-", ":1"});
    CHECK(test::problems_of(outcome) == "stdin:2 line is not a JSON object: mend or remove it\n");
  }
  const StandardInput input(folder.write("input", "Some text."));
  const auto outcome = test::read_all("-", InputFormat::Text, "stdin");
  CHECK(test::ids_of(outcome) == "stdin ");
}

}  // namespace

}  // namespace dateline
