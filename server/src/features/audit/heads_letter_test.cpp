// SPDX-License-Identifier: Apache-2.0
#include "features/audit/heads_letter.hpp"

#include "db/database.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/accounts/account_store.hpp"
#include "features/audit/ledger.hpp"
#include "features/mail/outbox.hpp"
#include "features/testing/test_app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace konbit::audit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class HeadsLetter : public konbit::testing::AppTest {
  protected:
    void add(const std::string& email, Role role) {
        db().write([&](db::Session& session) {
            Account account;
            account.email = email;
            account.name = "Invented Person";
            account.language = "en";
            account = accounts::checked(account).value();
            account.id = new_id<AccountId>();
            accounts::insert(session, System{}, account).value();
            Grant grant{new_id<GrantId>(), account.id, role, Scope::platform, {}, {}};
            accounts::insert(session, System{}, grant).value();
        });
    }

    void write_entry() {
        db().write([&](db::Session& session) {
            AuditEntry entry;
            entry.id = new_id<AuditEntryId>();
            entry.happened_at = clock().now();
            entry.action = AuditAction::read;
            append(session, "harbour", clock().now(), {entry});
        });
    }

    std::vector<std::string> recipients() {
        std::vector<std::string> found;
        for (const auto& each : outbox()) found.push_back(each.recipient);
        std::ranges::sort(found);
        return found;
    }

    std::vector<mail::OutboxMail> outbox() {
        return db().read([](db::Session& session) { return mail::list_newest(session, 10); });
    }
};

KONBIT_ON_BOTH_DATABASES(HeadsLetter);

TEST_P(HeadsLetter, GoesToTheAdministratorsAndNobodyElse) {
    write_entry();
    add("root@konbit.example", Role::administrator);
    add("second@konbit.example", Role::administrator);
    add("editor@konbit.example", Role::regional_editor);
    EXPECT_EQ(mail_heads(app(), "").value(), 2);
    EXPECT_THAT(recipients(), ElementsAre("root@konbit.example", "second@konbit.example"));
}

TEST_P(HeadsLetter, GoesToTheAddressThatTheOperatorNamedAlone) {
    write_entry();
    add("root@konbit.example", Role::administrator);
    EXPECT_EQ(mail_heads(app(), "notary@elsewhere.example").value(), 1);
    EXPECT_THAT(recipients(), ElementsAre("notary@elsewhere.example"));
}

TEST_P(HeadsLetter, StaysAwayWhileNoChainHasBegun) {
    add("root@konbit.example", Role::administrator);
    EXPECT_EQ(mail_heads(app(), "").value(), 0);
    EXPECT_THAT(outbox(), IsEmpty());
}

}  // namespace
}  // namespace konbit::audit
