// Names are compared only with those they share a key with: the folded name; all words but one and
// the beginning of that one; the surname and an initial; a word. Each key makes a block; of a block
// that is too large only the most frequent names are compared, for they are what a decision is
// worth.
#include "searcher/match/look_alikes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <unordered_map>
#include <utility>

#include "common/ascii.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

constexpr std::size_t max_block = 100;        // names that share a key
constexpr std::size_t max_word_block = 300;   // names that share the rarest word of a longer name
constexpr std::size_t max_candidates = 8;     // for one word; more, and it tells nothing
constexpr std::size_t max_words = 8;          // of a name; longer ones are no names of anyone
constexpr std::size_t prefix_bytes = 2;       // in which misspelt words agree
constexpr std::size_t lone_prefix_bytes = 3;  // the same, where there is no other word
constexpr std::size_t max_pairs_held = 1 << 20;

using Words = std::vector<std::string_view>;

/// One name of an entity.
struct Form {
  std::size_t entity = 0;
  Words words;
};

Words words_of(std::string_view folded) {
  Words words;
  while (!folded.empty()) {
    const std::string_view word = folded.substr(0, folded.find(' '));
    words.push_back(word);
    folded.remove_prefix(std::min(word.size() + 1, folded.size()));
  }
  return words;
}

/// Edits (a letter more, less, another, or two exchanged) that lead from one word to the other, as
/// far as `most`; more is `most` + 1. Bytes stand for letters: good enough for a guess.
std::size_t edits_between(std::string_view a, std::string_view b, std::size_t most) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > most) {
    return most + 1;
  }
  if (a.empty() || b.empty()) {
    return longer;
  }
  if (a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0]) {
    return 1;
  }
  if (most == 0) {
    return 1;
  }
  // The first letters differ: one is another, or one of them is too many.
  const std::size_t least =
      std::min({edits_between(a.substr(1), b.substr(1), most - 1),
                edits_between(a.substr(1), b, most - 1), edits_between(a, b.substr(1), most - 1)});
  return std::min(least + 1, most + 1);
}

bool has_digit(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return is_digit(c); });
}

bool is_misspelt(std::string_view a, std::string_view b, bool is_whole_name) {
  constexpr std::size_t one_edit_bytes = 5;
  const std::size_t two_edits_bytes = is_whole_name ? 10 : 8;
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter < one_edit_bytes || has_digit(a) || has_digit(b)) {
    return false;
  }
  const std::size_t most = shorter < two_edits_bytes ? 1 : 2;
  return edits_between(a, b, most) <= most;
}

/// Whether two names differ in one word, and that one by its spelling.
bool differ_in_spelling(const Words& a, const Words& b) {
  if (a.size() != b.size()) {
    return false;
  }
  const auto [at, other] = std::mismatch(a.begin(), a.end(), b.begin());
  return at != a.end() && std::equal(at + 1, a.end(), other + 1) &&
         is_misspelt(*at, *other, a.size() == 1);
}

/// "j biden", "joe biden" and "alex smith", "alexander smith".
bool have_like_given_names(const Words& a, const Words& b) {
  const std::string_view longer = a.front().size() < b.front().size() ? b.front() : a.front();
  const std::string_view shorter = a.front().size() < b.front().size() ? a.front() : b.front();
  constexpr std::size_t short_form_bytes = 3;
  return a.back() == b.back() && longer != shorter && longer.starts_with(shorter) &&
         (shorter.size() == 1 || shorter.size() >= short_form_bytes);
}

bool has_all(const Words& words, const Words& wanted) {
  return std::ranges::all_of(wanted, [&words](std::string_view word) {
    return std::ranges::find(words, word) != words.end();
  });
}

/// The search for pairs, a key after the other.
class LookAlikeSearch {
 public:
  explicit LookAlikeSearch(std::span<const EntityNames> entities) : entities_(entities) {
    for (std::size_t entity = 0; entity < entities.size(); ++entity) {
      for (const std::string& folded : entities[entity].folded) {
        Words words = words_of(folded);
        if (!words.empty() && words.size() <= max_words) {
          forms_.push_back({entity, std::move(words)});
        }
      }
    }
  }

  std::vector<LookAlike> find() {
    find_same_names();
    find_spellings();
    find_given_names();
    find_parts();
    keep_best();
    std::vector<LookAlike> found;
    for (const Pair& pair : pairs_) {
      found.push_back({pair.larger, pair.smaller, pair.kind});
    }
    return found;
  }

 private:
  using Key = std::uint64_t;

  struct Keyed {
    Key key = 0;
    std::uint32_t form = 0;
  };

  struct Pair {
    std::size_t larger = 0;
    std::size_t smaller = 0;
    LookAlikeKind kind = LookAlikeKind::SameName;
    double gain = 0;
  };

  NameType type_of(const Form& form) const { return entities_[form.entity].type; }
  std::size_t count_of(const Form& form) const { return entities_[form.entity].count; }

  // Different texts of one key only cost a comparison.
  static Key mix(Key key, std::string_view text) {
    constexpr Key odd = 0x9E3779B97F4A7C15;
    return (key ^ std::hash<std::string_view>{}(text)) * odd + 1;
  }

  void add_key(Key key, std::size_t form) {
    keyed_.push_back({key, static_cast<std::uint32_t>(form)});
  }

  /// Puts the most frequent forms of a block that is too large to its front; returns where those
  /// to compare end.
  std::size_t keep_most_frequent(std::size_t begin, std::size_t end) {
    const std::size_t kept = std::min(end, begin + max_block);
    if (kept < end) {
      const auto at = [this](std::size_t i) {
        return keyed_.begin() + static_cast<std::ptrdiff_t>(i);
      };
      std::ranges::partial_sort(at(begin), at(kept), at(end), {}, [this](const Keyed& k) {
        return std::pair(std::numeric_limits<std::size_t>::max() - count_of(forms_[k.form]),
                         k.form);
      });
    }
    return kept;
  }

  /// Compares the forms of each key so far, and forgets the keys.
  template <typename IsAlike>
  void compare_blocks(LookAlikeKind kind, IsAlike is_alike) {
    std::ranges::sort(keyed_, {}, [](const Keyed& k) { return std::pair(k.key, k.form); });
    for (std::size_t begin = 0, end = 0; begin < keyed_.size(); begin = end) {
      while (end < keyed_.size() && keyed_[end].key == keyed_[begin].key) {
        ++end;
      }
      const std::size_t kept = keep_most_frequent(begin, end);
      for (std::size_t i = begin; i < kept; ++i) {
        for (std::size_t j = i + 1; j < kept; ++j) {
          const Form& a = forms_[keyed_[i].form];
          const Form& b = forms_[keyed_[j].form];
          if (a.entity != b.entity && is_alike(a, b)) {
            add_pair(a.entity, b.entity, kind, 1);
          }
        }
      }
    }
    keyed_.clear();
  }

  void find_same_names() {
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      Key key = 0;
      for (const std::string_view word : forms_[i].words) {
        key = mix(key, word);
      }
      add_key(key, i);
    }
    compare_blocks(LookAlikeKind::SameName, [this](const Form& a, const Form& b) {
      return type_of(a) != type_of(b) && a.words == b.words;
    });
  }

  void find_spellings() {
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      const Words& words = forms_[i].words;
      for (std::size_t open = 0; open < words.size(); ++open) {
        const std::size_t prefix = words.size() == 1 ? lone_prefix_bytes : prefix_bytes;
        Key key = mix(open, words[open].substr(0, prefix));
        for (std::size_t j = 0; j < words.size(); ++j) {
          key = j == open ? key : mix(key, words[j]);
        }
        add_key(key, i);
      }
    }
    compare_blocks(LookAlikeKind::Spelling, [this](const Form& a, const Form& b) {
      return type_of(a) == type_of(b) && differ_in_spelling(a.words, b.words);
    });
  }

  void find_given_names() {
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      const Words& words = forms_[i].words;
      if (type_of(forms_[i]) == NameType::Person && words.size() > 1) {
        add_key(mix(mix(0, words.back()), words.front().substr(0, 1)), i);
      }
    }
    compare_blocks(LookAlikeKind::GivenName, [](const Form& a, const Form& b) {
      return have_like_given_names(a.words, b.words);
    });
  }

  void find_parts() {
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> forms_with;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      for (const std::string_view word : forms_[i].words) {
        std::vector<std::uint32_t>& forms = forms_with[word];
        if (forms.empty() || forms.back() != i) {
          forms.push_back(static_cast<std::uint32_t>(i));
        }
      }
    }
    std::vector<std::size_t> wholes;
    for (const Form& part : forms_) {
      const auto rarest = std::ranges::min(
          part.words, {}, [&](std::string_view word) { return forms_with.at(word).size(); });
      find_wholes(part, forms_with.at(rarest), wholes);
      // A surname of one candidate is worth a decision, one of many is not.
      const bool is_word = part.words.size() == 1;
      if (is_word && wholes.size() > max_candidates) {
        continue;
      }
      // A place within another's name is most often another place: Guinea, Equatorial Guinea.
      const double share = (type_of(part) == NameType::Location ? 0.2 : 1) /
                           (is_word ? static_cast<double>(wholes.size()) : 1);
      for (const std::size_t whole : wholes) {
        add_pair(part.entity, whole, LookAlikeKind::Part, share);
      }
    }
  }

  /// The entities with a name that holds all words of this one and more.
  void find_wholes(const Form& part, const std::vector<std::uint32_t>& forms,
                   std::vector<std::size_t>& wholes) const {
    wholes.clear();
    if (forms.size() > max_word_block) {
      return;
    }
    for (const std::uint32_t i : forms) {
      const Form& form = forms_[i];
      if (form.words.size() > part.words.size() && form.entity != part.entity &&
          type_of(form) == type_of(part) && has_all(form.words, part.words)) {
        wholes.push_back(form.entity);
      }
    }
    std::ranges::sort(wholes);
    wholes.erase(std::unique(wholes.begin(), wholes.end()), wholes.end());
  }

  void add_pair(std::size_t a, std::size_t b, LookAlikeKind kind, double share) {
    constexpr std::array weights = {1.0, 1.0, 0.7, 0.7};
    if (entities_[a].count < entities_[b].count ||
        (entities_[a].count == entities_[b].count && b < a)) {
      std::swap(a, b);
    }
    const double gain = static_cast<double>(entities_[b].count) * share *
                        weights.at(static_cast<std::size_t>(kind));
    pairs_.push_back({a, b, kind, gain});
    if (pairs_.size() >= max_pairs_held) {
      keep_best();
    }
  }

  /// Each pair once, the best first, no more than are ever told.
  void keep_best() {
    std::ranges::sort(pairs_, [](const Pair& a, const Pair& b) {
      return std::tuple(a.larger, a.smaller, -a.gain, a.kind) <
             std::tuple(b.larger, b.smaller, -b.gain, b.kind);
    });
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end(),
                             [](const Pair& a, const Pair& b) {
                               return a.larger == b.larger && a.smaller == b.smaller;
                             }),
                 pairs_.end());
    std::ranges::sort(pairs_, [this](const Pair& a, const Pair& b) {
      return std::tuple(-a.gain, entities_[b.larger].count, a.larger, a.smaller) <
             std::tuple(-b.gain, entities_[a.larger].count, b.larger, b.smaller);
    });
    pairs_.resize(std::min(pairs_.size(), max_look_alikes));
  }

  std::span<const EntityNames> entities_;
  std::vector<Form> forms_;
  std::vector<Keyed> keyed_;
  std::vector<Pair> pairs_;
};

}  // namespace

std::string_view to_string(LookAlikeKind kind) {
  constexpr std::array<std::string_view, 4> words = {"same name", "spelling", "given name", "part"};
  return words.at(static_cast<std::size_t>(kind));
}

std::vector<LookAlike> find_look_alikes(std::span<const EntityNames> entities) {
  return LookAlikeSearch(entities).find();
}

}  // namespace dateline
