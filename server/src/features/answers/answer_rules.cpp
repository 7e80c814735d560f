// SPDX-License-Identifier: Apache-2.0
#include "features/answers/answer.hpp"
#include "features/surveys/instrument.hpp"

#include <fmt/core.h>

namespace konbit::answers {

namespace {

constexpr std::size_t longest_device = 64;

Result<void> outcome(Findings&& findings) {
    KONBIT_CHECK(std::move(findings).or_value(true));
    return {};
}

/// A row may be called partial again: "none of these" unmarked, or a sealed row that is still being given.
bool may_be_said(RowState state) {
    return state == RowState::answered || state == RowState::answered_empty || state == RowState::declined ||
           state == RowState::partial;
}

}  // namespace

void check_source(Findings& findings, const std::string& device, std::int64_t sequence) {
    findings.require(!device.empty(), "/device", "required");
    findings.require(device.size() <= longest_device, "/device", "too_long", {{"max", "64"}});
    findings.require(sequence >= 0, "/sequence", "out_of_range");
}

Result<void> check(const Tap& tap, Scale scale) {
    Findings findings;
    findings.require(!tap.value || surveys::is_on(scale, *tap.value), "/value", "out_of_range");
    check_source(findings, tap.device, tap.sequence);
    return outcome(std::move(findings));
}

Result<void> check(const RowChange& change, const Question& question) {
    Findings findings;
    const bool may_have_values = question.sensitivity == Sensitivity::sealed &&
                                 (change.state == RowState::answered || change.state == RowState::partial);
    findings.require(may_be_said(change.state), "/state", "not_allowed");
    findings.require(change.values.empty() || may_have_values, "/values", "not_allowed");
    for (std::size_t i = 0; i < change.values.size(); ++i)
        findings.require(change.values[i].value > 0 && surveys::is_on(question.scale, change.values[i].value),
                         fmt::format("/values/{}/value", i), "out_of_range");
    check_source(findings, change.device, change.sequence);
    return outcome(std::move(findings));
}

}  // namespace konbit::answers
