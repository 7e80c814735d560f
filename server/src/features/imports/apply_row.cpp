// SPDX-License-Identifier: Apache-2.0
#include "features/imports/apply_row.hpp"

#include "features/letters/publication_rule.hpp"
#include "features/memberships/membership_rules.hpp"
#include "features/memberships/membership_store.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"

namespace konbit::imports {

namespace {

history::Occasion occasion_of(const Import& import, Instant now) {
    return {now, {.batch = BatchId::parse(import.id.view())}};
}

void note_organization(ImportRow& row, const Organization& organization) {
    row.organization_id = organization.id;
    row.organization_version = organization.version;
}

void note_member(ImportRow& row, const Membership& member) {
    row.organization_id = member.organization_id;
    row.membership_id = member.id;
    row.membership_version = member.version;
}

/// What the record says now goes into the row, for undoing: it may have changed since the preview.
Texts texts_now(const RowRecords& records, const Import& import, const Texts& changed) {
    Texts texts;
    for (const auto& [name, text] : changed) texts[name] = text_of(records, *find_field(import.kind, name));
    return texts;
}

}  // namespace

RowWriter::RowWriter(db::Session& session, const Importer& by, const Import& import, Instant now)
    : session_(session),
      by_(by),
      import_(import),
      at_(occasion_of(import, now)),
      current_year_(utc_date(now).year()) {}

Result<void> RowWriter::write(ImportRow& row, const RowRecords& records) const {
    switch (row.action) {
        case RowAction::create:
            return create(row, records);
        case RowAction::link:
            return link(row, records);
        case RowAction::update:
            return update(row);
        case RowAction::unchanged:
            row.outcome = RowOutcome::unchanged;
            return {};
        case RowAction::skip:
            row.outcome = RowOutcome::skipped;
            return {};
    }
    return {};
}

Result<void> RowWriter::create(ImportRow& row, const RowRecords& records) const {
    Organization wanted = records.organization;
    // A table brings stubs, it does not publish them: their organizations are written to first.
    if (by_.editor && letters::is_stub(wanted)) wanted.publication = Publication::draft;
    KONBIT_TRY(const Organization made, by_.editor
                                            ? organizations::insert(session_, wanted, *by_.editor, at_)
                                            : organizations::insert(session_, wanted, *by_.facilitator, at_));
    note_organization(row, made);
    if (by_.facilitator) {
        KONBIT_TRY(const RosterMember member,
                   memberships::insert(session_, records.membership, made, *by_.facilitator, at_));
        note_member(row, member);
    }
    row.outcome = RowOutcome::created;
    return {};
}

Result<void> RowWriter::link(ImportRow& row, const RowRecords& records) const {
    Membership membership = records.membership;
    membership.organization_id = *row.organization_id;
    KONBIT_TRY(const RosterMember member, memberships::insert(session_, membership, *by_.facilitator, at_));
    note_member(row, member);
    row.outcome = RowOutcome::linked;
    return {};
}

Result<void> RowWriter::update(ImportRow& row) const {
    KONBIT_CHECK(by_.facilitator ? update_member(row) : update_organization(row));
    row.outcome = RowOutcome::updated;
    return {};
}

Result<void> RowWriter::update_organization(ImportRow& row) const {
    RowRecords records;
    KONBIT_TRY(records.organization,
               organizations::find_details(session_, by_.viewer(), *row.organization_id));
    const auto editor = by_.editor->editor_of(records.organization.id, records.organization.country_code);
    if (!editor) return failure(ErrorCode::forbidden, "other_country");
    row.replaced = texts_now(records, import_, row.replaced);
    KONBIT_TRY(RowRecords wanted, with_texts(records, import_, row.replaced, row.understood, current_year_));
    if (letters::would_show_stub(records.organization, wanted.organization))
        wanted.organization.publication = Publication::draft;
    KONBIT_TRY(const Organization changed,
               organizations::update(session_, std::move(wanted.organization), *editor, at_));
    note_organization(row, changed);
    return {};
}

Result<void> RowWriter::update_member(ImportRow& row) const {
    RowRecords records;
    KONBIT_TRY(records.membership, memberships::find_of(session_, *by_.facilitator, *row.organization_id));
    row.replaced = texts_now(records, import_, row.replaced);
    KONBIT_TRY(RowRecords wanted, with_texts(records, import_, row.replaced, row.understood, current_year_));
    KONBIT_TRY(const RosterMember changed,
               memberships::update(session_, std::move(wanted.membership), *by_.facilitator, at_));
    note_member(row, changed);
    return {};
}

Result<RowRecords> with_texts(RowRecords records, const Import& import, const Texts& changed,
                              const Texts& texts, int current_year) {
    for (const auto& [name, ignored] : changed) {
        const auto text = texts.find(name);
        set(records, *find_field(import.kind, name), text == texts.end() ? "" : text->second);
    }
    if (import.kind == ImportKind::organizations) {
        KONBIT_TRY(records.organization, checked(std::move(records.organization), current_year));
    } else {
        KONBIT_TRY(records.membership, checked(std::move(records.membership)));
    }
    return records;
}

}  // namespace konbit::imports
