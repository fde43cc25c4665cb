// The pieces that queries are put together from.
#include "searcher/query/compiler_parts.h"

#include <string>

namespace dateline {

Xapian::Query match_all() {
  const std::string no_term;
  return {no_term};
}

Xapian::Query match_nothing() {
  return {};
}

Xapian::Query join(Xapian::Query::op op, const Queries& queries) {
  return queries.size() == 1 ? queries.front() : Xapian::Query(op, queries.begin(), queries.end());
}

Xapian::Query weigh(const Xapian::Query& query, std::size_t times) {
  if (query.get_type() == Xapian::Query::LEAF_TERM) {
    return {*query.get_terms_begin(), static_cast<Xapian::termcount>(times)};
  }
  return {Xapian::Query::OP_SCALE_WEIGHT, query, static_cast<double>(times)};
}

Xapian::Query without_weight(const Xapian::Query& query) {
  if (query.get_type() == Xapian::Query::LEAF_TERM) {
    return {*query.get_terms_begin(), 0};
  }
  if (query.get_type() == Xapian::Query::OP_OR) {
    Queries parts;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
      parts.push_back(without_weight(query.get_subquery(i)));
    }
    return join(Xapian::Query::OP_OR, parts);
  }
  return {Xapian::Query::OP_SCALE_WEIGHT, query, 0.0};
}

}  // namespace dateline
