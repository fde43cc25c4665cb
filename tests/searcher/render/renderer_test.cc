// The names of the formats, and ids.
#include "searcher/render/renderer.h"

#include <doctest/doctest.h>

#include "tests/searcher/render/sample_result.h"

namespace dateline::test {

TEST_CASE("every format is found by its name and nothing else is") {
  for (const OutputFormat format : {OutputFormat::Text, OutputFormat::Json, OutputFormat::JsonLines,
                                    OutputFormat::Csv, OutputFormat::Ids}) {
    CHECK(parse_output_format(to_string(format)) == format);
  }
  CHECK_FALSE(parse_output_format("xml"));
  CHECK_FALSE(parse_output_format(""));
}

TEST_CASE("ids are one a line, as they are") {
  CHECK(rendered(sample_result(), OutputFormat::Ids) == "march/expelled\n=1+2\n");
}

}  // namespace dateline::test
