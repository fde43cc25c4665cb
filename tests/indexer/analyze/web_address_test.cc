// Tests of what an address says of its article.
#include "indexer/analyze/web_address.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

namespace dateline {
namespace {

struct Case {
  const char* url;
  const char* expected;
};

TEST_CASE("the host of an address is the outlet") {
  for (const Case& c : std::initializer_list<Case>{
           {"https://www.example.org/news/1", "example.org"},
           {"http://News.Example.ORG:8080/", "news.example.org"},
           {"https://jane@example.org/x?y=www.other.org", "example.org"},
           {"//example.org/x", "example.org"},
           {"example.org/x", "example.org"},
           {"https://example.org", "example.org"},
           {"file:///home/jane/a.txt", ""},
           {"mailto:jane@example.org", ""},
           {"localhost/x", ""},
           {"no address at all. None", ""},
           {"", ""},
       }) {
    CAPTURE(c.url);
    CHECK(host_of(c.url) == c.expected);
  }
}

TEST_CASE("the path of an address can have a day in it") {
  for (const Case& c : std::initializer_list<Case>{
           {"https://example.org/2023/02/06/flood", "2023-02-06"},
           {"https://example.org/news/2022/8/3/flood", "2022-08-03"},
           {"https://example.org/world/2023/feb/06/flood", "2023-02-06"},
           {"https://example.org/2023-02-06-flood", "2023-02-06"},
           {"https://example.org/world/flood-2023-02-06/", "2023-02-06"},
           {"https://example.org/20230206", "2023-02-06"},
           {"https://example.org/article/20230206-flood.html", "2023-02-06"},
           {"example.org/2023/02/06", "2023-02-06"},
           {"https://example.org/flood-20230206", ""},  // the number of an article
           {"https://example.org/a-12711031", ""},
           {"https://example.org/12711031", ""},
           {"https://example.org/202302061", ""},
           {"https://example.org/2023/02/30/flood", ""},
           {"https://example.org/2023/02/flood", ""},
           {"https://example.org/1234/05/06/flood", ""},
           {"https://example.org/flood?date=2023/02/06/", ""},
           {"https://example.org", ""},
           {"", ""},
       }) {
    CAPTURE(c.url);
    const auto date = date_of_url(c.url);
    CHECK((date ? to_string(*date) : "") == c.expected);
  }
}

}  // namespace
}  // namespace dateline
