// Texts with their spans marked inside, "[P Awa Diallo] left [L Gao]", so that cases are rows of a
// table.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/name.h"
#include "indexer/entities/document.h"
#include "indexer/entities/name_span.h"

namespace dateline {

inline constexpr std::string_view span_letters = "POL";

/// A text, its marks taken off and kept as byte offsets.
struct SpannedText {
  struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
    NameType type = NameType::Person;
  };

  std::string text;
  std::vector<Place> places;
};

inline SpannedText read_marks(std::string_view marked) {
  SpannedText spanned;
  for (std::size_t at = 0; at < marked.size(); ++at) {
    const std::size_t type =
        marked[at] == '[' ? span_letters.find(marked[at + 1]) : std::string_view::npos;
    const std::size_t close = marked.find(']', at);
    if (type != std::string_view::npos && close != std::string_view::npos) {
      const std::size_t begin = spanned.text.size();
      spanned.text += marked.substr(at + 3, close - at - 3);
      spanned.places.push_back({begin, spanned.text.size(), static_cast<NameType>(type)});
      at = close;
    } else {
      spanned.text += marked[at];
    }
  }
  return spanned;
}

/// The words that begin inside the places, as the decoder would have found them.
inline std::vector<NameSpan> spans_of(const SpannedText& spanned, const Document& document) {
  const auto word_from = [&](std::size_t offset) {
    const auto word =
        std::lower_bound(document.words.begin(), document.words.end(), offset,
                         [](const Word& w, std::size_t begin) { return w.begin < begin; });
    return static_cast<std::uint32_t>(word - document.words.begin());
  };
  std::vector<NameSpan> spans;
  for (const SpannedText::Place& place : spanned.places) {
    spans.push_back({word_from(place.begin), word_from(place.end), place.type, by_model});
  }
  return spans;
}

/// "P Awa Diallo | L Gao": the spans as they are written.
inline std::string to_string(std::span<const NameSpan> spans, const Document& document) {
  std::string list;
  for (const NameSpan& span : spans) {
    const std::size_t begin = document.words[span.first].begin;
    list += list.empty() ? "" : " | ";
    list += span.type ? std::string(1, span_letters[static_cast<std::size_t>(*span.type)]) : "?";
    list += ' ';
    list += document.text.substr(begin, document.words[span.end - 1].end - begin);
  }
  return list;
}

}  // namespace dateline
