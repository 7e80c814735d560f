// SPDX-License-Identifier: Apache-2.0
#include "features/exports/stamp.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace konbit::exports {

namespace {

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

/// Under what a file for research left.
std::string agreement_of(db::Session& db, const Export& file, const pages::Words& words) {
    const auto under = !file.request_id ? std::nullopt
                                        : db.one<Agreement>(R"(
        SELECT q.recipient, q.agreed_on, q.agreed_by, COALESCE(a.name, '')
        FROM research_requests q LEFT JOIN accounts a ON a.id = q.decided_by
        WHERE q.id = $1)",
                                                            file.request_id);
    if (!under) return "";
    return " " + words("export.stamp.agreement", {{"recipient", under->recipient},
                                                  {"agreed_by", under->agreed_by},
                                                  {"date", words.date(under->agreed_on)},
                                                  {"approved_by", under->approved_by}});
}

std::string percent(const Export& file, const pages::Words& words) {
    const double share = file.asked > 0 ? static_cast<double>(file.answered) / file.asked : 0;
    return words("report.percent", {{"n", words.number(std::lround(share * 100))}});
}

}  // namespace

StampedExport stamped(db::Session& db, Export file, const pages::Words& words) {
    const auto around = *db.one<Around>(R"(
        SELECT w.title, c.name, COALESCE((SELECT a.name FROM accounts a WHERE a.id = $2), '')
        FROM waves w JOIN clusters c ON c.id = w.cluster_id
        WHERE w.id = $1)",
                                        file.wave_id, file.account_id);
    const auto of_purpose = [&](std::string_view what) {
        return words(fmt::format("export.stamp.{}.{}", what, name_of(file.purpose)));
    };
    std::string stamp = words("export.stamp", {{"id", file.id.str()},
                                               {"cluster", around.cluster},
                                               {"wave", around.wave},
                                               {"answered", words.number(file.answered)},
                                               {"asked", words.number(file.asked)},
                                               {"percent", percent(file, words)},
                                               {"author", around.account},
                                               {"date", words.date(utc_date(file.exported_at))},
                                               {"purpose", of_purpose("purpose")},
                                               {"consent", of_purpose("consent")}});
    stamp += agreement_of(db, file, words);
    if (file.sha256) stamp += " " + words("export.stamp.sha256", {{"sha256", *file.sha256}});
    return {std::move(file), std::move(stamp)};
}

bool is_sha256(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace konbit::exports
