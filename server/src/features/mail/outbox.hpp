// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "db/session.hpp"
#include "features/app.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/mail/mail.hpp"

#include <optional>
#include <string>
#include <vector>

namespace konbit::mail {

enum class MailState {
    waiting,  ///< Not yet accepted by the mail server.
    sent,     ///< The mail server took it.
    failed,   ///< Refused, or given up; `last_error` says why.
};
constexpr auto names(MailState) { return std::to_array<std::string_view>({"waiting", "sent", "failed"}); }

/// A message in the outbox, as its table has it.
struct OutboxMail {
    MailId id{};
    std::string recipient;
    std::string recipient_name;
    std::string subject;
    std::string
        sealed_body;  ///< Sealed by the installation key, base64url: a dump of the table gives no link.
    std::optional<std::string> sealed_unsubscribe_url{};  ///< As the body, for a mail of a series.
    std::string language;
    MailState state = MailState::waiting;
    std::optional<std::string> last_error{};
    bool is_address_refused = false;  ///< It failed because there is nobody at the address.
    Instant created_at{};
    std::optional<Instant> sent_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &OutboxMail::id, Access::read_only),
            field("recipient", &OutboxMail::recipient),
            field("recipient_name", &OutboxMail::recipient_name),
            field("subject", &OutboxMail::subject),
            field("sealed_body", &OutboxMail::sealed_body, Access::never_sent),
            field("sealed_unsubscribe_url", &OutboxMail::sealed_unsubscribe_url, Access::never_sent),
            field("language", &OutboxMail::language),
            field("state", &OutboxMail::state, Access::read_only),
            field("last_error", &OutboxMail::last_error, Access::read_only),
            field("is_address_refused", &OutboxMail::is_address_refused, Access::read_only),
            field("created_at", &OutboxMail::created_at, Access::read_only),
            field("sent_at", &OutboxMail::sent_at, Access::read_only),
        };
    }
};

/// Puts a message into the outbox, and its delivery among the jobs, in the caller's transaction: it goes out
/// exactly when what caused it holds.
/// @return ErrorCode::invalid when the message breaks a rule of checked() in mail.hpp.
Result<MailId> queue_mail(db::Session& db, const InstallationKeys& keys, const Mail& mail, Instant now);

/// The message as it was queued. @return Nothing when the installation key is another one than then.
std::optional<Mail> opened(const OutboxMail& stored, const InstallationKeys& keys);

/// @return ErrorCode::not_found when there is no such message.
Result<OutboxMail> find(db::Session& db, const MailId& id);

/// The newest messages, newest first.
std::vector<OutboxMail> list_newest(db::Session& db, int most);

void mark_sent(db::Session& db, const MailId& id, Instant now);
/// @param is_address_refused  The server said that there is nobody at the address.
void mark_failed(db::Session& db, const MailId& id, const std::string& error,
                 bool is_address_refused = false);
/// Notes why a message that is tried again has not gone out yet.
void note_error(db::Session& db, const MailId& id, const std::string& error);

/// When the mail server last said that there is nobody at an address, as an SQL expression of it; NULL when
/// it took a mail to it since, and once the mail is forgotten (thirty days).
inline constexpr std::string_view address_refused_at =
    "(SELECT max(x.created_at) FROM outbox_mail x WHERE x.is_address_refused"
    " AND lower(x.recipient) = lower({0}) AND NOT EXISTS (SELECT 1 FROM outbox_mail y"
    " WHERE lower(y.recipient) = lower({0}) AND y.state = 'sent' AND y.created_at > x.created_at))";

/// What has not gone out, for `konbit doctor`.
struct Backlog {
    std::int64_t waiting = 0;
    std::optional<Instant> oldest_at;  ///< When the oldest of them was queued.

    static constexpr auto fields() {
        return std::tuple{field("waiting", &Backlog::waiting), field("oldest_at", &Backlog::oldest_at)};
    }
};
Backlog backlog(db::Session& db);

/// Removes messages that were queued before `before`, whatever became of them. @return How many.
std::int64_t remove_old(db::Session& db, Instant before);

/// Seals by the newest installation key the bodies that former ones sealed. @return How many messages.
Result<std::int64_t> move_bodies(App& app);

}  // namespace konbit::mail
