// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/time.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Deadlines of the laws on data of people, country by country. A table for those who have to act, never
/// legal advice: every line says what it rests on and when it was looked up.
namespace konbit::laws {

enum class Certainty {
    looked_up,          ///< In the named source, on that day.
    general_knowledge,  ///< To be confirmed by counsel before anybody relies on it.
};
constexpr auto names(Certainty) {
    return std::to_array<std::string_view>({"looked_up", "general_knowledge"});
}

/// One line of data/reference/laws.csv.
struct LawRule {
    std::string country_code;  ///< ISO 3166-1 alpha-2.
    std::optional<std::int64_t>
        breach_hours;       ///< Until the authority is told; empty: the law names no number.
    std::string breach_to;  ///< Whom.
    std::optional<std::int64_t> answer_days;  ///< Until somebody who asks about own data has an answer.
    Certainty certainty = Certainty::general_knowledge;
    std::string source;
    Date as_of{};

    static constexpr auto fields() {
        return std::tuple{
            field("country_code", &LawRule::country_code),
            field("breach_hours", &LawRule::breach_hours),
            field("breach_to", &LawRule::breach_to),
            field("answer_days", &LawRule::answer_days),
            field("certainty", &LawRule::certainty),
            field("source", &LawRule::source),
            field("as_of", &LawRule::as_of),
        };
    }
};

/// What this installation keeps where no number is known: the strictest of the region.
inline constexpr std::int64_t house_breach_hours = 72;
inline constexpr std::int64_t house_answer_days = 30;

/// The rules of this release, read at the first call.
/// @throws std::logic_error when the file breaks its own rules: the build is wrong.
std::span<const LawRule> rules();

/// @return Nothing for a country of which no number is known.
const LawRule* find(std::string_view country_code);

/// Hours until the authority of the country is told; house_breach_hours where none is known.
std::int64_t breach_hours(std::string_view country_code);

/// Days until somebody has an answer: the shortest of the countries, and never more than house_answer_days.
std::int64_t answer_days(std::span<const std::string> country_codes);

}  // namespace konbit::laws
