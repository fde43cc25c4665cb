// Tests of litter.
#include "indexer/analyze/litter.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

namespace dateline {
namespace {

std::string litter_of(const std::string& text) {
  std::string litter;
  for (const LitterSpan& span : find_litter(text)) {
    litter += "<" + text.substr(span.begin, span.end - span.begin) + ">";
  }
  return litter;
}

TEST_CASE("lines of the page around an article are litter") {
  for (const char* line : {
           "Start the conversation",
           "Leave a comment",
           "Authors, please log in »",
           "• All comments are reviewed before they appear. Do not submit your comment twice.",
           "Please treat others with respect. Comments containing hate speech are deleted.",
           "Follow us on Facebook and Instagram",
           "Follow Jane Doe on Twitter: @janedoe",
           "Sign up for our weekly newsletter",
           "Subscribe to the Example Times newsletter",
           "Editor’s Note: Sign up for the Example Times letter on China.",
           "CLICK HERE TO GET THE EXAMPLE APP",
           "Read more: Flood closes the market of Mopti",
           "READ MORE: Flood closes the market of Mopti",
           "Related article",
           "Advertisement",
           "ALL  RIGHTS \tRESERVED",
           "- *  Read  more: Flood closes the market of Mopti",
           "One Example Street, Mopti, ALL RIGHTS RESERVED by us",
           "News of the river, delivered to your inbox once a week",
           "Its texts may not be published, broadcast or written again",
           "Ideas and story tips from you can be sent to us",
           "Copyright 2023 Example Times. All rights reserved.",
           "© 2023 Example Times",
           "Screenshot from the Example Times channel.",
           "Reporting by Jane Doe; editing by John Roe",
           "(Reporting by Jane Doe; Editing by John Roe)",
           "Example News and Reuters contributed to this report",
           "The Example Press contributed to this report.",
           "Jane Doe and John Roe contributed reporting.",
           "By Jane Doe",
           "Jane Doe/AFP/Getty Images",
       }) {
    CAPTURE(line);
    CHECK(litter_of(line) == "<" + std::string(line) + ">");
  }
}

TEST_CASE("sentences of a story are no litter") {
  for (const char* line : {
           "The rains contributed to this year's harvest.",
           "Follow the river to the north and you reach the market.",
           "Read more than the headline, she told her students.",
           "Copyright law has not kept up with machines that write.",
           "Subscribed capital rose to ten million.",
           "Sign up or stay out, the union told its members.",
           "Related costs rose as well, the ministry said.",
           "Comments by the minister were not well received.",
           "He shared this with nobody.",
           "Reporting from the north has become dangerous, journalists say, and few of them go.",
           "By Monday the river had risen by two metres.",
           "The vote was taken by the African Union (AU).",
           "Click farms sell what looks like attention.",
           "Advertisement sales fell by half.",
           "",
       }) {
    CAPTURE(line);
    CHECK(litter_of(line).empty());
  }
}

TEST_CASE("litter can be a part of a line") {
  CHECK(litter_of("Boats at Mopti. (Jane Doe/AFP)\nThe river rose.") == "<(Jane Doe/AFP)>");
  CHECK(litter_of("The river fell on July 30. Jane Doe contributed to this report.") ==
        "<Jane Doe contributed to this report.>");
  CHECK(litter_of("The U.N. helped.  Jane Doe contributed to this report.") ==
        "<Jane Doe contributed to this report.>");
  CHECK(litter_of("BAMAKO (Reuters) - The river rose by two metres.") == "<(Reuters)>");
}

TEST_CASE("boilerplate that a site runs on behind the story is litter") {
  CHECK(litter_of("Shares fell.      Most stock quote data provided by BATS. All times are ET.") ==
        "<Most stock quote data provided by BATS. All times are ET.>");
  CHECK(litter_of("The river rose. Our man explains it in his newsletter. Sign up here.") ==
        "<Our man explains it in his newsletter. Sign up here.>");
  CHECK(litter_of("The river rose. He said so. Sign up here for help.").empty());
}

TEST_CASE("a sentence too long to thank anybody is no litter, wherever it began") {
  std::string text = "The river";
  for (int i = 0; i < 500; ++i) {
    text += " É";
  }
  CHECK(litter_of(text + " contributed to this report.").empty());
}

TEST_CASE("a byline is litter above the story only") {
  std::string text;
  for (int i = 0; i < 20; ++i) {
    text += "The river rose.\n\n";
  }
  CHECK(litter_of(text + "By Jane Doe").empty());
}

TEST_CASE("spans are in order and do not overlap") {
  const std::string text =
      "By Jane Doe\n\nBoats. (Jane Doe/AP)\nThe river rose.\n\n  Follow us on Facebook  \n"
      "Read more: Boats (file photo)\nJane Doe contributed to this report.\n";
  CHECK(litter_of(text) ==
        "<By Jane Doe><(Jane Doe/AP)><Follow us on Facebook><Read more: Boats (file photo)>"
        "<Jane Doe contributed to this report.>");
}

}  // namespace
}  // namespace dateline
