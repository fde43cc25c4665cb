// Steps from state to state, as plain values.
#include "searcher/prompt/state.h"

#include <algorithm>
#include <utility>

#include "common/field.h"
#include "searcher/query/parser.h"
#include "searcher/query/tree.h"

namespace dateline {

namespace {

constexpr std::size_t max_trail = 1000;  // states, of a session that is never left

void to_first_page(PromptState& state) {
  state.request.offset = 0;
  state.earlier_pages.clear();
}

template <typename Predicate>
bool drop_where(PromptState& state, Predicate is_dropped) {
  const bool any = std::erase_if(state.choices, is_dropped) > 0;
  if (any) {
    to_first_page(state);
  }
  return any;
}

bool is_of(const Choice& choice, FacetKind facet) {
  return choice.how != Choice::How::Words && choice.facet == facet;
}

FacetKind facet_of(NameType type) {
  return static_cast<FacetKind>(type);  // facets begin with the types of names, in their order
}
static_assert(static_cast<int>(FacetKind::Source) == static_cast<int>(NameType::Source));

bool is_name(FacetKind facet) {
  return facet != FacetKind::Date && facet != FacetKind::Mentioned;
}

bool has_alternatives(const QueryNode& tree) {
  const bool wraps = tree.kind == QueryNode::Kind::Together && tree.children.size() == 1;
  return tree.kind == QueryNode::Kind::Or || (wraps && has_alternatives(tree.children.front()));
}

/// A text that means the same with other text beside it.
std::string as_operand(const std::string& text, Date today) {
  const ParsedQuery parsed = parse_query(text, QuerySyntax::Query, today);
  const std::string operand = parsed.warnings.empty() ? text : to_string(parsed.tree);
  return has_alternatives(parsed.tree) ? "(" + operand + ")" : operand;
}

/// A choice in the query language.
std::string to_text(const Choice& choice, const SearchRequest& request) {
  if (choice.how == Choice::How::Words) {
    const std::string words = as_operand(choice.value, request.today);
    return request.match == MatchMode::Any ? "+(" + words + ")" : words;
  }
  QueryNode value;
  value.kind = is_name(choice.facet) ? QueryNode::Kind::Filter : QueryNode::Kind::Dates;
  value.text = choice.value;
  value.field = find_field(to_string(choice.facet));
  if (choice.how != Choice::How::Not) {
    return to_string(value);
  }
  QueryNode all_but;
  all_but.kind = QueryNode::Kind::Not;
  all_but.children.push_back(std::move(value));
  return to_string(all_but);
}

std::vector<std::string>& values_for(SearchRequest& request, const Choice& choice) {
  if (choice.facet == FacetKind::Date) {
    return request.dates;
  }
  if (choice.facet == FacetKind::Mentioned) {
    return request.mentioned;
  }
  const auto type = static_cast<NameType>(choice.facet);
  auto filter = std::ranges::find(request.names, type, &NameFilter::type);
  if (filter == request.names.end()) {
    filter = request.names.insert(filter, NameFilter{type, {}, {}});
  }
  return choice.how == Choice::How::Not ? filter->exclude : filter->include;
}

/// Whether a request has a filter for such a choice.
bool is_filter(const Choice& choice) {
  return choice.how == Choice::How::Either ||
         (choice.how == Choice::How::Not && is_name(choice.facet));
}

}  // namespace

PromptState start_state(SearchRequest options) {
  PromptState state;
  const auto add = [&state](Choice::How how, FacetKind facet, const std::vector<std::string>& all) {
    for (const std::string& value : all) {
      state.choices.push_back({how, facet, value});
    }
  };
  for (const NameFilter& filter : options.names) {
    add(Choice::How::Either, facet_of(filter.type), filter.include);
    add(Choice::How::Not, facet_of(filter.type), filter.exclude);
  }
  add(Choice::How::Either, FacetKind::Date, options.dates);
  add(Choice::How::Either, FacetKind::Mentioned, options.mentioned);
  options.names.clear();
  options.dates.clear();
  options.mentioned.clear();
  state.request = std::move(options);
  return state;
}

PromptState new_search(const PromptState& start, const PromptState& last, std::string text) {
  PromptState state = start;
  state.request.text = std::move(text);
  state.request.sort = last.request.sort;
  return state;
}

bool choose(PromptState& state, Choice choice) {
  if (std::ranges::find(state.choices, choice) != state.choices.end()) {
    return false;
  }
  if (choice.how != Choice::How::Words) {
    drop_choice(state, choice.facet, choice.value);
  }
  state.choices.push_back(std::move(choice));
  to_first_page(state);
  return true;
}

bool drop_last_choice(PromptState& state) {
  if (state.choices.empty()) {
    return false;
  }
  state.choices.pop_back();
  to_first_page(state);
  return true;
}

bool drop_choices(PromptState& state, FacetKind facet) {
  return drop_where(state, [facet](const Choice& choice) { return is_of(choice, facet); });
}

bool drop_choice(PromptState& state, FacetKind facet, std::string_view value) {
  return drop_where(
      state, [&](const Choice& choice) { return is_of(choice, facet) && choice.value == value; });
}

bool drop_all_choices(PromptState& state) {
  return drop_where(state, [](const Choice&) { return true; });
}

void sort_by(PromptState& state, SortOrder order) {
  state.request.sort = order;
  to_first_page(state);
}

void turn_to_next(PromptState& state, std::size_t hits_seen) {
  state.earlier_pages.push_back(state.request.offset);
  state.request.offset += hits_seen;
}

bool turn_back(PromptState& state) {
  if (state.earlier_pages.empty()) {
    // A session may begin at an offset, by an option.
    const bool at_start = state.request.offset == 0;
    state.request.offset = 0;
    return !at_start;
  }
  state.request.offset = state.earlier_pages.back();
  state.earlier_pages.pop_back();
  return true;
}

SearchRequest to_request(const PromptState& state, Date today) {
  SearchRequest request = state.request;
  request.today = today;
  const bool has_text = request.text.find_first_not_of(" \t") != std::string::npos;
  std::string added;
  for (const Choice& choice : state.choices) {
    if (is_filter(choice)) {
      values_for(request, choice).push_back(choice.value);
    } else {
      added += (added.empty() ? "" : " ") + to_text(choice, request);
    }
  }
  if (!added.empty()) {
    request.text =
        has_text ? as_operand(request.text, request.today) + " " + added : std::move(added);
  }
  return request;
}

void Trail::go(PromptState state) {
  if (!states_.empty()) {
    states_.resize(at_ + 1);
  }
  if (states_.size() == max_trail) {
    states_.erase(states_.begin());
  }
  states_.push_back(std::move(state));
  at_ = states_.size() - 1;
}

bool Trail::back() {
  if (at_ == 0) {
    return false;
  }
  --at_;
  return true;
}

bool Trail::forward() {
  if (at_ + 1 >= states_.size()) {
    return false;
  }
  ++at_;
  return true;
}

}  // namespace dateline
