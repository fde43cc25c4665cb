// Ctrl-C and requests to terminate, as a flag that long work looks at.
#pragma once

namespace dateline {

/// From here on the first SIGINT or SIGTERM only sets a flag, so that the command can bring its
/// work to a clean end; the second ends the program at once.
void catch_interrupts();

/// Whether to stop. Safe to ask from any thread, and cheap.
bool interrupted();

}  // namespace dateline
