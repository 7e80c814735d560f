// SPDX-License-Identifier: Apache-2.0
#include "features/roles/role_offer_store.hpp"

#include "db/columns.hpp"
#include "features/accounts/account_store.hpp"
#include "features/deputies/deputy_store.hpp"
#include "features/handovers/handover_store.hpp"
#include "features/permission/handing_on.hpp"
#include "features/permission/own_firms.hpp"
#include "features/permission/scope_names.hpp"

#include <algorithm>

namespace konbit::roles {

namespace {

std::optional<RoleOffer> find_row(db::Session& session, const RoleOfferId& id) {
    return session.one<RoleOffer>("SELECT " + db::columns<RoleOffer>() + " FROM role_offers WHERE id = $1",
                                  id);
}

void remove(db::Session& session, const RoleOfferId& id) {
    session.change("DELETE FROM role_offers WHERE id = $1", id);
}

bool has_role(db::Session& session, const RoleOffer& offer, Instant now) {
    const auto account = accounts::find_by_email(session, System::viewer(), offer.email);
    if (!account) return false;
    const Grant wanted = offer.grant(account->id, now);
    return std::ranges::any_of(accounts::grants_of(session, account->id, now), [&](const Grant& held) {
        return !held.held_for && held.is_same_role(wanted);
    });
}

/// Nobody of a member firm advises its own cluster, and the installation may keep them from running it.
Result<void> check_neutral(db::Session& session, const RoleOffer& offer, const AccountId& account) {
    if (offer.scope != Scope::cluster) return {};
    const auto cluster = ClusterId::parse(offer.scope_id.value_or(""));
    if (!cluster) return {};
    const auto firms = own_firms(session, account, *cluster);
    if (offer.role == Role::consultant && !firms.empty())
        return failure(ErrorCode::conflict, "own_firm_is_member");
    return offer.role == Role::facilitator ? check_may_run(session, firms) : Result<void>{};
}

/// What the giver may still give when the offer is taken.
Result<void> check_giver(db::Session& session, const RoleOffer& offer, Instant now) {
    const auto own = accounts::grants_of(session, offer.offered_by, now);
    const Grant wanted = offer.grant(offer.offered_by, now);
    const bool is_own = offer.purpose != OfferPurpose::role;
    const bool may = is_own ? holds_for_oneself(own, offer.role, offer.scope, offer.scope_id.value_or(""))
                            : may_give(session, own, wanted);
    return may ? Result<void>{} : failure(ErrorCode::unauthenticated, "offer_void");
}

Result<void> give(db::Session& session, const RoleOffer& offer, const AccountId& account, Instant now) {
    switch (offer.purpose) {
        case OfferPurpose::role:
            return accounts::insert(session, System{}, offer.grant(account, now));
        case OfferPurpose::hand_over:
            return handovers::take_over(session, offer, account, now);
        case OfferPurpose::deputy:
            return deputies::begin(session, offer, account, now);
    }
    return {};
}

std::string name_of_account(db::Session& session, const AccountId& id) {
    return session.value<std::optional<std::string>>("SELECT name FROM accounts WHERE id = $1", id)
        .value_or("");
}

}  // namespace

Result<RoleOffer> keep_offer(db::Session& session, RoleOffer wanted, const AccountId& by) {
    const auto own = session.value<std::string>("SELECT email_folded FROM accounts WHERE id = $1", by);
    if (own == wanted.email_folded) return failure(ErrorCode::invalid, "invalid", {{"/email", "yourself"}});
    wanted.offered_by = by;
    session.change(
        "DELETE FROM role_offers WHERE email_folded = $1 AND purpose = $2 AND role = $3 AND scope = $4 AND"
        " COALESCE(scope_id, '') = $5",
        wanted.email_folded, wanted.purpose, wanted.role, wanted.scope, wanted.scope_id.value_or(""));
    db::insert(session, "role_offers", wanted);
    return wanted;
}

Result<RoleOffer> offer(db::Session& session, RoleOffer wanted, const RoleKeeper& by, Instant now) {
    if (!may_give(session, by.viewer().grants(), wanted.grant(by.account(), now)))
        return failure(ErrorCode::invalid, "invalid", {{"/role", "not_yours_to_give"}});
    if (has_role(session, wanted, now)) return failure(ErrorCode::conflict, "has_role");
    return keep_offer(session, std::move(wanted), by.account());
}

Result<RoleOffer> renew(db::Session& session, const RoleOfferId& id, const RoleKeeper&, Instant now) {
    auto offer = find_row(session, id);
    if (!offer) return failure(ErrorCode::not_found, "offer");
    offer->expires_at = now + offer_lifetime_ms;
    session.change("UPDATE role_offers SET expires_at = $2 WHERE id = $1", id, offer->expires_at);
    return *std::move(offer);
}

Result<void> withdraw(db::Session& session, const RoleOfferId& id, const RoleKeeper&) {
    if (!find_row(session, id)) return failure(ErrorCode::not_found, "offer");
    remove(session, id);
    return {};
}

std::vector<RoleOffer> list_offers(db::Session& session, const RoleKeeper& by) {
    return session.query<RoleOffer>("SELECT " + db::columns<RoleOffer>() +
                                        " FROM role_offers WHERE scope = $1 AND COALESCE(scope_id, '') = $2"
                                        " ORDER BY created_at DESC, id",
                                    by.place().scope, by.place().scope_id);
}

Result<OpenOffer> find_open(db::Session& session, const RoleOfferId& id, Instant now) {
    auto found = find_row(session, id);
    if (!found || now >= found->expires_at) return failure(ErrorCode::unauthenticated, "offer_ended");
    OpenOffer open;
    open.offer = *std::move(found);
    open.scope_name = scope_name(session, open.offer.grant(open.offer.offered_by, now), open.offer.language);
    // The organization was merged into another, or is gone.
    if (open.offer.scope != Scope::platform && open.scope_name.empty())
        return failure(ErrorCode::unauthenticated, "offer_ended");
    open.giver_name = name_of_account(session, open.offer.offered_by);
    open.has_account = accounts::find_by_email(session, System::viewer(), open.offer.email).has_value();
    return open;
}

Result<Taken> accept(db::Session& session, const RoleOfferId& id, Instant now) {
    KONBIT_TRY(OpenOffer open, find_open(session, id, now));
    const RoleOffer& offer = open.offer;
    KONBIT_CHECK(check_giver(session, offer, now));
    KONBIT_TRY(Account account,
               accounts::find_or_insert(session, System{}, {offer.email, offer.name, offer.language}, now));
    if (account.status != AccountStatus::active) return failure(ErrorCode::forbidden, "not_allowed");
    KONBIT_CHECK(check_neutral(session, offer, account.id));
    remove(session, id);
    KONBIT_CHECK(give(session, offer, account.id, now));
    return Taken{std::move(open), std::move(account)};
}

Result<OpenOffer> decline(db::Session& session, const RoleOfferId& id, Instant now) {
    KONBIT_TRY(OpenOffer open, find_open(session, id, now));
    remove(session, id);
    return open;
}

std::int64_t remove_expired(db::Session& session, Instant before) {
    return session.change("DELETE FROM role_offers WHERE expires_at < $1", before);
}

}  // namespace konbit::roles
