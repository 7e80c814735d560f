// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "features/permission/role_policies.hpp"

#include <array>
#include <optional>
#include <string>

namespace konbit {

enum class OfferPurpose {
    role,       ///< A role beside those of others.
    hand_over,  ///< The giver's own role: it ends when the offer is accepted.
    deputy,     ///< Standing in for the giver in a time.
};
constexpr auto names(OfferPurpose) {
    return std::to_array<std::string_view>({"role", "hand_over", "deputy"});
}

/// A role that is offered to an address (glossary: "offer"). Whoever read the mail can take it; nobody else.
struct RoleOffer {
    RoleOfferId id{};  ///< Random: it stands in the mailed link, beside its proof.
    OfferPurpose purpose = OfferPurpose::role;
    std::string email;
    std::string email_folded;
    std::string name;
    std::string language = "en";
    Role role = Role::member;
    Scope scope = Scope::platform;
    std::optional<std::string> scope_id;
    std::optional<Instant> begins_at;  ///< Of a deputy; every other role begins when it is accepted.
    std::optional<Instant> ends_at;    ///< Of the role, not of the offer; empty: until somebody ends it.
    AccountId offered_by{};
    Instant created_at{};
    Instant expires_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &RoleOffer::id, Access::read_only),
            field("purpose", &RoleOffer::purpose, Access::read_only),
            field("email", &RoleOffer::email, Access::read_only),
            field("email_folded", &RoleOffer::email_folded, Access::never_sent),
            field("name", &RoleOffer::name, Access::read_only),
            field("language", &RoleOffer::language, Access::read_only),
            field("role", &RoleOffer::role, Access::read_only),
            field("scope", &RoleOffer::scope, Access::read_only),
            field("scope_id", &RoleOffer::scope_id, Access::read_only),
            field("begins_at", &RoleOffer::begins_at, Access::read_only),
            field("ends_at", &RoleOffer::ends_at, Access::read_only),
            field("offered_by", &RoleOffer::offered_by, Access::never_sent),
            field("created_at", &RoleOffer::created_at, Access::read_only),
            field("expires_at", &RoleOffer::expires_at, Access::read_only),
        };
    }

    /// What accepting gives to the account.
    Grant grant(const AccountId& account, Instant now) const;
};

namespace roles {

/// An offer that nobody answers ends after this time.
inline constexpr std::int64_t offer_lifetime_ms = 14 * day_ms;
/// A consultant's role lasts at most this long, and is prolonged by somebody else only.
inline constexpr int longest_consultancy_days = 365;
/// So long somebody can be stood in for at a time.
inline constexpr int longest_deputizing_days = 183;

/// Whether such a role has a day on which it ends. Every other one lasts until somebody ends it.
bool may_end_by_itself(Role role);

/// The end of the last day of something.
Instant end_of(Date last_day);

/// What is asked of somebody: whom, and until when.
struct OfferDraft {
    Role role = Role::member;
    std::string name;
    std::string email;
    std::string language = "en";
    std::optional<Date> until;  ///< Last day of the role; required for a consultant.

    static constexpr auto fields() {
        return std::tuple{
            field("role", &OfferDraft::role),   field("name", &OfferDraft::name),
            field("email", &OfferDraft::email), field("language", &OfferDraft::language).defaulted(),
            field("until", &OfferDraft::until),
        };
    }
};

/// What needs no database: the person, and how long the role lasts.
/// @return ErrorCode::invalid with /name, /email, /language or /until.
Result<RoleOffer> checked(const OfferDraft& draft, const Place& place, Instant now);

/// Name, address and language of whoever is asked, as an account would have them.
/// @return ErrorCode::invalid with /name, /email or /language.
Result<void> check_person(RoleOffer& offer);

}  // namespace roles
}  // namespace konbit
