// SPDX-License-Identifier: Apache-2.0
#include "features/exports/export_store.hpp"

#include "db/columns.hpp"

#include <fmt/core.h>

namespace konbit::exports {

namespace {

/// What the stamp says of the consent under which answers are in the file.
std::string_view consent_of(ExportPurpose purpose) {
    switch (purpose) {
        case ExportPurpose::facilitation:
            return "open questions, and limited ones of members who agreed to be named before their "
                   "facilitator";
        case ExportPurpose::evaluation:
            return "totals, nobody by name";
        case ExportPurpose::members:
            return "open questions of members who agreed to a map for members";
        case ExportPurpose::research:
            return "without names, of members who agreed to research";
    }
    return "";
}

/// Names around a file.
struct Around {
    std::string wave;
    std::string cluster;
    std::string account;

    static constexpr auto fields() {
        return std::tuple{field("wave", &Around::wave), field("cluster", &Around::cluster),
                          field("account", &Around::account)};
    }
};

struct Agreement {
    std::string recipient;
    Date agreed_on{};
    std::string agreed_by;
    std::string approved_by;

    static constexpr auto fields() {
        return std::tuple{
            field("recipient", &Agreement::recipient), field("agreed_on", &Agreement::agreed_on),
            field("agreed_by", &Agreement::agreed_by), field("approved_by", &Agreement::approved_by)};
    }
};

/// Under what a file for research left, with a blank before it.
std::string agreement_of(db::Session& db, const Export& file) {
    const auto under = !file.request_id ? std::nullopt
                                        : db.one<Agreement>(R"(
        SELECT q.recipient, q.agreed_on, q.agreed_by, COALESCE(a.name, '')
        FROM research_requests q LEFT JOIN accounts a ON a.id = q.decided_by
        WHERE q.id = $1)",
                                                            file.request_id);
    if (!under) return "";
    return fmt::format(" To {} under the data-use agreement that {} signed on {}; approved by {}.",
                       under->recipient, under->agreed_by, under->agreed_on.str(), under->approved_by);
}

StampedExport stamped(db::Session& db, Export file) {
    const auto around = *db.one<Around>(R"(
        SELECT w.title, c.name, COALESCE((SELECT a.name FROM accounts a WHERE a.id = $2), '')
        FROM waves w JOIN clusters c ON c.id = w.cluster_id
        WHERE w.id = $1)",
                                        file.wave_id, file.account_id);
    std::string stamp = fmt::format(
        "Konbit export {}: {}, {}; {} of {} answered. By {} on {}, for {}. Consent: {}. Sealed questions are "
        "in no export.",
        file.id.view(), around.cluster, around.wave, file.answered, file.asked, around.account,
        utc_date(file.exported_at).str(), name_of(file.purpose), consent_of(file.purpose));
    stamp += agreement_of(db, file);
    if (file.sha256) stamp += fmt::format(" SHA-256 of the rows: {}.", *file.sha256);
    return {std::move(file), std::move(stamp)};
}

}  // namespace

std::set<WaveMemberId> agreed_to(db::Session& db, const WaveId& wave, ExportPurpose purpose) {
    const std::string_view column =
        purpose == ExportPurpose::research ? "shares_with_research" : "shares_with_members";
    const auto members = db.query<WaveMemberId>(
        // Several people may answer for one member: each has to have agreed.
        fmt::format("SELECT wave_member_id FROM respondents WHERE wave_id = $1 AND consent IS NOT NULL"
                    " GROUP BY wave_member_id HAVING min(CASE WHEN {} THEN 1 ELSE 0 END) = 1",
                    column),
        wave);
    return {members.begin(), members.end()};
}

StampedExport insert(db::Session& db, const WaveFacilitator& by, Export draft, Instant now) {
    draft.id = new_id<ExportId>();
    draft.wave_id = by.wave();
    draft.account_id = by.viewer().account();
    draft.exported_at = now;
    db::insert(db, "exports", draft);
    return stamped(db, std::move(draft));
}

std::vector<StampedExport> list_exports(db::Session& db, const WaveFacilitator& by) {
    std::vector<StampedExport> all;
    for (auto& file : db.query<Export>("SELECT " + db::columns<Export>() + R"( FROM exports
        WHERE wave_id = $1 ORDER BY exported_at DESC, id DESC)",
                                       by.wave()))
        all.push_back(stamped(db, std::move(file)));
    return all;
}

}  // namespace konbit::exports
