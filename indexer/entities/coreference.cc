// Forms are counted, joined and named; then every span is looked up again.
#include "indexer/entities/coreference.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "indexer/entities/article_hints.h"
#include "indexer/entities/key_table.h"
#include "indexer/entities/phrases.h"
#include "indexer/entities/surface.h"

namespace dateline {

namespace {

/// As many votes as leave no doubt of a type.
constexpr std::uint32_t sure_votes = 2 * by_model;
constexpr std::size_t types = 3;  // person, organization, location
constexpr std::size_t longest_part = 5;
constexpr std::size_t longest_name = 16;

/// One way to write a name, with all the spans written so.
struct NameForm {
  NameKey key;
  NameSpan example;  ///< the span it is written like
  std::array<std::uint32_t, types> votes{};
  std::uint32_t spans = 0;
  bool in_body = false;  ///< stands outside of headlines
  std::optional<NameType> type;
  std::string text;
  bool is_known = false;     ///< the lexicon gives text and type
  std::uint32_t joined = 0;  ///< the form it is another way to write, or itself
};

/// A word of a person's name, or what stands between its hyphens.
struct NamePart {
  NameKey key;
  bool is_telling = false;  ///< neither an initial nor a particle
};

void find_parts(const Document& document, const NameSpan& span, std::vector<NamePart>& parts) {
  parts.clear();
  for (std::uint32_t i = span.first; i < span.end; ++i) {
    const bool is_telling = document.words[i].shape == Shape::Title;
    std::string_view text = document.text_of(document.words[i]);
    if (text.find('-') == std::string_view::npos) {
      parts.push_back({document.key(i), is_telling});
      continue;
    }
    while (!text.empty()) {
      const std::size_t size = std::min(text.find('-'), text.size());
      parts.push_back({name_key(text.substr(0, size)), is_telling});
      text.remove_prefix(std::min(size + 1, text.size()));
    }
  }
}

NameKey join_all(std::span<const NamePart> parts) {
  NameKey key;
  for (const NamePart& part : parts) {
    key = join(key, part.key);
  }
  return key;
}

class NameResolver {
 public:
  NameResolver(const Document& document, const Lexicon& lexicon, std::span<const NameSpan> spans,
               std::span<const AcronymDefinition> acronyms)
      : document_(document), lexicon_(lexicon), spans_(spans), acronyms_(acronyms) {}

  ArticleNames resolve() {
    count_forms();
    choose_types();
    join_acronyms();
    join_groups();
    join_parts();
    drop_pairs();
    join_generic();
    return {mentions(), std::move(definitions_)};
  }

 private:
  std::uint32_t form_of(const NameSpan& span) {
    const NameKey key = document_.key(span.first, span.end);
    const auto next = static_cast<std::uint32_t>(forms_.size());
    const std::uint32_t number = form_of_key_.find_or_add(key, next);
    if (number == next) {
      NameForm& form = forms_.emplace_back();
      form.key = key;
      form.example = span;
      form.joined = number;
    }
    return number;
  }

  void count_forms() {
    forms_.reserve(spans_.size());
    form_of_span_.reserve(spans_.size());
    for (const NameSpan& span : spans_) {
      const std::uint32_t number = form_of(span);
      form_of_span_.push_back(number);
      NameForm& form = forms_[number];
      form.spans += 1;
      form.in_body = form.in_body || !document_.words[span.first].in_headline;
      if (span.type) {
        form.votes.at(static_cast<std::size_t>(*span.type)) += span.weight;
      }
      if (form.spans > 1 && is_better_written(document_, span, form.example)) {
        form.example = span;
      }
    }
    for (const AcronymDefinition& definition : acronyms_) {
      forms_[form_of({definition.acronym, definition.acronym + 1, std::nullopt, 0})].in_body = true;
    }
  }

  void choose_types() {
    for (NameForm& form : forms_) {
      const auto* const best = std::max_element(form.votes.begin(), form.votes.end());
      if (*best > 0) {
        form.type = static_cast<NameType>(best - form.votes.begin());
      }
      form.text = surface_of(document_, form.example);
      const Phrase known = longest_phrase(document_, lexicon_, form.example.first, mark::known);
      if (known.entry != nullptr && known.words == form.example.end - form.example.first) {
        take_known(form, *known.entry);
      } else if (form.type == NameType::Location) {
        form.text = without_capitals(std::move(form.text));
      }
    }
  }

  void take_known(NameForm& form, const Lexicon::Entry& entry) const {
    const KnownName* const name = lexicon_.known_name(entry);
    const bool is_one_word = form.example.end - form.example.first == 1;
    const bool is_outvoted = is_one_word && form.type && *form.type != name->type &&
                             form.votes.at(static_cast<std::size_t>(name->type)) == 0;
    if (!is_outvoted) {
      form.text = name->text;
      form.type = name->type;
      form.is_known = true;
    }
  }

  void join_acronyms() {
    for (const AcronymDefinition& definition : acronyms_) {
      join_acronym({definition.first, definition.end, std::nullopt, 0}, definition.acronym);
    }
    for (const NameSpan& span : spans_) {
      const bool may_define = span.type == NameType::Organization && span.end - span.first >= 2 &&
                              span.end < document_.words.size();
      if (may_define && is_bracketed_acronym(document_, span.end)) {
        join_acronym(span, span.end);
      }
    }
  }

  void join_acronym(const NameSpan& long_span, std::uint32_t acronym) {
    const std::uint32_t long_number = form_of(long_span);
    const std::uint32_t short_number = form_of({acronym, acronym + 1, std::nullopt, 0});
    NameForm& long_form = forms_[long_number];
    NameForm& short_form = forms_[short_number];
    if (root(long_number) == root(short_number) || short_form.joined != short_number ||
        long_form.joined != long_number) {
      return;
    }
    if (long_form.is_known) {
      short_form.joined = long_number;
      return;
    }
    if (!short_form.is_known) {
      short_form.text = surface_of(document_, short_form.example);
      short_form.type = long_form.type.value_or(NameType::Organization);
    }
    long_form.joined = short_number;
    definitions_.push_back({short_form.text, surface_of(document_, long_form.example)});
  }

  std::uint32_t root(std::uint32_t form) const {
    while (forms_[form].joined != form) {
      form = forms_[form].joined;
    }
    return form;
  }

  /// "the Acme group" names Acme Group.
  void join_groups() {
    const NameKey group = name_key("group");
    for (std::size_t i = 0; i < spans_.size(); ++i) {
      NameForm& form = forms_[form_of_span_[i]];
      if (form.type != NameType::Organization || form.is_known) {
        continue;
      }
      const Lexicon::Entry& entry = lexicon_.find(join(form.key, group));
      const std::uint32_t next = spans_[i].end;
      if ((entry.marks & mark::organization) != 0) {
        form.text = lexicon_.known_name(entry)->text;
        form.is_known = true;
      } else if (follows_directly(document_, next) && document_.key(next) == group &&
                 !form.text.ends_with(" Group")) {
        form.text += " Group";
      }
    }
  }

  /// Longer names first, so that what a name joins is never joined itself later.
  void join_parts() {
    std::vector<std::uint32_t> order(forms_.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto words = [&](std::uint32_t i) {
      return forms_[i].example.end - forms_[i].example.first;
    };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tuple(words(b), forms_[b].spans, a) < std::tuple(words(a), forms_[a].spans, b);
    });
    for (const std::uint32_t number : order) {
      NameForm& form = forms_[number];
      if (form.joined != number || words(number) > longest_part) {
        continue;
      }
      if (const auto whole = whole_of(form)) {
        form.joined = *whole;
      } else if (words(number) > 1 && form.type == NameType::Person) {
        add_person_parts(number);
      } else if (words(number) > 1 && form.type == NameType::Organization) {
        add_organization_part(number);
      }
    }
  }

  /// The longer name that a form is a part of: a person's rather than an organisation's, unless it
  /// is one itself.
  std::optional<std::uint32_t> whole_of(const NameForm& form) const {
    const bool is_organization = form.type == NameType::Organization;
    const KeyTable& first = is_organization ? wholes_of_organizations_ : wholes_of_persons_;
    const KeyTable& second = is_organization ? wholes_of_persons_ : wholes_of_organizations_;
    const std::optional<std::uint32_t> whole = whole_in(first, form);
    return whole ? whole : whole_in(second, form);
  }

  std::optional<std::uint32_t> whole_in(const KeyTable& wholes, const NameForm& form) const {
    const std::optional<std::uint32_t> whole = wholes.find(form.key);
    if (!whole) {
      return std::nullopt;
    }
    const NameType type = forms_[*whole].type.value();
    const bool is_one_word = form.example.end - form.example.first == 1;
    // "Sergei Vella" is the company "Sergei Vella Inc"; and "Wagner" the Wagner Group, where nobody
    // is called so.
    const bool is_group = type == NameType::Organization && form.type == NameType::Person &&
                          (is_one_word || is_company_name(*whole));
    const bool may_differ = !form.type || form.type == type || is_group ||
                            form.votes.at(static_cast<std::size_t>(*form.type)) < sure_votes;
    const bool is_doubtful = !form.type && is_written_small(form);
    return may_differ && !form.is_known && !is_doubtful ? whole : std::nullopt;
  }

  /// "Acme Brothers Inc": nobody is called so.
  bool is_company_name(std::uint32_t form) const {
    return (document_.marks(forms_[form].example.end - 1) & mark::organization_suffix) != 0;
  }

  /// "Rice" may be a person, unless the article also has rice.
  bool is_written_small(const NameForm& form) const {
    return form.example.end - form.example.first == 1 &&
           (document_.form(form.example.first).hints & hint::written_small) != 0;
  }

  /// Surname, first name, all that begins or ends the name, and first name with surname; what a
  /// hyphen joins is in parts here as well.
  void add_person_parts(std::uint32_t number) {
    const NameSpan span = forms_[number].example;
    std::vector<NamePart>& parts = parts_;
    find_parts(document_, span, parts);
    if (parts.size() > longest_name) {
      return;  // nobody is called so
    }
    for (std::size_t cut = 1; cut < parts.size(); ++cut) {
      const NameKey head = join_all(std::span(parts).first(cut));
      const NameKey tail = join_all(std::span(parts).subspan(cut));
      if (cut + 1 < parts.size() || parts[cut].is_telling) {
        wholes_of_persons_.find_or_add(tail, number);
      }
      if (cut > 1 || parts[0].is_telling) {
        wholes_of_persons_.find_or_add(head, number);
      }
    }
    wholes_of_persons_.find_or_add(join(parts.front().key, parts.back().key), number);
  }

  /// "Acme" of "Acme Holdings Ltd", if it is a word of its own.
  void add_organization_part(std::uint32_t number) {
    const NameSpan span = forms_[number].example;
    constexpr Marks tail = mark::organization_word | mark::organization_suffix;
    std::uint32_t end = span.end;
    while (end > span.first && (document_.marks(end - 1) & tail) != 0) {
      --end;
    }
    constexpr Marks common = mark::ordinary | mark::demonym | mark::any_place | mark::never |
                             mark::function | mark::title | mark::organization_word;
    const bool is_own_word = end > span.first && (document_.marks(end - 1) & common) == 0;
    if (end < span.end && is_own_word) {
      wholes_of_organizations_.find_or_add(document_.key(span.first, end), number);
    }
  }

  /// "the Biden-Harris campaign" names two persons of the article, and is neither.
  void drop_pairs() {
    for (std::uint32_t number = 0; number < forms_.size(); ++number) {
      NameForm& form = forms_[number];
      if (form.type != NameType::Person || form.joined != number ||
          form.example.end - form.example.first != 1) {
        continue;
      }
      find_parts(document_, form.example, parts_);
      if (parts_.size() == 2 && is_other_person(parts_[0].key) && is_other_person(parts_[1].key)) {
        form.type.reset();
      }
    }
  }

  bool is_other_person(NameKey key) const {
    const std::optional<std::uint32_t> form = form_of_key_.find(key);
    return wholes_of_persons_.find(key) || (form && forms_[*form].type == NameType::Person);
  }

  /// "the Commission": a word of many names, which means something only inside an article.
  bool is_generic(const NameForm& form) const {
    const std::uint32_t word = form.example.first;
    const Marks marks = document_.marks(word);
    constexpr Marks generic = mark::organization_word | mark::organization_noun;
    return form.example.end - word == 1 && form.type == NameType::Organization && !form.is_known &&
           (marks & generic) != 0 && (marks & mark::ordinary) != 0 &&
           (marks & mark::organization_name) == 0;
  }

  /// A generic word is the one organisation of the article that has it in its name, else no name.
  void join_generic() {
    for (NameForm& form : forms_) {
      if (!is_generic(form)) {
        continue;
      }
      std::optional<std::uint32_t> whole;
      bool is_ambiguous = false;
      for (std::uint32_t other = 0; other < forms_.size(); ++other) {
        if (has_word(forms_[other], form.key)) {
          is_ambiguous = is_ambiguous || (whole && root(*whole) != root(other));
          whole = other;
        }
      }
      if (whole && !is_ambiguous) {
        form.joined = root(*whole);
      } else {
        form.type.reset();
      }
    }
  }

  bool has_word(const NameForm& form, NameKey key) const {
    const NameSpan& span = form.example;
    return form.type == NameType::Organization && span.end - span.first > 1 &&
           (document_.key(span.first) == key || document_.key(span.end - 1) == key);
  }

  static bool is_name(const NameForm& form) {
    return form.type && !form.text.empty() && form.text.size() <= max_name_bytes;
  }

  void add_mention(std::vector<Mention>& mentions, std::size_t first, std::size_t end,
                   std::uint32_t form) const {
    const NameForm& name = forms_[root(form)];
    if (is_name(name)) {
      const Word& last = document_.words[end - 1];
      const bool is_letter = end - first == 1 && last.shape == Shape::Initial;
      const std::size_t end_of_name = is_letter ? last.begin + std::size_t{1} : last.end;
      mentions.push_back({*name.type, document_.words[first].begin, end_of_name, name.text});
    }
  }

  std::vector<Mention> mentions() const {
    std::vector<Mention> found;
    found.reserve(spans_.size());
    find_in_headlines(found);
    const std::size_t in_headlines = found.size();
    std::size_t next = 0;
    for (std::size_t i = 0; i < spans_.size(); ++i) {
      const std::size_t begin = document_.words[spans_[i].first].begin;
      const std::size_t end = document_.words[spans_[i].end - 1].end;
      while (next < in_headlines && found[next].end <= begin) {
        ++next;
      }
      const bool is_free = next == in_headlines || found[next].begin >= end;
      if (is_free && (!document_.words[spans_[i].first].in_headline || is_trusted(spans_[i]))) {
        add_mention(found, spans_[i].first, spans_[i].end, form_of_span_[i]);
      }
    }
    std::inplace_merge(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(in_headlines),
                       found.end(),
                       [](const Mention& a, const Mention& b) { return a.begin < b.begin; });
    return found;
  }

  /// A name that only a headline has: the chain may have taken half the headline for it.
  bool is_trusted(const NameSpan& span) const {
    constexpr std::size_t longest_trusted = 4;
    const std::uint32_t last = span.end - 1;
    constexpr Marks telling = mark::organization_word | mark::organization_suffix;
    const bool is_listed =
        (marks_of_words(document_, lexicon_, span.first, span.end) &
         (mark::known | mark::organization_name)) != 0 ||
        (span.end - span.first == 1 && document_.words[last].shape == Shape::Capitals) ||
        (document_.marks(last) & telling) != 0;
    return span.end - span.first <= longest_trusted &&
           (span.type != NameType::Organization || is_listed);
  }

  void find_in_headlines(std::vector<Mention>& found) const {
    std::size_t done = 0;
    for (const std::uint32_t first : document_.capitals) {
      if (first >= done && document_.words[first].in_headline) {
        done = find_in_headline(first, found);
      }
    }
  }

  std::optional<std::uint32_t> form_or_part(NameKey key) const {
    for (const auto* const table :
         {&form_of_key_, &wholes_of_persons_, &wholes_of_organizations_}) {
      if (const auto found = table->find(key)) {
        return found;
      }
    }
    return std::nullopt;
  }

  /// Looks for the longest known form at a word of a headline, and says where to go on.
  std::size_t find_in_headline(std::size_t first, std::vector<Mention>& found) const {
    NameKey key;
    std::optional<std::pair<std::size_t, std::uint32_t>> longest;
    for (std::size_t end = first + 1; end <= document_.words.size(); ++end) {
      key = join(key, document_.key(end - 1));
      const auto form = form_or_part(key);
      if (form && forms_[*form].in_body) {
        longest = {end, *form};
      }
      if (end - first >= longest_name || end >= document_.words.size() ||
          !document_.words[end].in_headline || !follows_directly(document_, end)) {
        break;
      }
    }
    const bool is_doubtful = longest && longest->first == first + 1 &&
                             (document_.marks(first) & mark::ordinary) != 0 &&
                             (document_.form(first).hints & hint::written_small) != 0;
    if (!longest || is_doubtful) {
      return first + 1;
    }
    add_mention(found, first, longest->first, longest->second);
    return longest->first;
  }

  const Document& document_;
  const Lexicon& lexicon_;
  std::span<const NameSpan> spans_;
  std::span<const AcronymDefinition> acronyms_;
  std::vector<NameForm> forms_;
  std::vector<std::uint32_t> form_of_span_;
  std::vector<NameDefinition> definitions_;
  std::vector<NamePart> parts_;  // of the name at hand
  KeyTable form_of_key_;
  KeyTable wholes_of_persons_;
  KeyTable wholes_of_organizations_;
};

}  // namespace

ArticleNames join_mentions(const Document& document, const Lexicon& lexicon,
                           std::span<const NameSpan> spans,
                           std::span<const AcronymDefinition> acronyms) {
  return NameResolver(document, lexicon, spans, acronyms).resolve();
}

}  // namespace dateline
