// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

#include <array>
#include <span>
#include <string>
#include <vector>

namespace konbit {

using SuspensionId = Id<struct SuspensionTag>;

enum class SuspensionReason { hurricane, holiday, other };
constexpr auto names(SuspensionReason) {
    return std::to_array<std::string_view>({"hurricane", "holiday", "other"});
}

/// A time in which nobody in a country is asked for anything (glossary: "suspension"). What falls due in it,
/// or after it, falls due later by its length.
struct Suspension {
    SuspensionId id{};
    std::string country_code;
    SuspensionReason reason = SuspensionReason::hurricane;
    Instant begins_at{};
    Instant ends_at{};  ///< Exclusive; at most longest_days after the beginning.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Suspension::id, Access::read_only),
            field("country_code", &Suspension::country_code),
            field("reason", &Suspension::reason),
            field("begins_at", &Suspension::begins_at),
            field("ends_at", &Suspension::ends_at),
        };
    }
};

namespace suspensions {

inline constexpr int longest_days = 60;

/// The suspension unchanged if it satisfies every rule that needs no database.
/// @return ErrorCode::invalid with one FieldError for each broken rule.
Result<Suspension> checked(Suspension suspension, Instant now);

/// Whether one of them holds at that moment.
bool is_suspended(std::span<const Suspension> of_country, Instant at);

/// When something falls due that would without them have been due at `due`. Time that several cover counts
/// once.
/// @complexity O(n log n).
Instant postponed(Instant due, std::span<const Suspension> of_country);

}  // namespace suspensions
}  // namespace konbit
