// Words that hold sentences together and say nothing of what an article is about.
#pragma once

#include <string_view>

namespace dateline {

/// Whether a folded word ("dont" of "Don't") is one of English; `has_apostrophe` tells that it was
/// written with one, as "I'd" from "ID". Beside other words of a query it is looked for like
/// them, and weighs nothing.
bool is_stop_word(std::string_view word, bool has_apostrophe);

/// Whether an archive has this stem of one of them ("veri" of "very"), written without apostrophe.
bool is_stop_stem(std::string_view stem);

}  // namespace dateline
