// SPDX-License-Identifier: Apache-2.0
#include "db/database.hpp"
#include "features/limits.hpp"
#include "features/links/link_list.hpp"
#include "features/links/link_mail.hpp"
#include "features/links/link_routes.hpp"
#include "features/mail/outbox.hpp"
#include "features/permission/policies.hpp"
#include "features/surveys/wave_store.hpp"

#include <algorithm>

namespace konbit::links {

namespace {

/// Writing to a few members, one by one, is no mailing.
constexpr std::size_t free_of_limit = 5;

struct Recipients {
    std::vector<RespondentId> respondent_ids;

    static constexpr auto fields() {
        return std::tuple{field("respondent_ids", &Recipients::respondent_ids)};
    }
};

/// What became of a mailing.
struct Sent {
    int queued = 0;
    std::vector<std::string> without_address;  ///< Labels of members who have no e-mail address.

    static constexpr auto fields() {
        return std::tuple{field("queued", &Sent::queued), field("without_address", &Sent::without_address)};
    }
};

/// Links are mailed while they open something: for answers, then for replies.
Result<void> check_mailable(const Wave& wave, Instant now) {
    if (surveys::check_takes_replies(wave, now)) return {};
    return surveys::check_takes_answers(wave, now);
}

/// The chosen rows of a wave that is open, or in its time of reply.
Result<std::vector<LinkRow>> chosen(App& app, const WaveFacilitator& by, const Recipients& recipients) {
    KONBIT_TRY(const Wave wave, app.database.read([&](db::Session& db) { return surveys::find(db, by); }));
    KONBIT_CHECK(check_mailable(wave, app.clock.now()));
    auto rows = list_with_urls(app, by);
    std::erase_if(rows, [&](const LinkRow& row) {
        return std::ranges::find(recipients.respondent_ids, row.respondent_id) ==
               recipients.respondent_ids.end();
    });
    if (rows.size() != recipients.respondent_ids.size()) return failure(ErrorCode::not_found, "respondent");
    return rows;
}

/// Writes the mails outside of the transaction that queues them.
std::vector<mail::Mail> mails_to(App& app, const WaveFacilitator& by, const std::vector<LinkRow>& rows) {
    const auto context = app.database.read([&](db::Session& db) { return mail_context(db, by); });
    std::vector<mail::Mail> mails;
    for (const auto& row : rows)
        if (row.contact_email) mails.push_back(link_mail(app.texts, row, context));
    return mails;
}

Sent outcome(const std::vector<LinkRow>& rows) {
    Sent sent;
    for (const auto& row : rows) {
        if (row.contact_email)
            sent.queued += 1;
        else
            sent.without_address.push_back(row.label);
    }
    return sent;
}

Result<Sent> send(App& app, WaveId, const WaveFacilitator& by, Create<Recipients> recipients) {
    if (recipients.respondent_ids.size() > free_of_limit)
        KONBIT_CHECK(app.limits.admit_mailing(by.cluster().view()));
    KONBIT_TRY(const std::vector<LinkRow> rows, chosen(app, by, recipients));
    const auto mails = mails_to(app, by, rows);
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& db) -> Result<void> {
        for (const auto& each : mails) KONBIT_CHECK(mail::queue_mail(db, app.keys, each, now));
        for (const auto& row : rows)
            if (row.contact_email) note_mailed(db, by, row.respondent_id, now);
        surveys::log_event(db, by, surveys::WaveEvent::links_sent, now);
        return {};
    }));
    return outcome(rows);
}

}  // namespace

}  // namespace konbit::links

namespace konbit {

std::span<const http::Route<App>> link_mail_routes() {
    using http::route;
    static const std::array all{
        route(http::post, "/api/waves/{id}/links/send", "Mails links to members, in their languages",
              may_facilitate_wave, links::send),
    };
    return all;
}

}  // namespace konbit
