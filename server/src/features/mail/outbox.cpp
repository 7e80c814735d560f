// SPDX-License-Identifier: Apache-2.0
#include "features/mail/outbox.hpp"

#include "core/codec.hpp"
#include "db/columns.hpp"
#include "db/database.hpp"
#include "features/jobs/queue.hpp"
#include "features/mail/delivery.hpp"
#include "json/writer.hpp"

namespace konbit::mail {

namespace {

constexpr std::string_view body_purpose = "mail body";

/// The id is sealed in: a text cannot be moved to another message.
std::string sealed(const std::string& text, const MailId& id, const InstallationKeys& keys) {
    return codec::to_base64url(crypto::seal(keys.derive(body_purpose), text, id.view()));
}

std::optional<std::string> unsealed(const std::string& sealed, const MailId& id,
                                    const InstallationKeys& keys) {
    const auto bytes = codec::from_base64url(sealed);
    if (!bytes) return std::nullopt;
    return keys.first(body_purpose,
                      [&](const crypto::Key& key) { return crypto::open(key, *bytes, id.view()); });
}

/// The message as the newest key seals it; nothing when that key opens it already, or none does.
std::optional<OutboxMail> moved(const OutboxMail& stored, const InstallationKeys& keys) {
    const auto bytes = codec::from_base64url(stored.sealed_body);
    if (!bytes || crypto::open(keys.derive(body_purpose), *bytes, stored.id.view())) return std::nullopt;
    const auto mail = opened(stored, keys);
    if (!mail) return std::nullopt;
    OutboxMail anew = stored;
    anew.sealed_body = sealed(mail->body, stored.id, keys);
    if (stored.sealed_unsubscribe_url)
        anew.sealed_unsubscribe_url = sealed(mail->unsubscribe_url, stored.id, keys);
    return anew;
}

}  // namespace

Result<MailId> queue_mail(db::Session& db, const InstallationKeys& keys, const Mail& mail, Instant now) {
    KONBIT_TRY(const Mail valid, checked(mail));
    const auto id = new_id<MailId>();
    db::insert(
        db, "outbox_mail",
        OutboxMail{.id = id,
                   .recipient = valid.recipient,
                   .recipient_name = valid.recipient_name,
                   .subject = valid.subject,
                   .sealed_body = sealed(valid.body, id, keys),
                   .sealed_unsubscribe_url = valid.unsubscribe_url.empty()
                                                 ? std::nullopt
                                                 : std::optional(sealed(valid.unsubscribe_url, id, keys)),
                   .language = valid.language,
                   .created_at = now});
    jobs::enqueue(db, {.kind = std::string(delivery_kind), .payload = json::text_of(DeliveryOrder{id})}, now);
    return id;
}

std::optional<Mail> opened(const OutboxMail& stored, const InstallationKeys& keys) {
    auto body = unsealed(stored.sealed_body, stored.id, keys);
    if (!body) return std::nullopt;
    Mail mail{stored.recipient, stored.recipient_name, stored.subject, *std::move(body), stored.language};
    if (stored.sealed_unsubscribe_url)
        mail.unsubscribe_url = unsealed(*stored.sealed_unsubscribe_url, stored.id, keys).value_or("");
    return mail;
}

Result<OutboxMail> find(db::Session& db, const MailId& id) {
    auto stored =
        db.one<OutboxMail>("SELECT " + db::columns<OutboxMail>() + " FROM outbox_mail WHERE id = $1", id);
    if (!stored) return failure(ErrorCode::not_found, "mail");
    return *std::move(stored);
}

std::vector<OutboxMail> list_newest(db::Session& db, int most) {
    return db.query<OutboxMail>("SELECT " + db::columns<OutboxMail>() +
                                    " FROM outbox_mail ORDER BY created_at DESC, id DESC LIMIT $1",
                                most);
}

void mark_sent(db::Session& db, const MailId& id, Instant now) {
    db.change("UPDATE outbox_mail SET state = 'sent', sent_at = $2, last_error = NULL WHERE id = $1", id,
              now);
}

void mark_failed(db::Session& db, const MailId& id, const std::string& error, bool is_address_refused) {
    db.change(
        "UPDATE outbox_mail SET state = 'failed', last_error = $2, is_address_refused = $3 WHERE id = $1", id,
        error, is_address_refused);
}

void note_error(db::Session& db, const MailId& id, const std::string& error) {
    db.change("UPDATE outbox_mail SET last_error = $2 WHERE id = $1", id, error);
}

Backlog backlog(db::Session& db) {
    return db.value<Backlog>("SELECT count(*), min(created_at) FROM outbox_mail WHERE state = 'waiting'");
}

Result<std::int64_t> move_bodies(App& app) {
    const auto all = app.database.read([](db::Session& db) {
        return db.query<OutboxMail>("SELECT " + db::columns<OutboxMail>() + " FROM outbox_mail");
    });
    std::vector<OutboxMail> moves;
    for (const auto& stored : all)
        if (auto mail = moved(stored, app.keys)) moves.push_back(*std::move(mail));
    return app.database.write_large([&](db::Session& db) -> Result<std::int64_t> {
        for (const auto& each : moves)
            db.change("UPDATE outbox_mail SET sealed_body = $2, sealed_unsubscribe_url = $3 WHERE id = $1",
                      each.id, each.sealed_body, each.sealed_unsubscribe_url);
        return static_cast<std::int64_t>(moves.size());
    });
}

std::int64_t remove_old(db::Session& db, Instant before) {
    return db.change("DELETE FROM outbox_mail WHERE created_at < $1", before);
}

}  // namespace konbit::mail
