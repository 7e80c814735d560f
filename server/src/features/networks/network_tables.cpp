// SPDX-License-Identifier: Apache-2.0
#include "features/networks/network_tables.hpp"

#include "core/csv.hpp"

#include <algorithm>
#include <map>

namespace konbit::networks {

namespace {

Result<void> check_named(const NetworkReport& report, QuestionKey key) {
    const auto found = std::ranges::find(report.questions, key, &QuestionReport::key);
    if (found == report.questions.end() || found->sensitivity == Sensitivity::sealed)
        return failure(ErrorCode::not_found, "question");
    return {};
}

constexpr std::string_view invented = "Invented demonstration data";

/// Ends a row. Invented data say so in a column of their own, however the file is cut or sorted later.
void end_row(CsvWriter& csv, const NetworkReport& report, std::string_view note = invented) {
    if (report.wave.is_demo) csv.cell(note);
    csv.end_row();
}

void header(CsvWriter& csv, const NetworkReport& report, std::initializer_list<std::string_view> names) {
    for (const auto name : names) csv.cell(name);
    end_row(csv, report, "note");
}

std::string_view yes_or_no(bool value) { return value ? "yes" : "no"; }

/// Whoever withdrew or objected after freezing counts, and has no name.
std::string name_of_node(const MapNode& node) { return node.label.empty() ? "unnamed other" : node.label; }

/// Ties given and received by each member, in one question.
struct Counts {
    std::map<WaveMemberId, long long> given{}, received{};
};

Counts counts_of(const NetworkReport& report, QuestionKey key) {
    Counts counts;
    for (const auto& tie : report.map.ties) {
        if (tie.question != key) continue;
        counts.given[tie.from] += 1;
        counts.received[tie.to] += 1;
    }
    return counts;
}

}  // namespace

Result<std::string> members_csv(const NetworkReport& report, QuestionKey key) {
    KONBIT_CHECK(check_named(report, key));
    Counts counts = counts_of(report, key);
    std::string out;
    CsvWriter csv(out);
    header(csv, report,
           {"label", "kind", "country_code", "subsector", "subgroup", "answered", "named_by", "names"});
    for (const auto& node : report.map.nodes) {
        csv.cell(name_of_node(node))
            .cell(node.kind)
            .cell(node.country_code)
            .cell(node.subsector.value_or(""));
        csv.cell(node.subgroup.value_or("")).cell(yes_or_no(node.answered)).cell(counts.received[node.id]);
        csv.cell(counts.given[node.id]);
        end_row(csv, report);
    }
    return out;
}

Result<std::string> ties_csv(const NetworkReport& report, QuestionKey key) {
    KONBIT_CHECK(check_named(report, key));
    std::map<WaveMemberId, std::string> labels;
    for (const auto& node : report.map.nodes) labels.emplace(node.id, name_of_node(node));
    std::string out;
    CsvWriter csv(out);
    header(csv, report, {"from", "to", "value", "mutual"});
    for (const auto& tie : report.map.ties) {
        if (tie.question != key) continue;
        csv.cell(labels[tie.from]).cell(labels[tie.to]).cell(static_cast<long long>(tie.value));
        csv.cell(yes_or_no(tie.mutual));
        end_row(csv, report);
    }
    return out;
}

}  // namespace konbit::networks
