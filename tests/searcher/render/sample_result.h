// Results to render: one as a search gives it, with everything a renderer has to cope with.
#pragma once

#include <sstream>
#include <string>

#include "searcher/render/renderer.h"

namespace dateline::test {

inline Date day(int year, unsigned month, unsigned day_of_month) {
  return std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day_of_month);
}

inline Hit plain_hit() {
  Hit hit;
  hit.rank = 1;
  hit.score = 12.34567890123;
  hit.article.id = "march/expelled";
  hit.article.origin = {"/news/march/expelled.txt", ""};
  hit.article.title = "Mali expels the head of the UN mission's human rights division";
  hit.article.date = day(2023, 2, 6);
  hit.article.date_from = DateFrom::Dateline;
  hit.article.source = "The Sahel Courier";
  hit.article.author = "Jane Doe";
  hit.author = {{"Jane Doe", false}};
  hit.article.language = "en";
  hit.title = {{"Mali expels the head of the UN mission's ", false},
               {"human rights", true},
               {" division", false}};
  hit.snippets = {
      {{"… declared persona non grata after a civil society member denounced abuses by what she "
        "called the Russian partners, the ",
        false},
       {"Wagner", true},
       {" Group. The head of the ", false},
       {"human rights", true},
       {" division was given two days to leave the country, the ministry said …", false}},
      {{"… investigators have not been let into Moura, where ", false},
       {"Wagner", true},
       {" fighters were seen.", false}}};
  hit.entities = {std::vector<std::string>{"Aminata Diallo", "Jane Doe"},
                  std::vector<std::string>{"MINUSMA", "Wagner Group"},
                  std::vector<std::string>{"Mali"}};
  return hit;
}

/// No metadata at all, a title from the text, and characters that no renderer may pass on raw.
inline Hit hostile_hit() {
  Hit hit;
  hit.rank = 10;
  hit.score = 3;
  hit.article.id = "=1+2";
  hit.article.title = "=cmd|'/c calc'!A1, \"quoted\" \x1b[31mred";
  hit.article.title_derived = true;
  hit.title = {{hit.article.title, false}};
  hit.snippets = {{{"\xe7\x93\xa6\xe6\xa0\xbc\xe7\xba\xb3", true},
                   {"\xe9\x9b\x86\xe5\x9b\xa2\n\xc2\x9b"
                    "31m and \xe2\x80\xae"
                    "bidi\x07 end",
                    false}}};
  return hit;
}

inline SearchResult sample_result() {
  SearchResult result;
  result.query = "Wagner human rights";
  result.understood = "wagner human rights";
  result.total = 1431;
  result.seconds = 0.0042;
  result.hits = {plain_hit(), hostile_hit()};
  result.facets = {
      {FacetKind::Person,
       {{"Assimi Go\xc3\xafta", 1204, true, {"Assimi Goita", "Colonel Go\xc3\xafta"}},
        {"Guillaume Ngefa-Atondoko Andali of the division of human rights", 7, false, {}}},
       431},
      {FacetKind::Organization, {{"MINUSMA", 12, false, {}}}, 1},
      {FacetKind::Location, {}, 0},
      {FacetKind::Date, {{"2022", 3, false, {}}, {"2023", 1428, false, {}}}, 2}};
  return result;
}

/// Nothing matched as asked, and two places of the query were not understood.
inline SearchResult odd_result() {
  SearchResult result;
  result.query = "d\xc3\xa9mocratie \"never closed AND";
  result.understood = "democratie OR never OR closed";
  result.match = MatchMode::Any;
  result.fell_back = true;
  result.total = 1;
  result.seconds = 0.001;
  result.warnings = {{12, "the quotation mark is never closed; the words were read as they stand"},
                     {26, "AND needs a word on its right; it was read as a word"}};
  result.hits = {plain_hit()};
  return result;
}

inline ShownArticle sample_article() {
  ShownArticle shown;
  const Hit hit = plain_hit();
  shown.article = hit.article;
  shown.article.url = "https://sahelcourier.example/2023/02/06/expelled";
  shown.article.origin.record = "17";
  shown.article.text = "The Wagner\nGroup denied it.\n\nSecond paragraph.";
  shown.title = hit.title;
  shown.text = {
      {"The ", false}, {"Wagner\nGroup", true}, {" denied it.\n\nSecond paragraph.", false}};
  return shown;
}

inline std::string rendered(const SearchResult& result, OutputFormat format,
                            const TextStyle& style = {}) {
  std::ostringstream out;
  render_result(out, result, format, style);
  return out.str();
}

inline std::string rendered(const ShownArticle& article, OutputFormat format,
                            const TextStyle& style = {}) {
  std::ostringstream out;
  render_article(out, article, format, style);
  return out.str();
}

}  // namespace dateline::test
