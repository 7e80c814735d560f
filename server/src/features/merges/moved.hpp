// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/agreements/agreement.hpp"
#include "features/memberships/membership.hpp"
#include "features/people/person.hpp"
#include "features/projects/project.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

/// What changed hands in a merge, so that it can be handed back.
namespace konbit::merges {

/// The two organizations of a merge.
struct Sides {
    OrganizationId survivor;
    OrganizationId duplicate;
};

/// A group that a roster entry was in.
struct GroupPlace {
    MemberGroupId group_id{};
    bool is_new = false;  ///< The survivor's entry was not in it.

    static constexpr auto fields() {
        return std::tuple{field("group_id", &GroupPlace::group_id), field("is_new", &GroupPlace::is_new)};
    }
};

/// A roster on which both stood: the duplicate's entry is taken out, and what hung on it goes to the
/// survivor's.
struct SharedEntry {
    Membership entry;     ///< Of the duplicate.
    MembershipId kept{};  ///< Of the survivor.
    std::vector<std::string> statement_entries;
    std::vector<std::string> wave_members;
    std::vector<GroupPlace> groups;
    std::optional<ContactRoleId> contact;  ///< The role of the person who got its mail.
    bool gives_contact = false;            ///< Nobody got the survivor's mail: that person does now.
    /// Ids of rows in which it has a part, by "table.column" (shared_parts.hpp).
    std::map<std::string, std::vector<std::string>, std::less<>> parts{};

    static constexpr auto fields() {
        return std::tuple{
            field("entry", &SharedEntry::entry),
            field("kept", &SharedEntry::kept),
            field("statement_entries", &SharedEntry::statement_entries),
            field("wave_members", &SharedEntry::wave_members),
            field("groups", &SharedEntry::groups),
            field("contact", &SharedEntry::contact),
            field("gives_contact", &SharedEntry::gives_contact),
            field("parts", &SharedEntry::parts).defaulted(),
        };
    }
};

/// A part of the duplicate in a project.
struct ProjectPart {
    ProjectId project_id{};
    ProjectRole role = ProjectRole::support;
    std::int64_t position = 0;
    bool is_new = false;  ///< The survivor had no such part.

    static constexpr auto fields() {
        return std::tuple{field("project_id", &ProjectPart::project_id), field("role", &ProjectPart::role),
                          field("position", &ProjectPart::position), field("is_new", &ProjectPart::is_new)};
    }
};

/// The duplicate among the parties of an agreement, by the name that stands there.
struct PartyPlace {
    AgreementId agreement_id{};
    std::string name;

    static constexpr auto fields() {
        return std::tuple{field("agreement_id", &PartyPlace::agreement_id), field("name", &PartyPlace::name)};
    }
};

struct Moved {
    std::map<std::string, std::vector<std::string>, std::less<>> ids;  ///< Rows that changed hands, by table.
    std::vector<SharedEntry> shared;
    std::vector<ProjectPart> parts;
    std::vector<PartyPlace> parties;

    static constexpr auto fields() {
        return std::tuple{field("ids", &Moved::ids), field("shared", &Moved::shared),
                          field("parts", &Moved::parts), field("parties", &Moved::parties)};
    }
};

}  // namespace konbit::merges
