// The way of a text: words, acronyms, spans, names.
#include "indexer/entities/entity_tagger.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <string>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/entities/acronyms.h"
#include "indexer/entities/article_hints.h"
#include "indexer/entities/coreference.h"
#include "indexer/entities/document.h"
#include "indexer/entities/known_rules.h"
#include "indexer/entities/lexicon.h"
#include "indexer/entities/name_model.h"
#include "indexer/entities/run_decoder.h"
#include "indexer/entities/span_rules.h"

namespace dateline {

/// Lexicon and model are shared. A worker remembers the words it has met; whoever reads a text
/// borrows one, so there are as many as threads that read at the same time.
class EntityTagger::Parts {
 public:
  explicit Parts(NameModel model) : model_(std::move(model)) {}

  ArticleNames find_names(std::string_view text, std::string_view language,
                          std::size_t headline_end) {
    std::unique_ptr<Worker> worker = borrow_worker();
    ArticleNames names = find_names(text, language, headline_end, *worker);
    const std::lock_guard lock(mutex_);
    idle_workers_.push_back(std::move(worker));
    return names;
  }

 private:
  struct Worker {
    Worker(const Lexicon& lexicon, const NameModel& model) : reader(lexicon), decoder(model) {}

    DocumentReader reader;
    RunDecoder decoder;
  };

  std::unique_ptr<Worker> borrow_worker() {
    const std::lock_guard lock(mutex_);
    if (idle_workers_.empty()) {
      return std::make_unique<Worker>(lexicon_, model_);
    }
    std::unique_ptr<Worker> worker = std::move(idle_workers_.back());
    idle_workers_.pop_back();
    return worker;
  }

  ArticleNames find_names(std::string_view text, std::string_view language,
                          std::size_t headline_end, Worker& worker) const {
    Document& document = worker.reader.read(text, headline_end);
    const std::vector<AcronymDefinition> acronyms = find_acronyms(document);
    const bool is_english = language.empty() || language.substr(0, 2) == "en";
    if (!is_english) {
      return join_mentions(document, lexicon_, label_known(document, lexicon_, acronyms), acronyms);
    }
    note_hints(document);
    const std::vector<NameSpan> spans =
        mend_spans(document, lexicon_, worker.decoder.decode(document));
    return join_mentions(document, lexicon_, spans, acronyms);
  }

  Lexicon lexicon_;
  NameModel model_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Worker>> idle_workers_;
};

namespace {

/// A text of more than this is read in parts, so that no article takes all memory.
constexpr std::size_t max_part_bytes = std::size_t{1} << 20U;

/// Behind a line, else behind a word, else behind a character.
std::size_t end_of_part(std::string_view text, std::size_t begin) {
  if (text.size() - begin <= max_part_bytes) {
    return text.size();
  }
  const std::string_view part = text.substr(begin, max_part_bytes);
  for (const char stop : {'\n', ' '}) {
    const std::size_t last = part.rfind(stop);
    if (last != std::string_view::npos && last >= max_part_bytes / 2) {
      return begin + last + 1;
    }
  }
  constexpr std::size_t longest_character = 4;
  return begin + cut_at_character(part, max_part_bytes - longest_character).size();
}

}  // namespace

EntityTagger::EntityTagger() : EntityTagger(NameModel()) {}
EntityTagger::EntityTagger(NameModel model) : parts_(std::make_unique<Parts>(std::move(model))) {}
EntityTagger::~EntityTagger() = default;

ArticleNames EntityTagger::find_names(std::string_view text, std::string_view language,
                                      std::size_t headline_end) const {
  ArticleNames all;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = end_of_part(text, begin);
    const std::size_t headline = headline_end - std::min(headline_end, begin);
    ArticleNames names = parts_->find_names(text.substr(begin, end - begin), language, headline);
    for (Mention& mention : names.mentions) {
      mention.begin += begin;
      mention.end += begin;
    }
    if (begin == 0 && end == text.size()) {
      return names;
    }
    std::move(names.mentions.begin(), names.mentions.end(), std::back_inserter(all.mentions));
    std::move(names.definitions.begin(), names.definitions.end(),
              std::back_inserter(all.definitions));
    begin = end;
  }
  return all;
}

std::vector<Mention> EntityTagger::tag(std::string_view text, std::string_view language,
                                       std::size_t headline_end) const {
  return find_names(text, language, headline_end).mentions;
}

std::string_view EntityTagger::model_name() {
  static const std::string name = "chain-1 " + NameModel::built_in_fingerprint();
  return name;
}

}  // namespace dateline
