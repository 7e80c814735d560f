// SPDX-License-Identifier: Apache-2.0
#include "db/columns.hpp"
#include "features/letters/publication_rule.hpp"
#include "features/organizations/organization_document.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/organizations/slugs.hpp"
#include "features/profiles/confirmation.hpp"

namespace konbit::organizations {

namespace {

/// What became of an organization, for the history.
template <class Record>
void remember(db::Session& session, const std::optional<Record>& before, const std::optional<Record>& after,
              const history::Author& author) {
    history::record(session, history::Kind::organization, (after ? after : before)->id, before, after,
                    author);
}

/// @tparam Record  Organization, whose profile says nothing, or OrganizationDetails.
template <class Record>
Result<Record> insert_new(db::Session& session, Record organization, const history::Author& author) {
    organization.id = new_id<OrganizationId>();
    organization.version = 1;
    organization.created_at = organization.updated_at = author.at.now;
    KONBIT_CHECK(settle_slug(session, organization_slugs, organization));
    db::insert(session, "organizations", organization);
    search::put(session, document_of(organization));
    remember<Record>(session, {}, organization, author);
    return organization;
}

template <class Record>
Result<Record> insert_by_editor(db::Session& session, Record organization, const DirectoryEditor& by,
                                const history::Occasion& at) {
    if (!by.may_edit(organization.country_code)) return forbidden_at("/country_code", "other_country");
    // The installation itself may: a demonstration shows the stubs that come with it.
    if (letters::is_stub(organization) && organization.publication == Publication::published &&
        by.viewer().is_signed_in())
        return failure(ErrorCode::conflict, "not_written_to");
    return insert_new(session, std::move(organization), history::by(by.viewer(), at));
}

Result<OrganizationDetails> found(std::optional<OrganizationDetails> organization) {
    if (!organization) return failure(ErrorCode::not_found, "organization");
    return *std::move(organization);
}

std::string select(const Viewer& viewer, std::string_view column) {
    return "SELECT " + db::columns<OrganizationDetails>("o") + " FROM organizations o WHERE o." +
           std::string(column) + " = $1 AND " + organizations_visible_to(viewer, "o");
}

}  // namespace

Result<OrganizationDetails> find_details(db::Session& session, const Viewer& viewer,
                                         const OrganizationId& id) {
    return found(session.one<OrganizationDetails>(select(viewer, "id"), id));
}

Result<OrganizationDetails> find_details(db::Session& session, const Viewer& viewer, std::string_view slug) {
    return found(session.one<OrganizationDetails>(select(viewer, "slug"), slug));
}

Result<Organization> insert(db::Session& session, Organization organization, const DirectoryEditor& by,
                            const history::Occasion& at) {
    return insert_by_editor(session, std::move(organization), by, at);
}

Result<OrganizationDetails> insert(db::Session& session, OrganizationDetails organization,
                                   const DirectoryEditor& by, const history::Occasion& at) {
    if (organization.women_led) return forbidden_at("/women_led", "owner_only");
    return insert_by_editor(session, std::move(organization), by, at);
}

Result<Organization> insert(db::Session& session, Organization organization, const Facilitator& by,
                            const history::Occasion& at) {
    organization.visibility = Visibility::cluster;
    return insert_new(session, std::move(organization), history::by(by.viewer(), at));
}

Result<OrganizationDetails> update(db::Session& session, OrganizationDetails organization,
                                   const OrganizationEditor& by, const history::Occasion& at) {
    KONBIT_TRY(const OrganizationDetails stored, find_details(session, by.viewer(), by.organization()));
    KONBIT_CHECK(check_reach(stored, organization, by, by.is_owner()));
    if (organization.women_led != stored.women_led && !by.is_owner())
        return forbidden_at("/women_led", "owner_only");
    if (letters::would_show_stub(stored, organization) && !by.is_owner())
        KONBIT_CHECK(letters::check_may_publish(session, RecordKind::organization, stored.id.view(), at.now));
    organization.id = by.organization();
    organization.updated_at = at.now;
    note_change(stored, organization, by.is_owner(), utc_date(at.now));
    KONBIT_CHECK(settle_slug(session, organization_slugs, organization, stored.slug));
    KONBIT_TRY(OrganizationDetails written, db::update(session, "organizations", std::move(organization)));
    search::put(session, document_of(written));
    remember<OrganizationDetails>(session, stored, written, history::by(by.viewer(), at));
    return written;
}

Result<OrganizationDetails> confirm(db::Session& session, OrganizationDetails organization,
                                    const OrganizationEditor& by, const history::Occasion& at) {
    if (!by.is_owner()) return failure(ErrorCode::forbidden, "owner_only");
    const OrganizationDetails stored = organization;
    organization.updated_at = at.now;
    confirm_all(organization, utc_date(at.now));
    KONBIT_TRY(OrganizationDetails written, db::update(session, "organizations", std::move(organization)));
    remember<OrganizationDetails>(session, stored, written, history::by(by.viewer(), at));
    return written;
}

Result<void> remove(db::Session& session, const OrganizationDetails& organization,
                    const OrganizationEditor& by, const history::Occasion& at) {
    const auto memberships = session.value<std::int64_t>(
        "SELECT count(*) FROM memberships WHERE organization_id = $1", by.organization());
    if (memberships > 0) return failure(ErrorCode::conflict, "organization_is_member");
    const auto removed = session.change("DELETE FROM organizations WHERE id = $1 AND version = $2",
                                        by.organization(), organization.version);
    if (removed == 0) return failure(ErrorCode::stale, "version");
    search::remove(session, search::Kind::organization, by.organization().view());
    remember<OrganizationDetails>(session, organization, {}, history::by(by.viewer(), at));
    return {};
}

Result<OrganizationDetails> restore(db::Session& session, OrganizationDetails organization,
                                    const OrganizationEditor& by, const history::Occasion& at) {
    organization.id = by.organization();
    organization.version += 1;
    organization.updated_at = at.now;
    if (!check_slug_is_free(session, organization_slugs, organization.slug, {})) organization.slug.clear();
    KONBIT_CHECK(settle_slug(session, organization_slugs, organization));
    db::insert(session, "organizations", organization);
    search::put(session, document_of(organization));
    remember<OrganizationDetails>(session, {}, organization, history::by(by.viewer(), at));
    return find_details(session, by.viewer(), organization.id);
}

}  // namespace konbit::organizations
