// A search as a command line to paste into a shell.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/archive/layout.h"
#include "searcher/match/request.h"

namespace dateline {

/// A word as any POSIX shell reads it back. NUL, which no command line can hold, goes.
std::string quote_for_shell(std::string_view word);

/// "dateline-search query …" that gives what the request gives, from these archives. What is as
/// `query` has it by default is left out.
std::string to_command_line(const SearchRequest& request, std::span<const NamedArchive> archives);

/// "dateline-search similar …" for the articles like one, with the filters of the request. Of
/// several archives the id begins with the name of its own, and a colon.
std::string to_similar_command_line(std::string_view id, const SearchRequest& request,
                                    std::span<const NamedArchive> archives);

}  // namespace dateline
