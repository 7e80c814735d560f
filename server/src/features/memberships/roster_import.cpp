// SPDX-License-Identifier: Apache-2.0
#include "features/memberships/roster_import.hpp"

#include "features/clusters/cluster_store.hpp"
#include "features/memberships/membership_store.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/reference/reference_book.hpp"

namespace konbit {

namespace {

/// The organizations that a row may mean: those that the facilitator sees, and every member.
std::vector<KnownOrganization> list_known(db::Session& session, const Facilitator& by) {
    return session.query<KnownOrganization>(
        "SELECT o.id, o.name, o.name_folded, o.country_code, m.id IS NOT NULL FROM organizations o"
        " LEFT JOIN memberships m ON m.organization_id = o.id AND m.cluster_id = $1 WHERE m.id IS NOT NULL "
        "OR " +
            organizations_visible_to(by.viewer(), "o") + " ORDER BY o.sort_key, o.id",
        by.cluster());
}

/// Reading and understanding the file needs the cluster's seat only; it stays outside of the transaction.
Result<RosterSheet> read_sheet(db::Database& database, const Facilitator& by, std::string_view bytes,
                               Instant now) {
    KONBIT_TRY(const ClusterProfile cluster, database.read([&](db::Session& session) {
        return clusters::find(session, by.viewer(), by.cluster());
    }));
    const Country* seat = reference().country(cluster.country_code);
    const RosterDefaults defaults{cluster.country_code, seat == nullptr ? "en" : seat->languages.front(),
                                  utc_date(now).year()};
    return read_roster(bytes, reference().country_names(), defaults);
}

template <class T>
void take_over(std::optional<T>& stored, const std::optional<T>& given) {
    if (given) stored = given;
}

/// The member's entry with what the row says of it; empty cells change nothing, and who stands in the list
/// belongs.
Membership merged(Membership stored, const RosterDraft& draft) {
    const Membership& given = draft.membership;
    const auto says = [&](RosterField field) {
        return draft.shown.values.contains(std::string(name_of(field)));
    };
    if (says(RosterField::label)) stored.label = given.label;
    if (says(RosterField::language)) stored.language = given.language;
    take_over(stored.subsector, given.subsector);
    take_over(stored.subgroup, given.subgroup);
    take_over(stored.contact_name, given.contact_name);
    take_over(stored.contact_email, given.contact_email);
    take_over(stored.contact_phone, given.contact_phone);
    take_over(stored.participates_in_programme, given.participates_in_programme);
    take_over(stored.joined_on, given.joined_on);
    stored.left_on.reset();
    return stored;
}

Result<void> create(db::Session& session, const RosterDraft& draft, const Facilitator& by, Instant now) {
    KONBIT_TRY(const Organization made, organizations::insert(session, draft.organization, by, now));
    KONBIT_CHECK(memberships::insert(session, draft.membership, made, by, now));
    return {};
}

Result<void> update(db::Session& session, const RosterDraft& draft, const Facilitator& by, Instant now) {
    KONBIT_TRY(const RosterMember stored,
               memberships::find_of(session, by, draft.membership.organization_id));
    KONBIT_CHECK(memberships::update(session, merged(stored, draft), by, now));
    return {};
}

Result<void> apply(db::Session& session, const RosterDraft& draft, const Facilitator& by, Instant now) {
    switch (draft.shown.action) {
        case RosterAction::create:
            return create(session, draft, by, now);
        case RosterAction::link:
            KONBIT_CHECK(memberships::insert(session, draft.membership, by, now));
            return {};
        case RosterAction::update:
            return update(session, draft, by, now);
        case RosterAction::skip:
            return {};
    }
    return {};
}

/// The field of a row for the pointer of a rule that only the database could break.
Error at_row(Error error, int row) {
    for (auto& field : error.fields) field.pointer = "row:" + std::to_string(row) + field.pointer;
    return error;
}

Result<RosterResult> apply_all(db::Session& session, const std::vector<RosterDraft>& drafts,
                               const Facilitator& by, Instant now) {
    for (const auto& draft : drafts)
        if (auto applied = apply(session, draft, by, now); !applied)
            return std::unexpected(at_row(std::move(applied).error(), draft.shown.row));
    const RosterCounts counts = counts_of(drafts);
    return RosterResult{counts.create, counts.link, counts.update, counts.skip,
                        memberships::count(session, by)};
}

}  // namespace

Result<RosterPreview> preview_roster(db::Database& database, const Facilitator& by, std::string_view bytes,
                                     const RosterChoices& choices, Instant now) {
    KONBIT_TRY(RosterSheet sheet, read_sheet(database, by, bytes, now));
    plan_roster(sheet.drafts, database.read([&](db::Session& session) { return list_known(session, by); }),
                choices);
    RosterPreview preview = std::move(sheet.shown);
    preview.counts = counts_of(sheet.drafts);
    for (auto& draft : sheet.drafts) preview.rows.push_back(std::move(draft.shown));
    return preview;
}

Result<RosterResult> import_roster(db::Database& database, const Facilitator& by, std::string_view bytes,
                                   const RosterChoices& choices, Instant now) {
    KONBIT_TRY(const RosterSheet sheet, read_sheet(database, by, bytes, now));
    return database.write([&](db::Session& session) -> Result<RosterResult> {
        auto drafts = sheet.drafts;  // the closure may run twice
        plan_roster(drafts, list_known(session, by), choices);
        if (auto problems = blocking_problems(drafts); !problems.empty())
            return failure(ErrorCode::invalid, "invalid", std::move(problems));
        return apply_all(session, drafts, by, now);
    });
}

}  // namespace konbit
