// SPDX-License-Identifier: Apache-2.0
#include "features/imports/import_job.hpp"

#include "features/imports/apply_row.hpp"
#include "features/imports/import_steps.hpp"
#include "features/imports/row_reader.hpp"
#include "features/imports/undo_row.hpp"
#include "features/jobs/runner.hpp"
#include "features/permission/policies.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace konbit::imports {

namespace {

/// How long a table stays after it came: as long as its import can be undone.
constexpr std::int64_t kept_ms = 60 * day_ms;
/// A second's work at most: others write in between.
constexpr std::size_t undone_at_once = 500;
constexpr jobs::Terms terms{.attempts = 3, .first_delay_ms = 5'000, .longest_delay_ms = minute_ms};

/// One import in the hands of its job.
class ImportJob {
  public:
    ImportJob(App& app, jobs::JobContext& context) : app_(app), context_(context), now_(app.clock.now()) {}

    Result<void> run() {
        KONBIT_TRY(const bool is_open, read(ImportState::running));
        if (!is_open) return {};
        KONBIT_TRY(const Importer importer, rights());
        const RowReader reader(import_, year_of(app_));
        std::vector<RowRecords> records;
        for (const auto& row : rows_) records.push_back(reader.records_of(row));
        constexpr double understood = 0.3;
        if (!context_.report(understood)) return failure(ErrorCode::conflict, "cancelled");
        return conclude(write(importer, records));
    }

    Result<void> undo() {
        KONBIT_TRY(const bool is_open, read(ImportState::undoing));
        if (!is_open) return {};
        KONBIT_TRY(const Importer importer, rights());
        std::ranges::reverse(rows_);
        for (std::size_t done = 0; done < rows_.size(); done += undone_at_once) {
            const auto rows = std::span(rows_).subspan(done, std::min(undone_at_once, rows_.size() - done));
            KONBIT_CHECK(undo_rows(app_, importer, import_, rows, now_));
            context_.report(static_cast<double>(done + rows.size()) / static_cast<double>(rows_.size()));
        }
        app_.database.write([&](db::Session& session) {
            return finish(session, import_.id, ImportState::undoing, ImportState::undone, counts_of(rows_),
                          "", now_);
        });
        return {};
    }

  private:
    /// @return Whether there is anything to do: a job may come twice.
    Result<bool> read(ImportState wanted) {
        KONBIT_TRY(const ImportOrder order,
                   json::read<ImportOrder>(context_.payload(), json::Purpose::stored));
        auto import =
            app_.database.read([&](db::Session& session) { return find(session, order.import_id); });
        if (!import || import->state != wanted) return false;
        import_ = *std::move(import);
        rows_ = app_.database.read([&](db::Session& session) { return all_rows(session, import_.id); });
        return true;
    }

    Result<Importer> rights() {
        auto importer = importer_of(app_, Policies::viewer_of(app_, import_.account_id), import_);
        if (!importer) fail("not_allowed_now");
        return importer;
    }

    Result<void> write(const Importer& by, const std::vector<RowRecords>& records) {
        return app_.database.write_large([&](db::Session& session) -> Result<void> {
            const RowWriter writer(session, by, import_, now_);
            for (std::size_t i = 0; i < rows_.size(); ++i) {
                ImportRow row = rows_[i];  // the closure may run twice
                if (auto written = writer.write(row, records[i]); !written)
                    return std::unexpected(at_row(std::move(written).error(), row.number));
                if (row.asks_again && by.facilitator)
                    people::forget_erased(session, app_.keys, by.facilitator->cluster(), contact_of(row));
                update_row(session, row);
            }
            // Last, so that a cancellation that came first takes everything back.
            if (!finish(session, import_.id, ImportState::running, ImportState::done, import_.counts, "",
                        now_))
                return failure(ErrorCode::conflict, "cancelled");
            return {};
        });
    }

    static Error at_row(Error error, std::int64_t number) {
        const std::string code = error.fields.empty() ? error.reason : error.fields.front().code;
        error.reason = fmt::format("{}:{}", number, code);
        return error;
    }

    /// What cannot be repaired by another try is told to the person who waits.
    Result<void> conclude(Result<void> written) {
        const bool is_final = !written && written.error().code != ErrorCode::unavailable;
        if (is_final && written.error().reason != "cancelled") fail(written.error().reason);
        return written;
    }

    void fail(std::string_view why) {
        app_.database.write([&](db::Session& session) {
            return finish(session, import_.id, import_.state, ImportState::failed, import_.counts, why, now_);
        });
    }

    App& app_;
    jobs::JobContext& context_;
    Instant now_;
    Import import_;
    std::vector<ImportRow> rows_;
};

Result<void> forget_old(App& app) {
    const Instant now = app.clock.now();
    app.database.write([&](db::Session& session) { return remove_old(session, now - kept_ms); });
    return {};
}

}  // namespace

void add_import_jobs(jobs::Handlers& handlers, App& app) {
    handlers.add(
        std::string(run_job), [&app](jobs::JobContext& context) { return ImportJob(app, context).run(); },
        terms);
    handlers.add(
        std::string(undo_job), [&app](jobs::JobContext& context) { return ImportJob(app, context).undo(); },
        terms);
    handlers.add("imports_forget", [&app](jobs::JobContext&) { return forget_old(app); },
                 {.attempts = 3, .every_ms = day_ms});
}

}  // namespace konbit::imports
