// SPDX-License-Identifier: Apache-2.0
#include "features/unlisted/groups.hpp"

#include "core/text.hpp"
#include "features/duplicates/register.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace konbit::unlisted {

namespace {

constexpr std::size_t most_proposals = 5;

/// Entries of one key are one organization under one verdict.
using GroupKey = std::tuple<std::string, UnlistedVerdict, std::optional<OrganizationId>>;

GroupKey key_of(const Entry& entry) {
    return {spelling_key(entry.name, entry.country_code), entry.verdict, entry.organization_id};
}

/// The spelling that most used; of equally many the first in order.
std::string commonest_name(const std::vector<const Entry*>& entries) {
    std::map<std::string, int> uses;
    for (const Entry* each : entries) ++uses[each->name];
    return std::ranges::max_element(uses, {}, [](const auto& use) { return use.second; })->first;
}

std::optional<std::string> first_locality(const std::vector<const Entry*>& entries) {
    const auto found =
        std::ranges::find_if(entries, [](const Entry* each) { return each->locality.has_value(); });
    return found == entries.end() ? std::nullopt : (*found)->locality;
}

UnlistedGroup group_of(const std::vector<const Entry*>& entries) {
    const Entry& first = *entries.front();
    UnlistedGroup group{.name = commonest_name(entries),
                        .country_code = first.country_code,
                        .locality = first_locality(entries),
                        .kind = first.kind,
                        .verdict = first.verdict,
                        .organization_id = first.organization_id};
    std::set<WaveMemberId> members;
    for (const Entry* each : entries) {
        group.ids.push_back(each->id);
        members.insert(each->named_by);
    }
    // Their order in the database could tell who came first.
    std::ranges::sort(group.ids);
    group.named_by = static_cast<std::int64_t>(members.size());
    return group;
}

duplicates::Fingerprint fingerprint_of(const UnlistedGroup& group) {
    return duplicates::fingerprint({.name = group.name, .country_code = group.country_code.value_or("")});
}

duplicates::Register register_of(const std::vector<RosterName>& roster) {
    std::vector<duplicates::Fingerprint> fingerprints;
    for (const auto& each : roster)
        fingerprints.push_back(
            duplicates::fingerprint({.name = each.name, .country_code = each.country_code}));
    return duplicates::Register(std::move(fingerprints));
}

duplicates::Register register_of(const std::vector<UnlistedGroup>& groups) {
    std::vector<duplicates::Fingerprint> fingerprints;
    for (const auto& each : groups) fingerprints.push_back(fingerprint_of(each));
    return duplicates::Register(std::move(fingerprints));
}

void propose_members(UnlistedGroup& group, const std::vector<RosterName>& roster,
                     const duplicates::Register& known) {
    for (const auto& match : known.matches(fingerprint_of(group)))
        if (group.members.size() < most_proposals)
            group.members.push_back({roster[match.place].id, roster[match.place].label, match.score.value});
}

void propose_alike(UnlistedGroup& group, const std::vector<UnlistedGroup>& groups,
                   const duplicates::Register& known) {
    for (const auto& match : known.matches(fingerprint_of(group))) {
        const UnlistedGroup& other = groups[match.place];
        if (&other != &group && other.verdict == UnlistedVerdict::pending) group.alike.push_back(other.name);
    }
}

}  // namespace

std::string spelling_key(std::string_view name, const std::optional<std::string>& country_code) {
    return duplicates::name_key(text::fold(name)).compact + "|" + country_code.value_or("");
}

std::vector<UnlistedGroup> grouped(const std::vector<Entry>& entries) {
    std::map<GroupKey, std::vector<const Entry*>> by_key;
    for (const auto& entry : entries) by_key[key_of(entry)].push_back(&entry);
    std::vector<UnlistedGroup> groups;
    for (const auto& [key, same] : by_key) groups.push_back(group_of(same));
    std::ranges::sort(groups, {}, [](const UnlistedGroup& each) {
        return std::tuple{each.verdict, -each.named_by, text::sort_key(each.name)};
    });
    return groups;
}

void propose(std::vector<UnlistedGroup>& groups, const std::vector<RosterName>& roster) {
    const auto members = register_of(roster);
    const auto others = register_of(groups);
    for (auto& group : groups) {
        if (group.verdict != UnlistedVerdict::pending) continue;
        propose_members(group, roster, members);
        propose_alike(group, groups, others);
    }
}

}  // namespace konbit::unlisted
