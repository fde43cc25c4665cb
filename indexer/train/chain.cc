// The same functions the decoder calls, with the answer beside.
#include "indexer/train/chain.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/entities/article_hints.h"
#include "indexer/entities/run.h"

namespace dateline {

namespace {

constexpr std::array all_roles = {
    Role::Itself,    Role::Before,    Role::Behind,    Role::SecondBefore, Role::SecondBehind,
    Role::BeforeRun, Role::BehindRun, Role::HeadOfRun, Role::EndOfRun,
};

/// The name that covers most of a word, by its number.
std::optional<std::size_t> name_at(const GoldText& text, const Word& word) {
  const auto behind =
      std::upper_bound(text.names.begin(), text.names.end(), word.begin,
                       [](std::size_t begin, const GoldName& name) { return begin < name.end; });
  if (behind == text.names.end() || behind->begin >= word.end) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(behind - text.names.begin());
}

std::vector<Label> labels_of(const GoldText& text, const Document& document, const Run& run) {
  std::vector<Label> labels(run.end - run.first, label::outside);
  for (std::size_t i = run.first; i < run.end;) {
    const std::optional<std::size_t> name = name_at(text, document.words[i]);
    std::size_t end = i + 1;
    if (!name) {
      i = end;
      continue;
    }
    while (end < run.end && name_at(text, document.words[end]) == name) {
      ++end;
    }
    const std::size_t type = text.names[*name].type;
    for (std::size_t word = i; word < end; ++word) {
      using label::Part;
      const Part part = end - i == 1     ? Part::Unit
                        : word == i      ? Part::Begin
                        : word + 1 < end ? Part::Inside
                                         : Part::Last;
      labels[word - run.first] = label::of(type, part);
    }
    i = end;
  }
  return labels;
}

}  // namespace

void add_chains(const GoldText& text, DocumentReader& reader, float weight,
                std::vector<Chain>& chains) {
  Document& document = reader.read(text.text, text.headline_end);
  note_hints(document);
  std::vector<std::uint32_t> phrase_bits;
  for (const Run& run : find_runs(document)) {
    Chain chain;
    chain.weight = weight;
    chain.labels = labels_of(text, document, run);
    find_phrase_bits(document, run, phrase_bits);
    for (std::size_t at = run.first; at < run.end; ++at) {
      for (const Role role : all_roles) {
        if (const auto word = word_in_role(document, run, at, role)) {
          add_word_rows(document.facts(*word), document.spelling(*word), role, chain.rows);
        } else {
          add_bound_rows(role, chain.rows);
        }
      }
      add_place_rows(document, run, at, phrase_bits[at - run.first], chain.rows);
      chain.ends.push_back(static_cast<std::uint32_t>(chain.rows.size()));
    }
    chains.push_back(std::move(chain));
  }
}

void drop_rare_rows(std::vector<Chain>& chains, std::uint32_t least) {
  std::vector<std::uint32_t> counts(row_count, 0);
  for (const Chain& chain : chains) {
    for (const Row row : chain.rows) {
      ++counts[row];
    }
  }
  for (Chain& chain : chains) {
    std::vector<Row> rows;
    std::size_t begin = 0;
    for (std::uint32_t& end : chain.ends) {
      for (std::size_t i = begin; i < end; ++i) {
        if (counts[chain.rows[i]] >= least) {
          rows.push_back(chain.rows[i]);
        }
      }
      begin = end;
      end = static_cast<std::uint32_t>(rows.size());
    }
    chain.rows = std::move(rows);
  }
}

}  // namespace dateline
