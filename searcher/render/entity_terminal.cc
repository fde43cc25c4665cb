// Lists of entities for a person.
//
//     84 entities, 1 to 2 shown
//
//     14  organization  Wagner Group
//                       also Wagner (9), Groupe Wagner (1)
//      8  person        Aminata Cheick Dicko
#include <algorithm>
#include <string>

#include "searcher/render/formats.h"
#include "searcher/render/layout.h"

namespace dateline {

namespace {

constexpr std::size_t max_width = 110;  // longer lines are hard to read
constexpr std::size_t gap = 2;          // between columns
constexpr std::size_t type_width = 12;  // of "organization"

/// "84 entities, 1 to 50 shown"
std::string head_of(std::string head, std::size_t total, std::size_t offset, std::size_t shown) {
  if (shown > 0 && shown < total) {
    head += ", " + with_thousands(offset + 1) + " to " + with_thousands(offset + shown) + " shown";
  }
  return head;
}

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width - std::min(width, text.size()), ' ');
}

/// The columns before a name.
Piece columns_of(const ListedEntity& entity, const std::string& count, std::size_t count_width) {
  return {std::string(count_width - count.size() + gap, ' ') + count + std::string(gap, ' ') +
              padded(std::string(to_string(entity.type)), type_width + gap),
          Look::Plain};
}

void write_entity(std::ostream& out, const ListedEntity& entity, const std::string& count,
                  std::size_t count_width, const TextStyle& style) {
  const Piece columns = columns_of(entity, count, count_width);
  const std::size_t width = std::min(style.width, max_width);
  const std::size_t margin = std::min(columns.text.size(), width - 1);
  Line name{columns, printable(entity.name, Look::Strong)};
  if (entity.hidden) {
    name.push_back({" (hidden)", Look::Detail});
  }
  write_lines(out, {shorten(name, width)}, style);
  if (entity.variants.empty()) {
    return;
  }
  std::string also = "also ";
  for (const NameCount& variant : entity.variants) {
    also +=
        (also.size() > 5 ? ", " : "") + variant.name + " (" + with_thousands(variant.count) + ")";
  }
  std::vector<Line> lines = wrap({printable(also, Look::Detail)}, width - margin);
  indent(lines, margin);
  write_lines(out, lines, style);
}

void write_head(std::ostream& out, std::size_t total, std::size_t offset, std::size_t shown,
                const TextStyle& style) {
  const std::string entities = total == 0   ? "no entities"
                               : total == 1 ? "1 entity"
                                            : with_thousands(total) + " entities";
  write_lines(out, {{{head_of(entities, total, offset, shown), Look::Strong}}}, style);
}

/// "9 of 14": articles that name both, of those that name the entity.
std::string together_of(const CoOccurring& shown) {
  return with_thousands(shown.together) + " of " + with_thousands(shown.entity.count);
}

}  // namespace

void render_entities_text(std::ostream& out, const EntityList& list, const TextStyle& style) {
  write_head(out, list.total, list.offset, list.entities.size(), style);
  std::size_t count_width = 1;
  for (const ListedEntity& entity : list.entities) {
    count_width = std::max(count_width, with_thousands(entity.count).size());
  }
  if (!list.entities.empty()) {
    out << '\n';
  }
  for (const ListedEntity& entity : list.entities) {
    write_entity(out, entity, with_thousands(entity.count), count_width, style);
  }
}

void render_co_occurring_text(std::ostream& out, const CoOccurrenceList& list,
                              const TextStyle& style) {
  std::string with = "with ";
  for (const ListedEntity& entity : list.with) {
    with += (&entity == &list.with.front() ? "" : " or ") + entity.name + " (" +
            std::string(to_string(entity.type)) + ")";
  }
  with += ", in " + with_thousands(list.with_articles) + " of " + counted(list.articles, "article");
  write_lines(out, wrap({printable(with)}, std::min(style.width, max_width)), style);
  write_head(out, list.total, list.offset, list.entities.size(), style);
  std::size_t count_width = 1;
  for (const CoOccurring& shown : list.entities) {
    count_width = std::max(count_width, together_of(shown).size());
  }
  if (!list.entities.empty()) {
    out << '\n';
  }
  for (const CoOccurring& shown : list.entities) {
    write_entity(out, shown.entity, together_of(shown), count_width, style);
  }
}

void render_look_alikes_text(std::ostream& out, const LookAlikeList& list, const TextStyle& style) {
  const std::string total =
      list.total == 0 ? "no look-alikes" : counted(list.total, "pair") + " of look-alikes";
  write_lines(out, {{{head_of(total, list.total, list.offset, list.pairs.size()), Look::Strong}}},
              style);
  for (const LookAlikePair& pair : list.pairs) {
    std::size_t count_width = with_thousands(pair.larger.count).size();
    out << '\n';
    write_entity(out, pair.larger, with_thousands(pair.larger.count), count_width, style);
    write_entity(out, pair.smaller, with_thousands(pair.smaller.count), count_width, style);
    // Never broken: it is there to be copied.
    write_lines(out, {{{"  ", Look::Plain}, printable(pair.correction, Look::Match)}}, style);
  }
}

}  // namespace dateline
