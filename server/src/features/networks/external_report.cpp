// SPDX-License-Identifier: Apache-2.0
#include "features/networks/external_report.hpp"

#include "features/networks/figures.hpp"
#include "features/networks/observation.hpp"

#include <algorithm>
#include <set>

namespace konbit::networks {

namespace {

/// From this value on a contact is regular: monthly, or more often.
constexpr int regular_from = 2;

bool is_regular(const Question& question, const Tie& tie) {
    return question.scale == Scale::binary || tie.value >= regular_from;
}

ExternalOrganization organization_of(const External& external, const QuestionData& said, int place,
                                     bool is_told) {
    ExternalOrganization organization{.id = external.id, .label = external.label, .kind = external.kind};
    if (!is_told) return organization;
    int members = 0, regular = 0;
    for (const auto& tie : said.ties) {
        if (tie.to != place) continue;
        members += 1;
        regular += is_regular(said.question, tie);
    }
    organization.members = members;
    organization.regular_members = regular;
    return organization;
}

/// Members with regular contact to any organization of the kind.
std::set<int> regular_members(const ExternalData& data, ExternalKind kind) {
    std::set<int> members;
    for (const auto& tie : data.said.ties)
        if (data.actors[static_cast<std::size_t>(tie.to)].kind == kind && is_regular(data.said.question, tie))
            members.insert(tie.from);
    return members;
}

/// Whether the members who count in figures only could be told apart by this number: those by name are known,
/// and too few of the others are among them, or too few are not.
bool is_traceable(const ExternalData& data, const std::set<int>& members) {
    int among = 0, others = 0;
    for (const int place : places(known_rows(data.said, Rows::observed)))
        if (!data.said.is_named[static_cast<std::size_t>(place)])
            (members.contains(place) ? among : others) += 1;
    if (among + others == 0) return false;
    return std::min(among, others) < disclosure::least_sealed_givers;
}

std::vector<ExternalKindShare> shares_of(const ExternalData& data, int rows, bool is_told) {
    std::vector<ExternalKindShare> shares;
    for (const auto& each : data.actors)
        if (shares.empty() || shares.back().kind != each.kind)
            shares.push_back({each.kind, 1, {}, {}});
        else
            shares.back().organizations += 1;
    for (auto& share : shares) {
        if (!is_told || rows == 0) continue;
        const auto members = regular_members(data, share.kind);
        if (is_traceable(data, members)) continue;
        share.members = static_cast<int>(members.size());
        share.share = static_cast<double>(*share.members) / rows;
    }
    return shares;
}

}  // namespace

std::optional<ExternalReport> externals_of(const WaveData& data) {
    if (!data.externals || data.externals->actors.empty()) return std::nullopt;
    const ExternalData& asked = *data.externals;
    ExternalReport report;
    report.sensitivity = asked.said.question.sensitivity;
    report.observed_rows = static_cast<int>(places(known_rows(asked.said, Rows::observed)).size());
    report.level = disclosure::report_level(report.observed_rows, data.asked());
    const bool has_level = report.level != disclosure::ReportLevel::interval_only;
    report.kinds = shares_of(asked, report.observed_rows, has_level);
    const bool is_open = report.sensitivity == Sensitivity::open && asked.said.question.may_be_named();
    for (std::size_t place = 0; place < asked.actors.size(); ++place)
        report.organizations.push_back(
            organization_of(asked.actors[place], asked.said, static_cast<int>(place), is_open));
    return report;
}

}  // namespace konbit::networks
