// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/permission/grant.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

using ClusterId = Id<struct ClusterTag>;
using OrganizationId = Id<struct OrganizationTag>;

/// On whose behalf something is read. Every reading store function takes one; there is no overload without.
class Viewer {
  public:
    /// Somebody who is not signed in: sees what is public and published.
    static Viewer anonymous() { return Viewer({}, {}); }

    /// The account, or nothing for a visitor who is not signed in.
    std::optional<AccountId> account() const { return account_; }
    bool is_signed_in() const { return account_.has_value(); }

    /// True when the role is held on the whole platform.
    bool holds(Role role) const;
    /// True when the role is held on exactly this cluster.
    bool holds(Role role, const ClusterId& cluster) const;
    bool holds(Role role, const OrganizationId& organization) const;
    bool holds_in_country(Role role, std::string_view country_code) const;

    /// The scope ids of every grant of that scope whose role is among `roles`; empty `roles` means any role.
    std::vector<std::string> scope_ids(Scope scope, std::initializer_list<Role> roles = {}) const;

    const std::vector<Grant>& grants() const { return grants_; }

    /// For whom the viewer acts in that place, as a deputy (glossary: "deputy").
    /// @return Nothing for whoever has a role of their own there, and for who has none.
    std::optional<AccountId> acts_for(Scope scope, std::string_view scope_id) const;

  private:
    friend struct Policies;
    friend class System;
    Viewer(std::optional<AccountId> account, std::vector<Grant> grants)
        : account_(account), grants_(std::move(grants)) {}

    bool holds(Role role, Scope scope, std::string_view scope_id) const;

    std::optional<AccountId> account_;
    std::vector<Grant> grants_;
};

/// Konbit itself: jobs, the command line and the engine. Never made from a request.
class System {
  public:
    /// A viewer that sees every record but people. Sealed answers stay sealed: they are not reached through a
    /// Viewer.
    static Viewer viewer();
    /// What importers and jobs need to write as the installation itself (capabilities.hpp).
    static class DirectoryEditor directory_editor();
    static class Facilitator facilitator(const ClusterId& cluster);
    static class WaveFacilitator wave_facilitator(const ClusterId& cluster, const Id<struct WaveTag>& wave);
    static class PersonKeeper person_keeper(const Id<struct PersonTag>& person);
    static class StatementReader statement_reader(const Id<struct MembershipTag>& membership,
                                                  const ClusterId& cluster);
    static class Analyst analyst(const ClusterId& cluster, const Id<struct WaveTag>& wave);
    /// For importers of answers that were given elsewhere.
    static class Respondent respondent(const Id<struct RespondentTag>& respondent,
                                       const Id<struct WaveTag>& wave);
};

/// The SQL condition under which `viewer` may see rows of `organizations AS alias`.
/// Ids and codes stand in it as checked literals, so that it can be part of any statement.
std::string organizations_visible_to(const Viewer& viewer, std::string_view alias);

/// The same for rows of `clusters AS alias`.
std::string clusters_visible_to(const Viewer& viewer, std::string_view alias);

/// The SQL condition under which `viewer` keeps the directory of the country whose code stands in `column`.
std::string countries_kept_by(const Viewer& viewer, std::string_view column);

/// The same for rows of `contact_roles AS alias`, and so for people: a facilitator knows the people of the
/// own clusters, an organization's people their own colleagues. Nobody else knows any, an administrator
/// neither.
std::string contact_roles_visible_to(const Viewer& viewer, std::string_view alias);

}  // namespace konbit
