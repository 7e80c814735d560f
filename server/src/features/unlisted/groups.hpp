// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/unlisted/verdict.hpp"

/// Names that several respondents wrote, put together; pure.
namespace konbit::unlisted {

/// What one respondent wrote, and what was decided about it.
struct Entry {
    UnlistedId id{};
    WaveMemberId named_by{};
    std::string name;
    std::optional<std::string> country_code;
    std::optional<std::string> locality;
    OrganizationKind kind = OrganizationKind::firm;
    UnlistedVerdict verdict = UnlistedVerdict::pending;
    std::optional<OrganizationId> organization_id;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Entry::id),
            field("named_by", &Entry::named_by),
            field("name", &Entry::name),
            field("country_code", &Entry::country_code),
            field("locality", &Entry::locality),
            field("kind", &Entry::kind),
            field("verdict", &Entry::verdict),
            field("organization_id", &Entry::organization_id),
        };
    }
};

/// What is compared of a member of the roster.
struct RosterName {
    WaveMemberId id{};
    std::string label;
    std::string name;  ///< Of its organization; the label when it has none.
    std::string country_code;
    std::optional<OrganizationId> organization_id;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &RosterName::id),
            field("label", &RosterName::label),
            field("name", &RosterName::name),
            field("country_code", &RosterName::country_code),
            field("organization_id", &RosterName::organization_id),
        };
    }
};

/// What names of one organization have in common: equal without accents, capitals, blanks and legal form, in
/// the same country.
std::string spelling_key(std::string_view name, const std::optional<std::string>& country_code);

/// The entries by organization, most named first, then by name. Only equal names are put together, and only
/// under one verdict: names that are merely alike are proposed in `alike`.
/// @complexity O(n log n)
std::vector<UnlistedGroup> grouped(const std::vector<Entry>& entries);

/// Notes for each pending group which members and which other pending groups it resembles.
/// @complexity O((groups + members) log(groups + members)), as duplicates::Register.
void propose(std::vector<UnlistedGroup>& groups, const std::vector<RosterName>& roster);

}  // namespace konbit::unlisted
