// A run grows word by word, and never ends with a small word.
#include "indexer/entities/run.h"

namespace dateline {

namespace {

constexpr std::size_t longest_chain = 64;
constexpr std::size_t most_connectors = 3;

bool is_connector(const Document& document, std::size_t i) {
  const Word& word = document.words[i];
  return word.shape == Shape::Number ||
         (word.shape == Shape::Lower && (document.marks(i) & (mark::link | mark::particle)) != 0);
}

/// Whether a nickname in quotation marks stands inside a name here: Rolando "Boyet" Macaraeg.
bool is_nickname(const Document& document, std::size_t at) {
  constexpr std::size_t most_words = 3;
  const std::vector<Word>& words = document.words;
  if (words[at].before != Gap::Quote || !words[at].is_capital()) {
    return false;
  }
  std::size_t end = at + 1;
  while (end < words.size() && end - at < most_words && words[end].continues()) {
    ++end;
  }
  return end < words.size() && words[end].before == Gap::Quote && words[end].is_capital();
}

std::size_t end_of_run(const Document& document, std::size_t first) {
  const std::vector<Word>& words = document.words;
  std::size_t end = first + 1;
  bool in_nickname = false;
  for (std::size_t at = end; at < words.size() && at < first + longest_chain; ++at) {
    if (words[at].in_headline != words[first].in_headline) {
      break;
    }
    const bool opens_nickname = at == end && is_nickname(document, at);
    const bool closes_nickname = in_nickname && words[at].before == Gap::Quote;
    const bool lists = at == end && words[at].before == Gap::Comma && words[at].is_capital();
    if (!words[at].continues() && !opens_nickname && !closes_nickname && !lists) {
      break;
    }
    in_nickname = opens_nickname || (in_nickname && !closes_nickname);
    const bool is_capital = words[at].is_capital();
    if (!is_capital && (!is_connector(document, at) || at - end >= most_connectors)) {
      break;
    }
    if (is_capital || (at == end && words[at].shape == Shape::Number)) {
      end = at + 1;
    }
  }
  return end;
}

/// "de la Rua" and "al Qaeda" begin small: where the particles before a capital begin.
std::size_t begin_of_particles(const Document& document, std::size_t first, std::size_t least) {
  std::size_t begin = first;
  while (begin > least && first - begin < most_connectors && document.words[begin].continues() &&
         document.words[begin - 1].shape == Shape::Lower &&
         document.words[begin - 1].in_headline == document.words[first].in_headline &&
         (document.marks(begin - 1) & mark::particle) != 0) {
    --begin;
  }
  return begin;
}

}  // namespace

std::vector<Run> find_runs(const Document& document) {
  std::vector<Run> runs;
  std::size_t done = 0;
  for (const std::uint32_t first : document.capitals) {
    if (first < done) {
      continue;
    }
    const std::size_t end = end_of_run(document, first);
    runs.push_back({static_cast<std::uint32_t>(begin_of_particles(document, first, done)),
                    static_cast<std::uint32_t>(end)});
    done = end;
  }
  return runs;
}

}  // namespace dateline
