// SPDX-License-Identifier: Apache-2.0
#include "features/answers/answering.hpp"
#include "features/informants/informant_store.hpp"
#include "features/networks/freezing.hpp"
#include "features/networks/network_service.hpp"
#include "features/rights/rights_store.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gtest/gtest.h>

namespace konbit::rights {
namespace {

using enum QuestionKey;

/// Two people answer for the first member: one names the second member, the other the third. Then the results
/// are frozen.
class WithdrawalOfOneOfSeveral : public testing::SurveyTest {
  protected:
    void SetUp() override {
        SurveyTest::SetUp();
        wave_ = make_draft();
        const std::vector<PersonId> people{person("ana"), person("ben")};
        const auto first = members(wave_)[0].id;
        write([&](db::Session& session) {
            return informants::choose(session, facilitator(wave_), first, {people});
        });
        EXPECT_TRUE(sealed::make_wave_key(app().keys, wave_.id));
        const auto standard = instrument(true);
        wave_ = write([&](db::Session& session) {
            return surveys::open_wave(session, facilitator(wave_), standard, clock().now());
        });
        ana_ = answer(0, 1);
        ben_ = answer(1, 2);
        move(wave_, surveys::WaveEvent::closed);
        clock().advance(surveys::days_of_reply * day_ms);
        write([&](db::Session& session) {
            return networks::freeze_wave(session, facilitator(wave_), clock().now());
        });
    }

    void withdraw(const Respondent& by) {
        EXPECT_TRUE(
            db().write([&](db::Session& session) { return rights::withdraw(session, by, clock().now()); }));
    }
    std::string label() { return members(wave_).at(0).label; }
    /// Whom the first member names, by their places on the roster.
    std::vector<int> named() {
        const auto all = members(wave_);
        std::vector<int> places;
        for (const auto& tie : report()->map.ties)
            if (tie.from == all[0].id)
                places.push_back(
                    static_cast<int>(std::ranges::find(all, tie.to, &WaveMember::id) - all.begin()));
        return places;
    }
    std::int64_t people() {
        return db().read([&](db::Session& session) {
            return session.value<std::int64_t>(
                "SELECT count(*) FROM respondents WHERE wave_id = $1 AND person_id IS NOT NULL", wave_.id);
        });
    }

    Wave wave_;
    std::optional<Respondent> ana_, ben_;

  private:
    PersonId person(std::string_view name) {
        const auto id = new_id<PersonId>();
        db().write([&](db::Session& session) {
            session.change(R"(
                INSERT INTO people (id, name, email, language, consent, version, created_at, updated_at, sort_key,
                                    name_folded)
                VALUES ($1, $2, $3, 'fr', 'not_asked', 1, 0, 0, $2, $2))",
                           id, name, fmt::format("{}@people.example", name));
            session.change(R"(
                INSERT INTO contact_roles (id, person_id, organization_id, cluster_id, role, is_primary, version)
                SELECT $1, $2, m.organization_id, m.cluster_id, 'manager', FALSE, 1
                FROM memberships m WHERE m.label = 'Member 0')",
                           new_id<ContactRoleId>(), id);
        });
        return id;
    }
    Respondent answer(int place, int named) {
        const Respondent by = respondent(wave_, place);
        EXPECT_TRUE(try_tap(wave_, by, know, named, {1, "phone", 1, false}));
        write([&](db::Session& session) {
            return answers::finish(session, by, fmt::format("RECEIPT{}", place), clock().now());
        });
        return by;
    }
    std::shared_ptr<const networks::NetworkReport> report() {
        return networks::report_of(app(), System::analyst(cluster_, wave_.id)).value();
    }
};
KONBIT_ON_BOTH_DATABASES(WithdrawalOfOneOfSeveral);

TEST_P(WithdrawalOfOneOfSeveral, KeepsTheMemberAndWhatTheOtherSaid) {
    ASSERT_EQ(named(), (std::vector{1, 2}));
    withdraw(*ana_);
    EXPECT_EQ(label(), "Member 0");
    EXPECT_EQ(named(), std::vector{2});
    EXPECT_EQ(people(), 1) << "nothing tells any more that Ana was asked";
}

TEST_P(WithdrawalOfOneOfSeveral, TakesTheNameWithTheLastAnswers) {
    withdraw(*ana_);
    withdraw(*ben_);
    EXPECT_EQ(label(), "");
    EXPECT_TRUE(named().empty());
    EXPECT_EQ(people(), 0);
}

}  // namespace
}  // namespace konbit::rights
