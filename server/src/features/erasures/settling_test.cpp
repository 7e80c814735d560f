// SPDX-License-Identifier: Apache-2.0
#include "features/erasures/settling.hpp"

#include "db/columns.hpp"
#include "features/accounts/account_store.hpp"
#include "features/files/durable_file.hpp"
#include "features/people/invitation.hpp"
#include "features/testing/test_app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::erasures {
namespace {

class ErasureJournal : public konbit::testing::AppTest {
  protected:
    Account inez() {
        Account account;
        account.id = id_;
        account.email = account.email_folded = "inez@new.example";
        account.name = "Inez New";
        return account;
    }
    void add() {
        EXPECT_TRUE(
            db().write([&](db::Session& session) { return accounts::insert(session, System{}, inez()); }));
    }
    void erase() {
        EXPECT_TRUE(db().write([&](db::Session& session) -> Result<void> {
            Erasure erasure{new_id<ErasureId>(),
                            ErasedKind::account,
                            *ErasedRecordId::parse(id_.view()),
                            {},
                            clock().now()};
            erasure.removed = people::erase_again(session, app().keys, id_, clock().now());
            people::note(session, erasure);
            return {};
        }));
    }
    /// As after the restore of a backup that was made before.
    void bring_back() {
        EXPECT_TRUE(db().write([&](db::Session& session) -> Result<void> {
            session.change("DELETE FROM erasures");
            return {};
        }));
        add();
    }
    /// Somebody who stands on a roster under another address by now, and was invited.
    PersonId invite(PersonId id = new_id<PersonId>()) {
        Person person;
        person.id = id;
        person.name = person.sort_key = person.name_folded = "Ana";
        PersonInvitation invitation;
        invitation.id = new_id<PersonInvitationId>();
        invitation.person_id = id;
        invitation.email = "ana@invited.example";
        invitation.scope_id = "x";
        invitation.invited_by = id_;
        EXPECT_TRUE(db().write([&](db::Session& session) -> Result<void> {
            db::insert(session, "people", person);
            db::insert(session, "person_invitations", invitation);
            return {};
        }));
        return id;
    }
    std::int64_t count(std::string_view table) {
        return db().read([&](db::Session& session) {
            return session.value<std::int64_t>("SELECT count(*) FROM " + std::string(table));
        });
    }
    std::filesystem::path file() { return journal_in(app().keys.folder()); }

  private:
    AccountId id_ = new_id<AccountId>();
};
KONBIT_ON_BOTH_DATABASES(ErasureJournal);

TEST_P(ErasureJournal, ErasesAnewWhatARestoredBackupBroughtBack) {
    add();
    erase();
    EXPECT_EQ(settle(app())->written, 1);
    EXPECT_EQ(settle(app())->written, 0) << "once done it finds nothing to do";
    bring_back();
    EXPECT_EQ(settle(app())->applied, 1);
    EXPECT_EQ(count("accounts"), 0);
    EXPECT_EQ(count("erasures"), 1);
    EXPECT_EQ(settle(app())->applied, 0);
}

// The link of an invitation that waits opens an account: it may not live again with the person.
TEST_P(ErasureJournal, TakesInvitationsAlongWithThePerson) {
    add();
    const auto invited = invite();
    EXPECT_TRUE(db().write([&](db::Session& session) -> Result<void> {
        Erasure erasure{new_id<ErasureId>(),
                        ErasedKind::person,
                        *ErasedRecordId::parse(invited.view()),
                        {},
                        clock().now()};
        erasure.removed = people::erase_again(session, app().keys, invited, clock().now());
        people::note(session, erasure);
        return {};
    }));
    EXPECT_EQ(count("person_invitations"), 0);
    ASSERT_TRUE(settle(app()));
    EXPECT_TRUE(db().write([&](db::Session& session) -> Result<void> {
        session.change("DELETE FROM erasures");
        return {};
    }));
    invite(invited);
    ASSERT_EQ(count("person_invitations"), 1) << "as the backup had it";
    EXPECT_EQ(settle(app())->applied, 1);
    EXPECT_EQ(count("person_invitations"), 0);
    EXPECT_EQ(count("people"), 0);
}

// An address that changed since stands on the invitation only.
TEST_P(ErasureJournal, ErasesInvitationsKnownByTheAddressAlone) {
    add();
    invite();
    EXPECT_TRUE(db().write([&](db::Session& session) -> Result<void> {
        const auto receipts =
            people::erase_by_address(session, app().keys, "ana@invited.example", clock().now());
        EXPECT_EQ(receipts.size(), 1U);
        EXPECT_EQ(receipts[0].removed.at("invitations"), 1);
        EXPECT_THAT(receipts[0].stays, ::testing::Contains("backups_by_address"));
        EXPECT_THAT(receipts[0].stays, ::testing::Not(::testing::Contains("backups")));
        return {};
    }));
    EXPECT_EQ(count("people"), 1);
}

TEST_P(ErasureJournal, TakesAJournalThatWasKeptElsewhere) {
    add();
    erase();
    ASSERT_TRUE(settle(app()));
    const auto elsewhere = config().data / "kept.jsonl";
    std::filesystem::rename(file(), elsewhere);
    bring_back();
    EXPECT_EQ(settle(app())->applied, 0) << "nothing tells of it here";
    EXPECT_EQ(settle(app(), elsewhere)->applied, 1);
    EXPECT_EQ(count("accounts"), 0);
    EXPECT_EQ(read_journal(file())->size(), 1U) << "from now on this journal knows it";
}

TEST_P(ErasureJournal, HoldsNothingOfThePerson) {
    add();
    erase();
    ASSERT_TRUE(settle(app()));
    EXPECT_THAT(files::read_file(file()).value(), ::testing::Not(::testing::HasSubstr("nez")));
}

TEST_P(ErasureJournal, PassesOverNoBrokenLine) {
    files::write_durably(file(), "{\"id\":1}\n");
    EXPECT_EQ(settle(app()).error().reason, "erasure_journal_broken");
}

}  // namespace
}  // namespace konbit::erasures
