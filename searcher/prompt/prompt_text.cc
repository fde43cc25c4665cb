// Tells a state in few columns.
#include "searcher/prompt/prompt_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "searcher/prompt/command.h"

namespace dateline {

namespace {

/// The values of a facet that were chosen as alternatives, as one part: "A or B".
void add_choice(std::vector<std::string>& parts, const PromptState& state, std::size_t place) {
  const Choice& choice = state.choices[place];
  const auto is_alternative = [&choice](const Choice& other) {
    return other.how == Choice::How::Either && other.facet == choice.facet;
  };
  if (choice.how == Choice::How::Not) {
    parts.push_back("not " + choice.value);
  } else if (choice.how != Choice::How::Either) {
    parts.push_back(choice.value);
  } else if (std::none_of(state.choices.begin(),
                          state.choices.begin() + static_cast<std::ptrdiff_t>(place),
                          is_alternative)) {
    std::string text;
    for (const Choice& other : state.choices) {
      if (is_alternative(other)) {
        text += (text.empty() ? "" : " or ") + other.value;
      }
    }
    parts.push_back(std::move(text));
  }
}

std::vector<std::string> parts_of(const PromptState& state) {
  if (!state.similar_to.empty()) {
    return {"similar to " + state.similar_to};
  }
  std::vector<std::string> parts;
  if (!state.request.text.empty()) {
    parts.push_back(state.request.text);
  }
  for (std::size_t i = 0; i < state.choices.size(); ++i) {
    add_choice(parts, state, i);
  }
  for (const std::string& language : state.request.languages) {
    parts.push_back(language);
  }
  if (state.request.sort != SortOrder::Relevance) {
    parts.emplace_back(to_string(state.request.sort));
  }
  if (parts.empty()) {
    parts.emplace_back("all articles");
  }
  return parts;
}

}  // namespace

Line prompt_text(const PromptState* state, std::size_t total, std::size_t width) {
  if (state == nullptr) {
    return {{"dateline> "}};
  }
  const std::string end = " (" + with_thousands(total) + ")> ";
  std::vector<Line> parts;
  for (const std::string& part : parts_of(*state)) {
    parts.push_back({printable(part)});
  }
  // Every part keeps its beginning: the longest give way first.
  constexpr std::size_t separator_width = 3;
  const std::size_t separators = separator_width * (parts.size() - 1);
  const std::size_t room = width - std::min(width, end.size() + separators);
  std::size_t part_width = room;
  const auto used = [&] {
    std::size_t sum = 0;
    for (const Line& part : parts) {
      sum += std::min(width_of(part), part_width);
    }
    return sum;
  };
  constexpr std::size_t min_part_width = 8;
  while (part_width > min_part_width && used() > room) {
    --part_width;
  }
  Line line;
  for (const Line& part : parts) {
    if (!line.empty()) {
      line.push_back({" · "});
    }
    const Line shortened = shorten(part, part_width);
    line.insert(line.end(), shortened.begin(), shortened.end());
  }
  line = shorten(line, width - std::min(width, end.size()));
  line.push_back({end});
  return line;
}

}  // namespace dateline
