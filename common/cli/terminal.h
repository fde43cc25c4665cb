// The terminal: whether it shows colours, how wide it is, and what text is safe to send there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline {

enum class ColorChoice { Auto, Always, Never };

/// Whether to colour what goes to a terminal or elsewhere. `Auto` says yes for a terminal, unless
/// $NO_COLOR is set and not empty or $TERM is "dumb".
bool use_color(ColorChoice choice, bool is_terminal);

/// Columns of the terminal: $COLUMNS, else what standard output says of itself, else 80. At least
/// 20, so that layouts need not care.
std::size_t terminal_width();

/// Rows of the terminal: what standard output says of itself, else 24.
std::size_t terminal_height();

/// A text on one line that cannot command a terminal: white space becomes plain spaces, control
/// characters and invalid bytes become U+FFFD, bidirectional controls go. What is marked safe here
/// may still be wide: `display_width` tells.
std::string make_printable(std::string_view text);

/// The bytes of a JSON document with U+007F to U+009F escaped too: JSON itself asks that only of
/// the first control characters, but a terminal obeys these as well. Takes valid UTF-8.
std::string escape_json_controls(std::string_view json);

}  // namespace dateline
