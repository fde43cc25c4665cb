// Rows of an article and its terms: "term:wdf[positions]".
#include "common/text/analyzer.h"

#include <doctest/doctest.h>

#include <random>
#include <set>
#include <string>
#include <string_view>

#include "common/text/utf8.h"

namespace dateline {
namespace {

std::string terms_of(const Article& article, TermAnalyzer& analyzer) {
  TermList terms;
  analyzer.analyze(article, terms);
  terms.sort();
  std::string list;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const TermList::Term term = terms[i];
    list += list.empty() ? "" : " ";
    list += std::string(term.text) + ":" + std::to_string(term.wdf);
    if (!term.positions.empty()) {
      list += "[";
      for (const std::uint32_t position : term.positions) {
        list += (list.back() == '[' ? "" : ",") + std::to_string(position);
      }
      list += "]";
    }
  }
  return list;
}

std::string terms_of(const Article& article) {
  TermAnalyzer analyzer;
  return terms_of(article, analyzer);
}

Article article_of(std::string_view title, std::string_view text,
                   std::string_view language = "en") {
  Article article;
  article.title = title;
  article.text = text;
  article.language = language;
  return article;
}

std::uint32_t length_of(const Article& article) {
  TermList terms;
  TermAnalyzer().analyze(article, terms);
  std::uint32_t length = 0;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    length += terms[i].wdf;
  }
  return length;
}

TEST_CASE("stems have positions and weight, exact words only where the stem does not tell them") {
  CHECK(terms_of(article_of("", "human rights")) == "Zhuman:1[1] Zright:1[2] rights:0");
  CHECK(terms_of(article_of("", "run running run")) == "Zrun:3[1,2,3] run:0 running:0");
  CHECK(terms_of(article_of("", "run run")) == "Zrun:2[1,2]");
}

TEST_CASE("a compound adds a term at the position of its first word, but no length") {
  CHECK(terms_of(article_of("", "al-Qaeda")) == "Zal:1[1] Zalqaeda:0[1] Zqaeda:1[2]");
  CHECK(length_of(article_of("", "al-Qaeda in Côte d'Ivoire")) == 6);
}

TEST_CASE("a title counts twice, lies apart from the text and is a field of its own") {
  CHECK(terms_of(article_of("Mali", "Mali")) == "Smali:0[1] Zmali:3[1,102]");
}

TEST_CASE("a derived title has no weight of its own") {
  Article article = article_of("Mali", "Mali acts");
  article.title_derived = true;
  CHECK(terms_of(article) == "Smali:0[1] Zact:1[2] Zmali:1[1] acts:0");
}

TEST_CASE("an author is a field without weight") {
  Article article = article_of("", "Mali");
  article.author = "Jane Doe";
  CHECK(terms_of(article) == "Adoe:0[2] Ajane:0[1] Zmali:1[1]");
}

TEST_CASE("an article is stemmed in its own language") {
  CHECK(terms_of(article_of("", "chevaux", "fr")) == "Zcheval:1[1] chevaux:0");
  CHECK(terms_of(article_of("", "chevaux", "en")) == "Zchevaux:1[1]");
}

TEST_CASE("every term comes once, and none is too long for Xapian") {
  const std::string long_word(100'000, 'x');
  Article article = article_of(long_word + "y", long_word + " Goïta goita " + long_word + "y");
  article.author = long_word;
  TermList terms;
  TermAnalyzer().analyze(article, terms);
  std::set<std::string_view> texts;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    CAPTURE(terms[i].text);
    CHECK(terms[i].text.size() <= max_term_bytes);
    CHECK(texts.insert(terms[i].text).second);
  }
  CHECK(texts.contains(make_term("Z", long_word)));
  CHECK(texts.contains(make_term("Z", long_word + "y")));
  CHECK(texts.contains(make_term("S", long_word + "y")));
  CHECK(texts.contains(make_term("A", long_word)));
}

TEST_CASE("a word just short enough for its term stands whole, and a longer one does not") {
  const std::string longest(max_term_bytes - 1, 'x');
  CHECK(terms_of(article_of("", longest)) == "Z" + longest + ":1[1]");
  CHECK(terms_of(article_of("", longest + "x")) == make_term("Z", longest + "x") + ":1[1]");
}

/// Words that come together for the first time, or come again, in one language or another.
std::string random_text(std::mt19937& random) {
  std::string text;
  for (auto words = random() % 40; words > 0; --words) {
    const char first = static_cast<char>('a' + random() % 4);
    const std::string_view endings[] = {"et", "ets", "eting", "et-run", "et's", "été"};
    text += first + std::string(endings[random() % std::size(endings)]) + " ";
  }
  return text;
}

TEST_CASE("the terms of an article do not depend on the articles before it") {
  constexpr unsigned seed = 20230207;
  CAPTURE(seed);
  std::mt19937 random(seed);
  TermAnalyzer analyzer;
  for (int round = 0; round < 300; ++round) {
    Article article =
        article_of(random_text(random), random_text(random), random() % 2 == 0 ? "en" : "fr");
    article.author = random_text(random);
    CAPTURE(article.text);
    REQUIRE(terms_of(article, analyzer) == terms_of(article));
  }
}

TEST_CASE("terms stay the same when an analyzer has met more words than it keeps") {
  Article many = article_of("", "");
  for (int i = 0; i < 280'000; ++i) {
    many.text += "x" + std::to_string(i) + " ";
  }
  TermAnalyzer analyzer;
  TermList terms;
  analyzer.analyze(many, terms);
  CHECK(terms.size() == 280'000);
  CHECK(terms_of(article_of("Mali", "Mali acts"), analyzer) ==
        terms_of(article_of("Mali", "Mali acts")));
}

TEST_CASE("a value too long for a term keeps its beginning and differs from others") {
  const std::string a(300, 'a');
  const std::string term = make_term("XP", a);
  CHECK(term.size() == max_term_bytes);
  CHECK(term.starts_with("XPaaaa"));
  CHECK(term != make_term("XP", a + "b"));
  CHECK(make_term("XP", std::string(243, 'a')) == "XP" + std::string(243, 'a'));
  // Cut between characters, never within one.
  CHECK(is_valid_utf8(make_term("Q", std::string(210, 'a') + std::string("é", 2) + a)));
}

TEST_CASE("the fingerprint is the same every time") {
  CHECK(analyzer_fingerprint() == analyzer_fingerprint());
  CHECK(analyzer_fingerprint().size() == 32);
}

}  // namespace
}  // namespace dateline
