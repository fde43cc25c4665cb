// Litter is blanked, never cut out, so that all offsets stay.
#include "indexer/analyze/mentions.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "indexer/analyze/litter.h"
#include "indexer/analyze/publication.h"

namespace dateline {

namespace {

void blank(std::string& text, std::size_t offset, const std::vector<LitterSpan>& spans) {
  for (const LitterSpan& span : spans) {
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(offset + span.begin);
    std::fill_n(begin, span.end - span.begin, ' ');
  }
}

/// Whether a name is as `mend_line` would leave it, told at a glance: ASCII with single spaces.
bool is_plain(std::string_view name) {
  char before = ' ';
  for (const char c : name) {
    if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
      return false;
    }
    before = c;
  }
  return before != ' ';
}

/// Drops the dates that are a part of a longer name. Both are in order.
void drop_within_names(std::vector<DateMention>& dates, const std::vector<Mention>& names) {
  auto name = names.begin();
  std::erase_if(dates, [&](const DateMention& date) {
    while (name != names.end() && name->end < date.end) {
      ++name;
    }
    return name != names.end() && name->begin <= date.begin;
  });
}

}  // namespace

MentionText text_of_mentions(const Article& article) {
  MentionText mentions;
  // A derived title stands in the text already.
  if (!article.title_derived && !article.title.empty()) {
    mentions.text.reserve(article.title.size() + 1 + article.text.size());
    mentions.text.append(article.title).append("\n");
    mentions.headline_end = mentions.text.size();
  }
  mentions.text += article.text;
  blank(mentions.text, mentions.headline_end, find_litter(article.text));
  return mentions;
}

ArticleNames find_names(const MentionText& text, const Article& article,
                        const EntityTagger& tagger) {
  ArticleNames names = tagger.find_names(text.text, article.language, text.headline_end);
  std::erase_if(names.mentions, [](Mention& mention) {
    if (!is_plain(mention.name)) {
      mention.name = mend_line(mention.name);
    }
    return mention.name.empty() || mention.name.size() > max_name_bytes;
  });
  return names;
}

std::vector<DateMention> find_dates(const MentionText& text, const Article& article,
                                    const std::vector<Mention>& names) {
  std::string told = text.text;
  blank(told, text.headline_end, find_publication_lines(article));
  std::vector<DateMention> dates = find_mentioned_dates(told, article.language, article.date);
  drop_within_names(dates, names);
  return dates;
}

}  // namespace dateline
