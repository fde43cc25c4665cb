#include "indexer/entities/acronyms.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/indexer/entities/reading.h"

namespace dateline {
namespace {

std::string definitions(std::string_view text) {
  const Document& document = read_words(text);
  std::string found;
  for (const AcronymDefinition& d : find_acronyms(document)) {
    const std::size_t begin = document.words[d.first].begin;
    found += found.empty() ? "" : "; ";
    found += std::string(document.text_of(document.words[d.acronym])) + " = " +
             std::string(text.substr(begin, document.words[d.end - 1].end - begin));
  }
  return found;
}

TEST_CASE("an acronym is defined by initials beside it") {
  struct Case {
    std::string text;
    std::string definitions;
  };
  for (const Case& c : {
           Case{"the Rapid Response Agency (RRA) said", "RRA = Rapid Response Agency"},
           Case{"the Fund for River Basins (FRB)", "FRB = Fund for River Basins"},
           Case{"It was RRA (Rapid Response Agency) that left", "RRA = Rapid Response Agency"},
           Case{"the Union of Sea-Water Towns (USWT)", "USWT = Union of Sea-Water Towns"},
           Case{"l'Office des Eaux du Nord (OEN)", ""},  // the article hides the O
           Case{"le Bureau des Mines Rares (BMR)", "BMR = Bureau des Mines Rares"},
           Case{"they asked the Ministry of Health (MOH)", "MOH = Ministry of Health"},
           Case{"the gross domestic product (GDP)", ""},
           Case{"some other words (XYZ)", ""},
           Case{"the Rapid Agency (RRA)", ""},
           Case{"the Rapid. Response Agency (RRA)", ""},
           Case{"Awa Diallo (left)", ""},
           Case{"Chief Executive Officer (CEO)", ""},
       }) {
    CAPTURE(c.text);
    CHECK(definitions(c.text) == c.definitions);
  }
}

}  // namespace
}  // namespace dateline
