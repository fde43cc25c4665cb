// What a run of characters in a query looks like, before it is given a meaning.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline {

inline constexpr std::string_view ascii_digits = "0123456789";

bool is_ascii_letter(char c);

/// Punctuation that no word begins with. "#" and "@" are none: they tell hashtags and handles.
bool is_edge(char c);

/// A word without the punctuation after it; a last dot may belong to it ("U.N.") and stays.
std::string_view trim_end(std::string_view word);

/// A word without the punctuation around it.
std::string_view trim_word(std::string_view word);

/// AND, OR and NOT, exactly.
bool is_operator(std::string_view run);

/// NEAR or NEAR/5.
bool is_near(std::string_view run);

/// Whether a word would be read as a field with its value.
bool begins_field(std::string_view word);

/// "http://…" and the like, where no character has a meaning of the language.
bool is_web_address(std::string_view word);

/// A word so written that it is never read as an operator again.
std::string plain_text(std::string_view word);

/// 'text', shortened: for messages.
std::string in_quotes(std::string_view text);

}  // namespace dateline
