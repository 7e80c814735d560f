// SPDX-License-Identifier: Apache-2.0
#include "features/mail/delivery.hpp"

#include "db/database.hpp"
#include "features/jobs/runner.hpp"
#include "features/mail/message.hpp"
#include "features/mail/outbox.hpp"
#include "features/mail/smtp.hpp"
#include "json/reader.hpp"

namespace konbit::mail {

namespace {

constexpr jobs::Terms terms{.attempts = 20, .first_delay_ms = 30'000, .longest_delay_ms = 6 * hour_ms};

/// One delivery of one message.
class Attempt {
  public:
    Attempt(App& app, const Sender& sender, jobs::JobContext& context)
        : app_(app), sender_(sender), context_(context), now_(app.clock.now()) {}

    Result<void> run() {
        KONBIT_TRY(const DeliveryOrder order,
                   json::read<DeliveryOrder>(context_.payload(), json::Purpose::stored));
        const auto stored = app_.database.read([&](db::Session& db) { return find(db, order.mail_id); });
        if (!stored || stored->state != MailState::waiting) return {};
        if (now_ - stored->created_at > longest_wait_ms) return give_up(*stored, "waited_too_long");
        const auto mail = opened(*stored, app_.keys);
        if (!mail) return give_up(*stored, "sealed_with_another_key");
        return conclude(*stored, hand_over(*stored, *mail));
    }

  private:
    DeliveryReport hand_over(const OutboxMail& stored, const Mail& mail) const {
        return deliver({.url = app_.config.smtp_url},
                       {.from = sender_.address,
                        .to = mail.recipient,
                        .text = message(mail, sender_, stored.id, stored.created_at)},
                       [this] { return context_.is_stopping(); });
    }

    Result<void> conclude(const OutboxMail& stored, const DeliveryReport& report) {
        if (report.delivery == Delivery::accepted)
            return note([&](db::Session& db) { mark_sent(db, stored.id, now_); });
        if (report.delivery == Delivery::refused)
            return give_up(stored, report.reason, report.is_about_the_address());
        if (context_.is_last_attempt() && !context_.is_stopping()) return give_up(stored, report.reason);
        KONBIT_CHECK(note([&](db::Session& db) { note_error(db, stored.id, report.reason); }));
        return failure(ErrorCode::unavailable, report.reason);
    }

    Result<void> give_up(const OutboxMail& stored, const std::string& why, bool is_address_refused = false) {
        return note([&](db::Session& db) { mark_failed(db, stored.id, why, is_address_refused); });
    }

    template <class Change>
    Result<void> note(const Change& change) {
        return app_.database.write([&](db::Session& db) -> Result<void> {
            change(db);
            return {};
        });
    }

    App& app_;
    const Sender& sender_;
    jobs::JobContext& context_;
    Instant now_;
};

}  // namespace

Result<void> add_delivery(jobs::Handlers& handlers, App& app) {
    if (app.config.smtp_url.empty()) return {};
    const auto sender = Sender::parse(app.config.mail_from);
    if (!sender) return failure(ErrorCode::invalid, "mail_from");
    handlers.add(
        std::string(delivery_kind),
        [&app, from = *sender](jobs::JobContext& context) { return Attempt(app, from, context).run(); },
        terms);
    return {};
}

}  // namespace konbit::mail
