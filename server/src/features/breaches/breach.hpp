// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/permission/viewer.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What went wrong with data of people, and the clock that starts when it is found (glossary: "breach").
namespace konbit {

using BreachId = Id<struct BreachTag>;

/// How likely it harms those whose data it was.
enum class BreachRisk { unknown, low, medium, high };
constexpr auto names(BreachRisk) {
    return std::to_array<std::string_view>({"unknown", "low", "medium", "high"});
}

/// That the authority of a country was told.
struct BreachNotice {
    std::string country_code;  ///< ISO 3166-1 alpha-2, one of the breach's.
    Instant told_at{};

    static constexpr auto fields() {
        return std::tuple{field("country_code", &BreachNotice::country_code),
                          field("told_at", &BreachNotice::told_at)};
    }
};

struct Breach {
    BreachId id{};
    std::string title;                         ///< 1-120 code points; names nobody.
    Instant found_at{};                        ///< From when the clocks run.
    std::string what;                          ///< What happened, 1-4000.
    std::string whose;                         ///< Whose data, and which: 1-1000.
    std::optional<std::int64_t> people_count;  ///< Empty: not known yet.
    std::vector<std::string> countries;        ///< Of those people; at least one.
    BreachRisk risk = BreachRisk::unknown;
    std::string steps;  ///< What was done and is to be done, up to 4000.
    std::vector<BreachNotice> notices;
    std::optional<Instant> people_told_at;
    std::optional<Instant> closed_at;
    std::optional<std::string> conclusion;  ///< Demanded for closing: what is different now.
    std::optional<AccountId> entered_by;
    std::int64_t version = 1;
    Instant created_at{};
    Instant updated_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Breach::id, Access::read_only),
            field("title", &Breach::title),
            field("found_at", &Breach::found_at),
            field("what", &Breach::what),
            field("whose", &Breach::whose),
            field("people_count", &Breach::people_count),
            field("countries", &Breach::countries),
            field("risk", &Breach::risk).defaulted(),
            field("steps", &Breach::steps).defaulted(),
            field("notices", &Breach::notices, Access::read_only),
            field("people_told_at", &Breach::people_told_at),
            field("closed_at", &Breach::closed_at, Access::read_only),
            field("conclusion", &Breach::conclusion),
            field("entered_by", &Breach::entered_by, Access::read_only),
            field("version", &Breach::version, Access::read_only),
            field("created_at", &Breach::created_at, Access::read_only),
            field("updated_at", &Breach::updated_at, Access::read_only),
        };
    }
};

/// Until when the authority of one country is to be told.
struct BreachDeadline {
    std::string country_code;
    std::int64_t hours = 0;     ///< After it was found.
    bool is_by_law = false;     ///< Whether a law names the hours; else the house rule does.
    bool is_confirmed = false;  ///< Whether that was looked up, and is not general knowledge.
    std::string told_whom;      ///< The authority, where it is known.
    Instant due_at{};
    std::optional<Instant> told_at;
    bool is_overdue = false;

    static constexpr auto fields() {
        return std::tuple{
            field("country_code", &BreachDeadline::country_code, Access::read_only),
            field("hours", &BreachDeadline::hours, Access::read_only),
            field("is_by_law", &BreachDeadline::is_by_law, Access::read_only),
            field("is_confirmed", &BreachDeadline::is_confirmed, Access::read_only),
            field("told_whom", &BreachDeadline::told_whom, Access::read_only),
            field("due_at", &BreachDeadline::due_at, Access::read_only),
            field("told_at", &BreachDeadline::told_at, Access::read_only),
            field("is_overdue", &BreachDeadline::is_overdue, Access::read_only),
        };
    }
};

/// A breach with its clocks.
struct ShownBreach : Breach {
    std::vector<BreachDeadline> deadlines;  ///< The nearest first.

    static constexpr auto fields() {
        return std::tuple_cat(Breach::fields(),
                              std::tuple{field("deadlines", &ShownBreach::deadlines, Access::read_only)});
    }
};

namespace breaches {

/// The breach unchanged if it satisfies every rule that needs no database.
/// @return ErrorCode::invalid with "required", "too_long", "in_future", "unknown" or "negative" at the
/// fields.
Result<Breach> checked(Breach breach, Instant now);

/// The clock of each country, the nearest first. What was told late stays overdue.
std::vector<BreachDeadline> deadlines_of(const Breach& breach, Instant now);

/// When the first authority that was not told has to be; nothing once all were.
std::optional<Instant> next_due(const Breach& breach);

}  // namespace breaches
}  // namespace konbit
