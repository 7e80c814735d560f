// SPDX-License-Identifier: Apache-2.0
#include "features/links/link_list.hpp"

#include "core/csv.hpp"
#include "db/database.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/links/link_mail.hpp"

namespace konbit::links {

std::vector<LinkRow> list_with_urls(App& app, const WaveFacilitator& by) {
    auto rows = app.database.read([&](db::Session& db) { return list_links(db, by); });
    add_urls(rows, app.keys.derive(link_purpose), app.config.base_url);
    const auto context = app.database.read([&](db::Session& db) { return mail_context(db, by); });
    for (auto& row : rows) row.message = link_message(app.texts, row, context);
    return rows;
}

std::string links_csv(const std::vector<LinkRow>& rows) {
    std::string out;
    CsvWriter csv(out);
    for (const std::string_view name : {"label", "contact_name", "contact_phone", "contact_email", "language",
                                        "state", "url", "code", "message"})
        csv.cell(name);
    csv.end_row();
    for (const auto& row : rows) {
        csv.cell(row.label).cell(row.contact_name.value_or("")).cell(row.contact_phone.value_or(""));
        csv.cell(row.contact_email.value_or("")).cell(row.language).cell(name_of(row.state));
        csv.cell(row.url).cell(row.code).cell(row.message);
        csv.end_row();
    }
    return out;
}

}  // namespace konbit::links
