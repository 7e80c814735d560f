// SPDX-License-Identifier: Apache-2.0
#include "core/time_zone.hpp"

#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <memory>
#include <string>

namespace konbit {

namespace {

/// Milliseconds by which the zone is ahead of UTC then; ICU takes an unknown name for UTC.
std::int64_t offset_ms(std::string_view name, Instant at) {
    const std::unique_ptr<icu::TimeZone> zone(
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(std::string(name))));
    std::int32_t raw = 0;
    std::int32_t saving = 0;
    UErrorCode error = U_ZERO_ERROR;
    zone->getOffset(static_cast<double>(at.ms), false, raw, saving, error);
    return U_FAILURE(error) ? 0 : raw + saving;
}

}  // namespace

LocalTime local_time(std::string_view zone, Instant at) {
    const Instant shown = at + offset_ms(zone, at);
    const Date date = utc_date(shown);
    return {date, static_cast<int>((shown - start_of(date)) / minute_ms)};
}

}  // namespace konbit
