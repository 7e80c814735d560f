// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/app.hpp"
#include "features/history/change.hpp"
#include "features/mail/mail.hpp"
#include "features/permission/viewer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Asking those who keep a record whether it is still right (glossary: "nudge").
namespace konbit::nudges {

/// A record is asked about when it was confirmed longer ago than this, ...
inline constexpr int after_days = 183;
/// ... the same person at most once in this time; ...
inline constexpr int pause_days = 30;
/// ... and the link in the mail holds for this time.
inline constexpr std::int64_t link_limit_ms = 60 * day_ms;

/// One person who keeps one record that nobody confirmed for long.
struct Nudge {
    RecordKind kind = RecordKind::organization;
    RecordId record_id{};
    std::string record_name;
    AccountId account_id{};
    std::string name;
    std::string email;
    std::string language;

    static constexpr auto fields() {
        return std::tuple{
            field("kind", &Nudge::kind),
            field("record_id", &Nudge::record_id),
            field("record_name", &Nudge::record_name),
            field("account_id", &Nudge::account_id),
            field("name", &Nudge::name),
            field("email", &Nudge::email),
            field("language", &Nudge::language),
        };
    }
};

/// Whom to ask today: of each published record that its people keep and did not confirm, the accounts that
/// keep it and were not asked within the pause. Invented records are left out.
/// @param most  At once; the rest is asked the next time.
std::vector<Nudge> list_due(db::Session& session, const System& by, Instant now, int most);

/// Notes that somebody was asked.
void note(db::Session& session, const Nudge& nudge, Instant now);

/// What a link in such a mail says; nobody without the installation's key can make one.
struct Link {
    RecordKind kind = RecordKind::organization;
    RecordId record_id{};
    AccountId account_id{};
    Instant expires_at{};
};
std::string token_of(const App& app, const Link& link);
/// @return Nothing when it is none of ours or has expired.
std::optional<Link> link_of(const App& app, std::string_view token);

/// The mail, in the person's language, with the link.
mail::Mail mail_of(const App& app, const Nudge& nudge, Instant now);

/// Notes that the record is right today, as the account of the link.
/// @return ErrorCode::not_found when the record is gone, or the account keeps it no more.
Result<void> confirm(db::Session& session, const Link& link, Instant now);

}  // namespace konbit::nudges
