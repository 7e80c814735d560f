// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
#include "features/breaches/breach.hpp"
#include "features/laws/law.hpp"
#include "features/reference/reference_book.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

namespace konbit::breaches {

namespace {

constexpr std::size_t longest_title = 120;
constexpr std::size_t longest_whose = 1000;
constexpr std::size_t longest_text = 4000;

void check_text(Findings& findings, std::string& text, std::string_view pointer, std::size_t longest,
                bool is_needed) {
    text = text::trim(text);
    findings.require(!is_needed || !text.empty(), pointer, "required");
    findings.require(text::length(text) <= longest, pointer, "too_long", {{"max", std::to_string(longest)}});
}

void check_countries(Findings& findings, const std::vector<std::string>& countries) {
    findings.require(!countries.empty(), "/countries", "required");
    for (std::size_t i = 0; i < countries.size(); ++i)
        findings.require(reference().country(countries[i]) != nullptr, fmt::format("/countries/{}", i),
                         "unknown");
}

std::optional<Instant> told_at(const Breach& breach, std::string_view country_code) {
    const auto found = std::ranges::find(breach.notices, country_code, &BreachNotice::country_code);
    return found == breach.notices.end() ? std::nullopt : std::optional(found->told_at);
}

BreachDeadline deadline_in(const Breach& breach, const std::string& country_code, Instant now) {
    const laws::LawRule* law = laws::find(country_code);
    BreachDeadline deadline;
    deadline.country_code = country_code;
    deadline.hours = laws::breach_hours(country_code);
    deadline.is_by_law = law && law->breach_hours;
    deadline.is_confirmed = law && law->certainty == laws::Certainty::looked_up;
    deadline.told_whom = law ? law->breach_to : "";
    deadline.due_at = breach.found_at + deadline.hours * hour_ms;
    deadline.told_at = told_at(breach, country_code);
    deadline.is_overdue = deadline.told_at.value_or(now) > deadline.due_at;
    return deadline;
}

}  // namespace

Result<Breach> checked(Breach breach, Instant now) {
    Findings findings;
    check_text(findings, breach.title, "/title", longest_title, true);
    check_text(findings, breach.what, "/what", longest_text, true);
    check_text(findings, breach.whose, "/whose", longest_whose, true);
    check_text(findings, breach.steps, "/steps", longest_text, false);
    if (breach.conclusion) check_text(findings, *breach.conclusion, "/conclusion", longest_text, true);
    check_countries(findings, breach.countries);
    findings.require(breach.found_at <= now, "/found_at", "in_future");
    findings.require(!breach.people_told_at || *breach.people_told_at <= now, "/people_told_at", "in_future");
    findings.require(breach.people_count.value_or(0) >= 0, "/people_count", "out_of_range");
    return std::move(findings).or_value(std::move(breach));
}

std::vector<BreachDeadline> deadlines_of(const Breach& breach, Instant now) {
    std::vector<BreachDeadline> all;
    for (const auto& country : breach.countries) all.push_back(deadline_in(breach, country, now));
    std::ranges::sort(all, {}, [](const auto& each) { return std::pair(each.due_at, each.country_code); });
    return all;
}

std::optional<Instant> next_due(const Breach& breach) {
    for (const auto& deadline : deadlines_of(breach, breach.found_at))
        if (!deadline.told_at) return deadline.due_at;
    return std::nullopt;
}

}  // namespace konbit::breaches
