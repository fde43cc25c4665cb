// Articles, and the names listed for them in a file of their own.
#include <doctest/doctest.h>

#include <string>

#include "indexer/train/gold_text.h"
#include "tests/indexer/train/marked_names.h"
#include "tests/support/temp_folder.h"

namespace dateline {
namespace {

/// Reads one article, "a", with this text and list.
std::string read_one(const std::string& text, const std::string& list) {
  const test::TempFolder folder;
  const auto article = folder.write("articles/a.txt", text);
  const auto names = folder.write("toy.names", "=== a\n" + list);
  const auto texts = read_marked_articles(article.parent_path().string(), names);
  REQUIRE(texts.size() == 1);
  CHECK(texts[0].id == "a");
  return with_marks(texts[0]);
}

struct Case {
  std::string text;
  std::string list;
  std::string marked;
};

void check_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CAPTURE(c.list);
    CHECK(read_one(c.text, c.list) == c.marked);
  }
}

TEST_CASE("a listed name is marked wherever it stands as whole words") {
  check_all({
      {"in Mali, a Malian of mali; Mali’s", "L\tMali\n",
       "in [L Mali], a Malian of mali; [L Mali]’s"},
      {"then Awa left Gao", "L\tGao\nP\tAwa\n", "then [P Awa] left [L Gao]"},
      {"the World Cup of FIFA", "M\tWorld Cup\nO\tFIFA\n", "the [M World Cup] of [O FIFA]"},
      {"éMali Malié 5Mali Mali5", "L\tMali\n", "éMali Malié 5Mali Mali5"},
      {"nothing here", "P\tAwa\n", "nothing here"},
      {"nothing here", "# P\tnothing\n\n", "nothing here"},
  });
}

TEST_CASE("longer names win, whatever the order of the list") {
  check_all({
      {"the Bank of Mali left Mali", "L\tMali\nO\tBank of Mali\n",
       "the [O Bank of Mali] left [L Mali]"},
      {"the Bank of Mali left Mali", "O\tBank of Mali\nL\tMali\n",
       "the [O Bank of Mali] left [L Mali]"},
  });
}

TEST_CASE("a name with a context is marked only there, and before all others") {
  check_all({
      {"Gao rose. The town of Gao fell.", "P\tGao\tGao rose\nL\tGao\n",
       "[P Gao] rose. The town of [L Gao] fell."},
      {"Gao rose. The town of Gao fell.", "L\tGao\ttown of Gao\n",
       "Gao rose. The town of [L Gao] fell."},
      {"Gao rose. Gao City Bank fell.", "L\tGao\tGao City\nO\tGao City Bank\n",
       "Gao rose. [L Gao] City Bank fell."},
      {"Gao rose.", "L\tGao\tnowhere to be found\n", "Gao rose."},
      {"Gao rose.", "L\tGao\tKidal rose\n", "Gao rose."},
  });
}

TEST_CASE("a minus marks what is no name") {
  check_all({
      {"Rice left. Rice was dear.", "-\tRice\tRice was\nP\tRice\n",
       "[P Rice] left. Rice was dear."},
      {"the Bank of Mali left Mali", "-\tBank of Mali\nL\tMali\n",
       "the Bank of Mali left [L Mali]"},
  });
}

TEST_CASE("a name may be broken across two lines") {
  check_all({
      {"then the Bank\nof Mali left", "O\tBank of Mali\n", "then the [O Bank\nof Mali] left"},
      {"in the town of\nGao", "L\tGao\ttown of Gao\n", "in the town of\n[L Gao]"},
  });
}

TEST_CASE("the title of an article is a headline of the text") {
  const test::TempFolder folder;
  const auto article =
      folder.write("a.jsonl", R"({"id": "a", "title": "Gao waits", "text": "Awa left Gao."})");
  const auto names = folder.write("toy.names", "=== a\nL\tGao\nP\tAwa\n");
  const auto texts = read_marked_articles(article.string(), names);
  REQUIRE(texts.size() == 1);
  CHECK(with_marks(texts[0]) == "[L Gao] waits\n[P Awa] left [L Gao].");
  CHECK(texts[0].headline_end == 10);
}

TEST_CASE("articles come from several places, and those without a list are left out") {
  const test::TempFolder folder;
  const auto first = folder.write("one/a.txt", "then Awa left");
  folder.write("one/b.txt", "then Omar left");
  const auto second = folder.write("two/c.txt", "in Gao");
  const auto names = folder.write("toy.names", "=== c\nL\tGao\n=== a\nP\tAwa\n");
  const auto texts = read_marked_articles(
      first.parent_path().string() + "," + second.parent_path().string(), names);
  REQUIRE(texts.size() == 2);
  CHECK(with_marks(texts[0]) == "then [P Awa] left");
  CHECK(with_marks(texts[1]) == "in [L Gao]");
}

TEST_CASE("a listed article that is not there is an error that names it") {
  const test::TempFolder folder;
  const auto article = folder.write("articles/a.txt", "then Awa left");
  const auto names = folder.write("toy.names", "=== a\nP\tAwa\n=== lost\nP\tAwa\n");
  const std::string error =
      error_of([&] { read_marked_articles(article.parent_path().string(), names); });
  CHECK(error.find("lost") != std::string::npos);
}

TEST_CASE("a line of the list that is not understood is named") {
  const test::TempFolder folder;
  const auto article = folder.write("articles/a.txt", "then Awa left");
  for (const char* bad :
       {"=== a\nX\tAwa\n", "=== a\nP Awa\n", "=== a\nP\t\n", "# first\nP\tAwa\n"}) {
    CAPTURE(bad);
    const auto names = folder.write("bad.names", bad);
    CHECK(error_of([&] {
            read_marked_articles(article.parent_path().string(), names);
          }).find("bad.names:2:") != std::string::npos);
  }
}

TEST_CASE("a list that is not there is an error") {
  const test::TempFolder folder;
  const auto article = folder.write("articles/a.txt", "then Awa left");
  CHECK(error_of([&] {
          read_marked_articles(article.parent_path().string(), folder.path() / "none.names");
        }).find("none.names") != std::string::npos);
}

}  // namespace
}  // namespace dateline
