// SPDX-License-Identifier: Apache-2.0
#include "features/laws/law.hpp"

#include "features/reference/record_reader.hpp"
#include "features/reference/reference_files.hpp"

#include <algorithm>
#include <stdexcept>

namespace konbit::laws {

namespace {

std::vector<LawRule> read_rules() {
    const auto bytes = find_embedded(reference_files(), "laws.csv");
    auto read = bytes ? read_records<LawRule>(*bytes) : failure(ErrorCode::not_found, "laws.csv");
    if (!read) throw std::logic_error("data/reference/laws.csv: " + read.error().reason);
    std::vector<LawRule> all;
    for (auto& each : *read) all.push_back(std::move(each.record));
    return all;
}

}  // namespace

std::span<const LawRule> rules() {
    static const std::vector<LawRule> all = read_rules();
    return all;
}

const LawRule* find(std::string_view country_code) {
    const auto found = std::ranges::find(rules(), country_code, &LawRule::country_code);
    return found == rules().end() ? nullptr : &*found;
}

std::int64_t breach_hours(std::string_view country_code) {
    const LawRule* law = find(country_code);
    return law ? law->breach_hours.value_or(house_breach_hours) : house_breach_hours;
}

std::int64_t answer_days(std::span<const std::string> country_codes) {
    std::int64_t days = house_answer_days;
    for (const auto& code : country_codes)
        if (const LawRule* law = find(code)) days = std::min(days, law->answer_days.value_or(days));
    return days;
}

}  // namespace konbit::laws
