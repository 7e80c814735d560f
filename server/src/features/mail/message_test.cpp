// SPDX-License-Identifier: Apache-2.0
#include "features/mail/message.hpp"

#include <gmock/gmock.h>

namespace konbit::mail {
namespace {

using testing::HasSubstr;
using testing::Not;

const Mail invitation{.recipient = "marie@cacao.example",
                      .recipient_name = "Marie",
                      .subject = "Your questions",
                      .body = "Bonjou,\nfive questions wait.\n",
                      .language = "en"};
const Sender konbit{.address = "no-reply@konbit.example", .name = "Konbit"};

std::vector<std::string> broken(const Mail& mail) {
    std::vector<std::string> pointers;
    if (const auto result = checked(mail); !result)
        for (const auto& each : result.error().fields) pointers.push_back(each.pointer + " " + each.code);
    return pointers;
}

TEST(Mail, IsRefusedWhenAFieldCouldBeginAnotherHeader) {
    Mail mail = invitation;
    mail.recipient = "marie@cacao.example\r\nBcc: all@cacao.example";
    mail.recipient_name = "Marie\nX: y";
    mail.subject = "Hello\rthere";
    mail.language = "en\r\nX: y";
    EXPECT_THAT(broken(mail),
                testing::ElementsAre("/recipient not_an_address", "/recipient_name control_character",
                                     "/subject control_character", "/language not_allowed"));
}

TEST(Mail, IsRefusedWithoutSubjectOrBody) {
    Mail mail = invitation;
    mail.subject.clear();
    mail.body.clear();
    EXPECT_THAT(broken(mail), testing::ElementsAre("/subject required", "/body required"));
    EXPECT_THAT(broken(invitation), testing::IsEmpty());
}

TEST(Mail, GoesToOneAddressOnly) {
    for (const auto* good : {"a@b", "marie.joseph+konbit@cacao-nord.example"})
        EXPECT_TRUE(is_address(good)) << good;
    for (const auto* bad : {"", "marie", "@host", "marie@", "a@b@c", "a b@c", "a@b,c@d", "<a@b>", "\"a\"@b",
                            "é@b", "-o@b", "a@b\n"})
        EXPECT_FALSE(is_address(bad)) << bad;
}

TEST(Mail, TakesItsSenderWithOrWithoutAName) {
    EXPECT_EQ(Sender::parse("Konbit Ayiti <no-reply@konbit.example>")->name, "Konbit Ayiti");
    EXPECT_EQ(Sender::parse("Konbit Ayiti <no-reply@konbit.example>")->host(), "konbit.example");
    EXPECT_EQ(Sender::parse("no-reply@konbit.example")->name, "");
    EXPECT_FALSE(Sender::parse("Konbit"));
    EXPECT_FALSE(Sender::parse("A\r\nB: c <no-reply@konbit.example>"));
}

// 2026-11-21 was a Saturday; 21:48:42 UTC.
TEST(Message, IsDatedInTheFormOfRfc5322) {
    EXPECT_EQ(message_date(*Instant::parse("2026-11-21T21:48:42Z")), "Sat, 21 Nov 2026 21:48:42 +0000");
    EXPECT_EQ(message_date(Instant{0}), "Thu, 1 Jan 1970 00:00:00 +0000");
}

TEST(Message, HasTheHeadersOfAnAutomaticMessage) {
    const auto id = *MailId::parse("01930000-0000-7000-8000-000000000001");
    EXPECT_EQ(message(invitation, konbit, id, *Instant::parse("2026-11-21T21:48:42Z")),
              "Date: Sat, 21 Nov 2026 21:48:42 +0000\r\n"
              "From: Konbit\r\n <no-reply@konbit.example>\r\n"
              "To: Marie\r\n <marie@cacao.example>\r\n"
              "Message-ID: <01930000-0000-7000-8000-000000000001@konbit.example>\r\n"
              "Subject: Your questions\r\n"
              "MIME-Version: 1.0\r\n"
              "Content-Type: text/plain; charset=utf-8\r\n"
              "Content-Transfer-Encoding: quoted-printable\r\n"
              "Content-Language: en\r\n"
              "Auto-Submitted: auto-generated\r\n"
              "\r\n"
              "Bonjou,\r\nfive questions wait.\r\n");
}

// "é" is C3 A9 in UTF-8.
TEST(Message, EncodesWhatIsNotAsciiInItsHeaders) {
    EXPECT_EQ(header_text("Enquête"), "=?UTF-8?Q?Enqu=C3=AAte?=");
    EXPECT_EQ(header_name("José, Marie"), "=?UTF-8?Q?Jos=C3=A9=2C_Marie?=");
    EXPECT_EQ(header_text("Five questions, ten minutes"), "Five questions, ten minutes");
    EXPECT_EQ(header_text("=?UTF-8?Q?not_ours?="), "=?UTF-8?Q?=3D=3FUTF=2D8=3FQ=3Fnot=5Fours=3F=3D?=");
}

// A line has 76 characters: the first word has 54 between "Subject: =?UTF-8?Q?" and "?=", and "é" takes six.
TEST(Message, NeverSplitsALetterBetweenEncodedWords) {
    std::string text, nine, three;
    for (int i = 0; i < 12; ++i) text += "é";
    for (int i = 0; i < 9; ++i) nine += "=C3=A9";
    for (int i = 0; i < 3; ++i) three += "=C3=A9";
    EXPECT_EQ(header_text(text), "=?UTF-8?Q?" + nine + "?=\r\n =?UTF-8?Q?" + three + "?=");
}

TEST(Message, QuotesItsBody) {
    EXPECT_EQ(quoted_printable("a=b é \n\n.\n"), "a=3Db =C3=A9=20\r\n\r\n.\r\n");
    EXPECT_EQ(quoted_printable("no line end"), "no line end\r\n");
}

TEST(Message, BreaksLongLinesOfItsBodySoftly) {
    EXPECT_EQ(quoted_printable(std::string(80, 'x')),
              std::string(75, 'x') + "=\r\n" + std::string(5, 'x') + "\r\n");
    EXPECT_THAT(quoted_printable(std::string(74, 'x') + "é"), HasSubstr("x=\r\n=C3=A9"));
}

TEST(Message, HasNoLineBeyondSeventySixCharacters) {
    Mail mail = invitation;
    mail.recipient_name = std::string(199, 'n');
    mail.subject = std::string(199, 's');
    mail.body = std::string(1000, 'b') + "\n" + std::string(1000, ' ');
    const auto text = message(mail, konbit, new_id<MailId>(), {});
    std::size_t begin = 0;
    for (auto end = text.find("\r\n"); end != text.npos; begin = end + 2, end = text.find("\r\n", begin))
        EXPECT_LE(end - begin, 76U) << text.substr(begin, end - begin);
    EXPECT_THAT(text, Not(HasSubstr(" \r\n\r\n\r\n")));
}

}  // namespace
}  // namespace konbit::mail
