// Tests of the whole analysis of an article.
#include "indexer/analyze/article_analyzer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace dateline {
namespace {

const EntityTagger& tagger() {
  static const EntityTagger tagger;
  return tagger;
}

AnalyzedArticle analyze(Article article, const AnalysisOptions& options = {}) {
  ArticleAnalyzer analyzer(options, tagger());
  return analyzer.analyze(std::move(article));
}

bool has_name(const AnalyzedArticle& analyzed, NameType type, std::string_view text) {
  return std::ranges::find(analyzed.names, Name{type, std::string(text)}) != analyzed.names.end();
}

bool has_term(const AnalyzedArticle& analyzed, std::string_view text) {
  for (std::size_t i = 0; i < analyzed.terms.size(); ++i) {
    if (analyzed.terms[i].text == text) {
      return true;
    }
  }
  return false;
}

/// The terms in order, with all that the index will hold of them.
std::string list_of(TermList terms) {
  terms.sort();
  std::string list;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    list += std::string(terms[i].text) + ":" + std::to_string(terms[i].wdf);
    for (const std::uint32_t position : terms[i].positions) {
      list += " " + std::to_string(position);
    }
    list += "\n";
  }
  return list;
}

Article flood() {
  Article article;
  article.id = "flood";
  article.url = "https://www.example.org/2023/02/07/flood";
  article.text =
      "Flood closes market in Mali\n\n"
      "By Jane Doe\n\n"
      "BAMAKO (Reuters) - The river Niger rose by two metres in Mali, the United Nations said.\n\n"
      "Boats in the harbour. (John Roe/AFP via Getty Images)\n\n"
      "Agence France-Presse contributed to this report.\n";
  return article;
}

TEST_CASE("an article is completed before its terms and names are taken") {
  const AnalyzedArticle analyzed = analyze(flood());
  CHECK(analyzed.article.title == "Flood closes market in Mali");
  CHECK_FALSE(analyzed.article.title_derived);
  CHECK(analyzed.article.text.starts_with("By Jane Doe"));
  CHECK(analyzed.article.author == "Jane Doe");
  CHECK(analyzed.article.source == "example.org");
  CHECK(analyzed.article.language == "en");
  REQUIRE(analyzed.article.date);
  CHECK(to_string(*analyzed.article.date) == "2023-02-07");
  CHECK(has_term(analyzed, "Zmarket"));
  CHECK(has_term(analyzed, "Smarket"));
  CHECK(has_term(analyzed, "Adoe"));
}

TEST_CASE("names come from the story and not from its litter") {
  const AnalyzedArticle analyzed = analyze(flood());
  CHECK(has_name(analyzed, NameType::Location, "Mali"));
  CHECK(has_name(analyzed, NameType::Organization, "United Nations"));
  CHECK(has_name(analyzed, NameType::Source, "example.org"));
  for (const Name& name : analyzed.names) {
    CAPTURE(name.text);
    CHECK(name.text.find("Doe") == std::string::npos);
    CHECK(name.text.find("Roe") == std::string::npos);
    CHECK(name.text.find("Reuters") == std::string::npos);
    CHECK(name.text.find("France-Presse") == std::string::npos);
    CHECK(name.text.find("Getty") == std::string::npos);
  }
}

TEST_CASE("litter stays searchable as text") {
  CHECK(has_term(analyze(flood()), "Zgetti"));
}

TEST_CASE("names are in order, each once") {
  const AnalyzedArticle analyzed = analyze(flood());
  CHECK(std::ranges::is_sorted(analyzed.names));
  CHECK(std::ranges::adjacent_find(analyzed.names) == analyzed.names.end());
}

TEST_CASE("without entities the outlet alone is a name") {
  const AnalyzedArticle analyzed = analyze(flood(), {.language = "en", .entities = false});
  REQUIRE(analyzed.names.size() == 1);
  CHECK(analyzed.names.front() == Name{NameType::Source, "example.org"});
}

TEST_CASE("an outlet too long for a term is no name") {
  Article article = flood();
  article.source = std::string(max_name_bytes + 1, 'x');
  CHECK(analyze(article, {.language = "en", .entities = false}).names.empty());
}

TEST_CASE("a derived title is not tagged a second time") {
  Article article;
  article.text = "The river Niger rose by two metres in Mali. Nobody was hurt.";
  const AnalyzedArticle analyzed = analyze(article);
  CHECK(analyzed.article.title == "The river Niger rose by two metres in Mali.");
  CHECK(analyzed.article.title_derived);
  CHECK(has_name(analyzed, NameType::Location, "Mali"));
}

TEST_CASE("an article is of its own language, else of that of the options") {
  const auto language_of = [](const char* own, const char* option) {
    Article article = flood();
    article.language = own;
    return analyze(article, {.language = option, .entities = false}).article.language;
  };
  CHECK(language_of("fr", "en") == "fr");
  CHECK(language_of("FR-ca", "en") == "fr");
  CHECK(language_of("", "de") == "de");
  CHECK(language_of("tlh", "de") == "de");
}

TEST_CASE("an empty article has no terms and no names") {
  const AnalyzedArticle analyzed = analyze({});
  CHECK(analyzed.terms.empty());
  CHECK(analyzed.names.empty());
  CHECK(analyzed.article.title.empty());
}

TEST_CASE("the same article gives the same answer from an analyzer that has seen others") {
  ArticleAnalyzer analyzer({}, tagger());
  Article other;
  other.text = "Le fleuve est monté au Mali. Personne n’a été blessé.";
  other.language = "fr";
  analyzer.analyze(other);
  const AnalyzedArticle again = analyzer.analyze(flood());
  const AnalyzedArticle fresh = analyze(flood());
  CHECK(again.article == fresh.article);
  CHECK(list_of(again.terms) == list_of(fresh.terms));
  CHECK(again.names == fresh.names);
}

}  // namespace
}  // namespace dateline
