// Mentions are found in the text that analysis looks at, and led back from there step by step: to
// the mended title or text, and through its alignment to what was read.
#include "indexer/analyze/annotator.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "common/text/alignment.h"
#include "common/text/utf8.h"
#include "indexer/analyze/headline.h"
#include "indexer/analyze/lines.h"
#include "indexer/analyze/mentions.h"

namespace dateline {

namespace {

/// A mention by its bytes in the annotated text.
struct PlacedMention {
  TextSpan span;
  std::string_view type;
  std::string entity;
};

TextSpan moved(TextSpan span, std::size_t forward, std::size_t back) {
  return {span.begin + forward - back, span.end + forward - back};
}

/// The article made ready for analysis, with the ways back.
class TracedArticle {
 public:
  TracedArticle(Article article, std::string_view default_language)
      : text_(article.title + (article.title.empty() ? "" : "\n") + article.text),
        text_begin_(text_.size() - article.text.size()),
        article_(std::move(article)) {
    // As mend_article does it, and find_headline once more.
    article_.title = mend_line(mend_line(article_.title, title_alignment_), title_alignment_);
    article_.text = mend_text(article_.text, text_alignment_);
    has_own_title_ = !article_.title.empty();
    const std::string title = article_.title;
    std::string text = article_.text;
    trace_ = complete_article(article_, default_language);
    if (trace_.moved_title != 0) {
      has_own_title_ = false;
      text.insert(0, "\n\n").insert(0, title);
    }
    find_titles(std::string_view(text).substr(0, trace_.dropped));
  }

  const Article& article() const { return article_; }
  std::string take_text() { return std::move(text_); }

  /// Where a part of the article's mention text stood; in a title, wherever that stood.
  std::vector<TextSpan> find_origins(TextSpan span, std::size_t headline_end) const {
    std::vector<TextSpan> origins;
    const auto add_of_text = [&](TextSpan part) {
      if (const auto origin = origin_of_text(part)) {
        origins.push_back(*origin);
      }
    };
    if (span.begin >= headline_end) {
      add_of_text(moved(span, trace_.dropped, headline_end));
    } else if (span.end < headline_end) {
      if (has_own_title_) {
        origins.push_back(title_alignment_.before(span));
      }
      for (const TitleLine& line : title_lines_) {
        add_of_text(moved(line.alignment.before(span), line.begin, 0));
      }
    }
    return origins;
  }

 private:
  /// A line of the text that is the title.
  struct TitleLine {
    std::size_t begin = 0;
    TextAlignment alignment;
  };

  void find_titles(std::string_view dropped) {
    std::size_t at = 0;
    for (auto line = next_line(dropped, at); line; line = next_line(dropped, at)) {
      TextAlignment alignment;
      if (!line->text.empty() && mend_line(line->text, alignment) == article_.title) {
        title_lines_.push_back({line->begin, std::move(alignment)});
      }
    }
  }

  /// Of a part of the text as `find_headline` looked at it: behind a long title that went before
  /// the text, with two line ends between.
  std::optional<TextSpan> origin_of_text(TextSpan span) const {
    constexpr std::size_t line_ends = 2;
    if (span.begin >= trace_.moved_title) {
      return moved(text_alignment_.before(moved(span, 0, trace_.moved_title)), text_begin_, 0);
    }
    const bool is_in_title = span.end + line_ends <= trace_.moved_title;
    return is_in_title ? std::optional(title_alignment_.before(span)) : std::nullopt;
  }

  std::string text_;
  std::size_t text_begin_ = 0;  // of the article's text, in `text_`
  Article article_;
  bool has_own_title_ = false;
  HeadlineTrace trace_;
  std::vector<TitleLine> title_lines_;
  TextAlignment title_alignment_;
  TextAlignment text_alignment_;
};

std::vector<PlacedMention> find_placed(const TracedArticle& traced, const AnalysisOptions& options,
                                       const EntityTagger& tagger) {
  const MentionText text = text_of_mentions(traced.article());
  const std::vector<Mention> names = options.entities
                                         ? find_names(text, traced.article(), tagger).mentions
                                         : std::vector<Mention>();
  std::vector<PlacedMention> placed;
  const auto place = [&](TextSpan span, std::string_view type, const std::string& entity) {
    for (const TextSpan& origin : traced.find_origins(span, text.headline_end)) {
      placed.push_back({origin, type, entity});
    }
  };
  for (const Mention& name : names) {
    place({name.begin, name.end}, to_string(name.type), name.name);
  }
  for (const DateMention& date : find_dates(text, traced.article(), names)) {
    place({date.begin, date.end}, "date", to_string(date.period));
  }
  std::ranges::sort(placed, {}, [](const PlacedMention& mention) {
    return std::tuple(mention.span.begin, mention.span.end, mention.type);
  });
  return placed;
}

/// Counts the code points of a text from offset to offset.
class CodePointCounter {
 public:
  explicit CodePointCounter(std::string_view text) : text_(text) {}

  /// The code points before `offset`, which is no smaller than the last.
  std::size_t count_to(std::size_t offset) {
    for (; at_ < offset; ++at_) {
      if ((static_cast<unsigned char>(text_[at_]) & 0xC0) != 0x80) {
        ++count_;
      }
    }
    return count_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
};

}  // namespace

AnnotatedArticle annotate_article(Article article, const AnalysisOptions& options,
                                  const EntityTagger& tagger) {
  TracedArticle traced(std::move(article), options.language);
  const std::vector<PlacedMention> placed = find_placed(traced, options, tagger);
  AnnotatedArticle annotated;
  annotated.id = traced.article().id;
  annotated.text = traced.take_text();
  CodePointCounter counter(annotated.text);
  for (const PlacedMention& mention : placed) {
    const std::size_t begin = counter.count_to(mention.span.begin);
    CodePointCounter inside(std::string_view(annotated.text).substr(mention.span.begin));
    annotated.mentions.push_back(
        {.type = mention.type,
         .begin = begin,
         .end = begin + inside.count_to(mention.span.end - mention.span.begin),
         .text = annotated.text.substr(mention.span.begin, mention.span.end - mention.span.begin),
         .entity = mention.entity});
  }
  return annotated;
}

}  // namespace dateline
