#include "indexer/entities/run.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/indexer/entities/reading.h"

namespace dateline {
namespace {

/// "Awa Diallo | Gao": the runs as they are written.
std::string runs(std::string_view text, std::size_t headline_end = 0) {
  const Document& document = read_words(text, headline_end);
  std::string list;
  for (const Run& run : find_runs(document)) {
    const std::size_t begin = document.words[run.first].begin;
    list += list.empty() ? "" : " | ";
    list += text.substr(begin, document.words[run.end - 1].end - begin);
  }
  return list;
}

struct Case {
  std::string text;
  std::string runs;
};

void check_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(runs(c.text) == c.runs);
  }
}

TEST_CASE("a run is a stretch of capitalised words") {
  check_all({
      {"they met Awa Diallo near Gao", "Awa Diallo | Gao"},
      {"They left. Awa stayed in Gao", "They | Awa | Gao"},
      {"the army of Mali’s North", "Mali’s North"},
      {"the U.N. Mission (MINUSMA) left", "U.N. Mission | MINUSMA"},
      {"nobody came", ""},
      {"", ""},
  });
}

TEST_CASE("small connecting words belong to a run when a capital follows soon") {
  check_all({
      {"the Bank of Mali fell", "Bank of Mali"},
      {"the Ministry of Women and Children met", "Ministry of Women and Children"},
      {"envoy Joran de la Rua came", "Joran de la Rua"},
      {"the Bank of nothing", "Bank"},
      {"the Bank of and for Mali", "Bank of and for Mali"},
      {"the Bank of and for of Mali", "Bank | Mali"},
      {"Awa saw Omar", "Awa | Omar"},
  });
}

TEST_CASE("numbers belong to a run between capitals and behind one") {
  check_all({
      {"watching France 24 today", "France 24"},
      {"the Group of 20 Nations met", "Group of 20 Nations"},
      {"on May 5 Awa left", "May 5 Awa"},
      {"about 24 people", ""},
      {"some 24 Malians", "Malians"},
  });
}

TEST_CASE("particles before a capital belong to its run") {
  check_all({
      {"fighters like al Qaeda came", "al Qaeda"},
      {"then de la Rua spoke", "de la Rua"},
      {"they saw al, Qaeda", "Qaeda"},
  });
}

TEST_CASE("a nickname in quotation marks stands inside its run") {
  check_all({
      {"they met Rolando \"Boyet\" Macaraeg there", "Rolando \"Boyet\" Macaraeg"},
      {"they met Rolando “The Rock” Macaraeg there", "Rolando “The Rock” Macaraeg"},
      {"they told Rolando \"Boyet\" and left", "Rolando | Boyet"},
      {"they met Rolando. \"Boyet\" Macaraeg left", "Rolando | Boyet | Macaraeg"},
      {"then Awa, \"Peace is near,\" she said", "Awa | Peace"},
  });
}

TEST_CASE("names in a list make one run") {
  check_all({
      {"in Gao, Kidal, Mopti, and at Segou", "Gao, Kidal, Mopti | Segou"},
      {"Awa Diallo, a lawyer, left Gao", "Awa Diallo | Gao"},
      {"in Gao; Kidal was quiet", "Gao | Kidal"},
  });
}

TEST_CASE("a run ends where a headline does") {
  CHECK(runs("Talks Fail Gao waits for the rain to come", 10) == "Talks Fail | Gao");
  CHECK(runs("ARMY LEAVES KIDAL\nMali waits.") == "ARMY LEAVES KIDAL | Mali");
}

TEST_CASE("what is too long for one run goes on as another") {
  std::string text = "then";
  for (int i = 0; i < 1000; ++i) {
    text += i % 7 == 3 ? " Aa," : " Aa";
  }
  const Document& document = read_words(text);
  constexpr std::uint32_t longest = 64;
  std::uint32_t next = 1;
  for (const Run& run : find_runs(document)) {
    CHECK(run.first == next);
    CHECK(run.end > run.first);
    CHECK(run.end - run.first <= longest);
    next = run.end;
  }
  CHECK(next == document.words.size());
}

}  // namespace
}  // namespace dateline
