// Whatever bytes come in: what comes through the door is valid, and its tokens lie in order inside.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

void check_tokens(std::string_view text) {
  dateline::Tokenizer tokenizer(text);
  std::size_t last_begin = 0;
  for (dateline::Token token; tokenizer.next(token);) {
    require(last_begin <= token.begin && token.begin < token.end && token.end <= text.size());
    require(dateline::is_valid_utf8(text.substr(token.begin, token.end - token.begin)));
    require(!token.word.empty() && dateline::is_valid_utf8(token.word));
    last_begin = token.begin;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string text = dateline::mend_text(dateline::decode_text(bytes));
  require(dateline::is_valid_utf8(text));
  require(dateline::is_valid_utf8(dateline::fold_name(text)));
  check_tokens(text);
  dateline::Article article;
  article.text = text;
  article.language = dateline::all_languages()[size % dateline::all_languages().size()].code;
  dateline::TermList terms;
  dateline::TermAnalyzer().analyze(article, terms);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    require(terms[i].text.size() <= dateline::max_term_bytes);
    require(terms[i].text.find('\0') == std::string_view::npos);
  }
  return 0;
}
