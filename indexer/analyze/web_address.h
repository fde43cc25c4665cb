// What the address of an article says of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"

namespace dateline {

/// The host of an address in lower case, without "www." and port; empty when there is none.
std::string host_of(std::string_view url);

/// The day in the path of an address: "/2023/02/06/", "/2023/feb/06/", "/2023-02-06-title",
/// "/title-2023-02-06/" or "/20230206". A run of digits elsewhere is a number, not a day.
std::optional<Date> date_of_url(std::string_view url);

}  // namespace dateline
