// Every command of a session.
#include "searcher/prompt/session.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include "common/error.h"
#include "searcher/explain.h"
#include "searcher/prompt/command_line.h"
#include "searcher/prompt/prompt_text.h"
#include "searcher/search.h"

namespace dateline {

namespace {

Answer problem(std::string message, std::string hint) {
  return {.problem = PromptProblem{std::move(message), std::move(hint)}};
}

Answer text(std::string text) {
  return {.text = std::move(text)};
}

/// The style of answers: labelled facets, of few lines where lines are few.
TextStyle style_for(const Screen& screen) {
  constexpr std::size_t many_rows = 32;
  TextStyle style = screen.style;
  style.label_facets = true;
  style.facet_lines = screen.rows > 0 && screen.rows < many_rows ? 1 : 2;
  return style;
}

/// Of dates only a few fit a line: the last are news.
void put_newest_first(SearchResult& result) {
  for (Facet& facet : result.facets) {
    if (facet.kind == FacetKind::Date || facet.kind == FacetKind::Mentioned) {
      std::ranges::reverse(facet.values);
    }
  }
}

std::string render_search(const SearchResult& result, const TextStyle& style) {
  std::ostringstream out;
  render_result(out, result, OutputFormat::Text, style);
  return out.str();
}

std::string render_similar_hits(const SimilarResult& result, const TextStyle& style) {
  std::ostringstream out;
  render_similar(out, result, OutputFormat::Text, style);
  return out.str();
}

/// More hits than a screen can show need not be looked at.
std::size_t most_hits(const Screen& screen) {
  constexpr std::size_t min_lines_of_hit = 3;  // title, details and the empty line between hits
  return std::max<std::size_t>(screen.rows / min_lines_of_hit, 1);
}

/// The result as text, its last hits left out as long as it is too long for the screen; one stays.
template <typename Result>
std::string render_to_fit(Result& result, const Screen& screen,
                          std::string (*render)(const Result&, const TextStyle&)) {
  const TextStyle style = style_for(screen);
  std::string text = render(result, style);
  const auto is_too_long = [&] {
    return screen.rows > 0 &&
           static_cast<std::size_t>(std::ranges::count(text, '\n')) > screen.rows;
  };
  while (is_too_long() && result.hits.size() > 1) {
    result.hits.pop_back();
    text = render(result, style);
  }
  return text;
}

constexpr std::size_t max_listed_values = 100;  // more are better looked for by a word
constexpr std::string_view gone = "this article is no longer in the archive";

/// By which an article is found again, whatever archive it is in.
std::string name_of(const Hit& hit) {
  return hit.archive.empty() ? hit.article.id : hit.archive + ":" + hit.article.id;
}

Answer no_hit(std::size_t rank) {
  return problem("there is no hit " + std::to_string(rank),
                 "hits have the numbers that stand before their titles");
}

/// Whether a command makes sense only where a search is shown.
bool is_about_search(Verb verb) {
  switch (verb) {
    case Verb::Narrow:
    case Verb::Must:
    case Verb::Not:
    case Verb::And:
    case Verb::Widen:
    case Verb::Sort:
    case Verb::Explain:
    case Verb::Facet: return true;
    default: return false;
  }
}

}  // namespace

Session::Session(SearchRequest options, std::vector<NamedArchive> archives)
    : start_(start_state(std::move(options))), archives_(std::move(archives)) {}

Line Session::prompt(std::size_t width) const {
  return prompt_text(trail_.empty() ? nullptr : &trail_.current(), view_.total, width);
}

Answer Session::obey(ArchiveReader& archive, std::string_view line, const Screen& screen) {
  const ParsedLine parsed = parse_prompt_line(line);
  if (parsed.problem) {
    return {.problem = parsed.problem};
  }
  const PromptCommand& command = parsed.command;
  PromptState next = state();
  if (!next.similar_to.empty() && is_about_search(command.verb)) {
    return problem("articles like another are neither narrowed, sorted nor explained",
                   "/back returns to the search");
  }
  switch (command.verb) {
    case Verb::Nothing: return {};
    case Verb::Query: return show(archive, new_search(start_, state(), command.text), screen, true);
    case Verb::Narrow: return choose_values(archive, command, Choice::How::Either, screen);
    case Verb::Must: return choose_values(archive, command, Choice::How::Must, screen);
    case Verb::Not: return choose_values(archive, command, Choice::How::Not, screen);
    case Verb::And:
      choose(next, {.how = Choice::How::Words, .value = command.text});
      return show(archive, std::move(next), screen, true);
    case Verb::Widen: return widen(archive, command, screen);
    case Verb::Back:
    case Verb::Forward: return walk(archive, command.verb == Verb::Forward, screen);
    case Verb::Sort:
      sort_by(next, command.order);
      return show(archive, std::move(next), screen, true);
    case Verb::Next:
    case Verb::Previous: return turn_page(archive, command.verb == Verb::Next, screen);
    case Verb::Open: return open(archive, command.rank, screen);
    case Verb::Similar: return go_to_similar(archive, command.rank, screen);
    case Verb::Explain: return explain_search(archive, command.rank, screen);
    case Verb::Facet: return list_facet(archive, command, screen);
    case Verb::CommandLine: return command_line();
    case Verb::Help: return text(std::string(prompt_help()));
    case Verb::Quit: return {.leaves = true};
  }
  return {};
}

const FacetValue* Session::find_value(const FacetLabel& label) const {
  const auto facet = std::ranges::find(view_.facets, label.facet, &Facet::kind);
  if (facet == view_.facets.end() || label.place > facet->values.size()) {
    return nullptr;
  }
  return &facet->values[label.place - 1];
}

void Session::note_hits(const std::vector<Hit>& hits) {
  for (const Hit& hit : hits) {
    view_.ids.push_back(name_of(hit));
  }
}

std::string Session::show_search(ArchiveReader& archive, const PromptState& state,
                                 const Screen& screen) {
  SearchRequest request = to_request(state, today_);
  if (screen.rows > 0) {
    request.limit = most_hits(screen);
  }
  SearchResult result = search(archive, request);
  put_newest_first(result);
  std::string text = render_to_fit(result, screen, render_search);
  view_ = {result.total, request.offset, {}, std::move(result.facets)};
  note_hits(result.hits);
  return text;
}

std::string Session::show_similar(ArchiveReader& archive, const PromptState& state,
                                  const Screen& screen) {
  SearchRequest request = to_request(state, today_);
  if (screen.rows > 0) {
    request.limit = most_hits(screen);
  }
  std::optional<SimilarResult> result = similar_articles(archive, state.similar_to, request);
  if (!result) {
    throw Error(std::string(gone), "search again");
  }
  std::string text = render_to_fit(*result, screen, render_similar_hits);
  view_ = {result->total, request.offset, {}, {}};
  note_hits(result->hits);
  return text;
}

Answer Session::show(ArchiveReader& archive, PromptState state, const Screen& screen, bool is_new) {
  Answer answer = text(state.similar_to.empty() ? show_search(archive, state, screen)
                                                : show_similar(archive, state, screen));
  if (is_new) {
    trail_.go(std::move(state));
  } else {
    trail_.replace(std::move(state));
  }
  return answer;
}

Answer Session::choose_values(ArchiveReader& archive, const PromptCommand& command, Choice::How how,
                              const Screen& screen) {
  PromptState next = state();
  bool changed = false;
  for (const FacetLabel& label : command.values) {
    const FacetValue* const value = find_value(label);
    if (value == nullptr) {
      return problem("there is no " + to_string(label) + " in what is shown",
                     "labels stand before the values below the hits; /facet " +
                         std::string(to_string(label.facet)) + " shows more of them");
    }
    changed = choose(next, {how, label.facet, value->value}) || changed;
  }
  if (!changed) {
    return problem("that is chosen already", "/widen takes it back");
  }
  return show(archive, std::move(next), screen, true);
}

Answer Session::widen(ArchiveReader& archive, const PromptCommand& command, const Screen& screen) {
  PromptState next = state();
  bool changed = false;
  if (command.all) {
    changed = drop_all_choices(next);
  } else if (command.facet) {
    changed = drop_choices(next, *command.facet);
  } else if (command.values.empty()) {
    changed = drop_last_choice(next);
  }
  for (const FacetLabel& label : command.values) {
    const FacetValue* const value = find_value(label);
    changed = (value != nullptr && drop_choice(next, label.facet, value->value)) || changed;
  }
  if (!changed) {
    return problem("nothing narrows the search so", "a new line is a new search; /back goes back");
  }
  return show(archive, std::move(next), screen, true);
}

Answer Session::turn_page(ArchiveReader& archive, bool forward, const Screen& screen) {
  PromptState next = state();
  if (trail_.empty()) {
    return problem("there is nothing to turn the pages of", "type words to search for");
  }
  if (!forward) {
    return turn_back(next) ? show(archive, std::move(next), screen, false)
                           : problem("this is the first page", {});
  }
  if (view_.offset + view_.ids.size() >= view_.total || view_.ids.empty()) {
    return problem("this is the last page", {});
  }
  turn_to_next(next, view_.ids.size());
  return show(archive, std::move(next), screen, false);
}

Answer Session::walk(ArchiveReader& archive, bool forward, const Screen& screen) {
  Trail walked = trail_;
  if (!(forward ? walked.forward() : walked.back())) {
    return problem(forward ? "there is no search after this one" : "there is no search before this",
                   {});
  }
  Session there = *this;
  there.trail_ = std::move(walked);
  Answer answer = there.show(archive, there.trail_.current(), screen, false);
  *this = std::move(there);
  return answer;
}

std::optional<std::string> Session::find_id(ArchiveReader& archive, std::size_t rank) const {
  if (rank > view_.offset && rank <= view_.offset + view_.ids.size()) {
    return view_.ids[rank - view_.offset - 1];
  }
  if (rank > view_.total || !state().similar_to.empty()) {
    return std::nullopt;
  }
  SearchRequest request = to_request(state(), today_);
  request.offset = rank - 1;
  request.limit = 1;
  request.snippets = 0;
  request.facets.clear();
  const SearchResult result = search(archive, request);
  if (result.hits.empty()) {
    return std::nullopt;
  }
  return name_of(result.hits.front());
}

Answer Session::open(ArchiveReader& archive, std::size_t rank, const Screen& screen) const {
  const std::optional<std::string> id = find_id(archive, rank);
  if (!id) {
    return no_hit(rank);
  }
  const SearchRequest request = to_request(state(), today_);
  const std::vector<ShownArticle> shown = show_articles(archive, *id, request.text, request.today);
  if (shown.empty()) {
    return problem(std::string(gone), "search again");
  }
  std::ostringstream out;
  render_article(out, shown.front(), OutputFormat::Text, screen.style);
  return {.text = out.str(), .is_long = true};
}

/// What the words of the search became, and with a rank what each is worth to that hit.
Answer Session::explain_search(ArchiveReader& archive, std::size_t rank,
                               const Screen& screen) const {
  const std::optional<std::string> id =
      rank == 0 ? std::optional(std::string()) : find_id(archive, rank);
  if (!id) {
    return no_hit(rank);
  }
  std::ostringstream out;
  render_explanation(out, explain(archive, to_request(state(), today_), *id), OutputFormat::Text,
                     screen.style);
  return text(out.str());
}

Answer Session::go_to_similar(ArchiveReader& archive, std::size_t rank, const Screen& screen) {
  std::optional<std::string> id = find_id(archive, rank);
  if (!id) {
    return no_hit(rank);
  }
  PromptState next = start_;
  next.similar_to = std::move(*id);
  return show(archive, std::move(next), screen, true);
}

Answer Session::list_facet(ArchiveReader& archive, const PromptCommand& command,
                           const Screen& screen) {
  SearchRequest request = to_request(state(), today_);
  request.facets = {*command.facet};
  if (!command.text.empty()) {
    request.facet_searches = {{*command.facet, command.text}};
  }
  request.limit = 0;
  request.offset = 0;
  request.facet_limit = max_listed_values;
  SearchResult result = search(archive, request);
  put_newest_first(result);
  TextStyle style = style_for(screen);
  style.facet_lines = screen.rows > 0 ? std::max<std::size_t>(screen.rows, 8) - 4 : 100;
  Answer answer = text(render_search(result, style));
  std::erase_if(view_.facets, [&](const Facet& facet) { return facet.kind == *command.facet; });
  view_.facets.insert(view_.facets.end(), result.facets.begin(), result.facets.end());
  return answer;
}

Answer Session::command_line() const {
  SearchRequest request = to_request(state(), today_);
  if (!state().similar_to.empty()) {
    return text(to_similar_command_line(state().similar_to, request, archives_) + "\n");
  }
  if (!view_.ids.empty() && view_.offset + view_.ids.size() < view_.total) {
    request.limit = view_.ids.size();
  }
  return text(to_command_line(request, archives_) + "\n");
}

}  // namespace dateline
