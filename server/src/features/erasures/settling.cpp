// SPDX-License-Identifier: Apache-2.0
#include "features/erasures/settling.hpp"

#include "core/log.hpp"
#include "db/columns.hpp"
#include "db/database.hpp"
#include "features/files/durable_file.hpp"
#include "features/rights/rights_store.hpp"

#include <algorithm>
#include <mutex>
#include <set>
#include <system_error>

namespace konbit::erasures {

namespace {

std::vector<Line> lines_of(db::Session& db) {
    return db.query<Line>("SELECT " + db::columns<Line>() + " FROM erasures ORDER BY erased_at, id");
}

std::vector<Line> without(const std::vector<Line>& lines, const std::vector<Line>& known) {
    std::set<ErasureId> ids;
    for (const auto& line : known) ids.insert(line.id);
    std::vector<Line> rest;
    std::ranges::copy_if(lines, std::back_inserter(rest),
                         [&](const Line& line) { return !ids.contains(line.id); });
    return rest;
}

template <class AnyId>
AnyId record_of(const Line& line) {
    return *AnyId::parse(line.record_id.view());
}

/// The wave of a personal link whose answers are not taken back already.
std::optional<WaveId> wave_of(db::Session& db, const RespondentId& respondent) {
    return db.one<WaveId>("SELECT wave_id FROM respondents WHERE id = $1 AND state <> 'withdrawn'",
                          respondent);
}

Result<void> withdraw_again(db::Session& db, const RespondentId& respondent, Instant now) {
    const auto wave = wave_of(db, respondent);
    if (!wave) return {};
    return rights::withdraw(db, System::respondent(respondent, *wave), now);
}

Result<void> apply(db::Session& db, const App& app, const Line& line, Instant now) {
    Erasure erasure{line.id, line.kind, line.record_id, {}, line.erased_at};
    switch (line.kind) {
        case ErasedKind::person:
            erasure.removed = people::erase_again(db, app.keys, record_of<PersonId>(line), now);
            break;
        case ErasedKind::account:
            erasure.removed = people::erase_again(db, app.keys, record_of<AccountId>(line), now);
            break;
        case ErasedKind::answers:
            KONBIT_CHECK(withdraw_again(db, record_of<RespondentId>(line), now));
            break;
    }
    people::note(db, erasure);
    return {};
}

/// Each in a transaction of its own: one that cannot be done keeps no other from being done.
Result<std::int64_t> apply_all(App& app, const std::vector<Line>& lines) {
    const Instant now = app.clock.now();
    for (const auto& line : lines)
        KONBIT_CHECK(app.database.write([&](db::Session& db) { return apply(db, app, line, now); }));
    if (!lines.empty())
        log::info("erased again after a restore", {{"count", static_cast<std::int64_t>(lines.size())}});
    return static_cast<std::int64_t>(lines.size());
}

std::vector<Line> known(App& app) {
    return app.database.read([](db::Session& db) { return lines_of(db); });
}

}  // namespace

Result<Settled> settle(App& app, const std::optional<std::filesystem::path>& other) {
    // Two erasures at once must not each write a journal without the other's line.
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    const auto file = journal_in(app.keys.folder());
    KONBIT_TRY(const std::vector<Line> written, read_journal(file));
    std::vector<Line> all = written;
    if (other) {
        KONBIT_TRY(const std::vector<Line> others, read_journal(*other));
        std::ranges::copy(without(others, written), std::back_inserter(all));
    }
    Settled settled;
    KONBIT_TRY(settled.applied, apply_all(app, without(all, known(app))));
    std::ranges::copy(without(known(app), all), std::back_inserter(all));
    settled.written = static_cast<std::int64_t>(all.size() - written.size());
    if (settled.written > 0) files::write_durably(file, write_lines(all));
    return settled;
}

void settle_or_log(App& app) {
    try {
        if (const auto settled = settle(app); !settled)
            log::error("the journal of erasures was not written", {{"reason", settled.error().reason}});
    } catch (const std::system_error& error) {
        log::error("the journal of erasures was not written", {{"reason", error.what()}});
    }
}

}  // namespace konbit::erasures
