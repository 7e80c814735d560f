// SPDX-License-Identifier: Apache-2.0
#include "features/memberships/new_member.hpp"

#include "core/scalar.hpp"
#include "features/memberships/membership_store.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/people/erased_contacts.hpp"
#include "features/people/membership_contact.hpp"

namespace konbit::memberships {

namespace {

Result<void> check_draft(const NewMember& draft, Date today) {
    const bool names_one = draft.organization_id != OrganizationId{};
    const bool has_contact = draft.contact_name || draft.contact_email || draft.contact_phone;
    Findings findings;
    findings.require(names_one || draft.organization, "/organization_id", "required");
    findings.require(!names_one || !draft.organization, "/organization_id", "not_allowed");
    findings.require(!draft.contact_consent_on || has_contact, "/contact_name", "required");
    findings.require(draft.contact_consent_on.value_or(today) <= today, "/contact_consent_on", "in_future");
    if (findings.empty()) return {};
    return failure(ErrorCode::invalid, "invalid", findings.errors());
}

/// The organization under the rules of its own, which speak of it without knowing where it stands.
Result<Organization> described(const NewOrganization& draft, int current_year) {
    Organization organization;
    organization.name = draft.name;
    organization.kind = draft.kind;
    organization.country_code = draft.country_code;
    organization.locality = draft.locality;
    organization.sector = draft.sector;
    organization.website = draft.website;
    auto valid = checked(std::move(organization), current_year);
    if (!valid)
        for (auto& each : valid.error().fields) each.pointer.insert(0, "/organization");
    return valid;
}

Result<void> check_is_new(db::Session& session, const NewMember& draft, const Organization& organization,
                          const Facilitator& by) {
    if (draft.is_new) return {};
    std::vector<FieldError> alike;
    for (const auto& each : candidates(
             session, by,
             {organization.name, {}, organization.country_code, organization.website, draft.contact_phone}))
        alike.push_back({"/organization/name", "maybe_duplicate", {{"name", each.name}}});
    if (alike.empty()) return {};
    return failure(ErrorCode::conflict, "maybe_duplicate", std::move(alike));
}

Result<RosterMember> add_described(db::Session& session, const NewMember& draft, const Facilitator& by,
                                   const history::Occasion& at) {
    KONBIT_TRY(Organization organization, described(*draft.organization, utc_date(at.now).year()));
    KONBIT_CHECK(check_is_new(session, draft, organization, by));
    KONBIT_TRY(const Organization made, organizations::insert(session, std::move(organization), by, at));
    return insert(session, draft, made, by, at);
}

}  // namespace

std::vector<Candidate> candidates(db::Session& session, const Facilitator& by,
                                  const duplicates::Described& described) {
    std::vector<Candidate> found;
    for (auto& each : duplicates::find(session, by.viewer(), described)) {
        const bool is_member = find_of(session, by, each.id).has_value();
        found.push_back({std::move(each), is_member});
    }
    return found;
}

Result<RosterMember> add(db::Session& session, const NewMember& draft, const Facilitator& by,
                         const history::Occasion& at) {
    KONBIT_CHECK(check_draft(draft, utc_date(at.now)));
    KONBIT_TRY(RosterMember made,
               draft.organization ? add_described(session, draft, by, at) : insert(session, draft, by, at));
    if (draft.contact_consent_on)
        people::note_consent(session, {made.cluster_id, made.organization_id}, *draft.contact_consent_on,
                             history::by(by.viewer(), at));
    return made;
}

Result<void> check_erased(db::Session& session, const InstallationKeys& keys, const NewMember& draft,
                          const Facilitator& by) {
    const people::Contact contact{draft.contact_name, draft.contact_email, draft.contact_phone};
    const auto day = people::ErasedContacts(session, keys, by.cluster()).erased_on(contact);
    if (day && !draft.asks_again)
        return failure(ErrorCode::conflict, "erased_on_request",
                       {{"/contact_name", "erased_on_request", {{"date", to_text(*day)}}}});
    if (day) people::forget_erased(session, keys, by.cluster(), contact);
    return {};
}

}  // namespace konbit::memberships
