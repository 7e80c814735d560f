// SPDX-License-Identifier: Apache-2.0
#include "features/statements/statement_rules.hpp"

#include "features/organizations/listing_rules.hpp"
#include "features/reference/code_rules.hpp"

#include <algorithm>
#include <tuple>

namespace konbit::statements {

namespace {

constexpr int longest_unit = 30;
constexpr int longest_text = 300;

bool belongs_to(const StatementTotal& total, const StatementEntry& entry) {
    return total.direction == entry.direction && total.kind == entry.kind &&
           total.currency == entry.currency && total.unit == entry.unit;
}

void add_to(std::vector<StatementTotal>& totals, const StatementEntry& entry) {
    auto found =
        std::ranges::find_if(totals, [&](const StatementTotal& total) { return belongs_to(total, entry); });
    if (found == totals.end())
        found = totals.insert(totals.end(), {.direction = entry.direction,
                                             .kind = entry.kind,
                                             .currency = entry.currency,
                                             .unit = entry.unit});
    found->amount += entry.amount.value_or(0);
    found->quantity += entry.quantity.value_or(0);
    found->entries += 1;
}

}  // namespace

Result<StatementEntry> checked(StatementEntry entry, Date today) {
    for (auto member :
         {&StatementEntry::currency, &StatementEntry::unit, &StatementEntry::note, &StatementEntry::evidence})
        tidy(entry.*member);
    Findings findings;
    findings.require(entry.amount || entry.quantity || entry.note, "/amount", "required");
    findings.require(!entry.amount || entry.currency, "/currency", "required");
    findings.require(entry.amount || !entry.currency, "/amount", "required");
    findings.require(!entry.quantity || entry.unit, "/unit", "required");
    findings.require(entry.quantity || !entry.unit, "/quantity", "required");
    findings.require(entry.amount.value_or(0) >= 0, "/amount", "out_of_range");
    findings.require(entry.quantity.value_or(0) >= 0, "/quantity", "out_of_range");
    findings.require(entry.happened_on <= today, "/happened_on", "in_future");
    check_code(findings, "/currency", "currency", entry.currency);
    check_length(findings, "/unit", entry.unit, longest_unit);
    check_length(findings, "/note", entry.note, longest_text);
    check_length(findings, "/evidence", entry.evidence, longest_text);
    return std::move(findings).or_value(std::move(entry));
}

std::vector<StatementTotal> totals_of(const std::vector<StatementEntry>& entries) {
    std::vector<StatementTotal> totals;
    for (const auto& entry : entries) add_to(totals, entry);
    std::ranges::sort(totals, {}, [](const StatementTotal& total) {
        return std::tuple(total.direction, total.kind, total.currency.value_or(""), total.unit.value_or(""));
    });
    return totals;
}

std::vector<EntryKind> missing_from(const std::vector<StatementEntry>& entries) {
    std::vector<EntryKind> missing;
    for (int place = 0; place < static_cast<int>(EntryKind::other); ++place) {
        const auto kind = static_cast<EntryKind>(place);
        if (std::ranges::find(entries, kind, &StatementEntry::kind) == entries.end()) missing.push_back(kind);
    }
    return missing;
}

}  // namespace konbit::statements
