// SPDX-License-Identifier: Apache-2.0
#include "features/letters/letter_store.hpp"

#include "features/letters/letter_rules.hpp"
#include "features/letters/publication_rule.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/reference/reference_loader.hpp"
#include "features/testing/test_app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

/// The clock stands at 2026-10-20; stubs of the reference data are drafts.
class Letters : public testing::AppTest {
  protected:
    void SetUp() override { ASSERT_TRUE(load_reference(db(), {.now = clock().now()})); }

    DirectoryEditor editor() { return System::directory_editor(); }

    Stub some_stub() {
        return db().read([&](db::Session& session) -> Stub {
            return letters::list_stubs(session, editor(), {{}, 1}).value().items.at(0);
        });
    }

    Letter write(const Stub& stub, const Letter& letter) {
        return db()
            .write([&](db::Session& session) {
                return letters::insert(session, checked(letter, today()).value(), stub, editor(),
                                       clock().now());
            })
            .value();
    }

    Letter mail() {
        Letter letter;
        letter.address = "office@desk.example";
        return letter;
    }

    Date today() { return utc_date(clock().now()); }

    /// The reason for which the stub is not published on a day; empty when it may be.
    std::string refusal(const Stub& stub, std::string_view instant) {
        return db().read([&](db::Session& session) -> std::string {
            const auto may =
                letters::check_may_publish(session, stub.kind, stub.id.view(), *Instant::parse(instant));
            return may ? "" : may.error().reason;
        });
    }
};

TEST_P(Letters, AStubThatNobodyWasToldOfIsNotPublished) {
    EXPECT_EQ(refusal(some_stub(), "2026-10-20T12:00:00Z"), "not_written_to");
}

// Written on the 20th of October: fourteen days later is the 3rd of November.
TEST_P(Letters, AMailGivesFourteenDaysToAnswer) {
    const Stub stub = some_stub();
    EXPECT_EQ(write(stub, mail()).due_on.str(), "2026-11-03");
    EXPECT_EQ(refusal(stub, "2026-11-02T23:00:00Z"), "answer_awaited");
    EXPECT_EQ(refusal(stub, "2026-11-03T00:00:00Z"), "");
}

TEST_P(Letters, AnObjectionStandsUntilTheyAreWrittenToAgain) {
    const Stub stub = some_stub();
    const Letter letter = write(stub, mail());
    ASSERT_TRUE(db().write([&](db::Session& session) {
        return letters::answer(session, letter.id, LetterState::objected, {}, clock().now());
    }));
    EXPECT_EQ(refusal(stub, "2027-10-20T12:00:00Z"), "objected");
}

TEST_P(Letters, WhoWasSpokenToHasAnswered) {
    const Stub stub = some_stub();
    Letter call;
    call.channel = LetterChannel::phone;
    call.note = "The director agreed";
    EXPECT_EQ(write(stub, call).due_on, today());
    EXPECT_EQ(refusal(stub, "2026-10-20T12:00:00Z"), "");
}

TEST_P(Letters, AStubThatIsPublishedIsNotListedAnyMore) {
    const auto count = [&] {
        return db().read([&](db::Session& session) { return letters::count_stubs(session, editor()); });
    };
    const auto before = count();
    const Stub stub = some_stub();
    write(stub, mail());
    EXPECT_EQ(count(), before);
    db().write([&](db::Session& session) -> Result<void> {
        session.change(stub.kind == RecordKind::cluster
                           ? "UPDATE clusters SET publication = 'published' WHERE id = $1"
                           : "UPDATE organizations SET publication = 'published' WHERE id = $1",
                       stub.id);
        return {};
    });
    EXPECT_EQ(count(), before - 1);
}

KONBIT_ON_BOTH_DATABASES(Letters);

TEST(LetterRules, TakeTheFirstLanguageOfACountryThatWeHave) {
    EXPECT_EQ(language_of_country("HT"), "fr");
    EXPECT_EQ(language_of_country("DO"), "es");
    EXPECT_EQ(language_of_country("GD"), "en");
    EXPECT_EQ(language_of_country("SR"), "en");
}

}  // namespace
}  // namespace konbit
