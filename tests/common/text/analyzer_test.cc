// Rows of an article and its terms: "term:wdf[positions]".
#include "common/text/analyzer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "common/text/utf8.h"

namespace dateline {
namespace {

std::string terms_of(const Article& article) {
  StemmerSet stemmers;
  std::string list;
  for (const Term& term : analyze_article(article, stemmers)) {
    list += list.empty() ? "" : " ";
    list += term.text + ":" + std::to_string(term.wdf);
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

Article article_of(std::string_view title, std::string_view text,
                   std::string_view language = "en") {
  Article article;
  article.title = title;
  article.text = text;
  article.language = language;
  return article;
}

std::uint32_t length_of(const Article& article) {
  StemmerSet stemmers;
  std::uint32_t length = 0;
  for (const Term& term : analyze_article(article, stemmers)) {
    length += term.wdf;
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

TEST_CASE("terms are in order, each once, and none is too long for Xapian") {
  Article article = article_of("Words of 100 kB", std::string(100'000, 'x') + " Goïta goita");
  article.text += " " + std::string(100'000, 'x') + "y";
  StemmerSet stemmers;
  const std::vector<Term> terms = analyze_article(article, stemmers);
  CHECK(std::ranges::is_sorted(terms, {}, &Term::text));
  CHECK(std::ranges::adjacent_find(terms, {}, &Term::text) == terms.end());
  for (const Term& term : terms) {
    CHECK(term.text.size() <= max_term_bytes);
  }
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
