#include "searcher/query/parser.h"

#include <doctest/doctest.h>

#include <chrono>
#include <initializer_list>
#include <string>
#include <string_view>

#include "trees.h"

namespace dateline {
namespace {

using test::wednesday;

struct Case {
  std::string_view query;
  std::string_view tree;
};

void check_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.query);
    const ParsedQuery parsed = parse_query(c.query, QuerySyntax::Query, wednesday);
    CHECK(to_string(parsed.tree) == c.tree);
    CHECK(parsed.tree.kind == QueryNode::Kind::Together);
    CHECK(parsed.warnings.empty());
  }
}

/// One warning, at `offset`, that says `message`.
struct Warned {
  std::string_view query;
  std::string_view tree;
  std::size_t offset;
  std::string_view message;
};

void check_warned(std::initializer_list<Warned> cases) {
  for (const Warned& c : cases) {
    CAPTURE(c.query);
    const ParsedQuery parsed = parse_query(c.query, QuerySyntax::Query, wednesday);
    CHECK(to_string(parsed.tree) == c.tree);
    REQUIRE(parsed.warnings.size() == 1);
    CHECK(parsed.warnings.front().offset == c.offset);
    CAPTURE(parsed.warnings.front().message);
    CHECK(parsed.warnings.front().message.find(c.message) != std::string::npos);
  }
}

TEST_CASE("words stand side by side, without the punctuation around them") {
  check_all({
      {"", ""},
      {"  \t\n", ""},
      {"Wagner human rights", "Wagner human rights"},
      {"Mali, 'Niger'; Chad!", "Mali Niger Chad"},
      {"U.N. D.C.", "U.N. D.C."},
      {"al-Qaeda O'Neil AT&T 1,000 3.5%", "al-Qaeda O'Neil AT&T 1,000 3.5"},
      {"#MinusmaDegage @OumarMacalou4", "#MinusmaDegage @OumarMacalou4"},
      {"& — … , . ;", ""},
      {"Goïta\xC2\xA0TOURÉ", "Goïta TOURÉ"},
      {"日本語", "日本語"},
      {"a=b 9/11 24/7", "a=b 9/11 24/7"},
  });
}

TEST_CASE("quotes of any sort make a phrase") {
  check_all({
      {R"("human rights")", R"("human rights")"},
      {"“human rights”", R"("human rights")"},
      {"„human rights“", R"("human rights")"},
      {"« human rights »", R"("human rights")"},
      {R"(“the "special" operation”)", R"(“the "special" operation”)"},
      {"\"  human \n rights \"", R"("human rights")"},
      {R"(oil"human rights"gas)", R"(oil "human rights" gas)"},
      {R"q("a (b OR c)")q", R"q("a (b OR c)")q"},
  });
}

TEST_CASE("signs count at the start of a word, after white space or a bracket") {
  check_all({
      {"+mali -wagner", "+mali -wagner"},
      {"(-mali)", "-mali"},
      {"(mali)-niger", "mali -niger"},
      {R"(-"human rights")", R"(-"human rights")"},
      {"-(mali niger)", "-(mali niger)"},
      {"-title:mali", "-title:mali"},
      {"al-Qaeda C++", "al-Qaeda C"},
      {"mali - niger + chad", "mali niger chad"},
      {"-", ""},
      {"-& mali", "mali"},
  });
}

TEST_CASE("NOT binds closest, then AND or nothing between, then OR") {
  check_all({
      {"a OR b", "a OR b"},
      {"a b OR c d", "(a b) OR (c d)"},
      {"a AND b OR c", "(a AND b) OR c"},
      {"a OR b AND c", "a OR (b AND c)"},
      {"NOT a b", "-a b"},
      {"NOT a AND b", "-a AND b"},
      {"a AND NOT b OR c", "(a AND -b) OR c"},
      {"NOT (a OR b)", "-(a OR b)"},
      {"a b AND c d", "a (b AND c) d"},
      {"a AND b AND c", "a AND b AND c"},
      {"a OR b OR c", "a OR b OR c"},
  });
}

TEST_CASE("brackets group, and those around everything or one word say nothing") {
  check_all({
      {"(a b)", "a b"},
      {"((a))", "a"},
      {"a (b c)", "a (b c)"},
      {"wagner (human OR civil)", "wagner (human OR civil)"},
      {"(a OR b)(c OR d)", "(a OR b) (c OR d)"},
  });
}

TEST_CASE("what is negated twice is demanded") {
  check_all({
      {"NOT NOT a", "+a"},
      {"NOT -a", "+a"},
      {"NOT +a", "-a"},
      {"NOT NOT NOT a", "-a"},
      {"-(-a)", "-(-a)"},
  });
}

TEST_CASE("operators in small letters or with punctuation are words") {
  check_all({
      {"war and peace", "war and peace"},
      {"Not or And", "Not or And"},
      {"ROCK AND, ROLL", "ROCK and ROLL"},
      {"'OR'", "or"},
  });
}

TEST_CASE("a known field binds to the word or phrase right after it") {
  check_all({
      {"title:oil price", "title:oil price"},
      {"TITLE:oil", "title:oil"},
      {R"(title:"oil price")", R"(title:"oil price")"},
      {"author:“Jane Doe”", R"(author:"Jane Doe")"},
      {"title:al-Qaeda", "title:al-Qaeda"},
      {"person:Goïta", R"(person:"Goïta")"},
      {"org:MINUSMA place:Mali", "organization:MINUSMA location:Mali"},
      {R"(source:"Sahel Courier")", R"(source:"Sahel Courier")"},
      {"lang:fr language:English", "language:fr language:English"},
      {R"(person:"A" person:"B")", "person:A person:B"},
      {"(person:A OR person:B)", "person:A OR person:B"},
      {"title:AND", "title:AND"},
  });
}

TEST_CASE("what only looks like a field is a plain word") {
  check_all({
      {"10:30", "10:30"},
      {"Mali: Wagner leaves", "Mali Wagner leaves"},
      {":oil", "oil"},
      {"5:title", "5:title"},
  });
  check_warned({
      {"foo:bar", "foo:bar", 0, "there is no field 'foo'"},
      {"mali foo:bar,", "mali foo:bar", 5, "'foo:bar' is read as plain words"},
      {R"(mali (foo:"a b"))", R"(mali (foo "a b"))", 6, "there is no field 'foo'"},
  });
}

TEST_CASE("a field without a value is a word, with a warning") {
  check_warned({
      {"title: oil", "title oil", 0, "'title:' needs a word or quotes directly after it"},
      {"oil title:", "oil title", 4, "'title' is read as a word"},
      {"title:(oil gas)", "title (oil gas)", 0, "needs a word or quotes"},
      {"person:, mali", "person mali", 0, "'person:' needs"},
      {"date: 2023", "date 2023", 0, "'date:' needs"},
  });
}

struct DatesCase {
  std::string_view query;
  DateRange dates;
};

Date day(int year, unsigned month, unsigned date) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{date};
}

TEST_CASE("dates are read as ranges of days") {
  for (const DatesCase& c : {
           DatesCase{"date:2023", {day(2023, 1, 1), day(2023, 12, 31)}},
           {"date:2023-01..2023-02,", {day(2023, 1, 1), day(2023, 2, 28)}},
           {"date:3m..", {day(2022, 12, 15), latest_date}},
           {R"(date:"6 February 2023")", {day(2023, 2, 6), day(2023, 2, 6)}},
           {"date:[2020-01-01 TO 2021]", {day(2020, 1, 1), day(2021, 12, 31)}},
           {"after:2023-01-31", {day(2023, 2, 1), latest_date}},
           {"after:2023-01", {day(2023, 2, 1), latest_date}},
           {"after:2023", {day(2024, 1, 1), latest_date}},
           {"before:2023", {earliest_date, day(2022, 12, 31)}},
           {"before:2023-02-06", {earliest_date, day(2023, 2, 5)}},
       }) {
    CAPTURE(c.query);
    const ParsedQuery parsed = parse_query(c.query, QuerySyntax::Query, wednesday);
    REQUIRE(parsed.tree.children.size() == 1);
    const QueryNode& node = parsed.tree.children.front();
    CHECK(node.kind == QueryNode::Kind::Dates);
    CHECK(to_string(node.dates.first) == to_string(c.dates.first));
    CHECK(to_string(node.dates.last) == to_string(c.dates.last));
    CHECK(parsed.warnings.empty());
  }
}

TEST_CASE("a date that cannot be read is a word, with a warning") {
  check_warned({
      {"mali date:someday", "mali someday", 5, "'someday' is not a date"},
      {R"(date:"some day")", R"("some day")", 0, "is read as a phrase"},
      {"-date:someday", "-someday", 1, "'someday' is not a date"},
      {"after:title:oil", R"("title:oil")", 0, "'title:oil' is not a date"},
      {"date:[2020 or so", "2020 or so", 0, "'[2020' is not a date"},
      {"after:9999", "after:9999", 0, "no day lies after '9999'"},
  });
}

TEST_CASE("quotes and brackets without their partner are left out, with a warning") {
  check_warned({
      {R"("human rights)", "human rights", 0, "never closed"},
      {R"(mali "human rights)", "mali human rights", 5, "never closed"},
      {R"(6" pipe)", "6 pipe", 1, "never closed"},
      {R"(-"human rights)", "-human rights", 1, "never closed"},
      {R"(title:"oil price)", "title:oil price", 6, "never closed"},
      {R"(date:"2023 oil)", "date:2023 oil", 5, "never closed"},
      {R"(“mali "oil")", R"(mali "oil")", 0, "never closed"},
      {"(mali", "mali", 0, "never closed"},
      {"mali)", "mali", 4, "has no '('"},
      {"a OR (b c", "a OR (b c)", 5, "never closed"},
      {"a) OR b", "a OR b", 1, "has no '('"},
      {"mali ()", "mali", 5, "hold nothing"},
      {"mali (&)", "mali", 5, "hold nothing"},
      {R"(mali "")", "mali", 5, "hold no word"},
      {R"(title:"—" mali)", "mali", 0, "hold no word"},
  });
}

TEST_CASE("an operator without an operand is left out, with a warning") {
  check_warned({
      {"AND ada", "ada", 0, "'AND' has nothing before it"},
      {"ada AND", "ada", 4, "'AND' has nothing after it"},
      {"NOT", "", 0, "'NOT' has nothing after it"},
      {"ada OR OR bob", "ada OR bob", 4, "'OR' has nothing after it"},
      {"ada OR AND bob", "ada AND bob", 4, "'OR' has nothing after it"},
      {"(AND ada) bob", "ada bob", 1, "'AND' has nothing before it"},
      {"ada (bob OR)", "ada bob", 9, "'OR' has nothing after it"},
      {"ada AND &", "ada", 4, "'AND' has nothing after it"},
  });
  CHECK(parse_query("OR OR", QuerySyntax::Query, wednesday).warnings.size() == 2);
  CHECK(parse_query("ada AND NOT", QuerySyntax::Query, wednesday).warnings.size() == 2);
}

TEST_CASE("an operator before empty brackets or quotes does not reach past them") {
  for (const Case& c : {Case{"-() ada", "ada"},
                        {R"(NOT "" ada)", "ada"},
                        {R"(-"" ada)", "ada"},
                        {R"(NOT (() "") ada)", "ada"},
                        {"bob OR () ada", "bob ada"}}) {
    CAPTURE(c.query);
    const ParsedQuery parsed = parse_query(c.query, QuerySyntax::Query, wednesday);
    CHECK(to_string(parsed.tree) == c.tree);
    CHECK_FALSE(parsed.warnings.empty());
  }
}

TEST_CASE("wildcards are parts of words") {
  check_all({
      {"mali wagn*", "mali wagn*"},
      {"*ner ?agner wag?er", "*ner ?agner wag?er"},
      {"'wagn*', mali", "wagn* mali"},
      {"wagn*. mali", "wagn* mali"},
      {"title:wagn* author:*doe", "title:wagn* author:*doe"},
      {"-wagn* +m?li", "-wagn* +m?li"},
      {"person:Wag*", "person:Wag*"},
      {"al-Q*da", "al-Q*da"},
      {R"("human right*")", R"("human right*")"},
      {"http://example.org/a?b=c*", "http://example.org/a?b=c"},
  });
}

TEST_CASE("punctuation ends a word with wildcards, whatever stands behind it") {
  for (const std::string query : {"wagn*&*.* mali", "wagn*&* mali", "wagn*.* mali"}) {
    CAPTURE(query);
    const ParsedQuery parsed = parse_query(query, QuerySyntax::Query, wednesday);
    CHECK(to_string(parsed.tree) == "wagn* mali");
    CHECK(parsed.warnings.size() == 1);
  }
}

TEST_CASE("a weight behind a word is left out, also before punctuation") {
  for (const std::string query : {"wagner^2 mali", "wagner^2, mali", "wagner^2^3 mali",
                                  "(wagner^0.5) mali", "wagner^ mali"}) {
    CAPTURE(query);
    const ParsedQuery parsed = parse_query(query, QuerySyntax::Query, wednesday);
    const std::string understood = to_string(parsed.tree);
    CHECK((understood == "wagner mali" || understood == "(wagner) mali"));
    CHECK_FALSE(parsed.warnings.empty());
  }
}

TEST_CASE("a question mark may be that of a question") {
  check_all({
      {"who is Wagner?", "who is Wagner"},
      {"who is Wagner?!", "who is Wagner"},
      {"wagne?", "wagne?"},
      {"title:wagne?", "title:wagne?"},
      {"wagne?, who", "wagne who"},
      {"mali (wagne?)", "mali (wagne?)"},
      {"mali wagne?\?", "mali (wagne?\?)"},
      {R"("who is Wagner?")", R"("who is Wagner?")"},
  });
  check_warned({
      {"is it Wagner? no", "is it Wagner? no", 6, "'Wagner?' finds words with one letter more"},
      {"wagne? mali", "wagne? mali", 0, "leave out '?' to find 'wagne'"},
  });
}

TEST_CASE("a word may differ in some letters") {
  check_all({
      {"wagner~1 mali", "wagner~1 mali"},
      {"wagner~", "wagner~2"},
      {"mali~", "mali~1"},
      {"wagner~2.", "wagner~2"},
      {"wagner~0", "=wagner"},
      {"title:wagner~1", "title:wagner~1"},
      {"=wagner~1", "wagner~1"},
      {"al-Qaida~1", "al-Qaida~1"},
      {"person:Lavrow~1", R"(person:"Lavrow~1")"},
      {R"("wagner~1 group")", R"("wagner~1 group")"},
  });
  check_warned({
      {"a~99", "a~2", 0, "'~99' is read as '~2'"},
      {"wagner~0.8", "wagner~2", 6, "'0.8' is left out"},
      {"wagn*~1", "wagn*", 0, "so its '~' is left out"},
      {"a~b", R"("a b")", 0, "'a~b' is read as 'a b'"},
      {"~wagner", "wagner", 0, "only in a filter by name"},
  });
}

TEST_CASE("a name may be asked for by its sound") {
  check_all({
      {"person:~Suleimani", R"(person:"~Suleimani")"},
      {R"(person:~"Qasim Suleimani")", R"(person:"~Qasim Suleimani")"},
      {R"(person:"~Qasim Suleimani")", R"(person:"~Qasim Suleimani")"},
  });
  check_warned({{"person:~", "person", 0, "needs a word or quotes"}});
}

TEST_CASE("what stands behind an equals sign is meant to the letter") {
  check_all({
      {"=run", "=run"},
      {R"(="a phrase")", R"(="a phrase")"},
      {R"(title:="a phrase" title:=run)", R"(title:="a phrase" title:=run)"},
      {"-=run +=run", "-=run +=run"},
      {"(=run)", "=run"},
      {"=AND", "=and"},
      {"=al-Qaeda", "=al-Qaeda"},
      {R"(="a b"~5)", R"(="a b"~5)"},
      {"a = b", "a b"},
      {"=wagn*", "wagn*"},
  });
  check_warned({
      {"=title:run", "title:run", 0, "'=' has no meaning here"},
      {"person:=Lavrov", "person:Lavrov", 7, "'=' has no meaning here"},
      {R"(="a b)", "=a b", 1, "never closed"},
  });
}

TEST_CASE("words may be near each other") {
  check_all({
      {"a NEAR/5 b", "a NEAR/5 b"},
      {"a NEAR b", "a NEAR/10 b"},
      {"a NEAR/5 b NEAR/5 c d", "a NEAR/5 b NEAR/5 c d"},
      {R"("a b c"~5)", R"("a b c"~5)"},
      {R"("a b"~)", R"("a b"~10)"},
      {R"("a b"~0)", R"("a b")"},
      {"-a NEAR/5 b", "-(a NEAR/5 b)"},
      {"x OR a NEAR/5 b", "x OR a NEAR/5 b"},
      {"x AND a NEAR/5 b", "x AND a NEAR/5 b"},
      {"(a OR =b) NEAR/5 c*", "(a OR =b) NEAR/5 c*"},
      {R"("human rights" NEAR/3 wagner~1)", R"("human rights" NEAR/3 wagner~1)"},
      {"title:a NEAR/5 title:b", "title:a NEAR/5 title:b"},
      {"a NEAR/5 (b)", "a NEAR/5 b"},
      {"a near b 'NEAR' =NEAR/5", "a near b near =near/5"},
      {"a NEAR/3 (wagne?)", "a NEAR/3 (wagne?)"},
  });
  check_warned({
      {"a NEAR/0 b", "a NEAR/1 b", 7, "'0' is read as 1"},
      {"a NEAR/999999999 b", "a NEAR/99 b", 7, "'999999999' is read as 99"},
      {R"("a b"~100)", R"("a b"~99)", 6, "'100' is read as 99"},
      {R"("ab"~5)", R"("ab")", 4, "'~5' has no meaning here"},
      {R"(person:"a b"~5)", R"(person:"a b")", 12, "'~5' has no meaning here"},
      {"NEAR/5 a", "a", 0, "'NEAR' has nothing before it"},
      {"a NEAR/5", "a", 2, "'NEAR' has nothing after it"},
      {"a NEAR/5 -b", "a -b", 2, "'NEAR' has nothing after it"},
      {"a NEAR/3 b NEAR/5 c", "a NEAR/5 b NEAR/5 c", 2, "the largest counts: NEAR/5"},
      {"(a b) NEAR/5 c", "(a b) AND c", 6, "NEAR is read as AND"},
      {"a NEAR/5 person:b", "a AND person:b", 2, "NEAR is read as AND"},
      {"title:a NEAR/5 b", "title:a AND b", 8, "words of different fields"},
      {"a NEAR/5 (b NEAR/2 c)", "a AND b NEAR/2 c", 2, "NEAR is read as AND"},
  });
}

TEST_CASE("what other languages have and this one does not is said, not passed over") {
  check_warned({
      {"*", "", 0, "'*' stands for no word and is left out"},
      {"mali * niger", "mali niger", 5, "'*' stands for no word and is left out"},
      {R"("a b"*)", R"("a b")", 5, "'*' stands for no word"},
      {"C++*", "C", 1, "'++*' stands for no word"},
      {"a && b", "a b", 2, "write AND"},
      {"a || b", "a b", 2, "write OR"},
      {"a | b", "a b", 2, "write OR"},
      {"a W/5 b", "a W/5 b", 2, "write NEAR/5"},
      {"a ADJ b", "a ADJ b", 2, "write NEAR/5"},
      {"a NEAR/k b", "a NEAR/k b", 2, "write NEAR/5"},
      {"wagner^2 mali", "wagner mali", 6, "'^2' has no meaning"},
      {R"("a b"^2)", R"("a b")", 5, "'^2' has no meaning"},
      {"!mali", "mali", 0, "write '-' to exclude"},
  });
}

TEST_CASE("a sign where it has no meaning is left out, with a warning") {
  check_warned({
      {"--mali", "mali", 1, "'-' only has a meaning after a space or bracket"},
      {R"("a b"-mali)", R"("a b" mali)", 5, "'-' only has a meaning"},
      {"title:-oil", "title:oil", 6, "'-' only has a meaning"},
      {"'+mali'", "mali", 1, "'+' only has a meaning"},
  });
}

TEST_CASE("offsets are bytes of the text as it was typed") {
  check_warned({
      {"Goïta &&", "Goïta", 7, "write AND"},
      {"Goïta\xE2\x80\x83&&", "Goïta", 9, "write AND"},
      {"a\xFF\xFE &&", "a\xEF\xBF\xBD\xEF\xBF\xBD", 4, "write AND"},
  });
  const ParsedQuery parsed = parse_query(R"(Goïta  -("a b" c))", QuerySyntax::Query, wednesday);
  REQUIRE(parsed.tree.children.size() == 2);
  CHECK(parsed.tree.children[0].offset == 0);
  CHECK(parsed.tree.children[1].offset == 8);
  CHECK(parsed.tree.children[1].children[0].children[1].offset == 16);
}

TEST_CASE("groups nested too deep are read as if their brackets were not there") {
  const std::string open(10'000, '(');
  const std::string close(10'000, ')');
  const ParsedQuery parsed =
      parse_query(open + "a OR b" + close + " c", QuerySyntax::Query, wednesday);
  CHECK(to_string(parsed.tree) == "(a OR b) c");
  REQUIRE(parsed.warnings.size() == 1);
  CHECK(parsed.warnings.front().offset == max_query_depth);
  CHECK(
      to_string(parse_query(std::string(60'000, '-') + "a", QuerySyntax::Query, wednesday).tree) ==
      "a");
}

TEST_CASE("of a great many words the first are kept") {
  std::string query;
  for (std::size_t word = 0; word < max_query_words + 5; ++word) {
    query += word % 2 == 0 ? "a " : "OR \"b c\" ";
  }
  const ParsedQuery parsed = parse_query(query, QuerySyntax::Query, wednesday);
  REQUIRE(parsed.warnings.size() == 1);
  CHECK(parsed.warnings.front().message ==
        "the query has more than 1000 words and phrases; the rest is left out");
}

TEST_CASE("a text that is too long is cut, and of many warnings the first are kept") {
  const std::string words(max_query_bytes - 2, 'a');
  const ParsedQuery cut = parse_query(words + " bc", QuerySyntax::Query, wednesday);
  REQUIRE(cut.warnings.size() == 1);
  CHECK(cut.warnings.front().offset == max_query_bytes);
  CHECK(to_string(cut.tree) == words + " b");

  const ParsedQuery many = parse_query(std::string(10'000, ')'), QuerySyntax::Query, wednesday);
  REQUIRE(many.warnings.size() == max_query_warnings);
  CHECK(many.warnings.back().message == "9969 more warnings are left out");
}

TEST_CASE("in plain text every character is text, and parts of compounds are words") {
  for (const Case& c : {
           Case{R"(Pro-Israel "human rights" -x)", "Pro Israel human rights x"},
           {"Embargoes/Sanctions", "Embargoes Sanctions"},
           {"title:oil OR (gas AND NOT coal*)", "title oil or gas and not coal"},
           {"U.S.", "U.S."},
           {"", ""},
       }) {
    CAPTURE(c.query);
    const ParsedQuery parsed = parse_query(c.query, QuerySyntax::Words, wednesday);
    std::string tree = to_string(parsed.tree);
    // Whether the last dot of an acronym belongs to it is the tokenizer's affair.
    CHECK((tree == c.tree || tree + "." == c.tree));
    CHECK(parsed.warnings.empty());
  }
}

}  // namespace
}  // namespace dateline
