// SPDX-License-Identifier: Apache-2.0
#include "features/suspensions/suspension.hpp"

#include <algorithm>

namespace konbit::suspensions {

Result<Suspension> checked(Suspension suspension, Instant now) {
    Findings findings;
    findings.require(suspension.ends_at > suspension.begins_at && suspension.ends_at > now, "/ends_at",
                     "out_of_range");
    findings.require(suspension.ends_at - suspension.begins_at <= longest_days * day_ms, "/ends_at",
                     "out_of_range");
    // What was sent cannot be called back: a beginning in the past would postpone what nobody has waited for.
    findings.require(suspension.begins_at >= now - day_ms, "/begins_at", "out_of_range");
    return std::move(findings).or_value(std::move(suspension));
}

bool is_suspended(std::span<const Suspension> of_country, Instant at) {
    return std::ranges::any_of(
        of_country, [&](const Suspension& each) { return each.begins_at <= at && at < each.ends_at; });
}

Instant postponed(Instant due, std::span<const Suspension> of_country) {
    std::vector<Suspension> in_order(of_country.begin(), of_country.end());
    std::ranges::sort(in_order, {}, &Suspension::begins_at);
    Instant covered_to{};
    for (const auto& each : in_order) {
        if (each.begins_at > due) break;
        const Instant from = std::max(each.begins_at, covered_to);
        if (each.ends_at > from) due = due + (each.ends_at - from);
        covered_to = std::max(covered_to, each.ends_at);
    }
    return due;
}

}  // namespace konbit::suspensions
