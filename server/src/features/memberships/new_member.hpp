// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/duplicates/duplicate_store.hpp"
#include "features/history/history.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/memberships/membership.hpp"
#include "features/permission/capabilities.hpp"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace konbit {

/// An organization that the register lacks, as far as adding a member needs it.
struct NewOrganization {
    std::string name;
    OrganizationKind kind = OrganizationKind::firm;
    std::string country_code;
    std::optional<std::string> locality;
    std::optional<std::string> sector;  ///< ISIC division.
    std::optional<std::string> website;

    static constexpr auto fields() {
        return std::tuple{
            field("name", &NewOrganization::name),
            field("kind", &NewOrganization::kind).defaulted(),
            field("country_code", &NewOrganization::country_code),
            field("locality", &NewOrganization::locality),
            field("sector", &NewOrganization::sector),
            field("website", &NewOrganization::website),
        };
    }
};

/// A member to be added: an organization of the register (`organization_id`), or one described here.
struct NewMember : Membership {
    std::optional<NewOrganization> organization;
    bool is_new = false;  ///< Somebody looked at what resembles it, and says that it is none of them.
    std::optional<Date> contact_consent_on;  ///< When the contact agreed to stand here; empty: not asked.
    bool asks_again = false;  ///< The contact was erased on request before, and shall be asked again.

    static constexpr auto fields() {
        return std::tuple_cat(Membership::fields(),
                              std::tuple{field("organization", &NewMember::organization),
                                         field("is_new", &NewMember::is_new).defaulted(),
                                         field("contact_consent_on", &NewMember::contact_consent_on),
                                         field("asks_again", &NewMember::asks_again).defaulted()});
    }
};

/// An organization of the register that a described one may be.
struct Candidate : duplicates::Duplicate {
    bool is_member = false;  ///< It stands on the roster already.

    static constexpr auto fields() {
        return std::tuple_cat(duplicates::Duplicate::fields(),
                              std::tuple{field("is_member", &Candidate::is_member)});
    }
};

namespace memberships {

/// The organizations that the facilitator may see and that resemble the one described, the most alike first,
/// at most five.
std::vector<Candidate> candidates(db::Session& session, const Facilitator& by,
                                  const duplicates::Described& described);

/// Adds a member, and its organization when the register lacks it: that one is seen by the cluster only.
/// @return ErrorCode::invalid as the rules of organizations (under /organization) and of members find;
///         "required" and "not_allowed" at /organization_id unless exactly one organization is meant;
///         ErrorCode::conflict "maybe_duplicate" with the names of those alike, unless `is_new`.
Result<RosterMember> add(db::Session& session, const NewMember& draft, const Facilitator& by,
                         const history::Occasion& at);

/// Nobody who asked to be erased comes back unseen.
/// @return ErrorCode::conflict "erased_on_request" with the day, unless the draft asks the contact again:
/// then
///         nothing is remembered of the erasure.
Result<void> check_erased(db::Session& session, const InstallationKeys& keys, const NewMember& draft,
                          const Facilitator& by);

}  // namespace memberships
}  // namespace konbit
