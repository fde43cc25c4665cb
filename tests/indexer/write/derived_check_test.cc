// What is derived again from a stored article is what was written, and any other index is told.
#include "indexer/write/derived_check.h"

#include <doctest/doctest.h>

#include "common/archive/slot_codec.h"
#include "common/archive/stored_article.h"
#include "common/field.h"

namespace dateline {
namespace {

const EntityTagger& tagger() {
  static const EntityTagger tagger;
  return tagger;
}

constexpr std::string_view digest = "0123456789abcdef";

ArticleRecord record_of(AnalyzedArticle analyzed) {
  return to_record(std::move(analyzed), digest);
}

std::string list_of(const TermList& terms) {
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

Article article_of(std::string title, std::string text, std::string language = {}) {
  Article article;
  article.id = "a%20b";
  article.origin = {"/news/a b\xFF.txt", ":7"};
  article.title = std::move(title);
  article.text = std::move(text);
  article.language = std::move(language);
  return article;
}

/// Articles that are odd in ways that could come back differently.
std::vector<Article> odd_articles() {
  std::vector<Article> articles = {
      article_of("", ""),
      article_of("",
                 "Flood closes market in Mali\n\nBAMAKO, Feb. 6, 2023 (Reuters) - The river "
                 "rose, the United Nations (UN) said. The UN was asked on 3 May.\n"),
      article_of("", "The river Niger rose by two metres in Mali. Nobody was hurt, said Jane Doe."),
      article_of("Flood closes market",
                 "Flood closes market\n\nFlood closes market\n\nBy Jane "
                 "Doe\n\nThe river rose in Paris.\n\n\n"),
      article_of("  Two\tlines\nof title ", "Text with %41 signs, a\r\nline end and\tmore. "),
      article_of("Les crues", "Le président Emmanuel Macron est arrivé à Bamako.", "fr"),
      article_of("Наводнение", "Президент Владимир Путин приехал в Москву.", "RU-ru"),
      article_of("x", "Language that nobody knows, said António Guterres.", "tlh"),
      article_of(std::string(1500, 'x') + " far too long for a title", "Text."),
      article_of("Only a title", ""),
      article_of("", "\n\n\n"),
      article_of("", "a" + std::string(400, 'b') + " " + std::string(300, 'c')),
  };
  articles[1].url = "https://www.example.org/2023/02/07/flood";
  articles[2].source = "The % Courier";
  articles[2].date = parse_date("2023-02-06");
  articles[3].author = "Jane%20Doe";
  return articles;
}

TEST_CASE("an article that comes back from the archive gives what it gave when it was written") {
  for (const bool entities : {true, false}) {
    ArticleAnalyzer analyzer({.language = "de", .entities = entities}, tagger());
    ArticleAnalyzer other({.language = "en", .entities = entities}, tagger());
    for (const Article& article : odd_articles()) {
      CAPTURE(article.text);
      const ArticleRecord written = record_of(analyzer.analyze(article));
      const std::optional<Article> stored = from_stored(written.data);
      REQUIRE(stored);
      const ArticleRecord derived = record_of(other.derive(*stored));
      CHECK(derived.data == written.data);
      CHECK(derived.values == written.values);
      CHECK(derived.names == written.names);
      CHECK(list_of(derived.terms) == list_of(written.terms));
    }
  }
}

/// A document as a writer leaves it, and the dictionary with its names.
struct Written {
  NameDictionary names;
  IndexedDocument document;
};

Written write(const Article& article) {
  Written written;
  ArticleAnalyzer analyzer({}, tagger());
  ArticleRecord record = record_of(analyzer.analyze(article));
  std::vector<NameId> ids;
  written.names.add({NameType::Person, "Nobody"});
  for (const Name& name : record.names) {
    ids.push_back(written.names.add(name));
  }
  record.values[static_cast<std::size_t>(Slot::Names)] = pack_name_ids(ids);
  written.document.number = 7;
  written.document.data = record.data;
  written.document.values = record.values;
  for (std::size_t i = 0; i < record.terms.size(); ++i) {
    written.document.terms.emplace_back(record.terms[i].text, record.terms[i].wdf);
  }
  return written;
}

/// The files that are said to be damaged.
std::string damaged(const Written& written, std::string_view model = EntityTagger::model_name()) {
  DocumentChecker checker(model, tagger(), written.names);
  std::string files;
  for (const Damage& damage : checker.check(written.document).damage) {
    CHECK(damage.message.find("document 7") != std::string::npos);
    files += (files.empty() ? "" : " ") + damage.file;
  }
  return files;
}

TEST_CASE("what was written is whole, also when its names were found by another model") {
  for (const Article& article : odd_articles()) {
    CAPTURE(article.text);
    const Written written = write(article);
    CHECK(damaged(written).empty());
    CHECK(damaged(written, "another model").empty());
  }
}

TEST_CASE("whatever differs is told, with the file it lies in") {
  const Article article = odd_articles()[1];
  const auto damaged_by = [&article](const auto& change, std::string_view model) {
    Written written = write(article);
    change(written);
    return damaged(written, model);
  };
  struct Case {
    const char* what;
    std::function<void(Written&)> change;
    const char* file;
  };
  const auto value = [](Written& written, Slot slot) -> std::string& {
    return written.document.values[static_cast<std::size_t>(slot)];
  };
  const std::vector<Case> cases = {
      {"text", [](Written& w) { w.document.data.back() ^= 1; }, "xapian/docdata.glass"},
      {"term", [](Written& w) { w.document.terms[3].first += "x"; }, "xapian/termlist.glass"},
      {"wdf", [](Written& w) { ++w.document.terms[3].second; }, "xapian/termlist.glass"},
      {"term less", [](Written& w) { w.document.terms.pop_back(); }, "xapian/termlist.glass"},
      {"term more", [](Written& w) { w.document.terms.emplace_back("~", 0); },
       "xapian/termlist.glass"},
      {"day", [&](Written& w) { value(w, Slot::Date).back() ^= 1; }, "xapian/postlist.glass"},
      {"id", [&](Written& w) { value(w, Slot::Id) += "x"; }, "xapian/postlist.glass"},
      {"size", [&](Written& w) { value(w, Slot::TextBytes) = "\1"; }, "xapian/postlist.glass"},
      {"digest", [&](Written& w) { value(w, Slot::Digest).clear(); }, "xapian/postlist.glass"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(damaged_by(c.change, EntityTagger::model_name()) == c.file);
    CHECK(damaged_by(c.change, "another model") == c.file);
  }
  const auto other_name = [&](Written& w) {
    value(w, Slot::Names) = pack_name_ids(std::array{0U});
  };
  CHECK(damaged_by(other_name, EntityTagger::model_name()) == "names.tsv");
  // Names that are not found again must at least be those of the terms.
  CHECK(damaged_by(other_name, "another model") == "xapian/termlist.glass");
  const auto no_name = [&](Written& w) { value(w, Slot::Names) = "\x7F"; };
  CHECK(damaged_by(no_name, EntityTagger::model_name()) == "names.tsv");
  const auto other_day = [&](Written& w) { value(w, Slot::Mentioned).clear(); };
  CHECK(damaged_by(other_day, EntityTagger::model_name()) == "xapian/postlist.glass");
  CHECK(damaged_by(other_day, "another model").empty());
}

TEST_CASE("sums tell every entry apart, and nothing of their order") {
  IndexSums first;
  first.add_posting("a", 1, 2);
  first.add_posting("b", 2, 1);
  IndexSums second;
  second.add_posting("b", 2, 1);
  second.add_posting("a", 1, 2);
  CHECK(first.postings == second.postings);
  const auto postings = [](std::string_view term, std::uint32_t document, std::uint32_t wdf) {
    IndexSums sums;
    sums.add_posting(term, document, wdf);
    return sums.postings;
  };
  CHECK(postings("a", 1, 2) != postings("a", 2, 1));
  CHECK(postings("a", 1, 2) != postings("b", 1, 2));
  const auto positions = [](std::vector<std::uint32_t> list) {
    IndexSums sums;
    sums.add_positions("a", 1, list);
    return sums.positions;
  };
  CHECK(positions({1, 2}) != positions({1, 3}));
  CHECK(positions({}) == 0);
}

}  // namespace
}  // namespace dateline
