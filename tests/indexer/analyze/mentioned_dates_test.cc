// Which dates a text names, and to which days they are resolved.
#include "indexer/analyze/mentioned_dates.h"

#include <doctest/doctest.h>

#include <chrono>
#include <initializer_list>
#include <string>

namespace dateline {

namespace {

constexpr Date published = std::chrono::sys_days(std::chrono::year{2023} / 2 / 6);

/// "January 27, 2023=2023-01-27; …".
std::string dates_of(std::string_view text, std::optional<Date> day = published,
                     std::string_view language = "en") {
  std::string list;
  for (const DateMention& mention : find_mentioned_dates(text, language, day)) {
    list += list.empty() ? "" : "; ";
    list.append(text.substr(mention.begin, mention.end - mention.begin));
    list += "=" + to_string(mention.period);
  }
  return list;
}

struct Case {
  std::string text;
  std::string dates;
};

void check_all(std::initializer_list<Case> cases, std::string_view language = "en") {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(dates_of(c.text, published, language) == c.dates);
  }
}

}  // namespace

TEST_CASE("a day with its year is found in every form of the press") {
  check_all({
      {"On January 27, 2023 he spoke.", "January 27, 2023=2023-01-27"},
      {"On January 27, 2023, he spoke.", "January 27, 2023=2023-01-27"},
      {"on Jan. 27th, 2019.", "Jan. 27th, 2019=2019-01-27"},
      {"on Sept 5 2019", "Sept 5 2019=2019-09-05"},
      {"on 27 January 2023.", "27 January 2023=2023-01-27"},
      {"the 27th of January 2023", "27th of January 2023=2023-01-27"},
      {"the 27th of January, 2023", "27th of January, 2023=2023-01-27"},
      {"27 JANUARY 2023", "27 JANUARY 2023=2023-01-27"},
      {"on Friday, January 27, 2023 at 6:30 p.m.", "Friday, January 27, 2023=2023-01-27"},
      {"on Fri 27 Jan. 2023", "Fri 27 Jan. 2023=2023-01-27"},
      {"dated 2023-01-27, signed", "2023-01-27=2023-01-27"},
      {"at 2023-01-27T10:00:00Z", "2023-01-27=2023-01-27"},
      {"on 27/01/2023.", "27/01/2023=2023-01-27"},
      {"on 01/27/2023.", "01/27/2023=2023-01-27"},
      {"on 05/05/2023.", "05/05/2023=2023-05-05"},
      {"on 27.01.2023.", "27.01.2023=2023-01-27"},
      {"on 02.01.2023", "02.01.2023=2023-01-02"},
      {"on January\n27, 2023", "January\n27, 2023=2023-01-27"},
      {"(January 27, 2023)", "January 27, 2023=2023-01-27"},
      {"“January 27, 2023”", "January 27, 2023=2023-01-27"},
      {"born February 29, 2020", "February 29, 2020=2020-02-29"},
      {"on 1 May 2001 and on 2 May 2002", "1 May 2001=2001-05-01; 2 May 2002=2002-05-02"},
  });
}

TEST_CASE("a month and a year are found where they are told as such") {
  check_all({
      {"in January 2023.", "January 2023=2023-01"},
      {"in March, 2015", "March, 2015=2015-03"},
      {"until mid-May 2019", "May 2019=2019-05"},
      {"in 2019, since 2015", "2019=2019; 2015=2015"},
      {"In 2019 Keita won", "2019=2019"},
      {"in 2019 was", "2019=2019"},
      {"in mid-2018 they", "2018=2018"},
      {"from 2012 to 2016.", "2012=2012; 2016=2016"},
      {"between 2012 and 2016", "2012=2012; 2016=2016"},
      {"since 2012-2016", "2012=2012; 2016=2016"},
  });
}

TEST_CASE("a day without a year is the nearest to the publication") {
  check_all({
      {"on January 27.", "January 27=2023-01-27"},
      {"on Jan. 27 in Bamako", "Jan. 27=2023-01-27"},
      {"on 27 January, when", "27 January=2023-01-27"},
      {"on December 30", "December 30=2022-12-30"},
      {"on 30 June", "30 June=2023-06-30"},
      {"on 9 August", "9 August=2022-08-09"},
      {"on February 29", ""},
      {"on January 27 last year", "January 27=2022-01-27"},
      {"on January 27 of this year", "January 27=2023-01-27"},
      {"on March 1, next year", "March 1=2024-03-01"},
  });
  CHECK(dates_of("The October 7 attacks").empty());
  CHECK(dates_of("On October 7, 2019 and since October 7") ==
        "October 7, 2019=2019-10-07; October 7=2019-10-07");
  CHECK(dates_of("May 1, 2001. May 1, 2002.\n\nOn May 1 they rest.") ==
        "May 1, 2001=2001-05-01; May 1, 2002=2002-05-01; May 1=2023-05-01");
  CHECK(dates_of("on January 27.", std::nullopt).empty());
  CHECK(dates_of("on January 27 last year.", std::nullopt).empty());
  CHECK(dates_of("on January 27, 2023.", std::nullopt) == "January 27, 2023=2023-01-27");
}

TEST_CASE("joined days share their year") {
  check_all({
      {"January 27-29, 2020", "January 27=2020-01-27; 29, 2020=2020-01-29"},
      {"January 27 to 29, 2020", "January 27=2020-01-27; 29, 2020=2020-01-29"},
      {"27-29 January 2020", "27=2020-01-27; 29 January 2020=2020-01-29"},
      {"27 and 28 January 2020", "27=2020-01-27; 28 January 2020=2020-01-28"},
      {"on 27–29 January", "27=2023-01-27; 29 January=2023-01-29"},
      {"January 27 and February 3, 2019", "January 27=2019-01-27; February 3, 2019=2019-02-03"},
      {"from 28 December to 3 January 2020", "28 December=2019-12-28; 3 January 2020=2020-01-03"},
      {"from December 28, 2019 to January 3", "December 28, 2019=2019-12-28; January 3=2020-01-03"},
  });
}

TEST_CASE("a day is left out when the story was just in another year") {
  check_all({
      {"In 2012 they rose. On April 6 they won.", "2012=2012"},
      {"In 2012 they rose. On January 27 he spoke.", "2012=2012; January 27=2023-01-27"},
      {"In 2012 they rose.\n\nOn April 6 they vote.", "2012=2012; April 6=2023-04-06"},
      {"In 2023 they vote, on April 6.", "2023=2023; April 6=2023-04-06"},
  });
}

TEST_CASE("what is no date, or could be another, is left out") {
  check_all({
      {"on 02/01/2023", ""},
      {"on February 31, 2023", ""},
      {"on 31 February 2023", ""},
      {"on 2023-13-01", ""},
      {"on January 0 and 32 January", ""},
      {"Tuesday, yesterday, last month, in January", ""},
      {"they may 5 times march 7 miles", ""},
      {"May and March are names; April Smith, 27, too", ""},
      {"In May 20 people died", ""},
      {"since May 20 people died", ""},
      {"January 27,000 tonnes", ""},
      {"May 5.5 million", ""},
      {"May 5% more", ""},
      {"by May 27-year-old men", ""},
      {"2019", ""},
      {"the 2019 report", ""},
      {"in 2000 people", ""},
      {"in 2000 cases", ""},
      {"in the 1990s", ""},
      {"by 1500 GMT", ""},
      {"from 1900 to 2000 GMT", ""},
      {"in 3000, in 0999, in 12345", ""},
      {"in 1200 they", ""},
      {"resolution 2023-01", ""},
      {"https://example.org/2023/01/27/in/2019", ""},
      {"no. 2023/01/27/5", ""},
      {"B-27 January, $27 March, €5 May, x27 May 2023y", ""},
      {"the March 23 Movement", ""},
      {"the April 6 Youth Movement", ""},
      {"17 November group", "17 November=2022-11-17"},
      {"17 November Group", ""},
      {"May\n\n5, 2023", ""},
  });
}

TEST_CASE("months are read in the article's language") {
  check_all(
      {
          {"le 27 janvier 2023", "27 janvier 2023=2023-01-27"},
          {"le vendredi 27 janvier", "vendredi 27 janvier=2023-01-27"},
          {"le 1er août 2020", "1er août 2020=2020-08-01"},
          {"en Février 2019", "Février 2019=2019-02"},
          {"depuis 2015, en 2019", "2015=2015; 2019=2019"},
          {"on 27 January 2023", "27 January 2023=2023-01-27"},
      },
      "fr");
  check_all(
      {
          {"el 27 de enero de 2023", "27 de enero de 2023=2023-01-27"},
          {"en marzo de 2019", "marzo de 2019=2019-03"},
          {"desde 2015", "2015=2015"},
      },
      "es");
  check_all(
      {
          {"am 27. Januar 2023", "27. Januar 2023=2023-01-27"},
          {"am Freitag, 3. März", "Freitag, 3. März=2023-03-03"},
          {"im Mai 2019", "Mai 2019=2019-05"},
          {"seit 2015", "2015=2015"},
      },
      "de");
  CHECK(dates_of("27 janvier 2023").empty());
}

TEST_CASE("hostile text is read in linear time, and mentions lie in order within it") {
  constexpr std::size_t size = std::size_t{1} << 20;
  for (const char* piece : {"1", "12 ", "2023-", "January ", "27 January 2023 ", "May 5-6-", "1.1.",
                            "in 2019 to ", "\n", "27,", "\xE2\x80", "de 2019 de "}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < size) {
      text += piece;
    }
    std::size_t last = 0;
    for (const DateMention& mention : find_mentioned_dates(text, "fr", published)) {
      REQUIRE(last <= mention.begin);
      REQUIRE(mention.begin < mention.end);
      REQUIRE(mention.end <= text.size());
      REQUIRE(is_period(mention.period));
      last = mention.end;
    }
  }
}

}  // namespace dateline
