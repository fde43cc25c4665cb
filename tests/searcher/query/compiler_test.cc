#include "searcher/query/compiler.h"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/archive/slot_codec.h"
#include "common/archive/stored_article.h"
#include "common/article.h"
#include "common/text/analyzer.h"
#include "searcher/match/vocabulary.h"
#include "searcher/query/parser.h"
#include "tests/support/temp_folder.h"
#include "trees.h"

namespace dateline {
namespace {

using test::wednesday;

/// An article of the small archive, and the names it carries.
struct Entry {
  Article article;
  std::vector<Name> names;
};

/// A small archive, written from the analyzer's terms as the archive's description says.
class SmallArchive {
 public:
  explicit SmallArchive(std::vector<std::string> languages) : languages_(std::move(languages)) {}

  void add(const Entry& entry) {
    Xapian::Document document;
    TermList terms;
    analyzer_.analyze(entry.article, terms);
    for (std::size_t i = 0; i < terms.size(); ++i) {
      const std::string text(terms[i].text);
      document.add_term(text, terms[i].wdf);
      for (const std::uint32_t position : terms[i].positions) {
        document.add_posting(text, position, 0);
      }
    }
    for (const Name& name : entry.names) {
      if (known_.try_emplace(name, names_.size()).second) {
        names_.add(name);
      }
      document.add_boolean_term(make_term(field_of(name.type).prefix, name.text));
    }
    document.add_boolean_term(make_term(find_field("language")->prefix, entry.article.language));
    if (entry.article.date) {
      document.add_value(static_cast<Xapian::valueno>(Slot::Date), pack_date(*entry.article.date));
      document.add_boolean_term(month_term(*entry.article.date));
    }
    document.set_data(to_stored(entry.article));
    database_.add_document(document);
  }

  void join(const Name& shown, const Name& other) {
    names_.join({known_.at(shown), known_.at(other)});
  }

  QueryContext context() const {
    entities_ = EntityMap(names_);
    vocabulary_ = read_vocabulary(database_, languages_);
    return {entities_, languages_,
            [this](const Field*) -> ArchiveVocabulary& { return vocabulary_; }};
  }

  /// The ids of the articles that match, in order of their numbers, with spaces between.
  std::string find(const Xapian::Query& query) const {
    std::string ids;
    for (const auto& [id, score] : scores(query)) {
      ids += (ids.empty() ? "" : " ") + id;
    }
    return ids;
  }

  std::map<std::string, double> scores(const Xapian::Query& query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    const Xapian::MSet found = enquire.get_mset(0, database_.get_doccount());
    std::map<std::string, double> scores;
    for (auto it = found.begin(); it != found.end(); ++it) {
      scores[from_stored(it.get_document().get_data()).value().id] = it.get_weight();
    }
    return scores;
  }

  CompiledQuery compile(std::string_view query) const {
    return compile_query(parse_query(query, QuerySyntax::Query, wednesday).tree, context());
  }

 private:
  std::vector<std::string> languages_;
  TermAnalyzer analyzer_;
  NameDictionary names_;
  mutable EntityMap entities_;  // what the last context refers to
  mutable ArchiveVocabulary vocabulary_;
  std::map<Name, NameId> known_;
  std::shared_ptr<test::TempFolder> folder_ = std::make_shared<test::TempFolder>();
  Xapian::WritableDatabase database_{(folder_->path() / "xapian").string(),
                                     Xapian::DB_CREATE | Xapian::DB_NO_SYNC};
};

Entry entry(std::string id, std::string title, std::string text,
            std::optional<Date> date = std::nullopt, std::vector<Name> names = {}) {
  Entry made{{}, std::move(names)};
  made.article.id = std::move(id);
  made.article.title = std::move(title);
  made.article.text = std::move(text);
  made.article.date = date;
  made.article.language = "en";
  return made;
}

Date day(int year, unsigned month, unsigned date) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{date};
}

const Name goita{NameType::Person, "Assimi Goïta"};
const Name colonel{NameType::Person, "Colonel Goïta"};
const Name ibrahim{NameType::Person, "Ibrahim Goïta"};
const Name un{NameType::Organization, "United Nations"};

SmallArchive sahel() {
  SmallArchive archive({"en"});
  archive.add(entry("a", "Mali expels envoy", "Wagner fighters and human rights in Mali.",
                    day(2023, 2, 5), {goita, un}));
  archive.add(entry("b", "Rights groups accuse Wagner", "The human cost. Al-Qaeda attacks went on.",
                    day(2023, 2, 28), {colonel}));
  archive.add(entry("c", "Niger votes", "Elections in Niger; alqaeda stayed away.",
                    day(2022, 12, 31), {un}));
  archive.add(
      entry("d", "Bayreuth", "Wagner operas by humans, much loved.", std::nullopt, {ibrahim}));
  Entry french = entry("e", "Le Mali", "Les élections nationales.", day(2023, 1, 1));
  french.article.author = "Jeanne Dupont";
  archive.add(french);
  archive.join(goita, colonel);
  return archive;
}

struct Case {
  std::string_view query;
  std::string_view all;
  std::string_view any;
};

void check_all(const SmallArchive& archive, std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.query);
    const CompiledQuery compiled = archive.compile(c.query);
    CHECK(archive.find(compiled.all) == c.all);
    CHECK(archive.find(compiled.any) == c.any);
    if (!compiled.any_differs) {
      CHECK(archive.find(compiled.all) == archive.find(compiled.any));
    }
  }
}

TEST_CASE("words side by side must all match, or any of them") {
  check_all(sahel(), {
                         {"wagner", "a b d", "a b d"},
                         {"wagner human rights", "a b", "a b d"},
                         {"WAGNERS élection", "", "a b c d e"},
                         {"wagner AND mali", "a", "a"},
                         {"mali OR niger", "a c e", "a c e"},
                         {"wagner human OR niger", "a b c d", "a b c d"},
                         {"+wagner mali", "a", "a b d"},
                         {"+wagner +mali", "a", "a"},
                         {"(mali niger) AND wagner", "", "a"},
                         {"", "", ""},
                         {"nothing like it", "", ""},
                     });
}

TEST_CASE("what is excluded never matches, and excluding alone finds all others") {
  check_all(sahel(), {
                         {"wagner -mali", "b d", "b d"},
                         {"-wagner", "c e", "c e"},
                         {"NOT (wagner OR niger)", "e", "e"},
                         {"-(wagner mali)", "b c d e", "b c d e"},
                         {"mali niger -votes", "", "a e"},
                         {"niger OR -wagner", "c e", "c e"},
                         {"NOT NOT mali", "a e", "a e"},
                         {"-(-mali)", "a e", "a e"},
                         {"-place:Nowhere wagner", "a b d", "a b d"},
                     });
}

TEST_CASE("phrases match words in order, and compounds also as one word") {
  check_all(sahel(), {
                         {"\"human rights\"", "a", "a"},
                         {"\"rights human\"", "", ""},
                         {"\"human right\"", "a", "a"},
                         {"\"envoy Wagner\"", "", ""},  // title and text are apart
                         {"al-Qaeda", "b c", "b c"},
                         {"\"al-Qaeda\"", "b", "b"},
                         {"alqaeda", "b c", "b c"},
                         {"\"al Qaeda attacks\"", "b", "b"},
                         {"al/Qaeda", "b", "b"},
                     });
}

SmallArchive forms() {
  SmallArchive archive({"en"});
  archive.add(entry("a", "Run", "They run far."));
  archive.add(entry("b", "", "She runs a run on Mali."));
  archive.add(entry("c", "Running late", "Runs in Mali, Mali and Malian towns."));
  archive.add(entry("d", "", "Running to al-Qaeda, human rights in mind."));
  archive.add(entry("e", "Studies", "Human right, one study. The studio."));
  Entry signed_by = entry("f", "", "Nothing to see.");
  signed_by.article.author = "Jane Runs";
  archive.add(signed_by);
  return archive;
}

TEST_CASE("a word to the letter leaves its other forms out") {
  check_all(forms(), {
                         {"run", "a b c d", "a b c d"},
                         {"=run", "a b", "a b"},
                         {"=runs", "b c", "b c"},
                         {"=running", "c d", "c d"},
                         {"=RUN -=runs", "a", "a"},
                         {"title:=run", "a", "a"},
                         {"title:run", "a c", "a c"},
                         {"author:=run", "", ""},
                         {"author:run", "f", "f"},
                         {"author:=RUNS", "f", "f"},
                         {"=\"human right\"", "e", "e"},
                         {"\"human right\"", "d e", "d e"},
                         {"=al-qaeda", "d", "d"},
                         {"=alqaeda", "d", "d"},
                         {"=studi", "", ""},
                     });
}

TEST_CASE("wildcards stand for words as they are in the articles") {
  check_all(forms(), {
                         {"run*", "a b c d", "a b c d"},
                         {"run?", "b c", "b c"},
                         {"*ning", "c d", "c d"},
                         {"r*n", "a b", "a b"},
                         {"studi*", "e", "e"},
                         {"stud?", "e", "e"},
                         {"studi?", "e", "e"},
                         {"stu?", "", ""},
                         {"title:studi*", "e", "e"},
                         {"title:run?", "", ""},
                         {"al-q*da", "d", "d"},
                         {"alq*a", "d", "d"},
                         {"\"human r*t\"", "e", "e"},
                         {"\"human right*\"", "d e", "d e"},
                         {"\"hum* r*ts in\"", "d", "d"},
                         {"xyz*", "", ""},
                         {"-run*", "e f", "e f"},
                     });
}

TEST_CASE("fuzzy words stand for words that differ in few letters") {
  check_all(forms(), {
                         {"rnu~1", "a b", "a b"},
                         {"run~1", "a b c", "a b c"},
                         {"runing~1", "c d", "c d"},
                         {"mali~2", "b c d", "b c d"},  // "al"
                         {"malyan~1", "c", "c"},
                         {"alquaeda~1", "d", "d"},
                         {"\"human rihgt~1\"", "e", "e"},
                     });
}

TEST_CASE("words near each other stand in any order, each in a place of its own") {
  check_all(forms(), {
                         {"human NEAR/1 right", "d e", "d e"},
                         {"right NEAR/1 human", "d e", "d e"},
                         {"mali NEAR/3 mali", "c", "c"},
                         {"mali NEAR/5 mali NEAR/5 mali", "", ""},
                         {"\"run run\"~1", "", ""},
                         {"\"run run\"~2", "b", "b"},
                         {"running NEAR/1 \"al-Qaeda\"", "", ""},
                         {"running NEAR/2 \"al-Qaeda\"", "d", "d"},
                         {"al-Qaeda NEAR/1 human", "d", "d"},
                         {"qaeda NEAR/9 \"al-Qaeda\"", "", ""},
                         {"=runs NEAR/3 =run", "b", "b"},
                         {"(town OR mali) NEAR/3 malia*", "c", "c"},
                         {"title:running NEAR/1 title:late", "c", "c"},
                         {"late NEAR/99 mali", "", ""},  // title and text are apart
                         {"\"human rights\" NEAR/2 mind", "d", "d"},
                         {"\"human rights\" NEAR/2 rights", "", ""},
                     });
}

TEST_CASE("what a pattern stands for is said where it is nothing or too much") {
  SmallArchive archive({"en"});
  std::string text;
  for (int word = 0; word < 1500; ++word) {
    text += "w" + std::to_string(word) + " ";
  }
  archive.add(entry("a", "", text + text));
  archive.add(entry("b", "", "w7 w8"));
  const auto warnings = [&](std::string_view query) { return archive.compile(query).warnings; };
  REQUIRE(warnings("mali w*").size() == 1);
  CHECK(warnings("mali w*")[0] == QueryWarning{5,
                                               "'w*' stands for 1500 words; only the 300 in "
                                               "most articles are looked for"});
  CHECK(archive.find(archive.compile("w*").all) == "a b");
  REQUIRE(warnings("x*").size() == 1);
  CHECK(warnings("x*")[0].message == "no article has a word like 'x*'");
  CHECK(warnings("w1~1 w1~1").empty());
  std::string many;
  for (int word = 0; word < 40; ++word) {
    many += "*w" + std::to_string(word) + " ";
  }
  CHECK(warnings(many).size() == 8);
}

TEST_CASE("stop words must match, and weigh nothing beside other words") {
  const SmallArchive archive = forms();
  const auto scores = [&](std::string_view query) {
    return archive.scores(archive.compile(query).any);
  };
  // Stop words in another case and with an apostrophe are the same words.
  const auto told = scores("human");
  for (const std::string_view query :
       {"human the", "THE human", "human To In", "don't human", "I’d human"}) {
    CAPTURE(query);
    for (const auto& [id, score] : scores(query)) {
      CHECK(score == doctest::Approx(told.contains(id) ? told.at(id) : 0));
    }
  }
  CHECK(archive.find(archive.compile("human the").all) == "e");
  CHECK(archive.find(archive.compile("human the").any) == "d e");
  CHECK(archive.compile("ID human").all.get_description() !=
        archive.compile("I'd human").all.get_description());
  // Alone, in quotes or to the letter they are words like others.
  CHECK(scores("the").at("e") > 0);
  CHECK(scores("the in").at("d") > 0);
  CHECK(scores("human \"in mali\"").at("c") > 0);
  CHECK(scores("human =the").at("e") > told.at("e"));
}

TEST_CASE("what would take too long asks for less, and says so") {
  const SmallArchive archive = forms();
  const std::string anywhere =
      "1000000 articles are too many to look at each for '#'; those with its words anywhere are "
      "found";
  const std::string forms_too =
      "1000000 articles are too many to look at each for '#'; those with other forms of its words "
      "too are found";
  struct Row {
    std::string query;
    std::string exactly;
    std::string loosely;
    std::string message;
  };
  for (const Row& row : {Row{"human NEAR/1 mind", "", "d", anywhere},
                         {"\"human r*t\"", "e", "d e", forms_too},
                         {"=\"human right\"", "e", "d e", forms_too},
                         {"title:=run", "a", "a c", forms_too},
                         {"\"title:x\"", "", "", ""},
                         {"\"human rights\"", "d e", "d e", ""},
                         {"=run", "a b", "a b", ""}}) {
    CAPTURE(row.query);
    CHECK(archive.find(archive.compile(row.query).all) == row.exactly);
    QueryContext context = archive.context();
    context.count = [](const Xapian::Query&) { return std::size_t{1'000'000}; };
    const CompiledQuery compiled =
        compile_query(parse_query(row.query, QuerySyntax::Query, wednesday).tree, context);
    CHECK(archive.find(compiled.all) == row.loosely);
    std::string expected = row.message;
    if (!expected.empty()) {
      expected.replace(expected.find('#'), 1, row.query);
    }
    REQUIRE(compiled.warnings.size() == (expected.empty() ? 0 : 1));
    CHECK((expected.empty() || compiled.warnings[0].message == expected));
  }
}

TEST_CASE("title and author are searched by words and phrases") {
  check_all(sahel(), {
                         {"title:wagner", "b", "b"},
                         {"title:right", "b", "b"},
                         {"title:\"expel envoys\"", "a", "a"},
                         {"author:dupont", "e", "e"},
                         {"dupont", "", ""},
                     });
}

TEST_CASE("filters hold in either mode") {
  check_all(sahel(), {
                         {"mali niger org:\"united nations\"", "", "a c"},
                         {"wagner -org:\"United Nations\"", "b d", "b d"},
                         {"person:\"Assimi Goita\"", "a b", "a b"},  // by either of his names
                         {"person:\"colonel goïta\"", "a b", "a b"},
                         {"person:Goïta", "a b d", "a b d"},
                         {"person:\"Ibrahim Goïta\" OR org:\"United Nations\"", "a c d", "a c d"},
                         {"person:\"Assimi Goïta\" org:\"United Nations\"", "a", "a"},
                         {"person:Nobody wagner", "", ""},
                         {"language:English niger", "c", "c"},
                         {"language:fr", "", ""},
                     });
}

TEST_CASE("dates include their ends, and an article without one is in no range") {
  check_all(sahel(), {
                         {"date:2023", "a b e", "a b e"},
                         {"date:2023-02", "a b", "a b"},
                         {"date:2023-02-05..2023-02-27", "a", "a"},
                         {"date:2022-12-31..2023-01-01", "c e", "c e"},
                         {"date:2019..2024", "a b c e", "a b c e"},
                         {"before:2023", "c", "c"},
                         {"after:2023-01-01", "a b", "a b"},
                         {"after:2022", "a b e", "a b e"},
                         {"after:9999", "", ""},
                         {"-date:2023", "c d", "c d"},
                         {"wagner date:2022 OR mali date:2023", "a e", "a e"},
                     });
}

TEST_CASE("months stand for whole months, days for the rest") {
  const auto describe = [](DateRange range) {
    return compile_dates(std::array{range}).get_description();
  };
  CHECK(describe({day(2023, 1, 1), day(2023, 2, 28)}).find("M202302") != std::string::npos);
  CHECK(describe({day(2022, 1, 1), day(2023, 12, 31)}).find("M202201") != std::string::npos);
  CHECK(describe({day(2022, 1, 1), day(2024, 1, 31)}).find("RANGE") != std::string::npos);
  CHECK(describe({day(2023, 1, 1), day(2023, 2, 27)}).find("RANGE") != std::string::npos);
  CHECK(describe({earliest_date, latest_date}).find("RANGE") != std::string::npos);
  CHECK(compile_dates({}).empty());
}

TEST_CASE("filters and dates change no score") {
  const SmallArchive archive = sahel();
  const auto plain = archive.scores(archive.compile("wagner human").all);
  for (const std::string_view query :
       {"wagner human date:2023", "wagner human date:2023-01-02..", "person:Goïta wagner human",
        "wagner AND human AND person:Goïta", "wagner human (person:Goïta OR date:2023)",
        "wagner human -org:X"}) {
    CAPTURE(query);
    const Xapian::Query all = archive.compile(query).all;
    const auto narrowed = archive.scores(all);
    CHECK_FALSE(narrowed.empty());
    // Nor are they words of the query, by whose number some models weigh; what is excluded is no
    // part of what they count.
    CHECK((query.find('-') != std::string_view::npos || all.get_length() == 2));
    for (const auto& found : narrowed) {
      CHECK(found.second == doctest::Approx(plain.at(found.first)));
    }
  }
  for (const auto& found : archive.scores(archive.compile("person:Goïta -mali").all)) {
    CAPTURE(found.first);
    CHECK(found.second == 0);
  }
}

TEST_CASE("all words are those of the query without its filters") {
  const SmallArchive archive = sahel();
  for (const Case& c : {Case{"wagner human rights date:2022", "a b", ""},
                        {"wagner -date:2023 person:Goïta", "a b d", ""},
                        {"wagner AND date:2022", "a b d", ""},
                        {"date:2022", "a b c d e", ""},
                        {"wagner -mali date:2022", "b d", ""},
                        {"wagner (mali OR date:2022)", "a", ""}}) {
    CAPTURE(c.query);
    CHECK(archive.find(archive.compile(c.query).all_words) == c.all);
  }
}

TEST_CASE("it is known whether any word could be enough") {
  const SmallArchive archive = sahel();
  for (const std::string_view query :
       {"a b", "+a b", "(a b) OR c", "a AND (b c)", "a b date:2022"}) {
    CAPTURE(query);
    CHECK(archive.compile(query).any_differs);
  }
  for (const std::string_view query : {"", "a", "a AND b", "a OR b", "a -b", "+a +b", "a date:2022",
                                       "\"a b\"", "al-Qaeda", "a -(b c)", "person:A person:B"}) {
    CAPTURE(query);
    CHECK_FALSE(archive.compile(query).any_differs);
  }
}

std::string to_string(const std::vector<MatchPattern>& patterns) {
  std::string text;
  for (const MatchPattern& pattern : patterns) {
    text += text.empty() ? "" : ", ";
    text += pattern.field != nullptr ? std::string(pattern.field->name) + ":" : "";
    for (std::size_t i = 0; i < pattern.words.size(); ++i) {
      text += i > 0 ? " " : "";
      text += pattern.words[i].follows ? "+" : "";
      for (std::size_t j = 0; j < pattern.words[i].stems.size(); ++j) {
        text += (j > 0 ? "|" : "") + pattern.words[i].stems[j];
      }
      for (std::size_t j = 0; j < pattern.words[i].words.size(); ++j) {
        text += (j > 0 ? "|=" : "=") + pattern.words[i].words[j];
      }
    }
  }
  return text;
}

TEST_CASE("patterns are those of the words that may match") {
  const SmallArchive archive = sahel();
  for (const Case& c :
       {Case{"elections Elections election", "elect", ""},
        {"\"human rights\" title:rights right", "human right, title:right, right", ""},
        {"al-Qaeda", "al qaeda, alqaeda", ""},
        {"wagner -mali NOT (niger OR -chad)", "wagner, chad", ""},
        {"=run wag*", "=run, =wagner", ""},
        {"al-Qaeda NEAR/3 (mali OR =niger)", "al +qaeda mali=niger, alqaeda mali=niger", ""},
        {"\"mali niger\"~3 -xyz*", "mali niger", ""},
        {"xyz*", "", ""},
        {"person:Goïta date:2023", "", ""}}) {
    CAPTURE(c.query);
    CHECK(to_string(archive.compile(c.query).patterns) == c.all);
  }
}

TEST_CASE("a value that is not just a name is read as those with its words, with a warning") {
  const SmallArchive archive = sahel();
  const CompiledQuery partly = archive.compile("wagner person:Goïta");
  REQUIRE(partly.warnings.size() == 1);
  CHECK(partly.warnings[0] ==
        QueryWarning{7,
                     "no person is called just 'Goïta'; it is read as 'Assimi Goïta' or "
                     "'Ibrahim Goïta'"});
  const CompiledQuery nobody = archive.compile("person:Nobody");
  REQUIRE(nobody.warnings.size() == 1);
  CHECK(nobody.warnings[0] == QueryWarning{0, "no article has the person 'Nobody'"});
  CHECK(archive.compile("person:\"assimi GOITA\" person:\"Colonel Goïta\"").warnings.empty());
  CHECK(archive.compile("language:fr").warnings.size() == 1);
  CHECK(archive.compile("language:klingon").warnings.size() == 1);
}

TEST_CASE("a value with marks is read as the names that are like it") {
  const SmallArchive archive = sahel();
  for (const Case& c :
       {Case{"person:Go*", "a b d", "'Go*' is read as 'Assimi Goïta' or 'Ibrahim Goïta'"},
        {"person:\"ibr* go?ta\"", "d", "'ibr* go?ta' is read as 'Ibrahim Goïta'"},
        {"person:Guita~1", "a b d", "'Guita~1' is read as"},
        {"person:~Goitta", "a b d", "'~Goitta' is read as"},
        {"person:~\"Asimi Gueta\"", "a b", "is read as 'Assimi Goïta'"},
        {"org:*ations", "a c", "'*ations' is read as 'United Nations'"},
        {"person:x*", "", "no article has a person 'x*'"},
        {"person:~Xyzzy", "", "no article has a person '~Xyzzy'"}}) {
    CAPTURE(c.query);
    const CompiledQuery compiled = archive.compile(c.query);
    CHECK(archive.find(compiled.all) == c.all);
    REQUIRE(compiled.warnings.size() == 1);
    CHECK(compiled.warnings[0].message.find(c.any) != std::string::npos);
  }
}

TEST_CASE("the names of the entities that a filter means are known, but for those excluded") {
  const SmallArchive archive = sahel();
  CHECK(to_string(archive.compile("wagner person:\"Assimi Goïta\"").names) ==
        "=assimi =goita, =colonel =goita");
  CHECK(to_string(archive.compile("-person:Goïta org:\"United Nations\"").names) ==
        "=united =nations");
}

TEST_CASE("every part of a compiled query tells what it became") {
  const SmallArchive archive = sahel();
  const CompiledPart whole = archive.compile("wag* (mali OR -person:Goïta)").whole;
  REQUIRE(whole.parts.size() == 2);
  CHECK(to_string(whole.parts[0].patterns) == "=wagner");
  CHECK(whole.parts[1].offset == 6);
  CHECK(archive.find(query_of(whole.parts[0])) == "a b d");
  REQUIRE(whole.parts[1].parts.size() == 2);
  const CompiledPart& excluded = whole.parts[1].parts[1];
  CHECK(excluded.kind == QueryNode::Kind::Not);
  CHECK(excluded.parts[0].entities.size() == 2);
  CHECK(archive.find(query_of(excluded)) == "c e");
}

TEST_CASE("only the first of many names are named in a warning") {
  SmallArchive archive({"en"});
  for (const char* name : {"Ann Doe", "Bob Doe", "Cid Doe", "Dan Doe", "Eve Doe"}) {
    archive.add(entry(name, "", "", std::nullopt, {{NameType::Person, name}}));
  }
  const CompiledQuery compiled = archive.compile("person:doe");
  REQUIRE(compiled.warnings.size() == 1);
  CHECK(compiled.warnings[0].message ==
        "no person is called just 'doe'; it is read as 'Ann Doe', 'Bob Doe', 'Cid Doe' or 2 more");
}

TEST_CASE("several values of a filter mean any of them") {
  const SmallArchive archive = sahel();
  std::vector<QueryWarning> warnings;
  const std::vector<std::string> values = {"Ibrahim Goïta", "Nobody", "Assimi Goïta"};
  CHECK(archive.find(compile_filter(field_of(NameType::Person), values, archive.context(), warnings)
                         .query) == "a b d");
  CHECK(warnings.size() == 1);
  CHECK(compile_filter(field_of(NameType::Person), {}, archive.context(), warnings).query.empty());
}

TEST_CASE("each language of the archive adds its stem, in phrases too") {
  SmallArchive archive({"en", "fr"});
  archive.add(entry("en", "", "The Wagner groups spoke of nations."));
  Entry french = entry("fr", "", "Les groupes Wagner en parlaient.");
  french.article.language = "fr";
  archive.add(french);
  check_all(archive, {
                         {"wagner", "en fr", "en fr"},
                         {"\"Wagner group\"", "en", "en"},
                         {"\"groupes Wagner\"", "fr", "fr"},
                         {"\"group Wagner\"", "fr", "fr"},
                         {"parlaient", "fr", "fr"},
                         {"language:fr", "fr", "fr"},
                     });
}

TEST_CASE("an archive without articles finds nothing, whatever is asked") {
  const SmallArchive archive({});
  for (const std::string_view query :
       {"wagner", "\"human rights\"", "al-Qaeda", "-wagner", "a OR b", "date:2023"}) {
    CAPTURE(query);
    CHECK(archive.find(archive.compile(query).all).empty());
  }
}

TEST_CASE("what matches all of a random query matches any of it") {
  const SmallArchive archive = sahel();
  constexpr std::array<std::string_view, 14> pieces = {"wagner",
                                                       "mali",
                                                       "niger",
                                                       "human",
                                                       "al-Qaeda",
                                                       "\"human rights\"",
                                                       "title:rights",
                                                       "date:2023",
                                                       "org:\"United Nations\"",
                                                       "OR",
                                                       "AND",
                                                       "NOT",
                                                       "(",
                                                       ")"};
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    std::mt19937 random(seed);
    std::string query;
    for (auto length = random() % 9; length > 0; --length) {
      constexpr std::array<std::string_view, 4> signs = {" ", " ", " -", " +"};
      query += signs.at(random() % signs.size());
      query += pieces.at(random() % pieces.size());
    }
    CAPTURE(seed);
    CAPTURE(query);
    const CompiledQuery compiled = archive.compile(query);
    const auto any = archive.scores(compiled.any);
    const auto words = archive.scores(compiled.all_words);
    for (const auto& found : archive.scores(compiled.all)) {
      CHECK(any.contains(found.first));
      CHECK(words.contains(found.first));
    }
    if (!compiled.any_differs) {
      CHECK(archive.find(compiled.all) == archive.find(compiled.any));
    }
  }
}

}  // namespace
}  // namespace dateline
