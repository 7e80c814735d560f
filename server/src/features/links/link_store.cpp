// SPDX-License-Identifier: Apache-2.0
#include "features/links/link_store.hpp"

#include "db/columns.hpp"
#include "features/answers/answered.hpp"
#include "features/links/paper_code.hpp"
#include "features/links/recipient.hpp"
#include "features/mail/outbox.hpp"

#include <fmt/core.h>

namespace konbit::links {

namespace {

std::optional<Invited> with_wave(db::Session& db, std::optional<Invitation> invitation) {
    if (!invitation) return std::nullopt;
    auto wave =
        db.one<Wave>("SELECT " + db::columns<Wave>() + " FROM waves WHERE id = $1", invitation->wave_id);
    if (!wave) return std::nullopt;
    return Invited{*std::move(invitation), *std::move(wave)};
}

}  // namespace

std::vector<LinkRow> list_links(db::Session& db, const WaveFacilitator& by) {
    return db.query<LinkRow>(
        fmt::format(R"(
        SELECT r.id, r.wave_member_id, w.label, {}, {}, {},
               (SELECT count(*) FROM respondents o WHERE o.wave_member_id = w.id),
               {}, r.reference, r.link_version, r.state,
               COALESCE((SELECT max(a.received_at) FROM answers a WHERE a.respondent_id = r.id),
                        r.finished_at, r.consented_at), r.mailed_at, r.handed_at, '', '', {}, ''
        FROM respondents r
        JOIN wave_members w ON w.id = r.wave_member_id
        JOIN waves v ON v.id = r.wave_id {}
        WHERE r.wave_id = $1 AND v.imported_from IS NULL AND {}
        ORDER BY w.position, r.place, r.id)",
                    recipient_name, recipient_email, recipient_phone, recipient_language,
                    fmt::format(mail::address_refused_at, recipient_email), recipient_joins, has_recipient),
        by.wave());
}

void note_mailed(db::Session& db, const WaveFacilitator& by, const RespondentId& respondent, Instant now) {
    db.change("UPDATE respondents SET mailed_at = $1 WHERE id = $2 AND wave_id = $3", now, respondent,
              by.wave());
}

Result<void> note_handed(db::Session& db, const WaveFacilitator& by, const RespondentId& respondent,
                         std::optional<Instant> when) {
    const auto changed = db.change("UPDATE respondents SET handed_at = $1 WHERE id = $2 AND wave_id = $3",
                                   when, respondent, by.wave());
    if (changed == 0) return failure(ErrorCode::not_found, "respondent");
    return {};
}

void add_urls(std::vector<LinkRow>& rows, const crypto::Key& key, std::string_view base_url) {
    for (auto& row : rows) {
        row.url = link_url(base_url, row.reference, link_token(key, row.respondent_id, row.link_version));
        row.code = paper_code(key, row.reference, row.respondent_id, row.link_version);
    }
}

Result<void> replace_link(db::Session& db, const WaveFacilitator& by, const RespondentId& respondent) {
    const auto changed = db.change(
        "UPDATE respondents SET link_version = link_version + 1, mailed_at = NULL, handed_at = NULL"
        " WHERE id = $1 AND wave_id = $2",
        respondent, by.wave());
    if (changed == 0) return failure(ErrorCode::not_found, "respondent");
    return {};
}

std::optional<Invited> find_by_reference(db::Session& db, std::string_view reference) {
    return with_wave(
        db, db.one<Invitation>(
                "SELECT " + db::columns<Invitation>() + " FROM respondents WHERE reference = $1", reference));
}

std::vector<Invited> list_by_locator(db::Session& db, std::string_view locator) {
    std::vector<Invited> all;
    const std::string from = std::string(locator) + "0000";
    const std::string to = std::string(locator) + "ZZZZ";
    for (auto& each : db.query<Invitation>(
             "SELECT " + db::columns<Invitation>() + " FROM respondents WHERE reference BETWEEN $1 AND $2",
             from, to))
        if (auto invited = with_wave(db, std::move(each))) all.push_back(*std::move(invited));
    return all;
}

std::optional<Invited> find_invited(db::Session& db, const RespondentId& respondent) {
    return with_wave(
        db, db.one<Invitation>("SELECT " + db::columns<Invitation>() + " FROM respondents WHERE id = $1",
                               respondent));
}

bool has_answered(db::Session& db, const RespondentId& respondent) {
    return db.value<std::int64_t>(
               fmt::format("SELECT count(*) FROM respondents r JOIN row_states s ON s.respondent_id = r.id"
                           " WHERE r.id = $1 AND {}",
                           answers::is_answered),
               respondent) > 0;
}

void note_opened(db::Session& db, const Respondent& by) {
    db.change("UPDATE respondents SET state = 'opened' WHERE id = $1 AND state = 'invited'", by.respondent());
}

}  // namespace konbit::links
