// SPDX-License-Identifier: Apache-2.0
#include "features/mail/mail_page.hpp"

#include <gmock/gmock.h>

namespace konbit::mail {
namespace {

using testing::HasSubstr;
using testing::Not;

const Catalog no_texts;  // texts appear as their keys
const pages::Words words(no_texts, "en");

OutboxMail sample() {
    return {.id = *MailId::parse("01930000-0000-7000-8000-000000000001"),
            .recipient = "marie@cacao.example",
            .recipient_name = "Marie",
            .subject = "<b>Five</b> questions",
            .sealed_body = "",
            .language = "en",
            .created_at = *Instant::parse("2026-11-21T12:00:00Z")};
}

TEST(MailPage, ListsMessagesWithWhatTheyHoldEscaped) {
    const auto page = outbox_page(words, std::vector{sample()}).main.str();
    EXPECT_THAT(page, HasSubstr("/dev/mail/01930000-0000-7000-8000-000000000001"));
    EXPECT_THAT(page, HasSubstr("&lt;b&gt;Five"));
    EXPECT_THAT(page, Not(HasSubstr("<b>")));
}

TEST(MailPage, SaysWhenTheOutboxIsEmpty) {
    EXPECT_THAT(outbox_page(words, {}).main.str(), HasSubstr("outbox_mail.empty"));
}

TEST(MailPage, MakesTheAddressesOfAMessageLinks) {
    EXPECT_EQ(linked("See http://localhost:8080/s#AB.\nBye <x>").str(),
              "See <a href=\"http://localhost:8080/s#AB\">http://localhost:8080/s#AB</a>.\nBye &lt;x&gt;");
    EXPECT_EQ(linked("no address").str(), "no address");
    EXPECT_EQ(linked("https://a.example and https://b.example").str(),
              "<a href=\"https://a.example\">https://a.example</a> and "
              "<a href=\"https://b.example\">https://b.example</a>");
}

TEST(MailPage, SaysWhenAMessageCannotBeOpened) {
    EXPECT_THAT(message_page(words, sample(), std::nullopt).main.str(), HasSubstr("outbox_mail.unreadable"));
}

}  // namespace
}  // namespace konbit::mail
