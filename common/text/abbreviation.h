// Words that end in a full stop without ending a sentence.
#pragma once

#include <string_view>

namespace dateline {

/// Whether the full stop after this word belongs to it: a title, month or rank as the press
/// shortens it ("Mr", "Jan", "Gen"), an initial, or letters with full stops between them ("U.N").
/// What is not a letter before the word is passed over.
bool is_abbreviation(std::string_view word);

}  // namespace dateline
