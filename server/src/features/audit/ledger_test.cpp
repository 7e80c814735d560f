// SPDX-License-Identifier: Apache-2.0
#include "db/testing/fixture.hpp"
#include "features/audit/check.hpp"

namespace konbit::audit {
namespace {

constexpr Instant friday{1'795'132'800'000};  // 2026-11-20, midnight in UTC
constexpr Instant saturday = friday + day_ms;

AuditEntry of(AuditAction action, Instant now) {
    AuditEntry entry;
    entry.id = new_id<AuditEntryId>();
    entry.happened_at = now;
    entry.action = action;
    entry.account_id = new_id<AccountId>();
    entry.role = Role::facilitator;
    entry.scope = Scope::country;
    entry.scope_id = "GD";
    entry.on_behalf_of = new_id<AccountId>().str();
    entry.address = "203.0.113.0/24";
    entry.route = "GET /api/waves/{id}/network";
    entry.object_kind = "wave";
    entry.object_id = new_id<AccountId>().str();
    entry.reason = "not_allowed";
    entry.changes = R"([{"field":"grant","before":"","after":"member"}])";
    return entry;
}

class AuditLedger : public db::testing::OnBothDatabases {
  protected:
    void write(Instant now, int count = 1, std::string_view node = "harbour") {
        db().write([&](db::Session& session) {
            std::vector<AuditEntry> entries;
            for (int i = 0; i < count; ++i) entries.push_back(of(AuditAction::read, now));
            append(session, node, now, std::move(entries));
        });
    }
    void run(const std::string& sql) {
        db().write([&](db::Session& session) { session.change(sql); });
    }
    std::vector<AuditBreak> breaks(std::string_view from = {}, const std::vector<AuditHead>& kept = {}) {
        return check(db(), from, kept).breaks;
    }
    std::vector<AuditHead> all_heads() {
        return db().read([](db::Session& session) { return heads(session, true); });
    }
};

KONBIT_ON_BOTH_DATABASES(AuditLedger);

TEST_P(AuditLedger, IsWholeAsItWasWritten) {
    write(friday, 3);
    write(friday, 1, "hill");
    const auto found = check(db());
    EXPECT_TRUE(found.is_whole());
    EXPECT_EQ(found.entries, 4);
    EXPECT_EQ(found.ends.size(), 2U);
}

TEST_P(AuditLedger, TakesNotesOfTheNodeAndOfNobody) {
    db().write([](db::Session& session) {
        note(session, "harbour", of(AuditAction::rights_changed, friday));
        note(session, "", of(AuditAction::rights_changed, friday));
        note(session, "hill", of(AuditAction::rights_changed, friday));
    });
    const auto taken = db().write([](db::Session& session) { return append(session, "harbour", friday); });
    EXPECT_EQ(taken, 2);
    const auto found = check(db());
    EXPECT_EQ(found.entries, 2);
    EXPECT_EQ(found.waiting, 1);
}

TEST_P(AuditLedger, LosesANoteWithTheChangeThatItTells) {
    const auto refused = db().write([](db::Session& session) -> Result<void> {
        note(session, "harbour", of(AuditAction::rights_changed, friday));
        return failure(ErrorCode::conflict, "changed_meanwhile");
    });
    EXPECT_FALSE(refused);
    EXPECT_EQ(check(db()).waiting, 0);
}

// Two entries on Friday, one on Saturday: before it stands the entry that carries Friday's head.
TEST_P(AuditLedger, BeginsADayWithTheHeadOfTheDayBefore) {
    write(friday, 2);
    const auto head = all_heads().back().head;
    write(saturday);
    const auto heads = all_heads();
    ASSERT_EQ(heads.size(), 2U);
    EXPECT_EQ(heads[0], (AuditHead{"harbour", "2026-11-20", 2, head}));
    EXPECT_EQ(heads[1].number, 4);
    const auto changes = db().read([](db::Session& session) {
        return session.value<std::string>("SELECT changes FROM audit_entries WHERE number = 3");
    });
    EXPECT_NE(changes.find(head), changes.npos);
    EXPECT_TRUE(breaks().empty());
}

TEST_P(AuditLedger, StaysOnItsDayWhenTheClockIsSetBack) {
    write(saturday);
    write(friday);
    EXPECT_EQ(all_heads().size(), 1U);
    EXPECT_TRUE(breaks().empty());
}

/// One byte in each column of the third of five entries.
struct Flip {
    std::string_view column;
    std::string_view value;
};
constexpr auto flips = std::to_array<Flip>({
    {"id", "'00000000-0000-7000-8000-000000000001'"},
    {"happened_at", "happened_at + 1"},
    {"action", "'reae'"},
    {"outcome", "'dona'"},
    {"account_id", "'00000000-0000-7000-8000-000000000001'"},
    {"role", "'facilitatos'"},
    {"scope", "'countrx'"},
    {"scope_id", "'GE'"},
    {"on_behalf_of", "'x'"},
    {"address", "'203.0.112.0/24'"},
    {"route", "'GET /api/waves/{id}/networl'"},
    {"object_kind", "'wavf'"},
    {"object_id", "NULL"},
    {"reason", "'not_alloweb'"},
    {"changes", "'[ ]'"},
    {"day", "'2026-11-21'"},
    {"previous", "'0' || substr(previous, 2) || '0'"},
    {"hash", "substr(hash, 2) || '0'"},
});

TEST_P(AuditLedger, FindsAChangedByteInEveryColumn) {
    write(friday, 5);
    for (const auto& [column, value] : flips) {
        const std::string name(column);
        run("CREATE TABLE kept AS SELECT * FROM audit_entries WHERE number = 3");
        run("UPDATE audit_entries SET " + name + " = " + std::string(value) + " WHERE number = 3");
        const auto found = breaks();
        ASSERT_FALSE(found.empty()) << name;
        EXPECT_EQ(found.front().number, 3) << name;
        EXPECT_EQ(found.front().fault, AuditFault::changed) << name;
        run("UPDATE audit_entries SET " + name + " = (SELECT " + name + " FROM kept) WHERE number = 3");
        run("DROP TABLE kept");
        EXPECT_TRUE(breaks().empty()) << name;
    }
}

TEST_P(AuditLedger, FindsAnEntryThatChangedItsNumber) {
    write(friday, 3);
    run("UPDATE audit_entries SET number = 9 WHERE number = 2");
    const auto found = breaks();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].number, 3);
    EXPECT_EQ(found[0].fault, AuditFault::missing);
    EXPECT_EQ(found[1].number, 9);
    EXPECT_EQ(found[1].fault, AuditFault::changed);
}

TEST_P(AuditLedger, FindsAnEntryThatWasMovedToAnotherNode) {
    write(friday, 3);
    run("UPDATE audit_entries SET node = 'hill' WHERE number = 2");
    const auto found = breaks();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].node, "harbour");
    EXPECT_EQ(found[0].fault, AuditFault::missing);
    EXPECT_EQ(found[1].node, "hill");
    EXPECT_EQ(found[1].number, 2);
}

TEST_P(AuditLedger, FindsARemovedEntry) {
    write(friday, 3);
    run("DELETE FROM audit_entries WHERE number = 2");
    const auto found = breaks();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].number, 3);
    EXPECT_EQ(found[0].fault, AuditFault::missing);
}

TEST_P(AuditLedger, FindsAnEndThatWasCutOffBelowAFinishedDay) {
    write(friday, 3);
    write(saturday);
    run("DELETE FROM audit_entries WHERE number > 2");
    const auto found = breaks();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].number, 3);
    EXPECT_EQ(found[0].fault, AuditFault::missing);
}

TEST_P(AuditLedger, FindsAChangedAndAMissingHead) {
    write(friday, 2);
    write(saturday);
    run("UPDATE audit_days SET head = substr(head, 2) || '0'");
    EXPECT_EQ(breaks().front().fault, AuditFault::head);
    run("DELETE FROM audit_days");
    EXPECT_EQ(breaks().front().fault, AuditFault::day);
}

// Whoever writes the whole chain anew makes it whole again; not so beside a head that was kept elsewhere.
TEST_P(AuditLedger, IsHeldAgainstHeadsThatWereKeptElsewhere) {
    write(friday, 2);
    const auto kept = all_heads();
    run("DELETE FROM audit_entries");
    write(friday, 2);
    EXPECT_TRUE(breaks().empty());
    const auto found = breaks({}, heads_of_text(text_of(kept)));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].number, 2);
    EXPECT_EQ(found[0].fault, AuditFault::head);
}

TEST_P(AuditLedger, IsFollowedFromADay) {
    write(friday, 3);
    write(saturday, 2);
    run("UPDATE audit_entries SET reason = 'x' WHERE number = 1");
    EXPECT_FALSE(breaks("2026-11-20").empty());
    EXPECT_TRUE(breaks("2026-11-21").empty());
    EXPECT_EQ(check(db(), "2026-11-21").entries, 3);
}

TEST_P(AuditLedger, ForgetsWholeDaysAndSaysSo) {
    write(friday, 3);
    write(saturday);
    const auto removed = db().write(
        [](db::Session& session) { return remove_old(session, "harbour", saturday, saturday + hour_ms); });
    EXPECT_EQ(removed, 3);
    const auto found = check(db());
    EXPECT_TRUE(found.is_whole());
    EXPECT_EQ(found.entries, 3);  // day_begun, the one of Saturday, days_removed
}

TEST_P(AuditLedger, TellsRemovedDaysFromDaysThatSomebodyTook) {
    write(friday, 3);
    write(saturday);
    run("DELETE FROM audit_entries WHERE day = '2026-11-20'");
    const auto found = breaks();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].number, 3);
    EXPECT_EQ(found[0].fault, AuditFault::missing);
}

TEST_P(AuditLedger, ForgetsOnlyDaysThatEnded) {
    write(friday, 2);
    write(saturday);
    db().write([](db::Session& session) {
        append(session, "harbour", saturday + day_ms, {of(AuditAction::read, saturday)});
        return remove_old(session, "harbour", saturday + day_ms, saturday + day_ms);
    });
    EXPECT_TRUE(breaks().empty());
}

}  // namespace
}  // namespace konbit::audit
