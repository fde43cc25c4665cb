// Which names are one entity, and which of them is shown: a table for every rule.
#include "indexer/resolve/resolver.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <vector>

#include "tests/indexer/resolve/resolved.h"

namespace dateline {
namespace {

using test::Counted;
using test::groups_of;

/// Names with their articles, and the groups they make: "shown = other; shown = other".
struct Case {
  std::vector<Counted> names;
  const char* groups;
};

void check_all(NameType type, std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.names.front().text);
    CAPTURE(c.names.back().text);
    CHECK(groups_of(type, c.names) == c.groups);
  }
}

TEST_CASE("names of one type that fold alike are one, of two types never") {
  check_all(NameType::Person, {{{{"Assimi Goita", 1}, {"Assimi Goïta", 5}, {"Other Body", 2}},
                                "Assimi Goïta = Assimi Goita"},
                               {{{"Guillaume Ngefa-Atondoko", 2}, {"Guillaume Ngefa Atondoko", 2}},
                                "Guillaume Ngefa Atondoko = Guillaume Ngefa-Atondoko"},
                               {{{"—", 1}, {"…", 1}}, ""}});
  const std::vector<CountedName> names = {{NameType::Person, "Kisal", 3},
                                          {NameType::Organization, "Kisal", 2}};
  CHECK(resolve_names(names, {}).empty());
}

TEST_CASE("names that differ in spaces are one, but places") {
  check_all(NameType::Organization,
            {{{{"Al-Shabaab", 3}, {"Alshabaab", 1}}, "Al-Shabaab = Alshabaab"},
             {{{"US AB", 3}, {"USAB", 1}}, ""}});
  check_all(NameType::Location, {{{{"Newcastle", 9}, {"New Castle", 1}}, ""}});
}

TEST_CASE("a person without middle names is the one who has some") {
  check_all(NameType::Person,
            {{{{"John F. Kennedy", 5}, {"John Kennedy", 3}}, "John F. Kennedy = John Kennedy"},
             {{{"John F. Kennedy", 5}, {"John Fitzgerald Kennedy", 2}, {"John Kennedy", 3}},
              "John F. Kennedy = John Kennedy = John Fitzgerald Kennedy"},
             {{{"Guillaume Ngefa-Atondoko Andali", 2}, {"Guillaume Ngefa Andali", 1}},
              "Guillaume Ngefa-Atondoko Andali = Guillaume Ngefa Andali"}});
}

TEST_CASE("full names that disagree stay two, and no short form joins them") {
  check_all(NameType::Person,
            {{{{"George W. Bush", 9}, {"George H. W. Bush", 8}}, ""},
             {{{"George W. Bush", 9}, {"George H. W. Bush", 8}, {"George Bush", 20}}, ""},
             {{{"George W. Bush", 9}, {"George H.W. Bush", 8}, {"George H. W. Bush", 1}},
              "George H.W. Bush = George H. W. Bush"},
             {{{"George W. Bush", 9},
               {"George H. W. Bush", 8},
               {"George Walker Bush", 2},
               {"George Herbert Walker Bush", 2}},
              "George H. W. Bush = George Herbert Walker Bush; "
              "George W. Bush = George Walker Bush"},
             {{{"John F. Kennedy", 5}, {"John R. Kennedy", 5}, {"John Kennedy", 9}}, ""},
             {{{"Donald Trump", 99}, {"Donald Trump Jr.", 9}}, ""},
             {{{"Martin Luther King Jr", 4}, {"Martin Luther King Sr", 4}}, ""},
             {{{"Martin Luther King Jr", 4}, {"Martin Luther King, Junior", 4}},
              "Martin Luther King Jr = Martin Luther King, Junior"},
             {{{"Charles II", 4}, {"Charles III", 4}}, ""},
             {{{"Ada Lovelace", 4}, {"Eda Lovelace", 1}}, ""}});
}

TEST_CASE("a short form with several owners is that of one who is twenty times as frequent") {
  check_all(NameType::Person,
            {{{{"John F. Kennedy", 100}, {"John R. Kennedy", 5}, {"John Kennedy", 9}},
              "John F. Kennedy = John Kennedy"},
             {{{"John F. Kennedy", 99}, {"John R. Kennedy", 5}, {"John Kennedy", 9}}, ""},
             {{{"Donald Trump", 1000}, {"Ivanka Trump", 30}, {"Melania Trump", 20}, {"Trump", 300}},
              "Donald Trump = Trump"},
             {{{"Donald Trump", 1000}, {"Ivanka Trump", 30}, {"Melania Trump", 21}, {"Trump", 300}},
              ""}});
}

TEST_CASE("a name turned round is the same, but not when both words are names of many") {
  check_all(NameType::Person,
            {{{{"Assimi Goita", 5}, {"GOITA Assimi", 9}}, "Assimi Goita = GOITA Assimi"},
             {{{"Viktor Orban", 9}, {"Viktor Klima", 30}, {"Orban Viktor", 1}},
              "Viktor Orban = Orban Viktor"},
             {{{"Kim Jong-un", 5}, {"Jong Un Kim", 1}}, "Kim Jong-un = Jong Un Kim"},
             {{{"Thomas Martin", 2}, {"Martin Thomas", 2}, {"Thomas Bo", 9}, {"Martin Bo", 9}}, ""},
             {{{"Thomas Martin", 2}, {"MARTIN Thomas", 2}, {"Thomas Bo", 9}, {"Martin Bo", 9}},
              "Thomas Martin = MARTIN Thomas"},
             {{{"Xi Jinping", 2}}, ""}});
}

TEST_CASE("one word may be misspelt") {
  check_all(NameType::Person,
            {{{{"Volodymyr Zelensky", 9}, {"Volodymyr Zelenskyy", 3}},
              "Volodymyr Zelensky = Volodymyr Zelenskyy"},
             {{{"Antony Blinken", 9}, {"Anthony Blinken", 1}}, "Antony Blinken = Anthony Blinken"},
             {{{"Mohamed Bazoum", 3}, {"Mohammed Bazoum", 2}}, "Mohamed Bazoum = Mohammed Bazoum"},
             {{{"Abdel Fattah al-Sisi", 3}, {"Abdel Fattah el-Sisi", 2}},
              "Abdel Fattah al-Sisi = Abdel Fattah el-Sisi"},
             {{{"Volodymyr Zelensky", 9}, {"Olena Zelenska", 3}}, ""},
             {{{"Alexei Navalny", 9}, {"Yulia Navalnaya", 3}}, ""},
             {{{"Roberto Silva", 9}, {"Roberta Silva", 3}}, ""},
             {{{"Ivan Petrov", 9}, {"Ivan Petrova", 3}}, ""},
             {{{"Paul Weber", 9}, {"Paul Meyer", 3}}, ""},
             {{{"Jan Hale", 9}, {"Jan Hall", 3}}, ""},
             {{{"Agent 10007", 9}, {"Agent 10008", 3}}, ""}});
}

TEST_CASE("two spellings that are both names of many are two names") {
  check_all(NameType::Person,
            {{{{"Robert Johnson", 3},
               {"Robert Johnston", 2},
               {"Boris Johnson", 50},
               {"Sandra Johnston", 50}},
              ""},
             {{{"Robert Johnson", 3}, {"Robert Johnston", 2}, {"Boris Johnson", 50}}, ""},
             {{{"Robert Johnson", 9}, {"Robert Johnston", 2}, {"Boris Johnson", 50}},
              "Robert Johnson = Robert Johnston"}});
}

TEST_CASE("small differences do not add up, and do not carry over what disagrees") {
  check_all(NameType::Person,
            {{{{"Peter Hansen", 9}, {"Peter Hanson", 3}, {"Peter Henson", 1}},
              "Peter Hansen = Peter Hanson"},
             {{{"John R. Kennedy", 9}, {"John Kennedy", 9}, {"John F. Kenneddy", 1}},
              "John R. Kennedy = John Kennedy"}});
}

TEST_CASE("an initial and a surname are the one person they fit") {
  check_all(NameType::Person,
            {{{{"John Kennedy", 5}, {"J. Kennedy", 3}}, "John Kennedy = J. Kennedy"},
             {{{"John F. Kennedy", 5}, {"J. F. Kennedy", 3}}, "John F. Kennedy = J. F. Kennedy"},
             {{{"John R. Kennedy", 5}, {"J. F. Kennedy", 3}}, ""},
             {{{"John Kennedy", 5}, {"James Kennedy", 5}, {"J. Kennedy", 3}}, ""},
             {{{"John Kennedy", 5}, {"J. Kennedy Jr", 3}}, ""},
             {{{"Ted Kennedy", 5}, {"J. Kennedy", 3}}, ""}});
}

TEST_CASE("a lone surname is the one person who has it") {
  check_all(NameType::Person,
            {{{{"Sergei Lavrov", 5}, {"Lavrov", 8}}, "Sergei Lavrov = Lavrov"},
             {{{"Sergei Lavrov", 5}, {"Yekaterina Lavrov", 4}, {"Lavrov", 8}}, ""},
             {{{"Sergei Lavrov", 1}, {"Lavrov", 51}}, ""},
             {{{"Larry David", 5}, {"David Cameron", 50}, {"David", 3}}, ""},
             {{{"Boris Johnson", 5}, {"Boris", 3}}, ""},
             {{{"Guillaume Ngefa-Atondoko Andali", 5}, {"Guillaume Andali", 1}, {"Andali", 3}},
              "Guillaume Ngefa-Atondoko Andali = Andali = Guillaume Andali"}});
}

TEST_CASE("a surname of several words is the one person whose name ends in it") {
  check_all(NameType::Person,
            {{{{"Marine Le Pen", 5}, {"Le Pen", 2}}, "Marine Le Pen = Le Pen"},
             {{{"Marine Le Pen", 5}, {"Jean-Marie Le Pen", 4}, {"Le Pen", 2}}, ""},
             {{{"Andres Manuel Lopez Obrador", 5}, {"Lopez Obrador", 2}},
              "Andres Manuel Lopez Obrador = Lopez Obrador"},
             {{{"John Michael Smith", 5}, {"Michael Smith", 2}, {"Michael Caine", 2}}, ""}});
}

TEST_CASE("company words may be left out, and legal forms mixed up") {
  check_all(NameType::Organization,
            {{{{"Wagner Group", 3}, {"Wagner", 5}}, "Wagner Group = Wagner"},
             {{{"Acme Corp", 3}, {"Acme Corporation", 1}, {"ACME Corp.", 1}},
              "Acme Corp = ACME Corp. = Acme Corporation"},
             {{{"General Motors Corp", 3}, {"General Motors Co", 1}, {"General Motors", 2}},
              "General Motors Corp = General Motors = General Motors Co"},
             {{{"Merck & Co", 3}, {"Merck & Company", 1}}, "Merck & Co = Merck & Company"},
             {{{"Allied Inc", 3}, {"Allied Corp", 2}, {"Allied", 2}}, ""},
             {{{"Virgin Group", 3}, {"Virgin Inc", 3}}, ""},
             {{{"Wagner Festival", 3}, {"Wagner", 5}}, ""},
             {{{"Group", 3}, {"Group Inc", 1}}, "Group Inc = Group"}});
}

TEST_CASE("organisations are spelt in two ways, and begin with what has a short form") {
  check_all(NameType::Organization,
            {{{{"World Health Organization", 3}, {"World Health Organisation", 2}},
              "World Health Organization = World Health Organisation"},
             {{{"Ministry of Defence", 3}, {"Ministry of Defense", 2}},
              "Ministry of Defence = Ministry of Defense"},
             {{{"Labour Centre", 3}, {"Labor Center", 2}}, "Labour Centre = Labor Center"},
             {{{"UN Women", 3}, {"United Nations Women", 2}}, "United Nations Women = UN Women"},
             {{{"U.S. Army", 3}, {"US Army", 2}, {"United States Army", 0}}, "U.S. Army = US Army"},
             {{{"The Hague Court", 3}, {"Hague Court", 2}}, "The Hague Court = Hague Court"},
             {{{"Mali Army", 3}, {"Mali Navy", 2}}, ""}});
}

TEST_CASE("a place is no part of another") {
  check_all(NameType::Location,
            {{{{"Mali", 9}, {"Mali Empire", 1}}, ""},
             {{{"Niger", 9}, {"Nigeria", 9}}, ""},
             {{{"Kidal", 9}, {"Kidal Region", 9}}, ""},
             {{{"St. Louis", 9}, {"Saint Louis", 2}}, "St. Louis = Saint Louis"},
             {{{"BAMAKO", 9}, {"Bamako", 2}}, "Bamako = BAMAKO"},
             {{{"The Gambia", 9}, {"Gambia", 2}}, "The Gambia = Gambia"}});
}

TEST_CASE("outlets are joined when they fold alike, and no further") {
  check_all(NameType::Source, {{{{"The Sahel Courier", 9}, {"Sahel courier", 2}},
                                "The Sahel Courier = Sahel courier"},
                               {{{"Courier", 9}, {"Courier Group", 2}}, ""}});
}

TEST_CASE("a mistyped acronym is the frequent one it looks like") {
  check_all(NameType::Organization,
            {{{{"MINUSMA", 9}, {"MUNISMA", 3}}, "MINUSMA = MUNISMA"},
             {{{"MINUSMA", 8}, {"MUNISMA", 3}}, ""},
             {{{"UNHCR", 9}, {"UNHRC", 1}}, ""},
             {{{"UNAMA", 9}, {"UNAMI", 1}}, ""},
             {{{"Minusma", 9}, {"Munisma", 1}}, ""},
             {{{"ABCDEF", 27}, {"ABCDXF", 9}, {"AXYDXF", 3}}, "ABCDEF = ABCDXF"}});
}

std::string with_definitions(const std::vector<Counted>& names,
                             const std::vector<CountedDefinition>& definitions) {
  return groups_of(NameType::Organization, names, definitions);
}

TEST_CASE("an acronym is what nearly all articles say it stands for") {
  const std::vector<Counted> names = {
      {"AU", 9}, {"African Union", 9}, {"American University", 2}, {"A.U.", 1}};
  CHECK(with_definitions(names, {}) == "AU = A.U.");
  CHECK(with_definitions(names, {{"AU", "African Union", 5}}) == "African Union = AU = A.U.");
  CHECK(with_definitions(names, {{"AU", "African Union", 5}, {"AU", "American University", 1}}) ==
        "African Union = AU = A.U.");
  CHECK(with_definitions(names, {{"AU", "African Union", 4}, {"AU", "American University", 1}}) ==
        "AU = A.U.");
  CHECK(with_definitions(names, {{"AU", "African Union", 0}}) == "AU = A.U.");
}

TEST_CASE("a few definitions do not say what hundreds of articles mean") {
  const std::vector<Counted> names = {{"AFP", 240}, {"Armed Forces of the Philippines", 9}};
  CHECK(with_definitions(names, {{"AFP", "Armed Forces of the Philippines", 3}}).empty());
  CHECK(with_definitions(names, {{"AFP", "Armed Forces of the Philippines", 12}}) ==
        "AFP = Armed Forces of the Philippines");
}

TEST_CASE("acronyms meet in a long form that is no name itself") {
  CHECK(with_definitions({{"WHO", 3}, {"OMS", 2}}, {{"WHO", "World Health Organisation", 1},
                                                    {"OMS", "World Health Organization", 1}}) ==
        "WHO = OMS");
}

TEST_CASE("an acronym that is defined otherwise is not mistyped") {
  CHECK(with_definitions({{"UNMISS", 9}, {"UNMIS", 1}}, {}) == "UNMISS = UNMIS");
  CHECK(with_definitions({{"UNMISS", 9}, {"UNMIS", 1}},
                         {{"UNMIS", "United Nations Mission in Sudan", 1}})
            .empty());
}

TEST_CASE("shown is the fullest frequent name, in its best spelling") {
  check_all(NameType::Person,
            {{{{"John Kennedy", 9}, {"John F. Kennedy", 3}}, "John F. Kennedy = John Kennedy"},
             {{{"John Kennedy", 10}, {"John F. Kennedy", 3}}, "John Kennedy = John F. Kennedy"},
             {{{"Kennedy", 40}, {"John Kennedy", 1}}, "John Kennedy = Kennedy"},
             {{{"Assimi Goita", 10}, {"Assimi Goïta", 5}}, "Assimi Goïta = Assimi Goita"},
             {{{"Assimi Goita", 10}, {"Assimi Goïta", 4}}, "Assimi Goita = Assimi Goïta"},
             {{{"ASSIMI GOITA", 10}, {"Assimi Goita", 1}}, "Assimi Goita = ASSIMI GOITA"}});
  check_all(NameType::Organization,
            {{{{"MINUSMA", 10}, {"Minusma", 3}}, "MINUSMA = Minusma"},
             {{{"WORLD BANK", 10}, {"World Bank", 3}}, "World Bank = WORLD BANK"}});
}

TEST_CASE("tens of thousands of names that share their words come to an end") {
  // Each with each, this would take hours.
  std::vector<std::string> texts;
  for (std::uint32_t i = 0; i < 30'000; ++i) {
    std::string word = "M";
    for (std::uint32_t rest = i; rest > 0; rest /= 26) {
      word += static_cast<char>('a' + rest % 26);
    }
    texts.push_back("John " + word + " Kennedy");
    texts.push_back("John Kennedy" + word);
    texts.push_back("J. " + word + " Kennedy");
  }
  std::vector<CountedName> names;
  names.reserve(texts.size() + 2);
  for (const std::string& text : texts) {
    names.push_back({NameType::Person, text, 1});
  }
  names.push_back({NameType::Person, "John Kennedy", 1});
  names.push_back({NameType::Person, "Kennedy", 1});
  for (const std::vector<std::uint32_t>& group : resolve_names(names, {})) {
    CHECK(group.front() + 2 < names.size());
    CHECK(group.size() < 100);
  }
}

}  // namespace
}  // namespace dateline
