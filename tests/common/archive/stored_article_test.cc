// Stored articles come back whole, and damage is noticed.
#include "common/archive/stored_article.h"

#include <doctest/doctest.h>

#include <string>

namespace dateline {
namespace {

Article full_article() {
  Article article;
  article.id = "march/kidal";
  article.origin = {"/news/100%\nodd \xFF name.jsonl", "17"};
  article.title = "Titles have 100% spaces";
  article.title_derived = true;
  article.text = "First line.\n\nkey value\nLast line.";
  article.date = std::chrono::sys_days(std::chrono::year{2023} / 2 / 6);
  article.date_from = DateFrom::Dateline;
  article.source = "Sahel Courier";
  article.author = "Ada Diallo";
  article.language = "en";
  article.url = "https://example.org/a?b=%20";
  return article;
}

TEST_CASE("a stored article comes back as it was") {
  CHECK(from_stored(to_stored(full_article())) == full_article());
  Article bare;
  bare.id = "a";
  CHECK(from_stored(to_stored(bare)) == bare);
}

TEST_CASE("any changed, missing or added byte is noticed") {
  const std::string stored = to_stored(full_article());
  for (std::size_t i = 0; i < stored.size(); ++i) {
    std::string changed = stored;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    CAPTURE(i);
    CHECK(!from_stored(changed));
    CHECK(!from_stored(stored.substr(0, i)));
  }
  CHECK(!from_stored(stored + "x"));
}

TEST_CASE("percent-encoding makes bytes safe and is undone") {
  CHECK(percent_encode("a b%c", true) == "a%20b%25c");
  CHECK(percent_encode("a b%c", false) == "a b%25c");
  CHECK(percent_encode("Goïta\n\xFF", true) == "Goïta%0A%FF");
  CHECK(percent_encode("no\u00A0break", true) == "no%C2%A0break");
  for (const std::string text : {"a b%c", "Goïta\n\xFF", "%", "%2", "100%"}) {
    CAPTURE(text);
    CHECK(percent_decode(percent_encode(text, true)) == text);
  }
  CHECK(percent_decode("%zz%4") == "%zz%4");
}

}  // namespace
}  // namespace dateline
