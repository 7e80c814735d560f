// SPDX-License-Identifier: Apache-2.0
#include "features/imports/undo_row.hpp"

#include "features/imports/apply_row.hpp"
#include "features/imports/import_store.hpp"
#include "features/imports/row_reader.hpp"
#include "features/memberships/membership_store.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/permission/policies.hpp"

namespace konbit::imports {

namespace {

std::unexpected<Error> edited_since() { return failure(ErrorCode::stale, "edited_since"); }

/// Takes back one row inside its transaction.
class RowUndoer {
  public:
    RowUndoer(db::Session& session, const Importer& by, const Import& import, const ImportRow& row,
              Instant now)
        : session_(session),
          by_(by),
          import_(import),
          row_(row),
          at_(now, {.batch = BatchId::parse(import.id.view())}),
          current_year_(utc_date(now).year()) {}

    /// @param editor  Of the organization that the row made or changed; needed where it is written.
    Result<void> undo(const std::optional<OrganizationEditor>& editor) const {
        if (!row_.organization_version) return undo_member();
        if (!editor) return failure(ErrorCode::forbidden, "edited_since");
        // Read first: a facilitator sees the organization by its membership only.
        KONBIT_TRY(auto organization, unchanged_organization());
        KONBIT_CHECK(undo_member());
        return undo_organization(std::move(organization), *editor);
    }

  private:
    Result<void> undo_member() const {
        if (!by_.facilitator) return {};
        RowRecords records;
        KONBIT_TRY(records.membership, memberships::find(session_, *by_.facilitator, *row_.membership_id));
        if (records.membership.version != row_.membership_version) return edited_since();
        if (row_.outcome != RowOutcome::updated)
            return memberships::remove(session_, records.membership, *by_.facilitator, at_);
        KONBIT_TRY(RowRecords before,
                   with_texts(records, import_, row_.replaced, row_.replaced, current_year_));
        KONBIT_CHECK(memberships::update(session_, std::move(before.membership), *by_.facilitator, at_));
        return {};
    }

    Result<OrganizationDetails> unchanged_organization() const {
        KONBIT_TRY(auto organization,
                   organizations::find_details(session_, by_.viewer(), *row_.organization_id));
        if (organization.version != row_.organization_version) return edited_since();
        return organization;
    }

    Result<void> undo_organization(OrganizationDetails organization, const OrganizationEditor& editor) const {
        RowRecords records;
        records.organization = std::move(organization);
        if (row_.outcome == RowOutcome::created)
            return organizations::remove(session_, records.organization, editor, at_);
        KONBIT_TRY(RowRecords before,
                   with_texts(records, import_, row_.replaced, row_.replaced, current_year_));
        KONBIT_CHECK(organizations::update(session_, std::move(before.organization), editor, at_));
        return {};
    }

    db::Session& session_;
    const Importer& by_;
    const Import& import_;
    const ImportRow& row_;
    history::Occasion at_;
    int current_year_;
};

bool wrote(const ImportRow& row) {
    return row.outcome == RowOutcome::created || row.outcome == RowOutcome::linked ||
           row.outcome == RowOutcome::updated;
}

/// Why a row is kept, for whoever reads the report.
std::string_view reason_of(const Error& error) {
    if (error.code == ErrorCode::stale) return "edited_since";
    return error.code == ErrorCode::not_found ? "gone_since" : "in_use";
}

/// A row that wrote something, with what is needed to take it back.
struct WrittenRow {
    ImportRow& row;
    std::optional<OrganizationEditor> editor{};  ///< Of the organization that it made or changed.
};

std::vector<WrittenRow> written_rows(App& app, const Importer& by, std::span<ImportRow> rows) {
    std::vector<WrittenRow> written;
    for (ImportRow& row : rows) {
        if (!wrote(row)) continue;
        auto& each = written.emplace_back(row);
        if (!row.organization_version) continue;
        if (auto may = Policies::edit_organization(app, by.viewer(), *row.organization_id))
            each.editor = *std::move(may);
    }
    return written;
}

/// What undoing needs beside the rows.
struct Undoing {
    const Importer& by;
    const Import& import;
    Instant now;
};

/// All of the rows or none; the rows themselves stay as they are, because the closure may run twice.
Result<void> undo_in_database(App& app, const Undoing& undoing, std::span<const WrittenRow> rows) {
    return app.database.write_large([&](db::Session& session) -> Result<void> {
        for (const auto& [row, editor] : rows) {
            KONBIT_CHECK(RowUndoer(session, undoing.by, undoing.import, row, undoing.now).undo(editor));
            ImportRow settled = row;
            settled.outcome = RowOutcome::undone;
            update_row(session, settled);
        }
        return {};
    });
}

void mark_undone(std::span<const WrittenRow> rows) {
    for (const auto& each : rows) each.row.outcome = RowOutcome::undone;
}

Result<void> undo_alone(App& app, const Undoing& undoing, const WrittenRow& written) {
    const std::span one(&written, 1);
    const auto undone = undo_in_database(app, undoing, one);
    if (undone) {
        mark_undone(one);
        return {};
    }
    if (undone.error().code == ErrorCode::unavailable) return undone;
    ImportRow& row = written.row;
    row.outcome = RowOutcome::kept;
    note(row, "name", reason_of(undone.error()), false);
    app.database.write([&](db::Session& session) { update_row(session, row); });
    return {};
}

}  // namespace

Result<void> undo_rows(App& app, const Importer& by, const Import& import, std::span<ImportRow> rows,
                       Instant now) {
    const Undoing undoing{by, import, now};
    const auto written = written_rows(app, by, rows);
    if (written.empty()) return {};
    if (undo_in_database(app, undoing, written)) {
        mark_undone(written);
        return {};
    }
    for (const auto& each : written) KONBIT_CHECK(undo_alone(app, undoing, each));
    return {};
}

}  // namespace konbit::imports
