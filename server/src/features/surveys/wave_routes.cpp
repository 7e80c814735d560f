// SPDX-License-Identifier: Apache-2.0
#include "features/surveys/wave_routes.hpp"

#include "db/database.hpp"
#include "features/externals/external_store.hpp"
#include "features/permission/policies.hpp"
#include "features/sealed/wave_keys.hpp"
#include "features/surveys/pilot_store.hpp"
#include "features/surveys/roster_store.hpp"
#include "features/surveys/wave_store.hpp"

#include <array>

namespace konbit::surveys {

namespace {

Result<Page<WaveSummary>> list(App& app, ClusterId, const Facilitator& by) {
    return app.database.read([&](db::Session& db) { return Page<WaveSummary>{list_waves(db, by), {}, {}}; });
}

struct NewWave : Wave {
    std::optional<WaveId> same_questions_as;  ///< A wave of this cluster; empty: the five standard questions.

    static constexpr auto fields() {
        return std::tuple_cat(Wave::fields(),
                              std::tuple{field("same_questions_as", &NewWave::same_questions_as)});
    }
};

Result<http::Created<Wave>> add(App& app, ClusterId, const Facilitator& by, Create<NewWave> draft) {
    const Instant now = app.clock.now();
    const auto like = draft.same_questions_as;
    KONBIT_TRY(const Wave valid, checked(std::move(draft), now));
    const auto wordings = prepare_instrument(app.texts, valid.is_baseline);
    KONBIT_TRY(Wave wave, app.database.write([&](db::Session& db) -> Result<Wave> {
        KONBIT_TRY(const Wave made, insert(db, valid, by, wordings, now));
        if (like) KONBIT_CHECK(copy_instrument(db, made, *like, wordings, now));
        if (like) externals::copy(db, made.id, *like);
        return made;
    }));
    return http::Created<Wave>{std::move(wave), {}};
}

Result<WaveDetail> show(App& app, WaveId, const WaveFacilitator& by) {
    return app.database.read([&](db::Session& db) { return find_detail(db, by); });
}

Result<Wave> change(App& app, WaveId, const WaveFacilitator& by, Patch<Wave> patch) {
    const Instant now = app.clock.now();
    const std::array wordings{prepare_instrument(app.texts, false), prepare_instrument(app.texts, true)};
    return app.database.write([&](db::Session& db) -> Result<Wave> {
        KONBIT_TRY(const Wave stored, find(db, by));
        KONBIT_TRY(Wave wanted, patch.onto(stored));
        KONBIT_CHECK(check_change(stored, wanted));
        const bool same_end = stored.closes_at == wanted.closes_at;
        KONBIT_TRY(const Wave valid, checked(std::move(wanted), same_end ? Instant{} : now));
        if (valid.is_baseline != stored.is_baseline)
            refresh_wordings(db, valid, wordings[valid.is_baseline], now);
        KONBIT_TRY(const Wave written, update(db, valid, by));
        if (written.asks != stored.asks) {
            forget_choices(db, written.id);
            KONBIT_CHECK(refresh_roster(db, written.id, utc_date(now)));
        }
        return written;
    });
}

std::vector<Wave> pilots_of(App& app, const WaveId& wave) {
    return app.database.read([&](db::Session& db) { return list_pilots(db, wave); });
}

/// Of waves that are gone: what was sealed is gone in every backup, too.
void destroy_keys(App& app, const std::vector<Wave>& waves) {
    for (const auto& wave : waves) sealed::destroy_wave_key(app.keys, wave.id);
}

Result<http::NoContent> take_out(App& app, WaveId id, const WaveFacilitator& by, http::IfMatch seen) {
    const Instant now = app.clock.now();
    const auto pilots = pilots_of(app, id);
    KONBIT_CHECK(app.database.write([&](db::Session& db) -> Result<void> {
        KONBIT_TRY(const Wave stored, find(db, by));
        KONBIT_CHECK(seen.check(stored.version));
        return remove(db, stored, by, now);
    }));
    destroy_keys(app, pilots);
    sealed::destroy_wave_key(app.keys, id);
    return http::NoContent{};
}

Result<Wave> open(App& app, WaveId id, const WaveFacilitator& by) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const Wave draft, app.database.read([&](db::Session& db) { return find(db, by); }));
    const auto wordings = prepare_instrument(app.texts, draft.is_baseline);
    // The key is on disk before the first answer can be sealed with it.
    KONBIT_CHECK(sealed::make_wave_key(app.keys, id));
    const auto pilots = pilots_of(app, id);
    KONBIT_TRY(Wave opened,
               app.database.write([&](db::Session& db) { return open_wave(db, by, wordings, now); }));
    destroy_keys(app, pilots);
    return opened;
}

Result<http::Created<Wave>> try_out(App& app, WaveId, const WaveFacilitator& by, Create<Pilot> wanted) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const Pilot pilot, checked(std::move(wanted)));
    KONBIT_TRY(const Wave draft, app.database.read([&](db::Session& db) { return find(db, by); }));
    const auto wordings = prepare_instrument(app.texts, draft.is_baseline);
    const auto id = new_id<WaveId>();
    KONBIT_CHECK(sealed::make_wave_key(app.keys, id));
    auto made =
        app.database.write([&](db::Session& db) { return insert_pilot(db, by, id, pilot, wordings, now); });
    if (made) return http::Created<Wave>{*std::move(made), {}};
    sealed::destroy_wave_key(app.keys, id);
    return std::unexpected(made.error());
}

template <WaveEvent event>
Result<Wave> move(App& app, WaveId, const WaveFacilitator& by) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) { return move_wave(db, by, event, now); });
}

}  // namespace

}  // namespace konbit::surveys

namespace konbit {

std::span<const http::Route<App>> wave_routes() {
    using namespace surveys;
    using http::route;
    static const std::array all{
        route(http::get, "/api/clusters/{cluster_id}/waves", "The waves of a cluster with their response",
              may_facilitate, list),
        route(http::post, "/api/clusters/{cluster_id}/waves", "Makes a draft wave of the present members",
              may_facilitate, add),
        route(http::get, "/api/waves/{id}", "A wave with its questions and its roster", may_facilitate_wave,
              show),
        route(http::patch, "/api/waves/{id}", "Changes the fields present in the body", may_facilitate_wave,
              change),
        route(http::remove, "/api/waves/{id}", "Deletes a wave that nobody has begun to answer",
              may_facilitate_wave, take_out),
        route(http::post, "/api/waves/{id}/open", "Opens a draft: links work from now on",
              may_facilitate_wave, open),
        route(http::post, "/api/waves/{id}/pilot",
              "Asks a few members of a draft; their answers count nowhere", may_facilitate_wave, try_out),
        route(http::post, "/api/waves/{id}/close", "Ends answering", may_facilitate_wave,
              move<WaveEvent::closed>),
        route(http::post, "/api/waves/{id}/reopen", "Opens a closed wave again, as a new revision",
              may_facilitate_wave, move<WaveEvent::reopened>),
        route(http::post, "/api/waves/{id}/publish", "Shows the results of a frozen wave to the members",
              may_facilitate_wave, move<WaveEvent::published>),
    };
    return all;
}

}  // namespace konbit
