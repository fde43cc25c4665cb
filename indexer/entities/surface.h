// How a span is written, as a name to show.
#pragma once

#include <string>

#include "indexer/entities/document.h"
#include "indexer/entities/name_span.h"

namespace dateline {

/// The text of a span on one line with single spaces; without the dot of "Ltd.".
std::string surface_of(const Document& document, const NameSpan& span);

/// Whether `span` shows the same name better than `other`: not all in capitals, with accents.
bool is_better_written(const Document& document, const NameSpan& span, const NameSpan& other);

/// "SÃO TOMÉ" as "São Tomé"; what is not all in capitals, or as short as "DRC", stays.
std::string without_capitals(std::string name);

}  // namespace dateline
