// A posting source that has every article which passes. In an AND it is asked last, and about those
// articles alone that have passed everything else.
#include "searcher/query/compiler_check.h"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/archive/damage_hint.h"
#include "common/archive/stored_article.h"
#include "common/error.h"
#include "common/text/analyzer.h"
#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"
#include "searcher/query/compiler_archives.h"
#include "searcher/query/positions.h"

namespace dateline {

namespace {

/// Where the words of each different place stand.
using PlacePositions = std::vector<Positions>;

/// What is asked for, by the numbers of its places.
using AskedNumbers = Asked<std::size_t>;

/// Numbers the places; equal ones, of which a long query may have many, are one.
AskedNumbers number_places(const Asked<CheckedPlace>& asked, std::vector<CheckedPlace>& places) {
  std::map<std::pair<Stems, std::vector<std::string>>, std::size_t> numbers;
  AskedNumbers numbered{{}, asked.window, asked.field};
  for (const Spellings<CheckedPlace>& thing : asked.things) {
    Spellings<std::size_t>& spellings = numbered.things.emplace_back();
    for (const std::vector<CheckedPlace>& words : thing) {
      std::vector<std::size_t>& numbers_of_words = spellings.emplace_back();
      for (const CheckedPlace& word : words) {
        const auto [known, is_new] =
            numbers.try_emplace(std::pair(word.stems, word.words), places.size());
        if (is_new) {
          places.push_back(word);
        }
        numbers_of_words.push_back(known->second);
      }
    }
  }
  return numbered;
}

bool are_there(const AskedNumbers& asked, const PlacePositions& positions) {
  std::vector<std::vector<Stretch>> things;
  for (const Spellings<std::size_t>& thing : asked.things) {
    std::vector<Stretch>& stretches = things.emplace_back();
    for (const std::vector<std::size_t>& words : thing) {
      const std::vector<Stretch> found = find_phrase(words, positions);
      stretches.insert(stretches.end(), found.begin(), found.end());
    }
    std::ranges::sort(stretches);
  }
  return asked.window == 0 ? !things.front().empty() : are_near(things, asked.window);
}

void make_set(Positions& positions) {
  std::ranges::sort(positions);
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
}

/// Decides about articles; remembers what it has decided. Shared by the copies of a source.
class Decisions {
 public:
  explicit Decisions(const Asked<CheckedPlace>& asked) : asked_(number_places(asked, places_)) {
    for (std::size_t place = 0; place < places_.size(); ++place) {
      reads_text_ = reads_text_ || !places_[place].words.empty();
      for (const std::string& stem : places_[place].stems) {
        places_of_stems_[stem].push_back(place);
        add_term(stem, place);
      }
      for (const std::string& stem : places_[place].stems_of_words) {
        add_term(stem, place);
      }
      for (const std::string& word : places_[place].words) {
        places_of_words_[word].push_back(place);
      }
    }
    is_single_word_ =
        asked_.window == 0 &&
        std::ranges::all_of(asked_.things.front(), [](auto& words) { return words.size() == 1; });
  }

  bool decide(const Xapian::Database& archive, const std::string& identity,
              Xapian::docid document) {
    std::unordered_map<Xapian::docid, bool>& known = known_[identity];
    const auto found = known.find(document);
    if (found != known.end()) {
      return found->second;
    }
    // That its stems stand right is soon told, and seldom so.
    bool passes = is_single_word_ || are_there(asked_, look_up(archive, document));
    passes = passes && (!reads_text_ || passes_text(archive, document));
    known.emplace(document, passes);
    return passes;
  }

 private:
  void add_term(const std::string& stem, std::size_t place) {
    const std::string_view prefix = asked_.field != nullptr ? asked_.field->prefix : stem_prefix;
    places_of_terms_[make_term(prefix, stem)].push_back(place);
  }

  /// Where the stems of the places stand.
  PlacePositions look_up(const Xapian::Database& archive, Xapian::docid document) const {
    // Of a great many terms an article has few: then its own are walked over.
    constexpr std::size_t max_looked_up_terms = 32;
    PlacePositions positions(places_.size());
    const auto add = [&](const std::vector<std::size_t>& places, Xapian::PositionIterator at,
                         const Xapian::PositionIterator& end) {
      for (; at != end; ++at) {
        for (const std::size_t place : places) {
          positions[place].push_back(*at);
        }
      }
    };
    if (places_of_terms_.size() <= max_looked_up_terms) {
      for (const auto& [term, places] : places_of_terms_) {
        add(places, archive.positionlist_begin(document, term),
            archive.positionlist_end(document, term));
      }
    } else {
      const std::string prefix(asked_.field != nullptr ? asked_.field->prefix : stem_prefix);
      auto term = archive.termlist_begin(document);
      const auto end = archive.termlist_end(document);
      for (term.skip_to(prefix); term != end && (*term).starts_with(prefix); ++term) {
        if (const auto found = places_of_terms_.find(*term); found != places_of_terms_.end()) {
          add(found->second, term.positionlist_begin(), term.positionlist_end());
        }
      }
    }
    std::ranges::for_each(positions, make_set);
    return positions;
  }

  bool passes_text(const Xapian::Database& archive, Xapian::docid document) {
    const std::optional<Article> article = from_stored(archive.get_document(document).get_data());
    if (!article) {
      throw Error("the archive is damaged: the stored text of document " +
                      std::to_string(document) + " is not what was written",
                  damage_hint, ExitCode::Damaged);
    }
    Stemmer& stemmer = stemmers_.of(article->language);
    if (asked_.field == nullptr) {
      return (!article->title_derived && passes(article->title, stemmer)) ||
             passes(article->text, stemmer);
    }
    return passes(asked_.field->name == "author" ? article->author : article->title, stemmer);
  }

  bool passes(std::string_view text, Stemmer& stemmer) const {
    PlacePositions positions(places_.size());
    const auto add = [&positions](const auto& places, std::string_view word, const Token& token) {
      if (const auto found = places.find(word); found != places.end()) {
        for (const std::size_t place : found->second) {
          positions[place].push_back(token.position);
        }
      }
    };
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token);) {
      add(places_of_words_, token.word, token);
      if (!places_of_stems_.empty()) {
        add(places_of_stems_, stemmer.stem(token.word), token);
      }
    }
    std::ranges::for_each(positions, make_set);
    return are_there(asked_, positions);
  }

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  using PlacesByText =
      std::unordered_map<std::string, std::vector<std::size_t>, Hash, std::equal_to<>>;

  std::vector<CheckedPlace> places_;  // each different one once
  AskedNumbers asked_;
  PlacesByText places_of_words_;
  PlacesByText places_of_stems_;
  PlacesByText places_of_terms_;  // of all stems, those of words too
  bool reads_text_ = false;
  bool is_single_word_ = false;
  StemmerSet stemmers_;
  std::map<std::string, std::unordered_map<Xapian::docid, bool>> known_;  // by archive
};

class CheckedArticles : public Xapian::PostingSource {
 public:
  explicit CheckedArticles(std::shared_ptr<Decisions> decisions)
      : decisions_(std::move(decisions)) {}

  PostingSource* clone() const override { return new CheckedArticles(decisions_); }

  /// Called for each archive, with its own database.
  void init(const Xapian::Database& archive) override {
    archive_ = archive;
    identity_ = identity_of(archive);
    all_ = archive.postlist_begin({});
    has_begun_ = false;
    set_maxweight(0);
  }

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return archive_.get_doccount(); }
  Xapian::doccount get_termfreq_max() const override { return archive_.get_doccount(); }

  void next(double /*min_weight*/) override {
    if (has_begun_) {
      ++all_;
    }
    has_begun_ = true;
    find_next();
  }

  void skip_to(Xapian::docid document, double /*min_weight*/) override {
    has_begun_ = true;
    all_.skip_to(document);
    find_next();
  }

  bool check(Xapian::docid document, double /*min_weight*/) override {
    has_begun_ = true;
    all_.skip_to(document);
    return !at_end() && *all_ == document && passes();
  }

  bool at_end() const override { return all_ == archive_.postlist_end({}); }
  Xapian::docid get_docid() const override { return *all_; }

 private:
  bool passes() { return decisions_->decide(archive_, identity_, *all_); }

  void find_next() {
    while (!at_end() && !passes()) {
      ++all_;
    }
  }

  std::shared_ptr<Decisions> decisions_;
  Xapian::Database archive_;
  std::string identity_;
  Xapian::PostingIterator all_;
  bool has_begun_ = false;
};

}  // namespace

Xapian::Query check_words(const Xapian::Query& candidates, const Asked<CheckedPlace>& places) {
  CheckedArticles source(std::make_shared<Decisions>(places));  // Xapian keeps a clone
  return {Xapian::Query::OP_AND, candidates, Xapian::Query(&source)};
}

}  // namespace dateline
