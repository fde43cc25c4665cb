// The rules of identity.
#include "indexer/write/reconciler.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "common/archive/damage_hint.h"
#include "common/archive/stored_article.h"
#include "common/error.h"
#include "common/field.h"
#include "indexer/write/article_record.h"

namespace dateline {

namespace {

std::string shown(const Origin& origin) {
  const std::string path =
      origin.path == "-" ? "standard input" : percent_encode(origin.path, false);
  return origin.record.empty() ? path : path + ", record " + origin.record;
}

std::string conflict_message(const Article& article, const Origin& other, std::string_view fate) {
  return "the id \"" + article.id + "\" is also that of " + shown(other) + "; " + std::string(fate);
}

/// Whether a file is certainly not there. What cannot be looked at may still be.
bool is_missing(const std::string& path) {
  std::error_code failure;
  const auto status = std::filesystem::status(path, failure);
  return status.type() == std::filesystem::file_type::not_found;
}

bool lies_under(std::string_view path, std::string_view root) {
  return path == root || root == "/" ||
         (path.starts_with(root) && path.size() > root.size() && path[root.size()] == '/');
}

/// The order of sources: paths by their bytes, standard input last.
bool comes_before(const std::string& path, const std::string& other) {
  return path != "-" && (other == "-" || path < other);
}

Decision refuse(std::string conflict) {
  Decision decision;
  decision.kind = Decision::Kind::Refuse;
  decision.conflict = std::move(conflict);
  return decision;
}

}  // namespace

Reconciler::Reconciler(const Xapian::Database& database, std::string_view model)
    : database_(database), model_(model) {}

void Reconciler::expect_file(const std::string& path) {
  files_.emplace(path, false);
}

void Reconciler::finish_file(const std::string& path) {
  files_[path] = true;
}

void Reconciler::note_document(std::uint32_t document) {
  if (document >= seen_documents_.size()) {
    seen_documents_.resize(std::max<std::size_t>(document + 1, seen_documents_.size() * 2));
  }
  seen_documents_[document] = true;
}

Decision Reconciler::decide(Article& article) {
  const std::optional<KnownArticle> known = find_origin(article.origin);
  if (known) {
    article.id = known->id;
  }
  const auto [seen, is_first] = seen_ids_.emplace(article.id, article.origin);
  if (!is_first) {
    return refuse(conflict_message(article, seen->second,
                                   "that one came first and stays: give one another id"));
  }
  Decision decision;
  if (known) {
    decision.kind = Decision::Kind::Update;
    decision.document = known->document;
  } else if (const std::optional<KnownArticle> holder = find_id(article.id)) {
    decision = take_id(article, *holder);
    if (decision.kind == Decision::Kind::Refuse) {
      seen_ids_.at(article.id) = holder->origin;
      return decision;
    }
  }
  decision.digest = read_digest(article, model_);
  if (known && known->digest == decision.digest) {
    decision.kind = Decision::Kind::Unchanged;
  }
  if (decision.document != 0) {
    note_document(decision.document);
  }
  return decision;
}

/// The id belongs to an article of another origin: which of the two stays?
Decision Reconciler::take_id(const Article& article, const KnownArticle& holder) const {
  Decision update;
  update.kind = Decision::Kind::Update;
  update.document = holder.document;
  // A file that this run reads later will speak for itself.
  const auto in_run = files_.find(holder.origin.path);
  const bool comes_later =
      in_run != files_.end() && comes_before(article.origin.path, holder.origin.path);
  if (holder.origin.path == article.origin.path || comes_later || is_gone(holder.origin)) {
    return update;
  }
  if (comes_before(holder.origin.path, article.origin.path)) {
    return refuse(conflict_message(article, holder.origin,
                                   "that one comes first and stays: give one another id"));
  }
  update.conflict = conflict_message(
      article, holder.origin, "this one comes first and takes its place: give one another id");
  update.loser_path = holder.origin.path;
  return update;
}

bool Reconciler::is_gone(const Origin& origin) const {
  if (origin.path == "-") {
    return true;
  }
  // Who asks has not met the article in this run: a file read to its end does not have it.
  const auto in_run = files_.find(origin.path);
  return in_run != files_.end() ? in_run->second : is_missing(origin.path);
}

std::optional<Reconciler::Place> Reconciler::find_article(std::string_view id) const {
  const std::optional<KnownArticle> known = find_id(id);
  return known ? std::optional<Place>({known->document, known->origin.path}) : std::nullopt;
}

std::vector<Reconciler::Place> Reconciler::find_gone(const std::vector<std::string>& roots) const {
  std::vector<Place> gone;
  for (auto all = database_.postlist_begin({}); all != database_.postlist_end({}); ++all) {
    const Xapian::docid document = *all;
    if (document < seen_documents_.size() && seen_documents_[document]) {
      continue;
    }
    const KnownArticle known = read_known(document);
    const bool is_under = std::ranges::any_of(
        roots, [&known](const std::string& root) { return lies_under(known.origin.path, root); });
    if (is_under && known.origin.path != "-" && is_gone(known.origin)) {
      gone.push_back({document, known.origin.path});
    }
  }
  return gone;
}

std::optional<Reconciler::KnownArticle> Reconciler::find_origin(const Origin& origin) const {
  // The term is a digest: what it finds must be looked at.
  const std::string term = origin_term(origin);
  for (auto it = database_.postlist_begin(term); it != database_.postlist_end(term); ++it) {
    KnownArticle known = read_known(*it);
    if (known.origin == origin) {
      return known;
    }
  }
  return std::nullopt;
}

std::optional<Reconciler::KnownArticle> Reconciler::find_id(std::string_view id) const {
  const std::string term = id_term(id);
  const auto it = database_.postlist_begin(term);
  if (it == database_.postlist_end(term)) {
    return std::nullopt;
  }
  return read_known(*it);
}

Reconciler::KnownArticle Reconciler::read_known(std::uint32_t document) const {
  const Xapian::Document stored = database_.get_document(document);
  std::optional<Article> article = from_stored(stored.get_data());
  if (!article) {
    throw Error("the archive is damaged: the stored text of document " + std::to_string(document) +
                    " is not what was written",
                damage_hint, ExitCode::Damaged);
  }
  return {document, std::move(article->id), std::move(article->origin),
          stored.get_value(static_cast<Xapian::valueno>(Slot::Digest))};
}

}  // namespace dateline
