// Mentions by their places in articles as they were read.
#include "indexer/analyze/annotator.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "common/text/utf8.h"

namespace dateline {

namespace {

const EntityTagger& shared_tagger() {
  static const EntityTagger tagger;
  return tagger;
}

AnnotatedArticle annotate(const std::string& title, const std::string& text) {
  Article article;
  article.id = "a";
  article.title = title;
  article.text = text;
  return annotate_article(article, {}, shared_tagger());
}

/// The part of a text between two code points.
std::string slice(std::string_view text, std::size_t begin, std::size_t end) {
  std::string part;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t bytes = code_point_at(text, at).bytes;
    if (number >= begin && number < end) {
      part.append(text, at, bytes);
    }
    at += bytes;
  }
  return part;
}

/// "text=entity; …" of the mentions of one type, after a check of their places.
std::string mentions_of(const AnnotatedArticle& annotated, std::string_view type) {
  std::string list;
  std::size_t last = 0;
  for (const Annotation& mention : annotated.mentions) {
    CHECK(mention.begin < mention.end);
    CHECK(last <= mention.begin);
    CHECK(slice(annotated.text, mention.begin, mention.end) == mention.text);
    last = mention.begin;
    if (mention.type == type) {
      list += (list.empty() ? "" : "; ") + mention.text + "=" + mention.entity;
    }
  }
  return list;
}

}  // namespace

TEST_CASE("the text is title and text as they were, and mentions stand in it as they were") {
  const std::string text =
      "😀 President Emmanuel\u00A0Macron was in Paris\u200B on January\u00A027, 2023.\r\n"
      "GoÃ¯ta was not there.";
  const AnnotatedArticle annotated = annotate("Macron  in Paris", text);
  CHECK(annotated.text == "Macron  in Paris\n" + text);
  CHECK(annotated.id == "a");
  const std::string persons = mentions_of(annotated, "person");
  CHECK(persons.find("Emmanuel\u00A0Macron=Emmanuel Macron") != std::string::npos);
  CHECK(mentions_of(annotated, "location").find("Paris=Paris") != std::string::npos);
  CHECK(mentions_of(annotated, "date") == "January\u00A027, 2023=2023-01-27");
}

TEST_CASE("an empty title adds nothing, and no headline is set off") {
  const std::string text =
      "Macron visits Mali\n\nPresident Emmanuel Macron visited Mali on 3 May 2021, he said.\n";
  const AnnotatedArticle annotated = annotate("", text);
  CHECK(annotated.text == text);
  CHECK(mentions_of(annotated, "date") == "3 May 2021=2021-05-03");
}

TEST_CASE("the names in a title are marked wherever it stands") {
  const std::string title = "Emmanuel Macron leaves Mali";
  const std::string text =
      title + "\r\n\r\nPresident Emmanuel Macron said that the troops leave Mali.\r\n";
  const std::string locations = mentions_of(annotate(title, text), "location");
  CHECK(locations == "Mali=Mali; Mali=Mali; Mali=Mali");
}

TEST_CASE("a title too long to be one leads back to itself") {
  const std::string title = std::string(1100, 'x') + " on 3 May 2021 in";
  const AnnotatedArticle annotated = annotate(title, "He was there on 4 May 2021, too.");
  CHECK(mentions_of(annotated, "date") == "3 May 2021=2021-05-03; 4 May 2021=2021-05-04");
}

TEST_CASE("the lines that tell of the publication hold no dates, but resolve others") {
  const AnnotatedArticle annotated = annotate(
      "Talks in Mali", "Published: 6 February 2023\n\nThe talks began on 27 January, he said.");
  CHECK(mentions_of(annotated, "date") == "27 January=2023-01-27");
}

TEST_CASE("what is annotated is what is indexed") {
  Article article;
  article.title = "Macron meets Angela Merkel";
  article.text =
      "BERLIN, Feb. 6, 2023 (Reuters) - President Emmanuel Macron met Angela Merkel in Berlin on "
      "January 27 and in March 2022.\n\nMacron then flew to Mali.";
  ArticleAnalyzer analyzer({}, shared_tagger());
  const AnalyzedArticle analyzed = analyzer.analyze(article);
  std::set<std::string> indexed;
  for (const Name& name : analyzed.names) {
    if (name.type != NameType::Source) {
      indexed.insert(std::string(to_string(name.type)) + " " + name.text);
    }
  }
  for (const Period& period : analyzed.mentioned) {
    indexed.insert("date " + to_string(period));
  }
  std::set<std::string> annotated;
  for (const Annotation& mention : annotate_article(article, {}, shared_tagger()).mentions) {
    annotated.insert(std::string(mention.type) + " " + mention.entity);
  }
  CHECK(annotated == indexed);
  CHECK(annotated.contains("date 2023-01-27"));
  CHECK(annotated.contains("date 2022-03"));
}

}  // namespace dateline
