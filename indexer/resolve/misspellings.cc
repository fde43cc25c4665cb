// Forms that agree in all but the first (last) word, and in its first letter, stand together;
// neighbours are compared. Then every entity, the most frequent first, chooses among those before
// it.
#include "indexer/resolve/misspellings.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <numeric>
#include <tuple>
#include <vector>

#include "indexer/resolve/agreement.h"
#include "indexer/resolve/likeness.h"

namespace dateline {

namespace {

/// A small block is compared each with each, a larger one only near neighbours by spelling.
constexpr std::size_t small_block = 256;
constexpr std::size_t near_neighbours = 16;

struct Likeness {
  FormId form = no_id;
  FormId other = no_id;

  friend auto operator<=>(const Likeness&, const Likeness&) = default;
};

enum class End { First, Last };

/// The letters of a word, a bit each: words one or two edits apart differ in at most four.
std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char c : word) {
    letters |= std::uint32_t{1} << (static_cast<unsigned char>(c) & 31U);
  }
  return letters;
}

class Finder {
 public:
  Finder(const FormTable& forms, const WordUse& use) : forms_(forms), use_(use) {
    letters_.reserve(forms.word_count());
    for (WordId word = 0; word < forms.word_count(); ++word) {
      letters_.push_back(letters_of(forms.text(word)));
    }
  }

  void find(std::span<const FormId> persons, End end) {
    struct Entry {
      std::uint64_t rest;  // a hash of all but the word, and of its first letter
      FormId form;
    };
    std::vector<Entry> entries;
    for (const FormId form : persons) {
      if (is_full_name(forms_, form)) {
        entries.push_back({hash_of_rest(form, end), form});
      }
    }
    std::ranges::sort(entries, {}, [](const Entry& e) { return std::tuple(e.rest, e.form); });
    std::vector<FormId> block;
    for (auto begin = entries.begin(); begin != entries.end();) {
      const auto stop =
          std::find_if(begin, entries.end(), [&](const Entry& e) { return e.rest != begin->rest; });
      block.clear();
      std::transform(begin, stop, std::back_inserter(block), [](const Entry& e) { return e.form; });
      compare(block, end);
      begin = stop;
    }
  }

  /// What was found, both ways, in order.
  std::vector<Likeness> take() {
    std::ranges::sort(found_);
    return std::move(found_);
  }

 private:
  WordId word(FormId form, End end) const {
    return end == End::First ? forms_.first(form) : forms_.last(form);
  }

  std::span<const WordId> rest(FormId form, End end) const {
    const std::span<const WordId> words = forms_.words(form);
    return words.subspan(end == End::First ? 1 : 0, words.size() - 1);
  }

  std::uint64_t hash_of_rest(FormId form, End end) const {
    constexpr std::uint64_t prime = 0x9E3779B97F4A7C15;
    std::uint64_t hash = static_cast<unsigned char>(forms_.text(word(form, end)).front());
    hash = (hash ^ forms_[form].generation) * prime;
    for (const WordId other : rest(form, end)) {
      hash = (hash ^ (hash >> 29U) ^ other) * prime;
    }
    return hash;
  }

  void compare(std::vector<FormId>& block, End end) {
    std::size_t reach = block.size();
    if (block.size() > small_block) {
      reach = near_neighbours;
      std::ranges::sort(
          block, {}, [&](FormId form) { return std::tuple(forms_.text(word(form, end)), form); });
    }
    for (std::size_t i = 0; i < block.size(); ++i) {
      for (std::size_t j = i + 1; j < std::min(block.size(), i + 1 + reach); ++j) {
        if (is_alike(block[i], block[j], end)) {
          found_.push_back({block[i], block[j]});
          found_.push_back({block[j], block[i]});
        }
      }
    }
  }

  bool is_alike(FormId a, FormId b, End end) const {
    constexpr int most_changed_letters = 4;
    const WordId first = word(a, end);
    const WordId second = word(b, end);
    return std::popcount(letters_[first] ^ letters_[second]) <= most_changed_letters &&
           is_misspelling(forms_.text(first), forms_.text(second)) &&
           forms_[a].generation == forms_[b].generation &&
           std::ranges::equal(rest(a, end), rest(b, end)) && !are_two_names(a, b, end);
  }

  /// Whether both words are names of many. A spelling that is this person's alone is still another
  /// name when the one that is a name of many is not clearly more frequent: a slip is rare.
  bool are_two_names(FormId a, FormId b, End end) const {
    constexpr std::uint64_t slip = 3;
    const auto is_common = [&](FormId form) {
      return end == End::First ? use_.begins_others(forms_, form) : use_.ends_others(forms_, form);
    };
    const FormId frequent = forms_[a].articles >= forms_[b].articles ? a : b;
    const FormId rare = frequent == a ? b : a;
    return is_common(rare)
               ? is_common(frequent)
               : is_common(frequent) && forms_[frequent].articles < slip * forms_[rare].articles;
  }

  const FormTable& forms_;
  const WordUse& use_;
  std::vector<std::uint32_t> letters_;
  std::vector<Likeness> found_;
};

}  // namespace

void join_misspellings(const FormTable& forms, std::span<const FormId> persons, const WordUse& use,
                       Clusters& clusters) {
  Finder finder(forms, use);
  finder.find(persons, End::First);
  finder.find(persons, End::Last);
  const std::vector<Likeness> found = finder.take();

  // The entities as they were: their order, and which of them have joined another since.
  struct Entity {
    std::uint64_t articles;
    FormId root;
    FormId alike;  // a form of another entity
  };
  std::vector<Entity> entities;
  for (const auto& [form, other] : found) {
    const FormId root = clusters.root(form);
    if (root != clusters.root(other)) {
      entities.push_back({clusters.articles(root), root, clusters.root(other)});
    }
  }
  const auto comes_before = [](const Entity& a, const Entity& b) {
    return std::tuple(b.articles, a.root, a.alike) < std::tuple(a.articles, b.root, b.alike);
  };
  std::ranges::sort(entities, comes_before);
  std::vector<std::uint32_t> ranks(forms.size(), no_id);  // in the order of `entities`
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    ranks[entities[i].root] = std::min(ranks[entities[i].root], i);
  }
  std::vector<bool> has_joined(forms.size());
  std::vector<Candidate> candidates;
  for (auto begin = entities.begin(); begin != entities.end();) {
    const FormId root = begin->root;
    candidates.clear();
    for (; begin != entities.end() && begin->root == root; ++begin) {
      const FormId other = begin->alike;
      if (ranks[other] < ranks[root] && !has_joined[other] &&
          clusters_agree(forms, clusters, root, clusters.root(other))) {
        candidates.push_back({clusters.root(other), clusters.articles(clusters.root(other))});
      }
    }
    if (const auto clear = clear_candidate(candidates)) {
      clusters.join(*clear, root);
      has_joined[root] = true;
    }
  }
}

}  // namespace dateline
