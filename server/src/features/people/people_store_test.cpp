// SPDX-License-Identifier: Apache-2.0
#include "db/check_schema.hpp"
#include "features/clusters/cluster_rules.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/memberships/member_group.hpp"
#include "features/memberships/membership_store.hpp"
#include "features/memberships/saved_view.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/people/erased_contacts.hpp"
#include "features/people/erasure.hpp"
#include "features/people/invitation.hpp"
#include "features/people/membership_contact.hpp"
#include "features/people/person_store.hpp"
#include "features/reference/reference_loader.hpp"
#include "features/statements/statement.hpp"
#include "features/testing/test_app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

constexpr Instant today{1'792'454'400'000};  // 2026-10-20

class PeopleStore : public konbit::testing::AppTest {
  protected:
    PeopleStore() {
        EXPECT_TRUE(load_reference(db(), {.now = today}));
        cluster_ = start("Windward");
        member_ = enter("Spice Kitchen");
    }

    ClusterId start(const std::string& name) {
        Cluster cluster;
        cluster.name = name;
        cluster.country_code = "GD";
        return db()
            .write([&](db::Session& session) {
                return clusters::insert(session, checked(cluster).value(), System::directory_editor(), today);
            })
            .value()
            .id;
    }

    RosterMember enter(const std::string& name) {
        Organization organization;
        organization.name = name;
        organization.country_code = "GD";
        Membership membership;
        membership.contact_name = "Shanelle Joseph";
        membership.contact_email = "shanelle@m02.example";
        return db()
            .write([&](db::Session& session) -> Result<RosterMember> {
                KONBIT_TRY(const Organization made,
                           organizations::insert(session, checked(organization, 2026).value(),
                                                 System::directory_editor(), today));
                return memberships::insert(session, membership, made, by(), today);
            })
            .value();
    }

    RosterMember change(RosterMember member, Instant now = today) {
        return db()
            .write([&](db::Session& session) { return memberships::update(session, member, by(), now); })
            .value();
    }

    std::vector<PersonPage> people() {
        return db().read([&](db::Session& session) {
            return people::list(session, by(), {}, PageRequest{}).value().items;
        });
    }

    RosterMember stored() {
        return db().read(
            [&](db::Session& session) { return memberships::find(session, by(), member_.id).value(); });
    }

    Facilitator by() const { return System::facilitator(cluster_); }

    ClusterId cluster_;
    RosterMember member_;
};
KONBIT_ON_BOTH_DATABASES(PeopleStore);

TEST_P(PeopleStore, HasAColumnForEveryFieldAndAFieldForEveryColumn) {
    const std::array mappings{
        db::mapping<Person>("people"),
        db::mapping<ContactRole>("contact_roles"),
        db::mapping<PersonInvitation>("person_invitations"),
        db::mapping<Erasure>("erasures"),
        db::mapping<GroupRecord>("member_groups"),
        db::mapping<SavedView>("saved_views"),
        db::mapping<StatementEntry>("statement_entries"),
    };
    EXPECT_THAT(db().read([&](db::Session& session) { return db::check_schema(session, mappings); }),
                ::testing::IsEmpty());
}

TEST_P(PeopleStore, MakesAPersonOfTheContactOfARoster) {
    const auto all = people();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().name, "Shanelle Joseph");
    EXPECT_EQ(all.front().consent, ContactConsent::not_asked);
    ASSERT_EQ(all.front().roles.size(), 1U);
    EXPECT_TRUE(all.front().roles.front().is_primary);
}

TEST_P(PeopleStore, CorrectsThePersonWhenTheRosterIsCorrected) {
    RosterMember member = member_;
    member.contact_phone = "+1-473-555-0102";
    change(member);
    ASSERT_EQ(people().size(), 1U);
    EXPECT_EQ(people().front().phone, "+1-473-555-0102");
}

TEST_P(PeopleStore, TakesAnotherNameAndAddressForAnotherPerson) {
    RosterMember member = member_;
    member.contact_name = "Nerissa Baptiste";
    member.contact_email = "nerissa@m02.example";
    change(member);
    const auto all = people();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_TRUE(all[0].roles.front().is_primary) << "Nerissa comes first by name";
    EXPECT_EQ(all[1].roles.front().until, utc_date(today));
}

TEST_P(PeopleStore, RecognizesAPersonOfTheSameClusterOnly) {
    enter("Second Kitchen");
    ASSERT_EQ(people().size(), 1U);
    EXPECT_EQ(people().front().roles.size(), 2U);
    const ClusterId first = cluster_;
    cluster_ = start("Leeward");
    enter("Third Kitchen");
    EXPECT_EQ(people().size(), 1U);
    EXPECT_EQ(people().front().roles.size(), 1U);
    cluster_ = first;
    EXPECT_EQ(people().front().roles.size(), 2U);
}

TEST_P(PeopleStore, HidesTheAddressOfWhoeverWithdrewAlsoFromALaterRoster) {
    Person person = people().front();
    person.consent = ContactConsent::withdrawn;
    person.consent_on = utc_date(today);
    const auto keeper = System::person_keeper(person.id);
    ASSERT_TRUE(
        db().write([&](db::Session& session) { return people::update(session, person, keeper, today); }));
    EXPECT_EQ(stored().contact_name, "Shanelle Joseph");
    EXPECT_FALSE(stored().contact_email);
    RosterMember again = stored();
    again.contact_email = "shanelle@m02.example";
    change(again);
    EXPECT_FALSE(stored().contact_email) << "an old list brings the address back to nobody";
}

TEST_P(PeopleStore, AdoptsContactsWrittenBeforeThereWerePeople) {
    const auto adopt = [&] {
        return db()
            .write([&](db::Session& session) -> Result<int> {
                return people::adopt_contacts(session, {{}, today});
            })
            .value();
    };
    EXPECT_EQ(adopt(), 0);
    db().write([&](db::Session& session) -> Result<void> {
        session.change("DELETE FROM contact_roles");
        session.change("DELETE FROM people");
        return {};
    });
    EXPECT_EQ(adopt(), 1);
    EXPECT_EQ(people().size(), 1U);
}

TEST_P(PeopleStore, RecognizesWhomItErasedWithoutKeepingTheAddress) {
    const auto keeper = System::person_keeper(people().front().id);
    ASSERT_TRUE(
        db().write([&](db::Session& session) { return people::erase(session, app().keys, keeper, today); }));
    const auto erased_on = [&](const ClusterId& cluster, const people::Contact& contact) {
        return db().read([&](db::Session& session) {
            return people::ErasedContacts(session, app().keys, cluster).erased_on(contact);
        });
    };
    const people::Contact shanelle{"S. Joseph", "Shanelle@M02.example", {}};
    EXPECT_EQ(erased_on(by().cluster(), shanelle), Date::of(2026, 10, 20));
    EXPECT_EQ(erased_on(by().cluster(), {"Shanelle Joseph", "another@m02.example", {}}), std::nullopt);
    EXPECT_EQ(erased_on(start("Leeward"), shanelle), std::nullopt)
        << "clusters do not learn from one another";
    const auto kept = db().read([](db::Session& session) {
        return session.value<std::int64_t>("SELECT count(*) FROM erased_contacts WHERE mark LIKE '%m02%'");
    });
    EXPECT_EQ(kept, 0);
    db().write(
        [&](db::Session& session) { people::forget_erased(session, app().keys, by().cluster(), shanelle); });
    EXPECT_EQ(erased_on(by().cluster(), shanelle), std::nullopt);
}

TEST_P(PeopleStore, ErasesAPersonEverywhere) {
    const auto keeper = System::person_keeper(people().front().id);
    const auto receipt =
        db().write([&](db::Session& session) { return people::erase(session, app().keys, keeper, today); });
    ASSERT_TRUE(receipt);
    EXPECT_EQ(receipt->removed.at("people"), 1);
    EXPECT_EQ(receipt->removed.at("roster_contacts"), 1);
    EXPECT_TRUE(people().empty());
    EXPECT_FALSE(stored().contact_name);
    EXPECT_FALSE(stored().contact_email);
    const auto traces = db().read([&](db::Session& session) {
        return session.value<std::int64_t>(
            "SELECT count(*) FROM changes WHERE before LIKE '%hanelle%' OR after LIKE '%hanelle%'");
    });
    EXPECT_EQ(traces, 0);
}

// Two years and a day after the last role ended; a day earlier the person is still known.
TEST_P(PeopleStore, ErasesPeopleWhoseRolesEndedLongAgo) {
    RosterMember member = member_;
    member.contact_name = member.contact_email = std::nullopt;
    change(member);
    const auto erased_at = [&](Instant now) {
        return db()
            .write([&](db::Session& session) -> Result<std::int64_t> {
                return people::erase_ended(session, now - people::kept_after_last_role_ms, now);
            })
            .value();
    };
    EXPECT_EQ(erased_at(today + people::kept_after_last_role_ms - day_ms), 0);
    EXPECT_EQ(people().size(), 1U);
    EXPECT_EQ(erased_at(today + people::kept_after_last_role_ms + day_ms), 1);
    EXPECT_TRUE(people().empty());
}

}  // namespace
}  // namespace konbit
