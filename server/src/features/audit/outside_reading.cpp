// SPDX-License-Identifier: Apache-2.0
#include "features/audit/outside_reading.hpp"

#include <fmt/format.h>

namespace konbit::audit {

std::string quarter_of(Instant at) {
    const auto date = utc_date(at).str();
    const int month = (date[5] - '0') * 10 + (date[6] - '0');
    return fmt::format("{}-Q{}", date.substr(0, 4), (month + 2) / 3);
}

bool RecentReaders::is_first(const OutsideReader& reader, Instant now) {
    if (const std::int64_t hour = now.ms / hour_ms; hour != hour_) {
        hour_ = hour;
        known_.clear();
    }
    return known_.insert(fmt::format("{} {} {}", reader.account.view(), reader.record, name_of(reader.page)))
        .second;
}

}  // namespace konbit::audit
