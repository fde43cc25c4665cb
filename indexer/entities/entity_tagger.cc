// The way of a text: words, acronyms, spans, names.
#include "indexer/entities/entity_tagger.h"

#include "indexer/entities/acronyms.h"
#include "indexer/entities/coreference.h"
#include "indexer/entities/document.h"
#include "indexer/entities/lexicon.h"
#include "indexer/entities/run_rules.h"

namespace dateline {

class EntityTagger::Rules {
 public:
  std::vector<Mention> tag(std::string_view text, std::string_view language,
                           std::size_t headline_end) const {
    const Document document = read_document(text, lexicon_, headline_end);
    const std::vector<AcronymDefinition> acronyms = find_acronyms(document);
    const bool is_english = language.empty() || language.substr(0, 2) == "en";
    const std::vector<NameSpan> spans = is_english ? label_runs(document, lexicon_, acronyms)
                                                   : label_known(document, lexicon_, acronyms);
    return join_mentions(document, lexicon_, spans, acronyms);
  }

 private:
  Lexicon lexicon_;
};

EntityTagger::EntityTagger() : rules_(std::make_unique<const Rules>()) {}
EntityTagger::~EntityTagger() = default;

std::vector<Mention> EntityTagger::tag(std::string_view text, std::string_view language,
                                       std::size_t headline_end) const {
  return rules_->tag(text, language, headline_end);
}

std::string_view EntityTagger::model_name() {
  return "rules-1";
}

}  // namespace dateline
