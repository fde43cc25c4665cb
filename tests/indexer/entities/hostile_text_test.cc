// Texts that nobody wrote to be read: sizes at which a quadratic step takes minutes or hours, and a
// linear one little, even in a debug build.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "common/name.h"
#include "common/text/utf8.h"
#include "tests/indexer/entities/tagged.h"

namespace dateline {
namespace {

constexpr std::size_t megabyte = 1'000'000;

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) {
    text += part;
  }
  return text;
}

void check_sound(const std::string& text) {
  std::size_t end = 0;
  bool is_sound = true;
  for (const Mention& mention : shared_tagger().tag(text, "en")) {
    is_sound = is_sound && mention.begin >= end && mention.begin < mention.end &&
               mention.end <= text.size() && mention.name.size() <= max_name_bytes &&
               is_valid_utf8(mention.name) && mention.name.find('\n') == std::string::npos;
    end = mention.end;
  }
  CHECK(is_sound);
}

TEST_CASE("repetitions of anything are read in linear time") {
  for (const char* part : {"A",
                           "A ",
                           "Aa ",
                           "AB ",
                           "A.",
                           "A-",
                           "Aa-",
                           "A'",
                           "’",
                           "(",
                           "(A) ",
                           "(AB) Aa Ab ",
                           "Bank of ",
                           "Ministry of Bank and ",
                           "President ",
                           "New ",
                           "and ",
                           "Mali ",
                           "Mali-",
                           "de ",
                           "Aa de ",
                           "\n",
                           "Aa\n",
                           "aa\n",
                           ". ",
                           "\"",
                           "Ltd ",
                           "the United Nations ",
                           "Mr. ",
                           "U.N.",
                           "1,",
                           "@",
                           "#a",
                           "Al-",
                           "Wagner group ",
                           "Aa, ",
                           "Ngefa-Atondoko ",
                           "://",
                           "Aa://",
                           "al-"}) {
    CAPTURE(part);
    check_sound(repeated(part, megabyte / 10));
  }
}

TEST_CASE("a megabyte of capitals or marks and one long line are read in linear time") {
  check_sound(std::string(megabyte, 'A'));
  check_sound(repeated("ZELKOR WAITS ", megabyte / 2));
  check_sound(repeated("\",-'.’(", megabyte));
  check_sound(
      repeated("Colonel Traolé met Awa Diallo of the Rapid Response Agency (RRA), ", 2 * megabyte));
}

TEST_CASE("a person with a name of very many parts is read in linear time") {
  check_sound("then Mr Sergei Aa" + repeated("-Ab", megabyte / 10) + " left. Sergei Ab left.");
}

TEST_CASE("a hundred thousand names are read in linear time") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) {
    std::string name = "X";
    for (int rest = i; rest > 0; rest /= 26) {
      name += static_cast<char>('a' + rest % 26);
    }
    text.append("Mr ").append(name).append("ov left. ");
  }
  // The model doubts some, but none is lost for being one of many.
  CHECK(shared_tagger().tag(text, "en").size() >= 90'000);
}

TEST_CASE("random bytes, mended, give sound mentions") {
  std::mt19937 random(20'230'205);
  for (int round = 0; round < 20; ++round) {
    CAPTURE(round);
    std::string bytes(50'000, '\0');
    for (char& byte : bytes) {
      byte = static_cast<char>(random() % (round % 2 == 0 ? 256 : 128));
    }
    check_sound(mend_text(bytes));
  }
}

TEST_CASE("random words give sound mentions") {
  const std::vector<std::string> words = {
      "Mali",  "the",    "of", "Bank", "(",    ")",  "RRA", "Traolé", ",",      ".",     "\n",
      "said",  "Mr.",    "de", "\"",   "U.N.", "'s", "and", "Ltd",    "Sergei", "in",    "a",
      "group", "Wagner", "-",  "A",    "\n\n", "’s", "New", "York",   "al",     "Rapid", "#"};
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    CAPTURE(round);
    std::string text;
    for (int i = 0; i < 5000; ++i) {
      text += words[random() % words.size()];
      text += random() % 5 == 0 ? "" : " ";
    }
    check_sound(text);
  }
}

}  // namespace
}  // namespace dateline
