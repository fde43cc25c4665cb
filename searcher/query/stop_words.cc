// The articles, prepositions, pronouns, conjunctions and auxiliary verbs of English with their
// contractions, and a few adverbs that are as frequent. Words that are names or nouns too, such as
// "may", "will" and "us", are left out.
#include "searcher/query/stop_words.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string>

#include "common/text/stemmer.h"

namespace dateline {

namespace {

constexpr std::array<std::string_view, 161> stop_words = {
    "a",        "about",     "above",   "after",   "again",      "against", "all",     "also",
    "although", "am",        "among",   "an",      "and",        "any",     "are",     "arent",
    "as",       "at",        "be",      "because", "been",       "before",  "being",   "below",
    "between",  "both",      "but",     "by",      "can",        "cannot",  "cant",    "could",
    "couldnt",  "did",       "didnt",   "do",      "does",       "doesnt",  "doing",   "dont",
    "down",     "during",    "each",    "either",  "etc",        "few",     "for",     "from",
    "further",  "had",       "hadnt",   "has",     "hasnt",      "have",    "havent",  "having",
    "he",       "her",       "here",    "hers",    "herself",    "hes",     "him",     "himself",
    "his",      "how",       "however", "i",       "if",         "im",      "in",      "into",
    "is",       "isnt",      "it",      "its",     "itself",     "ive",     "just",    "me",
    "more",     "most",      "my",      "myself",  "neither",    "no",      "nor",     "not",
    "of",       "off",       "on",      "once",    "only",       "or",      "other",   "our",
    "ours",     "ourselves", "out",     "over",    "own",        "same",    "she",     "shes",
    "should",   "shouldnt",  "so",      "some",    "such",       "than",    "that",    "thats",
    "the",      "their",     "theirs",  "them",    "themselves", "then",    "there",   "theres",
    "these",    "they",      "theyre",  "theyve",  "this",       "those",   "through", "thus",
    "to",       "too",       "under",   "until",   "up",         "upon",    "very",    "was",
    "wasnt",    "we",        "were",    "werent",  "weve",       "what",    "whats",   "when",
    "where",    "whether",   "which",   "while",   "who",        "whom",    "whose",   "why",
    "with",     "wont",      "would",   "wouldnt", "you",        "your",    "youre",   "yours",
    "yourself"};

static_assert(std::ranges::is_sorted(stop_words));

/// Words of their own but for the apostrophe.
constexpr std::array<std::string_view, 13> contractions = {
    "hed",   "hell",  "id",     "ill", "itd",  "itll", "shed",
    "shell", "theyd", "theyll", "wed", "well", "youd"};

static_assert(std::ranges::is_sorted(contractions));

std::set<std::string, std::less<>> stems_of_stop_words() {
  std::set<std::string, std::less<>> stems;
  Stemmer stemmer("en");
  for (const std::string_view word : stop_words) {
    stems.emplace(stemmer.stem(word));
  }
  return stems;
}

}  // namespace

bool is_stop_word(std::string_view word, bool has_apostrophe) {
  return std::ranges::binary_search(stop_words, word) ||
         (has_apostrophe && std::ranges::binary_search(contractions, word));
}

bool is_stop_stem(std::string_view stem) {
  static const std::set<std::string, std::less<>> stems = stems_of_stop_words();
  return stems.contains(stem);
}

}  // namespace dateline
