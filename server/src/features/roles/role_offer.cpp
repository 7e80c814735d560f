// SPDX-License-Identifier: Apache-2.0
#include "features/roles/role_offer.hpp"

#include "features/accounts/account_rules.hpp"

namespace konbit {

Grant RoleOffer::grant(const AccountId& account, Instant now) const {
    return {.id = new_id<GrantId>(),
            .account_id = account,
            .role = role,
            .scope = scope,
            .scope_id = scope_id,
            .created_at = now,
            .given_by = offered_by,
            .ends_at = ends_at};
}

namespace roles {

namespace {

void check_until(Findings& findings, const OfferDraft& draft, Instant now) {
    const Date today = utc_date(now);
    findings.require(draft.until || draft.role != Role::consultant, "/until", "required");
    if (!draft.until) return;
    findings.require(may_end_by_itself(draft.role), "/until", "not_allowed");
    findings.require(*draft.until > today, "/until", "in_past");
    findings.require(draft.until->days <= today.days + longest_consultancy_days, "/until", "too_long_a_time",
                     {{"days", std::to_string(longest_consultancy_days)}});
}

}  // namespace

bool may_end_by_itself(Role role) {
    return role == Role::consultant || role == Role::researcher || role == Role::assessor;
}

Instant end_of(Date last_day) { return start_of(Date{last_day.days + 1}); }

Result<void> check_person(RoleOffer& offer) {
    Account account;
    account.name = offer.name;
    account.email = offer.email;
    account.language = offer.language;
    KONBIT_TRY(account, accounts::checked(std::move(account)));
    offer.name = account.name;
    offer.email = account.email;
    offer.email_folded = account.email_folded;
    return {};
}

Result<RoleOffer> checked(const OfferDraft& draft, const Place& place, Instant now) {
    RoleOffer offer;
    offer.id = RoleOfferId(new_uuid_v4());
    offer.name = draft.name;
    offer.email = draft.email;
    offer.language = draft.language;
    offer.role = draft.role;
    offer.scope = place.scope;
    if (place.scope != Scope::platform) offer.scope_id = place.scope_id;
    if (draft.until) offer.ends_at = end_of(*draft.until);
    offer.created_at = now;
    offer.expires_at = now + offer_lifetime_ms;
    KONBIT_CHECK(check_person(offer));
    Findings findings;
    check_until(findings, draft, now);
    return std::move(findings).or_value(std::move(offer));
}

}  // namespace roles
}  // namespace konbit
