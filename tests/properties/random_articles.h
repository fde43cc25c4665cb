// Random articles from a small stock of words and names, so that queries find something.
#pragma once

#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <random>
#include <string>

namespace dateline::test {

using Random = std::mt19937;

template <typename Stock>
std::string pick(Random& random, const Stock& stock) {
  return std::string(stock[random() % std::size(stock)]);
}

inline constexpr auto stock_words = std::to_array<const char*>(
    {"wagner", "human",        "rights",   "right",     "missions", "mission",
     "junta",  "expels",       "expelled", "al-Qaeda",  "alqaeda",  "al Qaeda",
     "U.N.",   "UN",           "élection", "elections", "the",      "persona non grata",
     "1,000",  "peacekeepers", "don't"});

/// Several of them are one entity, but not all where they look like it.
inline constexpr auto stock_names = std::to_array<const char*>(
    {"Colonel Assimi Goïta", "Colonel Assimi Goita", "Sergei Lavrov", "President Emmanuel Macron",
     "in Bamako", "in Mali", "in France", "the Wagner Group", "the United Nations",
     "in Côte d'Ivoire", "President Vladimir Putin", "Minister Sergey Lavrov", "Mr Lavrov",
     "President Emmanuel Jean Macron", "Mrs Brigitte Macron", "Mr Macron",
     "the Rapid Response Agency (RRA)", "officials of the RRA", "the Rapid Response Agency"});

inline constexpr auto stock_dates =
    std::to_array<const char*>({"on January 27, 2023", "on 5 March", "in March 2022", "in 2019",
                                "since 2015", "on 3 May 2021", "on 27/01/2023", "on 30 December"});

/// A record of a JSON lines file with this id; some have a title, a date or an outlet.
inline std::string random_record(Random& random, const std::string& id) {
  nlohmann::json record{{"id", id}};
  std::string text;
  for (auto sentences = random() % 5 + 1; sentences > 0; --sentences) {
    text += "Yesterday";
    for (auto words = random() % 8 + 1; words > 0; --words) {
      text += " " + (random() % 5 == 0 ? pick(random, stock_names) : pick(random, stock_words));
    }
    if (random() % 2 == 0) {
      text += " " + pick(random, stock_dates);
    }
    text += ". ";
  }
  record["text"] = text;
  if (random() % 2 == 0) {
    record["title"] = pick(random, stock_words) + " " + pick(random, stock_words);
  }
  if (random() % 3 != 0) {
    record["date"] = "202" + std::to_string(random() % 4) + "-0" +
                     std::to_string(random() % 9 + 1) + "-1" + std::to_string(random() % 10);
  }
  if (random() % 3 != 0) {
    constexpr auto outlets =
        std::to_array<const char*>({"Sahel Courier", "Atlas Daily", "The Northern Ledger"});
    record["source"] = pick(random, outlets);
  }
  if (random() % 3 == 0) {
    record["author"] = pick(
        random, std::to_array<const char*>({"Jane Doe", "John Does", "Doe-Jones, J.", "Jones"}));
  }
  if (random() % 8 == 0) {
    record["language"] = "fr";
  }
  return record.dump();
}

}  // namespace dateline::test
