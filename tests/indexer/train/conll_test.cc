// Tokens and labels in BIO, read as running text.
#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "indexer/train/gold_text.h"
#include "tests/indexer/train/marked_names.h"
#include "tests/support/temp_folder.h"

namespace dateline {
namespace {

/// Reads "token/label token/label": "/" parts the two, and no label is O.
std::string read_tokens(const std::string& tokens) {
  std::string content;
  std::istringstream stream(tokens);
  for (std::string token; stream >> token;) {
    const std::size_t slash = token.rfind('/');
    content += slash == std::string::npos
                   ? token + "\tO\n"
                   : token.substr(0, slash) + "\t" + token.substr(slash + 1) + "\n";
  }
  const test::TempFolder folder;
  const std::vector<GoldText> texts = read_conll(folder.write("toy.conll", content));
  return texts.empty() ? "" : with_marks(texts.front());
}

struct Case {
  std::string tokens;
  std::string text;
};

void check_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.tokens);
    CHECK(read_tokens(c.tokens) == c.text);
  }
}

TEST_CASE("tokens become running text") {
  check_all({
      {"They left , and stayed .", "They left, and stayed."},
      {"They did n't go ; we 'll see", "They didn't go; we'll see"},
      {"Mali/B-LOC 's army ( the north ) fled", "[L Mali]'s army (the north) fled"},
      {"the rebels ' base", "the rebels' base"},
      {R"(" No , " he said , " never . ")", R"("No," he said, "never.")"},
      {"`` No , '' he said", "\"No,\" he said"},
      {"“ No , ” he said", "“No,” he said"},
      {"it cost $ 5 or 3 %", "it cost $5 or 3%"},
      {"[ sic ] ...", "[sic]..."},
      {"Is it ?", "Is it?"},
  });
}

TEST_CASE("labels in BIO mark names") {
  check_all({
      {"Awa/B-PER Diallo/I-PER left Gao/B-LOC .", "[P Awa Diallo] left [L Gao]."},
      {"the UN/B-ORG and the French/B-MISC", "the [O UN] and the [M French]"},
      {"Gao/B-LOC Mali/B-LOC", "[L Gao] [L Mali]"},
      {"Awa/I-PER Diallo/I-PER", "[P Awa Diallo]"},
      {"Gao/B-LOC Awa/I-PER", "[L Gao] [P Awa]"},
      {"Awa/B-PER , Omar/I-PER", "[P Awa], [P Omar]"},
      {"Marks/B-ORG 's/I-ORG Bank/I-ORG", "[O Marks's Bank]"},
      {"(/B-ORG RRA/I-ORG )/I-ORG", "[O (RRA)]"},
      {"nobody", "nobody"},
      {"", ""},
  });
}

TEST_CASE("names end with their sentence, and quotations as well") {
  const test::TempFolder folder;
  const auto texts = read_conll(
      folder.write("toy.conll", "He\tO\n\"\tO\nAwa\tB-PER\n\nOmar\tI-PER\n\"\tO\nNo\tO\n\"\tO\n"));
  REQUIRE(texts.size() == 1);
  CHECK(with_marks(texts[0]) == "He \"[P Awa] [P Omar] \"No\"");
}

TEST_CASE("texts are parted and numbered, and empty ones left out") {
  const test::TempFolder folder;
  const auto texts =
      read_conll(folder.write("toy.conll",
                              "-DOCSTART-\tO\n\nAwa\tB-PER\n\n-DOCSTART-\tO\n-DOCSTART-\tO\n"
                              "left\tO\nGao\tI-LOC"));
  REQUIRE(texts.size() == 2);
  CHECK(texts[0].id == "toy:1");
  CHECK(with_marks(texts[0]) == "[P Awa]");
  CHECK(texts[1].id == "toy:2");
  CHECK(with_marks(texts[1]) == "left [L Gao]");
}

TEST_CASE("a line that is not understood is named") {
  const test::TempFolder folder;
  for (const char* bad : {"token", "token\t", "\tO"}) {
    CAPTURE(bad);
    const auto file = folder.write("bad.conll", std::string("Awa\tB-PER\n\n") + bad + "\n");
    CHECK(error_of([&] { read_conll(file); }).find("bad.conll:3:") != std::string::npos);
  }
}

TEST_CASE("a file that is not there is an error") {
  const test::TempFolder folder;
  CHECK(error_of([&] { read_conll(folder.path() / "none.conll"); }).find("none.conll") !=
        std::string::npos);
}

}  // namespace
}  // namespace dateline
