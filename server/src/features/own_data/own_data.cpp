// SPDX-License-Identifier: Apache-2.0
#include "features/own_data/own_data.hpp"

#include "core/csv.hpp"

namespace konbit::own_data {

namespace {

/// @note people::erase() and people::erase_account() say the same on their receipts.
std::vector<std::string> stays_for(const Subject& subject) {
    if (!subject.account) return {"answers", "change_lines", "mark", "delivered_mail", "backups"};
    return {"answers", "change_lines", "records", "mark", "delivered_mail", "backups"};
}

void write_record(CsvWriter& csv, const Holding& holding, std::size_t index) {
    const auto& record = holding.records[index];
    for (const auto& column : holding.columns) {
        const auto value = record.find(column);
        if (value == record.end()) continue;
        csv.cell(holding.table).cell(static_cast<long long>(index + 1)).cell(column).cell(value->second);
        csv.end_row();
    }
}

}  // namespace

OwnData collect(db::Session& db, const Subject& subject, Instant now) {
    OwnData data;
    data.made_at = now;
    data.email = subject.address.value_or("");
    data.has_account =
        subject.account ||
        (subject.address && db.value<std::int64_t>("SELECT count(*) FROM accounts WHERE email_folded = $1",
                                                   *subject.address) > 0);
    data.holdings = list_holdings(db, subject);
    data.stays = stays_for(subject);
    return data;
}

std::string to_csv(const OwnData& data) {
    std::string text;
    CsvWriter csv(text);
    csv.cell("table").cell("record").cell("field").cell("value");
    csv.end_row();
    for (const auto& holding : data.holdings)
        for (std::size_t i = 0; i < holding.records.size(); ++i) write_record(csv, holding, i);
    return text;
}

}  // namespace konbit::own_data
