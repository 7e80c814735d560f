// SPDX-License-Identifier: Apache-2.0
#include "features/networks/network_service.hpp"
#include "features/own_network/contact_store.hpp"
#include "features/own_network/ideas.hpp"
#include "features/own_network/reply.hpp"
#include "features/rights/unlisting.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::own_network {
namespace {

using enum QuestionKey;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Members 0 and 2 are makers, 1 and 3 growers. 0 knows 1 and 2; 1 knows 0 and 2; 2 knows 0.
class OwnNetworks : public testing::SurveyTest {
  protected:
    void SetUp() override {
        SurveyTest::SetUp();
        wave_ = make_open_wave(false);
        for (int i = 0; i < 3; ++i) by_.push_back(respondent(wave_, i));
        for (const auto& [from, to] : {std::pair(0, 1), {0, 2}, {1, 0}, {1, 2}, {2, 0}})
            tap(from, know, to, 1);
        for (const auto& by : by_)
            write([&](db::Session& session) {
                return answers::finish(session, by, "RECEIPT1", clock().now());
            });
    }

    void tap(int from, QuestionKey key, int to, std::optional<int> value) {
        ASSERT_TRUE(try_tap(wave_, by_[from], key, to, {value, "phone", ++sequence_, false}));
    }
    void close() { wave_ = move(wave_, surveys::WaveEvent::closed); }
    void share(std::initializer_list<int> who) {
        for (const int each : who)
            EXPECT_TRUE(
                db().write([&](db::Session& session) { return set_shared(session, by_[each], true); }));
    }
    std::vector<OwnContact> contacts(int of) {
        return db().read([&](db::Session& session) { return list_contacts(session, by_[of]); });
    }
    /// Labels of those who are shown to have named that member.
    std::vector<std::string> naming(int member) {
        std::vector<std::string> labels;
        for (const auto& contact : contacts(member))
            if (!contact.names_me.empty()) labels.push_back(contact.label);
        return labels;
    }
    std::vector<Idea> ideas(int of) {
        return db().read([&](db::Session& session) {
            return find_ideas(session, by_[of], list_contacts(session, by_[of]),
                              {0, utc_date(clock().now())});
        });
    }
    Result<void> try_correct(int from, QuestionKey key, int to, std::optional<int> value) {
        return correct(app(), by_[from], question(wave_, key).id, members(wave_)[to].id,
                       {value, "phone", ++sequence_, false});
    }
    Result<void> try_dispute(int by, QuestionKey key, int namer) {
        return db().write([&](db::Session& session) {
            return dispute(session, by_[by], question_id(key), members_[namer], clock().now());
        });
    }
    QuestionId question_id(QuestionKey key) { return ids_.at(key); }
    void note_ids() {
        for (const auto& member : members(wave_)) members_.push_back(member.id);
        for (const auto key : {know, communicate, sensitive}) ids_[key] = question(wave_, key).id;
    }
    networks::MapTie tie(int from, int to) {
        const auto report = networks::report_of(app(), System::analyst(cluster_, wave_.id)).value();
        for (const auto& each : report->map.ties)
            if (each.question == know && each.from == members_[from] && each.to == members_[to]) return each;
        throw std::out_of_range("tie");
    }
    ReplyProgress progress() {
        return *db().read(
            [&](db::Session& session) { return find_reply_progress(session, facilitator(wave_), wave_); });
    }
    std::int64_t count(const std::string& table) {
        return db().read([&](db::Session& session) {
            return session.value<std::int64_t>("SELECT count(*) FROM " + table);
        });
    }
    static std::string reason_of(const Result<void>& result) { return result ? "" : result.error().reason; }

    Wave wave_;
    std::vector<Respondent> by_;
    std::vector<WaveMemberId> members_;
    std::map<QuestionKey, QuestionId> ids_;
    std::int64_t sequence_ = 0;
};
KONBIT_ON_BOTH_DATABASES(OwnNetworks);

TEST_P(OwnNetworks, HoldOnlyOwnAnswersWhileTheWaveIsOpen) {
    share({0, 1, 2});
    ASSERT_EQ(contacts(0).size(), 2);
    EXPECT_THAT(contacts(0)[0].named, ElementsAre(know));
    EXPECT_THAT(naming(0), IsEmpty());
}

TEST_P(OwnNetworks, ShowWhoNamedOneOnlyWhereBothShare) {
    share({0});
    close();
    EXPECT_THAT(naming(0), IsEmpty()) << "1 does not share";
    share({1});
    EXPECT_THAT(naming(0), ElementsAre("Member 1"));
    EXPECT_THAT(naming(1), ElementsAre("Member 0"));
    EXPECT_TRUE(db().write([&](db::Session& session) { return set_shared(session, by_[1], false); }));
    EXPECT_THAT(naming(0), IsEmpty());
}

// The text on who sees what says for what each question is asked: what is not for members is not shown to
// them.
TEST_P(OwnNetworks, ShowNobodyWhoNamedThemInAQuestionThatIsNotForMembers) {
    share({0, 1});
    close();
    db().write([&](db::Session& session) {
        session.change("UPDATE wave_questions SET purposes = '[\"facilitator\",\"evaluation\"]'");
    });
    EXPECT_THAT(naming(0), IsEmpty());
}

TEST_P(OwnNetworks, NeverShowFirmsOfOneLineOfBusinessWhoNamedThem) {
    share({0, 2});
    close();
    EXPECT_THAT(naming(2), IsEmpty()) << "0 and 2 are both makers";
}

TEST_P(OwnNetworks, TellNothingOfWhoTookItsAnswersBack) {
    share({0, 1});
    write([&](db::Session& session) -> Result<bool> {
        KONBIT_CHECK(answers::decline(session, by_[1], clock().now()));
        return true;
    });
    close();
    EXPECT_THAT(naming(0), IsEmpty());
    EXPECT_FALSE(db().write([&](db::Session& session) { return set_shared(session, by_[1], true); }))
        << "who takes no part consents to nothing";
}

TEST_P(OwnNetworks, ProposeNobodyWhomOneKnows) {
    for (const auto& idea : ideas(0)) EXPECT_EQ(idea.label, "Member 3");
}

// 0 and 2 take each other back; 1, a grower whom 0 knows, knows 2. But 0 and 2 are both makers, so nobody
// introduces them. Once 2 carries goods instead, it may be met.
TEST_P(OwnNetworks, IntroduceThroughASharedContactButNotFirmsThatMayCompete) {
    tap(0, know, 2, std::nullopt);
    tap(2, know, 0, std::nullopt);
    share({0, 1, 2});
    close();
    const auto is_introduction = [](const Idea& idea) { return idea.kind == IdeaKind::introduction; };
    EXPECT_TRUE(std::ranges::none_of(ideas(0), is_introduction));
    db().write([&](db::Session& session) {
        session.change("UPDATE wave_members SET subsector = 'Carriers' WHERE label = 'Member 2'");
    });
    const auto found = ideas(0);
    const auto idea = std::ranges::find_if(found, is_introduction);
    ASSERT_NE(idea, found.end());
    EXPECT_EQ(std::pair(idea->label, idea->through.value_or("")),
              std::pair(std::string("Member 2"), std::string("Member 1")));
}

TEST_P(OwnNetworks, MatchAnOfferToANeed) {
    db().write([&](db::Session& session) {
        session.change(
            R"(UPDATE organizations SET needs = '[{"kind":"service","text":{"en":"Organic certification"},"until":null}]' WHERE slug = 'member-0')");
        session.change(
            R"(UPDATE organizations SET offers = '[{"kind":"service","text":{"en":"Help with certification"},"until":null}]' WHERE slug = 'member-3')");
    });
    const auto found = ideas(0);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].kind, IdeaKind::offer);
    EXPECT_EQ(found[0].label, "Member 3");
    EXPECT_EQ(found[0].offer.in("en"), "Help with certification");
}

TEST_P(OwnNetworks, AreCorrectedAfterClosingForTenDaysAndKeepWhatStoodThere) {
    EXPECT_EQ(reason_of(try_correct(0, know, 3, 1)), "wave_not_closed");
    close();
    ASSERT_TRUE(try_correct(0, know, 1, std::nullopt));
    EXPECT_FALSE(stored_value(wave_, by_[0], know, 1));
    const auto kept = db().read([&](db::Session& session) { return list_corrections(session, by_[0], ""); });
    ASSERT_EQ(kept.size(), 1);
    EXPECT_EQ(std::pair(kept[0].former_value, kept[0].value),
              std::pair(std::optional(1), std::optional<int>()));
    EXPECT_EQ(reason_of(try_correct(0, sensitive, 1, 1)), "row_not_answered");
    clock().advance(surveys::days_of_reply * day_ms);
    EXPECT_EQ(reason_of(try_correct(0, know, 1, 1)), "reply_over");
}

TEST_P(OwnNetworks, StayAnsweredWhenTheLastNameGoes) {
    close();
    ASSERT_TRUE(try_correct(2, know, 0, std::nullopt));
    EXPECT_EQ(row_state(wave_, by_[2], know), RowState::answered_empty);
    ASSERT_TRUE(try_correct(2, know, 0, 1));
    EXPECT_EQ(row_state(wave_, by_[2], know), RowState::answered);
}

TEST_P(OwnNetworks, AreDisputedWithoutAnythingBeingRemoved) {
    note_ids();
    EXPECT_EQ(reason_of(try_dispute(2, know, 1)), "wave_not_closed");
    close();
    EXPECT_EQ(reason_of(try_dispute(2, know, 0)), "named_too");
    EXPECT_EQ(reason_of(try_dispute(2, communicate, 1)), "question")
        << "limited questions are not read by name here";
    ASSERT_TRUE(try_dispute(2, know, 1));
    ASSERT_TRUE(try_dispute(2, know, 3)) << "nobody is told whether there is such a tie";
    EXPECT_TRUE(tie(1, 2).is_disputed);
    EXPECT_FALSE(tie(1, 0).is_disputed);
    EXPECT_EQ(progress().answered, 3);
    EXPECT_EQ(progress().replied, 1);
    EXPECT_EQ(progress().disputed, 1) << "3 said nothing";
    ASSERT_TRUE(db().write([&](db::Session& session) {
        return withdraw_dispute(session, by_[2], question_id(know), members_[1], clock().now());
    }));
    EXPECT_FALSE(tie(1, 2).is_disputed);
}

// Who disputes a tie and who objects to being listed know nothing of each other.
TEST_P(OwnNetworks, AreReadAlsoWhenTheDisputedMemberObjectsToBeingListed) {
    note_ids();
    close();
    ASSERT_TRUE(try_dispute(2, know, 1));
    db().write([&](db::Session& session) { rights::take_off_roster(session, members_[1]); });
    const auto report = networks::report_of(app(), System::analyst(cluster_, wave_.id));
    ASSERT_TRUE(report);
    for (const auto& node : (*report)->map.nodes) EXPECT_NE(node.id, members_[1]);
    EXPECT_FALSE(try_dispute(2, know, 1)) << "nobody who is off the roster can be objected to";
}

TEST_P(OwnNetworks, AreForgottenWithTheirRespondent) {
    note_ids();
    close();
    share({2});
    ASSERT_TRUE(try_dispute(2, know, 1));
    ASSERT_TRUE(try_correct(2, know, 0, std::nullopt));
    db().write([&](db::Session& session) { forget(session, by_[2].respondent()); });
    for (const char* table : {"replies", "answer_corrections", "disputed_ties"})
        EXPECT_EQ(count(table), 0) << table;
}

}  // namespace
}  // namespace konbit::own_network
