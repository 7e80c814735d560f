// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/answers/answer_store.hpp"
#include "features/answers/participation.hpp"
#include "features/links/link_store.hpp"
#include "features/sealed/wave_keys.hpp"
#include "features/surveys/design_store.hpp"
#include "features/surveys/roster_store.hpp"
#include "features/surveys/wave_store.hpp"
#include "features/testing/test_app.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::testing {

/// A cluster of four members, "Member 0" to "Member 3", that a wave can be made of.
class SurveyTest : public AppTest {
  protected:
    void SetUp() override {
        insert_cluster();
        for (int i = 0; i < 4; ++i) insert_member(i);
    }

    template <class Work>
    auto write(Work&& work) {
        auto outcome = db().write(work);
        EXPECT_TRUE(outcome) << (outcome ? "" : outcome.error().reason);
        if constexpr (!std::is_void_v<typename decltype(outcome)::value_type>) return outcome.value();
    }

    Facilitator facilitator() const { return System::facilitator(cluster_); }
    WaveFacilitator facilitator(const Wave& wave) const {
        return System::wave_facilitator(cluster_, wave.id);
    }

    Wave make_draft(bool is_baseline = true) {
        Wave wave;
        wave.title = "Baseline";
        wave.is_baseline = is_baseline;
        wave.languages = {"en", "es", "fr"};
        return write([&](db::Session& db) {
            return surveys::insert(db, wave, facilitator(), instrument(is_baseline), clock().now());
        });
    }

    Wave make_open_wave(bool is_baseline = true) {
        const Wave draft = make_draft(is_baseline);
        EXPECT_TRUE(sealed::make_wave_key(app().keys, draft.id));
        return write([&](db::Session& db) {
            return surveys::open_wave(db, facilitator(draft), instrument(is_baseline), clock().now());
        });
    }

    Wave move(const Wave& wave, surveys::WaveEvent event) {
        return write(
            [&](db::Session& db) { return surveys::move_wave(db, facilitator(wave), event, clock().now()); });
    }

    std::vector<WaveMember> members(const Wave& wave) {
        return db().read([&](db::Session& session) { return surveys::list_members(session, wave.id); });
    }

    Question question(const Wave& wave, QuestionKey key) {
        const auto all =
            db().read([&](db::Session& session) { return surveys::list_questions(session, wave.id); });
        return *std::ranges::find(all, key, &Question::key);
    }

    /// The wave once it asks what `change` makes of its design.
    template <class Change>
    Result<Wave> try_redesign(const Wave& wave, Change change) {
        const auto standard = instrument(wave.is_baseline);
        const auto design =
            db().read([&](db::Session& session) { return surveys::find_design(session, wave); });
        KONBIT_TRY(const auto wanted, surveys::checked(change(design), wave.languages));
        const auto prepared = surveys::prepare(wanted, standard);
        return db().write([&](db::Session& session) -> Result<Wave> {
            KONBIT_TRY(const Wave stored, surveys::find(session, facilitator(wave)));
            return surveys::redesign(session, facilitator(wave), stored, wanted, prepared, clock().now());
        });
    }

    links::LinkRow link(const Wave& wave, int place) {
        auto rows =
            db().read([&](db::Session& session) { return links::list_links(session, facilitator(wave)); });
        links::add_urls(rows, app().keys.derive(links::link_purpose), app().config.base_url);
        return rows.at(static_cast<std::size_t>(place));
    }

    /// Somebody who opened the link and agreed.
    Respondent respondent(const Wave& wave, int place, Consent consent = Consent::facilitator) {
        const Respondent by = System::respondent(link(wave, place).respondent_id, wave.id);
        write([&](db::Session& session) {
            return answers::save_consent(session, by, {consent, wave.consent_version, "en"}, clock().now());
        });
        return by;
    }

    Result<void> try_tap(const Wave& wave, const Respondent& by, QuestionKey key, int alter,
                         answers::Tap tap) {
        const auto id = question(wave, key).id;
        const auto to = members(wave).at(static_cast<std::size_t>(alter)).id;
        return db().write(
            [&](db::Session& session) { return answers::save_tap(session, by, id, to, tap, clock().now()); });
    }

    /// The value that is stored, or nothing.
    std::optional<int> stored_value(const Wave& wave, const Respondent& by, QuestionKey key, int alter) {
        const auto id = question(wave, key).id;
        const auto to = members(wave).at(static_cast<std::size_t>(alter)).id;
        return db().read([&](db::Session& session) {
            return session
                .value<std::optional<std::optional<int>>>(
                    "SELECT value FROM answers WHERE respondent_id = $1 AND question_id = $2 AND alter_id = "
                    "$3",
                    by.respondent(), id, to)
                .value_or(std::nullopt);
        });
    }

    std::optional<RowState> row_state(const Wave& wave, const Respondent& by, QuestionKey key) {
        const auto id = question(wave, key).id;
        return db().read([&](db::Session& session) {
            return session.value<std::optional<RowState>>(
                "SELECT state FROM row_states WHERE respondent_id = $1 AND question_id = $2", by.respondent(),
                id);
        });
    }

    surveys::PreparedInstrument instrument(bool is_baseline) {
        return surveys::prepare_instrument(app().texts, is_baseline);
    }

    void insert_member(int number) {
        const auto organization = new_id<OrganizationId>();
        db().write([&](db::Session& session) {
            session.change(R"(
                INSERT INTO organizations (id, slug, name, kind, country_code, description, visibility, publication,
                                           claim, is_demo, version, created_at, updated_at, sort_key, name_folded)
                VALUES ($1, $2, $2, 'firm', 'GD', '{}', 'public', 'published', 'unclaimed', FALSE, 1, 0, 0, $2, $2))",
                           organization, fmt::format("member-{}", number));
            session.change(R"(
                INSERT INTO memberships (id, cluster_id, organization_id, label, subsector, country_code, contact_email,
                                         language, is_facilitator, version, sort_key)
                VALUES ($1, $2, $3, $4, $5, 'GD', $6, 'es', FALSE, 1, $4))",
                           new_id<MembershipId>(), cluster_, organization, fmt::format("Member {}", number),
                           number % 2 == 0 ? "Makers" : "Growers", fmt::format("m{}@konbit.example", number));
        });
    }

    ClusterId cluster_ = new_id<ClusterId>();

  private:
    void insert_cluster() {
        db().write([&](db::Session& session) {
            session.change(R"(
                INSERT INTO countries (code, alpha3, numeric_code, currency, time_zone, dial_code, languages, groups,
                                       latitude, longitude, fiscal_year_start_month)
                VALUES ('GD', 'GRD', '308', 'XCD', 'America/Grenada', '1-473', '[]', '[]', 12.1, -61.7, 1))");
            session.change(R"(
                INSERT INTO clusters (id, slug, name, country_code, countries, objectives, stage, tier, description,
                                      visibility, publication, claim, is_demo, version, created_at, updated_at,
                                      sort_key)
                VALUES ($1, 'windward', 'Windward', 'GD', '[]', '[]', 's2', 'listed', '{}', 'public', 'published',
                        'unclaimed', FALSE, 1, 0, 0, 'windward'))",
                           cluster_);
        });
    }
};

}  // namespace konbit::testing
