#include "searcher/evaluate/qrels.h"

#include <sstream>
#include <string>

#include <doctest/doctest.h>

namespace dateline {

namespace {

/// "topic:document=grade …" and, after a |, "line:message" of each problem.
std::string read(const std::string& text) {
  std::istringstream in(text);
  const QrelsFile file = read_qrels(in, "q");
  std::string shown;
  for (const auto& [topic, judgements] : file.qrels) {
    for (const Judgement& judgement : judgements) {
      shown += (shown.empty() ? "" : " ") + topic + ":" + judgement.id + "=" +
               std::to_string(judgement.grade);
    }
  }
  for (const FileProblem& problem : file.problems.kept) {
    CHECK(problem.file == "q");
    shown += "|" + std::to_string(problem.line) + ": " + problem.message;
  }
  return shown;
}

}  // namespace

TEST_CASE("judgements are read from TREC's and BEIR's lines, in the order of their bytes") {
  struct Case {
    const char* text;
    const char* expected;
  };
  for (const Case& c : {
           Case{"1 0 b 1\n1 0 a 2\n", "1:a=2 1:b=1"},
           Case{"10 Q0 x 0\n9 Q0 x -1\n", "10:x=0 9:x=-1"},
           Case{"  1\t0\ta   1  \r\n\r\n# a comment\n1 0 b 0", "1:a=1 1:b=0"},
           Case{"\xEF\xBB\xBF"
                "1 0 a 1\n",
                "1:a=1"},
           Case{"query-id\tcorpus-id\tscore\n7\tMED-10\t2\n7\tMED-1\t1\n", "7:MED-1=1 7:MED-10=2"},
           Case{"7\tMED-10\t2\n", "7:MED-10=2"},
           Case{"1 0 a +2\n1 0 b 1.0\n", "1:a=2 1:b=1"},
           Case{"", ""},
       }) {
    CAPTURE(c.text);
    CHECK(read(c.text) == c.expected);
  }
}

TEST_CASE("a broken line of judgements is named, and the others are used") {
  const std::string trec = "fields where \"topic iteration document grade\" has 4";
  CHECK(read("1 0 a 1\n1 0 b\n1 0 c 2\n") == "1:a=1 1:c=2|2: 3 " + trec);
  CHECK(read("1 0 a 1 x\n1 0 c 2\n") == "1:c=2|1: 5 " + trec);
  CHECK(read("1 0 a one\n1 0 c 2\n") == "1:c=2|1: the grade \"one\" is no whole number");
  CHECK(read("1 0 a 1.5\n1 0 b 1x\n1 0 d 99999999999999999999\n1 0 c 2\n") ==
        "1:c=2|1: the grade \"1.5\" is no whole number|2: the grade \"1x\" is no whole number"
        "|3: the grade \"99999999999999999999\" is no whole number");
  CHECK(read("query-id corpus-id score\n1 a 1\n1 b\n") ==
        "1:a=1|3: 2 fields where \"topic document grade\" has 3");
}

TEST_CASE("of a document judged twice for a topic the first judgement counts") {
  CHECK(read("1 0 a 1\n2 0 a 0\n1 0 a 0\n") ==
        "1:a=1 2:a=0|3: the topic has the document a already");
}

TEST_CASE("problems beyond the first thousand are counted") {
  std::string text;
  for (std::size_t i = 0; i < max_file_problems + 5; ++i) {
    text += "1 0 a\n";
  }
  std::istringstream in("1 0 a 1\n" + text);
  const QrelsFile file = read_qrels(in, "q");
  CHECK(file.problems.kept.size() == max_file_problems);
  CHECK(file.problems.not_kept == 5);
}

}  // namespace dateline
