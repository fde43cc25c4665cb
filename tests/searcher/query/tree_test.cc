#include "searcher/query/tree.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "common/field.h"
#include "searcher/query/parser.h"
#include "trees.h"

namespace dateline {
namespace {

using Kind = QueryNode::Kind;

QueryNode leaf(Kind kind, std::string text, const char* field = nullptr) {
  QueryNode node;
  node.kind = kind;
  node.text = std::move(text);
  node.field = field == nullptr ? nullptr : find_field(field);
  return node;
}

QueryNode parent(Kind kind, std::vector<QueryNode> children) {
  QueryNode node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

TEST_CASE("a tree is written in the query language") {
  const QueryNode tree =
      parent(Kind::Together,
             {leaf(Kind::Word, "wagner"),
              parent(Kind::Or, {leaf(Kind::Word, "human"), leaf(Kind::Phrase, "civil rights")}),
              parent(Kind::Not, {leaf(Kind::Filter, "Lakeside Wire", "source")})});
  CHECK(to_string(tree) == "wagner (human OR \"civil rights\") -source:\"Lakeside Wire\"");
  CHECK(to_string(QueryNode{}).empty());
}

TEST_CASE("quotes around a value are of a sort that it does not hold") {
  CHECK(to_string(leaf(Kind::Filter, "Mali", "place")) == "location:Mali");
  CHECK(to_string(leaf(Kind::Filter, "O'Neil", "person")) == "person:\"O'Neil\"");
  CHECK(to_string(leaf(Kind::Filter, "Dwayne \"The Rock\" Johnson", "person")) ==
        "person:“Dwayne \"The Rock\" Johnson”");
  CHECK(to_string(leaf(Kind::Phrase, "a \"b\" “c”")) == "«a \"b\" “c”»");
}

TEST_CASE("brackets that only help the eye go where they would nest too deep") {
  std::string query = "a";
  for (std::size_t depth = 0; depth < max_query_depth; ++depth) {
    query.insert(0, "x y AND (").append(") OR z");
  }
  const ParsedQuery parsed = parse_query(query, QuerySyntax::Query, test::wednesday);
  REQUIRE(parsed.warnings.empty());
  const std::string written = to_string(parsed.tree);
  const ParsedQuery again = parse_query(written, QuerySyntax::Query, test::wednesday);
  CHECK(again.warnings.empty());
  CHECK(test::same_tree(parsed.tree, again.tree));
}

}  // namespace
}  // namespace dateline
