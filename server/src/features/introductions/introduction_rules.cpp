// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
#include "features/introductions/introduction.hpp"

namespace konbit::introductions {

namespace {

using enum IntroductionState;

constexpr std::size_t longest_note = 500;

bool have_met(IntroductionState state) { return state == met || state == working; }

/// The dates that belong to the state: today where one is missing, none where it did not come so far.
void fit_dates(Introduction& each, Date today) {
    if (each.introduced_on == Date{}) each.introduced_on = today;
    if (each.state == declined) return;
    if (!have_met(each.state)) each.met_on.reset();
    if (each.state != working) each.working_on.reset();
    if (each.state == working && !each.working_on) each.working_on = today;
    if (have_met(each.state) && !each.met_on) each.met_on = each.working_on.value_or(today);
}

void check_date(Findings& findings, std::optional<Date> date, Date earliest, Date today,
                std::string_view pointer) {
    if (!date) return;
    findings.require(*date <= today, pointer, "in_future");
    findings.require(*date >= earliest, pointer, "before_from");
}

}  // namespace

Result<Introduction> checked(Introduction introduction, Date today) {
    Findings findings;
    if (introduction.note) introduction.note = text::trim(*introduction.note);
    if (introduction.note && introduction.note->empty()) introduction.note.reset();
    fit_dates(introduction, today);
    const auto& [one, other] = std::tie(introduction.one_id, introduction.other_id);
    const auto& introducer = introduction.introducer_id;
    findings.require(one != other, "/other_id", "same");
    findings.require(introducer != one && introducer != other, "/introducer_id", "same");
    findings.require(text::length(introduction.note.value_or("")) <= longest_note, "/note", "too_long",
                     {{"max", "500"}});
    const Date began = introduction.introduced_on;
    check_date(findings, began, began, today, "/introduced_on");
    check_date(findings, introduction.met_on, began, today, "/met_on");
    check_date(findings, introduction.working_on, introduction.met_on.value_or(began), today, "/working_on");
    return std::move(findings).or_value(std::move(introduction));
}

IntroductionConversion conversion_of(const std::vector<ShownIntroduction>& all) {
    IntroductionConversion sum;
    for (const auto& each : all) {
        sum.taken_up += 1;
        sum.met += have_met(each.state);
        sum.working += each.state == working;
        sum.declined += each.state == declined;
        sum.tied += each.outcome == IntroductionOutcome::tie;
        sum.judged += each.outcome == IntroductionOutcome::tie || each.outcome == IntroductionOutcome::no_tie;
    }
    return sum;
}

}  // namespace konbit::introductions
