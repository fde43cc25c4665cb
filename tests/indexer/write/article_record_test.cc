// Which terms, slots and bytes an article becomes.
#include "indexer/write/article_record.h"

#include <doctest/doctest.h>

#include <string>

#include "common/archive/name_dictionary.h"
#include "common/archive/slot_codec.h"
#include "common/archive/stored_article.h"
#include "common/field.h"

namespace dateline {
namespace {

AnalyzedArticle sample() {
  AnalyzedArticle analyzed;
  Article& article = analyzed.article;
  article.id = "march/kidal";
  article.origin = {"/news/march/kidal.txt", ""};
  article.title = "Kidal";
  article.text = "Human rights.";
  article.language = "en";
  article.date = std::chrono::sys_days(std::chrono::year{2023} / 2 / 6);
  TermAnalyzer().analyze(article, analyzed.terms);
  analyzed.names = {{NameType::Location, "Kidal"}, {NameType::Source, "Sahel Courier"}};
  return analyzed;
}

std::string terms_of(const Xapian::Document& document) {
  std::string list;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    const std::string text = *term;
    list += (list.empty() ? "" : " ") + (text.starts_with('U') ? "U…" : text) + ":" +
            std::to_string(term.get_wdf());
  }
  return list;
}

TEST_CASE("an article becomes terms, slots and stored text") {
  const AnalyzedArticle analyzed = sample();
  ArticleRecord record = to_record(analyzed, "0123456789abcdef");
  CHECK(record.names == analyzed.names);
  record.values[static_cast<std::size_t>(Slot::Names)] = pack_name_ids(std::vector<NameId>{3, 7});
  const Xapian::Document document = to_document(record);
  CHECK(terms_of(document) ==
        "Len:0 M202302:0 Qmarch/kidal:0 Skidal:0 U…:0 XLKidal:0 XSSahel Courier:0 Zhuman:1 "
        "Zkidal:2 Zright:1 rights:0");
  const auto value = [&document](Slot slot) {
    return document.get_value(static_cast<Xapian::valueno>(slot));
  };
  CHECK(unpack_date(value(Slot::Date)) == analyzed.article.date);
  CHECK(value(Slot::Id) == "march/kidal");
  CHECK(value(Slot::Names) == pack_name_ids(std::vector<NameId>{3, 7}));
  CHECK(value(Slot::Digest) == "0123456789abcdef");
  CHECK(from_stored(document.get_data()) == analyzed.article);
}

TEST_CASE("a definition is a term that is read again, where it can be one") {
  const NameDefinition definition{"AU", "African Union"};
  CHECK(definition_term(definition) == "XDAU African Union");
  CHECK(parse_definition("XDAU African Union") == definition);
  CHECK(!parse_definition("XPAU African Union"));
  CHECK(!parse_definition("XDAU"));
  CHECK(!definition_term({"", "African Union"}));
  CHECK(!definition_term({"A U", "African Union"}));
  CHECK(!definition_term({"AU", ""}));
  CHECK(definition_term({"AU", std::string(max_term_bytes - 5, 'a')}));
  CHECK(!definition_term({"AU", std::string(max_term_bytes - 4, 'a')}));
  AnalyzedArticle analyzed = sample();
  analyzed.definitions = {definition, {"A U", "not one"}};
  const Xapian::Document document = to_document(to_record(analyzed, {}));
  CHECK(terms_of(document).find(" XDAU African Union:0 ") != std::string::npos);
  CHECK(terms_of(document).find("not one") == std::string::npos);
}

TEST_CASE("the digest of what was read changes with all of it, and with the model") {
  const Article article = sample().article;
  const std::string digest = read_digest(article, "rules-1");
  CHECK(digest.size() == 16);
  CHECK(read_digest(article, "rules-1") == digest);
  CHECK(read_digest(article, "none") != digest);
  Article moved = article;
  moved.origin.path = "/other";
  CHECK(read_digest(moved, "rules-1") != digest);
  Article dated = article;
  dated.date.reset();
  CHECK(read_digest(dated, "rules-1") != digest);
}

TEST_CASE("ids and paths of any length are terms that Xapian takes") {
  CHECK(id_term(std::string(300, 'a')).size() <= max_term_bytes);
  CHECK(origin_term({std::string(5000, 'a'), "1"}).size() <= max_term_bytes);
  CHECK(origin_term({"a", "1"}) != origin_term({"a1", ""}));
}

}  // namespace
}  // namespace dateline
