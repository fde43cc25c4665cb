// Fuzzes the query parser: any bytes are read, and what is written of the tree reads as the same.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/text/utf8.h"
#include "searcher/query/parser.h"
#include "tests/searcher/query/trees.h"

namespace {

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

void check_parse(std::string_view text, dateline::QuerySyntax syntax) {
  using dateline::test::same_tree;
  using dateline::test::wednesday;
  const dateline::ParsedQuery parsed = dateline::parse_query(text, syntax, wednesday);
  require(parsed.warnings.size() <= dateline::max_query_warnings);
  for (const dateline::QueryWarning& warning : parsed.warnings) {
    require(warning.offset <= text.size() && dateline::is_valid_utf8(warning.message));
  }
  const std::string written = to_string(parsed.tree);
  require(dateline::is_valid_utf8(written));
  // A written query may be longer than the longest that is read, or hold bytes that were broken
  // twice and are mended again.
  if (written.size() <= dateline::max_query_bytes && dateline::mend_text(written) == written) {
    const dateline::ParsedQuery again =
        dateline::parse_query(written, dateline::QuerySyntax::Query, wednesday);
    require(same_tree(parsed.tree, again.tree));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  check_parse(text, dateline::QuerySyntax::Query);
  check_parse(text, dateline::QuerySyntax::Words);
  return 0;
}
