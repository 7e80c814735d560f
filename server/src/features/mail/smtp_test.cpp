// SPDX-License-Identifier: Apache-2.0
#include "features/mail/smtp.hpp"

#include "features/mail/smtp_sink_test.hpp"

#include <gmock/gmock.h>

namespace konbit::mail {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const Envelope envelope{.from = "no-reply@konbit.example",
                        .to = "marie@cacao.example",
                        .text = "Subject: hello\r\n\r\none\r\ntwo\r\n"};

DeliveryReport delivered(const SmtpSink& sink, const Envelope& each = envelope) {
    return deliver({.url = sink.url()}, each);
}

TEST(Smtp, HandsOverAMessageOfSeveralLines) {
    const SmtpSink sink;
    EXPECT_EQ(delivered(sink).delivery, Delivery::accepted);
    EXPECT_THAT(sink.messages(), ElementsAre("Subject: hello\r\n\r\none\r\ntwo\r\n"));
    EXPECT_THAT(sink.commands(), Contains(HasSubstr("MAIL FROM:<no-reply@konbit.example>")));
    EXPECT_THAT(sink.commands(), Contains(HasSubstr("RCPT TO:<marie@cacao.example>")));
}

TEST(Smtp, StuffsDotsSoThatNoLineEndsTheMessageEarly) {
    const SmtpSink sink;
    Envelope dotted = envelope;
    dotted.text = "Subject: dots\r\n\r\n.\r\n..two\r\n.end\r\n";
    EXPECT_EQ(delivered(sink, dotted).delivery, Delivery::accepted);
    EXPECT_THAT(sink.messages(), ElementsAre(dotted.text));
}

TEST(Smtp, PostponesWhatTheServerCannotTakeNow) {
    SmtpSink sink;
    sink.reply_once("RCPT", "450 mailbox busy");
    const auto report = delivered(sink);
    EXPECT_EQ(report.delivery, Delivery::postponed);
    EXPECT_EQ(report.reply_code, 450);
    EXPECT_THAT(sink.messages(), IsEmpty());
    EXPECT_EQ(delivered(sink).delivery, Delivery::accepted);
}

TEST(Smtp, RecordsARefusalForGood) {
    SmtpSink sink;
    sink.reply_once("RCPT", "550 no such mailbox");
    const auto report = delivered(sink);
    EXPECT_EQ(report.delivery, Delivery::refused);
    EXPECT_EQ(report.reply_code, 550);
    EXPECT_THAT(report.reason, Not(IsEmpty()));
}

TEST(Smtp, HearsARefusalAfterTheText) {
    SmtpSink sink;
    sink.reply_once(".", "554 looks like spam");
    EXPECT_EQ(delivered(sink).delivery, Delivery::refused);
    EXPECT_THAT(sink.messages(), IsEmpty());
}

TEST(Smtp, PostponesWhenNobodyListens) {
    std::string url;
    {
        const SmtpSink gone;
        url = gone.url();
    }
    const auto report = deliver({.url = url}, envelope);
    EXPECT_EQ(report.delivery, Delivery::postponed);
    EXPECT_EQ(report.reply_code, 0);
}

// 127.0.0.2 is no name of this machine that an operator would use, so it stands for another one.
TEST(Smtp, SendsNothingToAnotherMachineWithoutEncryption) {
    const SmtpSink sink("127.0.0.2");
    EXPECT_EQ(delivered(sink).delivery, Delivery::postponed);
    EXPECT_THAT(sink.commands(), Each(Not(HasSubstr("MAIL"))));
}

TEST(Smtp, GivesUpWhenAsked) {
    const SmtpSink sink;
    EXPECT_EQ(deliver({.url = sink.url()}, envelope, [] { return true; }).delivery, Delivery::postponed);
    EXPECT_THAT(sink.messages(), IsEmpty());
}

}  // namespace
}  // namespace konbit::mail
