// SPDX-License-Identifier: Apache-2.0
#include "features/informants/informant_store.hpp"

#include "features/answers/answering.hpp"
#include "features/cockpit/cockpit_store.hpp"
#include "features/networks/network_service.hpp"
#include "features/networks/network_store.hpp"
#include "features/reminders/reminder_store.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::informants {
namespace {

using enum QuestionKey;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Informants : public testing::SurveyTest {
  protected:
    /// Somebody with a role in the member at that place of the roster.
    PersonId person(int member, std::string_view name, bool is_primary = false) {
        const auto id = new_id<PersonId>();
        db().write([&](db::Session& session) {
            session.change(R"(
                INSERT INTO people (id, name, email, language, consent, version, created_at, updated_at, sort_key,
                                    name_folded)
                VALUES ($1, $2, $3, 'fr', 'not_asked', 1, 0, 0, $2, $2))",
                           id, name, fmt::format("{}@people.example", name));
            session.change(R"(
                INSERT INTO contact_roles (id, person_id, organization_id, cluster_id, role, is_primary, version)
                SELECT $1, $2, m.organization_id, m.cluster_id, 'manager', $4, 1
                FROM memberships m WHERE m.label = $3)",
                           new_id<ContactRoleId>(), id, fmt::format("Member {}", member), is_primary);
        });
        return id;
    }
    Result<RosterEntry> try_choose(const Wave& wave, int member, std::vector<PersonId> people) {
        const auto id = members(wave).at(static_cast<std::size_t>(member)).id;
        return db().write([&](db::Session& session) {
            return choose(session, facilitator(wave), id, {std::move(people)});
        });
    }
    RosterEntry entry(const Wave& wave, int member) {
        const auto asked =
            db().read([&](db::Session& session) { return find_asked(session, facilitator(wave)); });
        return asked->members.at(static_cast<std::size_t>(member));
    }
    Wave asking(Asks asks) {
        Wave draft = make_draft();
        draft.asks = asks;
        return write([&](db::Session& session) -> Result<Wave> {
            KONBIT_TRY(Wave written, surveys::update(session, draft, facilitator(draft)));
            KONBIT_CHECK(surveys::refresh_roster(session, draft.id, utc_date(clock().now())));
            return written;
        });
    }
    void takes_part(int member, bool participates) {
        db().write([&](db::Session& session) {
            session.change("UPDATE memberships SET participates_in_programme = $2 WHERE label = $1",
                           fmt::format("Member {}", member), participates);
        });
    }
    std::vector<std::string> names(const RosterEntry& entry) {
        std::vector<std::string> names;
        for (const auto& each : entry.informants) names.push_back(each.name.value_or(""));
        return names;
    }
    static std::string reason_of(const auto& result) { return result ? "" : result.error().reason; }
    /// Ticks these members at "know" and goes on.
    void knows(const Wave& wave, const RespondentId& who, const std::vector<int>& others) {
        const Respondent by = System::respondent(who, wave.id);
        write([&](db::Session& session) {
            return answers::save_consent(session, by, {Consent::facilitator, wave.consent_version, "en"},
                                         clock().now());
        });
        for (const int other : others)
            EXPECT_TRUE(try_tap(wave, by, know, other, {.value = 1, .device = "phone", .sequence = other}));
        const auto id = question(wave, know).id;
        write([&](db::Session& session) {
            return answers::save_row(session, by, id, {.values = {}, .device = "phone", .sequence = 9},
                                     clock().now());
        });
    }
    const networks::QuestionReport& known(const networks::NetworkReport& report) {
        return report.questions.front();
    }
};
KONBIT_ON_BOTH_DATABASES(Informants);

TEST_P(Informants, AsksTheContactUnlessPeopleAreChosen) {
    const Wave wave = make_draft();
    EXPECT_THAT(entry(wave, 0).informants, SizeIs(1));
    EXPECT_FALSE(entry(wave, 0).informants[0].person_id);
}

TEST_P(Informants, GivesEachPersonALinkAndTheContactKeepsTheOldOne) {
    const PersonId clerk = person(0, "clerk", true), owner = person(0, "owner");
    const Wave wave = make_draft();
    const auto before = link(wave, 0).respondent_id;
    const auto chosen = try_choose(wave, 0, {clerk, owner});
    ASSERT_TRUE(chosen);
    EXPECT_THAT(names(*chosen), ElementsAre("clerk", "owner"));
    EXPECT_EQ(chosen->informants[0].respondent_id, before);
    const auto second = link(wave, 1);
    EXPECT_EQ(second.contact_email, "owner@people.example");
    EXPECT_EQ(second.informants, 2);
    EXPECT_EQ(second.language, "fr");
    ASSERT_TRUE(try_choose(wave, 0, {}));
    EXPECT_THAT(entry(wave, 0).informants, SizeIs(1));
    EXPECT_EQ(link(wave, 0).respondent_id, before);
}

// A link opens what its person said: it is sent to nobody else of the member.
TEST_P(Informants, AreRemindedEachByTheOwnAddress) {
    const PersonId clerk = person(0, "clerk", true), owner = person(0, "owner");
    const Wave wave = make_draft();
    ASSERT_TRUE(try_choose(wave, 0, {clerk, owner}));
    std::vector<std::string> addresses;
    for (const auto& each :
         db().read([&](db::Session& session) { return reminders::list_asked(session, facilitator(wave)); }))
        if (each.wave_member_id == members(wave)[0].id) addresses.push_back(each.email.value_or(""));
    EXPECT_THAT(addresses, ::testing::UnorderedElementsAre("clerk@people.example", "owner@people.example"));
}

// What the owner said is shown to nobody else of the member, though nobody is left to send the link to.
TEST_P(Informants, OfferNoLinkToWhatAnErasedPersonSaid) {
    const PersonId clerk = person(0, "clerk", true), owner = person(0, "owner");
    const Wave wave = make_open_wave();
    ASSERT_TRUE(try_choose(wave, 0, {clerk, owner}));
    const auto said_by_owner = entry(wave, 0).informants[1].respondent_id;
    knows(wave, said_by_owner, {1, 2});
    db().write([&](db::Session& session) { forget(session, owner); });
    std::vector<RespondentId> offered;
    for (const auto& each :
         db().read([&](db::Session& session) { return links::list_links(session, facilitator(wave)); }))
        offered.push_back(each.respondent_id);
    EXPECT_THAT(offered, SizeIs(4)) << "one for each member";
    EXPECT_THAT(offered, ::testing::Not(::testing::Contains(said_by_owner)));
}

TEST_P(Informants, TakesOnlyPeopleOfTheMember) {
    const PersonId elsewhere = person(1, "elsewhere");
    const Wave wave = make_draft();
    const auto refused = try_choose(wave, 0, {elsewhere});
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().fields, ElementsAre(FieldError{"/people/0", "unknown"}));
}

TEST_P(Informants, KeepsWhoeverHasOpenedTheLink) {
    const PersonId owner = person(0, "owner");
    const Wave wave = make_open_wave();
    respondent(wave, 0);
    EXPECT_EQ(reason_of(try_choose(wave, 0, {owner})), "informant_answering");
    const Wave closed = move(wave, surveys::WaveEvent::closed);
    EXPECT_EQ(reason_of(try_choose(closed, 1, {})), "wave_closed");
}

// Of the two who answer for member 0 one knows 1 and 2, the other 1 and 3.
TEST_P(Informants, JoinsWhatTheySaidAndCountsTheMemberOnce) {
    const PersonId clerk = person(0, "clerk", true), owner = person(0, "owner");
    const Wave wave = make_open_wave();
    const auto both = try_choose(wave, 0, {clerk, owner}).value().informants;
    knows(wave, both[0].respondent_id, {1, 2});
    knows(wave, both[1].respondent_id, {1, 3});
    const auto report = networks::report_of(app(), System::analyst(cluster_, wave.id)).value();
    EXPECT_EQ(report->map.ties.size(), 3u);
    EXPECT_EQ(known(*report).observed_rows, 1);
    EXPECT_EQ(known(*report).agreement->reason, "few_members");
    EXPECT_EQ(report->response.asked, 4);
    EXPECT_EQ(report->response.answered, 1);
    db().write([&](db::Session& session) {
        session.change("UPDATE waves SET informant_rule = 'all' WHERE id = $1", wave.id);
    });
    EXPECT_EQ(networks::report_of(app(), System::analyst(cluster_, wave.id)).value()->map.ties.size(), 1u);
}

TEST_P(Informants, JoinsSealedRowsInTotalsOnly) {
    const PersonId clerk = person(0, "clerk", true), owner = person(0, "owner");
    const Wave wave = make_open_wave();
    const auto both = try_choose(wave, 0, {clerk, owner}).value().informants;
    const auto roster = members(wave);
    for (std::size_t i = 0; i < 2; ++i) {
        knows(wave, both[i].respondent_id, {1, 2});
        ASSERT_TRUE(answers::save_whole_row(
            app(), System::respondent(both[i].respondent_id, wave.id), question(wave, sensitive).id,
            {.values = {{roster[i + 1].id, 1}}, .device = "phone", .sequence = 20}));
    }
    auto stored = db().read(
        [&](db::Session& session) { return networks::load(session, System::analyst(cluster_, wave.id)); });
    const auto wave_keys = sealed::read_wave_keys(app().keys, wave.id).value();
    const auto data = networks::unsealed(*std::move(stored), wave_keys).value();
    EXPECT_THAT(data.find(sensitive)->ties, ElementsAre(networks::Tie{0, 1, 1}, networks::Tie{0, 2, 1}));
    EXPECT_FALSE(data.find(sensitive)->is_named[0]);
    EXPECT_FALSE(data.find(sensitive)->agreement);
}

TEST_P(Informants, AsksParticipantsOnlyAndListsTheOthers) {
    takes_part(0, true);
    takes_part(1, false);
    const Wave wave = asking(Asks::participants);
    EXPECT_THAT(entry(wave, 0).informants, SizeIs(1));
    for (const int other : {1, 2, 3}) EXPECT_THAT(entry(wave, other).informants, IsEmpty());
    EXPECT_EQ(reason_of(try_choose(wave, 1, {})), "not_asked");
    const auto detail =
        db().read([&](db::Session& session) { return surveys::find_detail(session, facilitator(wave)); });
    EXPECT_EQ(detail->asked, 1);
    EXPECT_THAT(entry(asking(Asks::non_participants), 1).informants, SizeIs(1));
}

TEST_P(Informants, OpensNoWaveThatAsksNobody) {
    const Wave wave = asking(Asks::participants);
    const auto opened = db().write([&](db::Session& session) {
        return surveys::open_wave(session, facilitator(wave), instrument(true), clock().now());
    });
    EXPECT_EQ(reason_of(opened), "nobody_asked");
}

TEST_P(Informants, ForgetsWhoIsErased) {
    const PersonId clerk = person(0, "clerk", true), owner = person(0, "owner"), other = person(1, "other");
    const Wave wave = make_open_wave();
    ASSERT_TRUE(try_choose(wave, 0, {clerk, owner}));
    ASSERT_TRUE(try_choose(wave, 1, {other}));
    db().write([&](db::Session& session) { forget(session, owner), forget(session, other); });
    EXPECT_THAT(names(entry(wave, 0)), ElementsAre("clerk"));
    EXPECT_THAT(names(entry(wave, 1)), ElementsAre("")) << "the link is for the member, and is a new one";
    EXPECT_EQ(link(wave, 1).link_version, 2);
}

}  // namespace
}  // namespace konbit::informants
