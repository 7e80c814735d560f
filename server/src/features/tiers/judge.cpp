// SPDX-License-Identifier: Apache-2.0
#include "features/tiers/judge.hpp"

#include "core/text.hpp"
#include "features/organizations/listing_rules.hpp"

namespace konbit::tiers {

namespace {

constexpr int longest_reason = 1000;
constexpr int longest_waiver_days = 2 * 366;

bool is_within_months(std::optional<Date> day, int months, Date today) {
    // 30.44 days is the mean month; a day more or less changes nobody's year.
    return day && today.days - day->days <= static_cast<int>(months * 30.44 + 0.5);
}

std::vector<MissingForTier> missing_for_listed(const Facts& facts, const TierRules& rules) {
    std::vector<MissingForTier> missing;
    if (facts.kind == RecordKind::cluster && facts.firms < rules.least_firms)
        missing.push_back({"firms", rules.least_firms});
    if (!facts.has_contact) missing.push_back({"contact", {}});
    return missing;
}

std::vector<MissingForTier> missing_for_active(const Facts& facts, const TierRules& rules, Date today) {
    std::vector<MissingForTier> missing;
    if (facts.kind == RecordKind::organization && !facts.is_claimed) missing.push_back({"claim", {}});
    if (!is_within_months(facts.last_active, rules.active_months, today))
        missing.push_back({"activity", rules.active_months});
    if (facts.kind == RecordKind::cluster && rules.needs_agreement && !facts.has_agreement)
        missing.push_back({"agreement", {}});
    return missing;
}

std::vector<MissingForTier> missing_for(Tier tier, const Facts& facts, const TierRules& rules, Date today) {
    if (facts.waived_to && *facts.waived_to >= tier) return {};
    switch (tier) {
        case Tier::listed:
            return missing_for_listed(facts, rules);
        case Tier::active:
            return missing_for_active(facts, rules, today);
        case Tier::verified:
            if (facts.has_review) return {};
            return {{"review", {}}};
    }
    return {};
}

void require_title(Findings& findings, std::string_view text, std::string_view pointer, int longest) {
    findings.require(!text.empty(), pointer, "required");
    check_length(findings, pointer, std::string(text), longest);
}

}  // namespace

Verdict judge(const Facts& facts, const TierRules& rules, Date today) {
    Verdict verdict;
    for (const Tier tier : {Tier::listed, Tier::active, Tier::verified}) {
        verdict.missing = missing_for(tier, facts, rules, today);
        if (!verdict.missing.empty()) {
            verdict.next = tier;
            return verdict;
        }
        verdict.tier = tier;
    }
    return verdict;
}

Result<TierRules> checked(TierRules rules) {
    Findings findings;
    findings.require(rules.least_firms >= 1 && rules.least_firms <= 50, "/least_firms", "out_of_range");
    findings.require(rules.active_months >= 3 && rules.active_months <= 36, "/active_months", "out_of_range");
    return std::move(findings).or_value(rules);
}

Result<TierEvidence> checked(TierEvidence evidence, Date today) {
    evidence.title = text::trim(evidence.title);
    tidy(evidence.url);
    Findings findings;
    require_title(findings, evidence.title, "/title", longest_name);
    check_url(findings, "/url", evidence.url);
    findings.require(evidence.held_on.days <= today.days, "/held_on", "in_future");
    findings.require(!evidence.expires_on || evidence.expires_on->days >= today.days, "/expires_on",
                     "out_of_range");
    return std::move(findings).or_value(std::move(evidence));
}

Result<TierWaiver> checked(TierWaiver waiver, Date today) {
    waiver.programme = text::trim(waiver.programme);
    waiver.reason = text::trim(waiver.reason);
    Findings findings;
    require_title(findings, waiver.programme, "/programme", longest_name);
    require_title(findings, waiver.reason, "/reason", longest_reason);
    const int ahead = waiver.until_on.days - today.days;
    findings.require(ahead >= 0 && ahead <= longest_waiver_days, "/until_on", "out_of_range");
    return std::move(findings).or_value(std::move(waiver));
}

}  // namespace konbit::tiers
