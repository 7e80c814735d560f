// SPDX-License-Identifier: Apache-2.0
#include "features/mail/delivery.hpp"

#include "features/jobs/runner.hpp"
#include "features/mail/outbox.hpp"
#include "features/mail/smtp_sink_test.hpp"
#include "features/testing/test_app.hpp"

#include <gmock/gmock.h>

namespace konbit::mail {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const Mail invitation{.recipient = "jose@cacao.example",
                      .recipient_name = "José Núñez",
                      .subject = "Enquête: cinq questions",
                      .body = "Bonjou José,\n.\nhttp://127.0.0.1:8080/s#ABCD\n",
                      .language = "fr"};

class Outbox : public konbit::testing::AppTest {
  protected:
    void SetUp() override {
        config().smtp_url = sink.url();
        config().mail_from = "Konbit <no-reply@konbit.example>";
    }
    MailId queue(const Mail& mail = invitation) {
        return db()
            .write([&](db::Session& session) { return queue_mail(session, app().keys, mail, clock().now()); })
            .value();
    }
    OutboxMail stored(const MailId& id) {
        return db().read([&](db::Session& session) { return find(session, id); }).value();
    }
    std::size_t deliver_due() {
        jobs::Handlers handlers;
        EXPECT_TRUE(add_delivery(handlers, app()));
        return jobs::JobRunner(db(), clock(), std::move(handlers)).run_due();
    }

    SmtpSink sink;
};
KONBIT_ON_BOTH_DATABASES(Outbox);

TEST_P(Outbox, SendsWhatWasQueuedOnce) {
    const auto id = queue();
    clock().advance(1500);
    EXPECT_EQ(deliver_due(), 1U);
    EXPECT_EQ(deliver_due(), 0U);
    ASSERT_THAT(sink.messages(), SizeIs(1));
    const auto message = sink.messages()[0];
    EXPECT_THAT(message, HasSubstr("To: =?UTF-8?Q?Jos=C3=A9_N=C3=BA=C3=B1ez?=\r\n <jose@cacao.example>\r\n"));
    EXPECT_THAT(message, HasSubstr("Subject: =?UTF-8?Q?Enqu=C3=AAte=3A_cinq_questions?=\r\n"));
    EXPECT_THAT(message, HasSubstr("Date: Tue, 20 Oct 2026 12:00:00 +0000\r\n"));
    EXPECT_THAT(message, HasSubstr("\r\n\r\nBonjou Jos=C3=A9,\r\n.\r\nhttp://127.0.0.1:8080/s#ABCD\r\n"));
    EXPECT_EQ(stored(id).state, MailState::sent);
    EXPECT_EQ(stored(id).sent_at, clock().now());
}

TEST_P(Outbox, KeepsNoReadableBodyInTheDatabase) {
    const auto id = queue();
    EXPECT_THAT(stored(id).sealed_body, Not(HasSubstr("ABCD")));
    EXPECT_EQ(opened(stored(id), app().keys)->body, invitation.body);
    const auto other = InstallationKeys::open(config().data / "other_keys").value();
    EXPECT_FALSE(opened(stored(id), other));
}

TEST_P(Outbox, SendsNothingWhenTheCauseDidNotHappen) {
    const auto cause = db().write([&](db::Session& session) -> Result<void> {
        KONBIT_CHECK(queue_mail(session, app().keys, invitation, clock().now()));
        return failure(ErrorCode::conflict, "wave_closed");
    });
    EXPECT_FALSE(cause);
    EXPECT_EQ(deliver_due(), 0U);
}

TEST_P(Outbox, RefusesAMessageThatCouldForgeAHeader) {
    Mail forged = invitation;
    forged.subject = "Hello\r\nBcc: everybody@cacao.example";
    const auto queued = db().write(
        [&](db::Session& session) { return queue_mail(session, app().keys, forged, clock().now()); });
    ASSERT_FALSE(queued);
    EXPECT_EQ(queued.error().fields[0].pointer, "/subject");
}

TEST_P(Outbox, TriesAgainHalfAMinuteAfterTheServerWasBusy) {
    sink.reply_once("RCPT", "450 busy");
    const auto id = queue();
    EXPECT_EQ(deliver_due(), 1U);
    EXPECT_EQ(stored(id).state, MailState::waiting);
    EXPECT_THAT(stored(id).last_error.value(), Not(IsEmpty()));
    clock().advance(30'000 - 1);
    EXPECT_EQ(deliver_due(), 0U);
    clock().advance(1);
    EXPECT_EQ(deliver_due(), 1U);
    EXPECT_EQ(stored(id).state, MailState::sent);
    EXPECT_FALSE(stored(id).last_error);
}

TEST_P(Outbox, RecordsARefusalAndDoesNotTryAgain) {
    sink.reply_once("RCPT", "550 no such mailbox");
    const auto id = queue();
    deliver_due();
    clock().advance(day_ms);
    EXPECT_EQ(deliver_due(), 0U);
    EXPECT_EQ(stored(id).state, MailState::failed);
    EXPECT_TRUE(stored(id).is_address_refused);
    EXPECT_THAT(sink.messages(), IsEmpty());
}

TEST_P(Outbox, TellsAnAddressWithoutAnybodyFromAMessageThatIsTooLarge) {
    sink.reply_once("RCPT", "552 message exceeds fixed maximum size");
    const auto id = queue();
    deliver_due();
    EXPECT_EQ(stored(id).state, MailState::failed);
    EXPECT_FALSE(stored(id).is_address_refused);
}

TEST_P(Outbox, KnowsThatAnAddressWasRefusedUntilAMailArrivesThere) {
    sink.reply_once("RCPT", "550 no such mailbox");
    queue();
    deliver_due();
    const auto of = [&](const std::string& address) {
        return db().read([&](db::Session& session) {
            return session.value<std::optional<Instant>>("SELECT " + fmt::format(address_refused_at, "$1"),
                                                         address);
        });
    };
    EXPECT_EQ(of("Jose@cacao.example"), clock().now());
    EXPECT_FALSE(of("ana@cacao.example"));
    clock().advance(day_ms);
    queue();
    deliver_due();
    EXPECT_FALSE(of("jose@cacao.example"));
}

TEST_P(Outbox, GivesUpAfterTwentyAttempts) {
    config().smtp_url = "smtp://127.0.0.1:1";  // nobody listens
    const auto id = queue();
    std::size_t attempts = 0;
    for (int hours = 0; hours < 24 * 4; ++hours, clock().advance(hour_ms)) attempts += deliver_due();
    EXPECT_EQ(attempts, 20U);
    EXPECT_EQ(stored(id).state, MailState::failed);
}

TEST_P(Outbox, KeepsMailWhileThereIsNoServer) {
    config().smtp_url.clear();
    queue();
    queue();
    EXPECT_EQ(deliver_due(), 0U);
    const auto waiting = db().read([](db::Session& session) { return backlog(session); });
    EXPECT_EQ(waiting.waiting, 2);
    EXPECT_EQ(waiting.oldest_at, clock().now());
}

TEST_P(Outbox, DoesNotSendWhatHasWaitedTooLong) {
    const auto id = queue();
    clock().advance(longest_wait_ms + 1);
    deliver_due();
    EXPECT_EQ(stored(id).last_error, "waited_too_long");
    EXPECT_THAT(sink.messages(), IsEmpty());
}

TEST_P(Outbox, NeedsASenderWhenThereIsAServer) {
    config().mail_from = "nobody";
    jobs::Handlers handlers;
    EXPECT_EQ(add_delivery(handlers, app()).error().reason, "mail_from");
}

TEST_P(Outbox, ListsTheNewestFirst) {
    const auto first = queue();
    clock().advance(1000);
    const auto second = queue();
    const auto newest = db().read([](db::Session& session) { return list_newest(session, 10); });
    ASSERT_THAT(newest, SizeIs(2));
    EXPECT_EQ(newest[0].id, second);
    EXPECT_EQ(newest[1].id, first);
}

}  // namespace
}  // namespace konbit::mail
