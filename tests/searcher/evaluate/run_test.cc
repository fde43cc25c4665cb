#include "searcher/evaluate/run.h"

#include <sstream>
#include <string>

#include <doctest/doctest.h>

namespace dateline {

namespace {

/// "topic:document=score …", the tag in brackets and, after a |, the problems.
std::string read(const std::string& text) {
  std::istringstream in(text);
  const RunFile file = read_run(in, "r");
  CHECK(file.run.name == "r");
  std::ostringstream shown;
  for (const auto& [topic, documents] : file.run.topics) {
    for (const RetrievedDocument& document : documents) {
      shown << topic << ':' << document.id << '=' << document.score << ' ';
    }
  }
  shown << '[' << file.run.tag << ']';
  for (const FileProblem& problem : file.problems.kept) {
    shown << '|' << problem.line << ": " << problem.message;
  }
  return shown.str();
}

}  // namespace

TEST_CASE("a run is read in the order of bytes, with the tag of its last line") {
  struct Case {
    const char* text;
    const char* expected;
  };
  for (const Case& c : {
           Case{"2 Q0 b 1 3.5 old\n1 Q0 z 1 1e2 new\n2 Q0 a 2 -1 x\n",
                "1:z=100 2:a=-1 2:b=3.5 [x]"},
           Case{"1\tQ0\ta\t1\t+0.5\ttag and what follows\r\n", "1:a=0.5 [tag]"},
           Case{"# from a comment\n\n1 Q0 a 1 inf t", "1:a=inf [t]"},
           Case{"", "[]"},
       }) {
    CAPTURE(c.text);
    CHECK(read(c.text) == c.expected);
  }
}

TEST_CASE("a broken line of a run is named, and the others are used") {
  CHECK(read("1 Q0 a 1 2\n1 Q0 b 2 1 t\n") ==
        "1:b=1 [t]|1: 5 fields where \"topic Q0 document rank score tag\" has 6");
  CHECK(read("1 Q0 a 1 high t\n1 Q0 b 2 nan t\n1 Q0 c 2 1,5 t\n1 Q0 d 3 1 t\n") ==
        "1:d=1 [t]|1: the score \"high\" is no number|2: the score \"nan\" is no number"
        "|3: the score \"1,5\" is no number");
}

TEST_CASE("of a document found twice for a topic the first line counts") {
  CHECK(read("1 Q0 a 1 5 t\n1 Q0 b 2 4 t\n1 Q0 a 3 9 t\n2 Q0 a 1 1 t\n") ==
        "1:a=5 1:b=4 2:a=1 [t]|3: the topic has the document a already");
}

}  // namespace dateline
