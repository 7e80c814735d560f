// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/permission/viewer.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>

/// Proofs that somebody may do something here, given by a policy (policies.hpp) and demanded by the store
/// functions that write. Their constructors are private: a handler cannot make one, so a forgotten check does
/// not compile.
namespace konbit {

using WaveId = Id<struct WaveTag>;
using RespondentId = Id<struct RespondentTag>;
using SavedSearchId = Id<struct SavedSearchTag>;
using ChangeId = Id<struct ChangeTag>;
using ImportId = Id<struct ImportTag>;
using PersonId = Id<struct PersonTag>;
using MembershipId = Id<struct MembershipTag>;

/// Somebody is signed in: may change what belongs to the own account.
class SignedIn {
  public:
    const AccountId& account() const { return account_; }
    const Viewer& viewer() const { return viewer_; }

  private:
    friend struct Policies;
    SignedIn(AccountId account, Viewer viewer) : account_(account), viewer_(std::move(viewer)) {}
    AccountId account_;
    Viewer viewer_;
};

/// May add records to the directory of a country, or of every country.
class DirectoryEditor {
  public:
    const Viewer& viewer() const { return viewer_; }
    /// Whether records of that country are in reach.
    bool may_edit(std::string_view country_code) const;
    /// What changing an organization of that country demands; nothing when it is out of reach.
    std::optional<class OrganizationEditor> editor_of(const OrganizationId& organization,
                                                      std::string_view country_code) const;

  private:
    friend struct Policies;
    friend class System;
    explicit DirectoryEditor(Viewer viewer) : viewer_(std::move(viewer)) {}
    Viewer viewer_;
};

/// May change one organization.
class OrganizationEditor {
  public:
    const OrganizationId& organization() const { return organization_; }
    const Viewer& viewer() const { return viewer_; }
    /// Whether the organization itself acts: only then may its visibility be raised.
    bool is_owner() const { return is_owner_; }
    /// Whether the organization may become one of that country: its own people say where it sits, others only
    /// within their reach.
    bool may_move_to(std::string_view country_code) const;

  private:
    friend struct Policies;
    friend class DirectoryEditor;
    OrganizationEditor(OrganizationId organization, Viewer viewer, bool is_owner)
        : organization_(organization), viewer_(std::move(viewer)), is_owner_(is_owner) {}
    OrganizationId organization_;
    Viewer viewer_;
    bool is_owner_;
};

/// May run one cluster: its roster, its surveys, its links.
class Facilitator {
  public:
    const ClusterId& cluster() const { return cluster_; }
    const Viewer& viewer() const { return viewer_; }

  private:
    friend struct Policies;
    friend class System;
    Facilitator(ClusterId cluster, Viewer viewer) : cluster_(cluster), viewer_(std::move(viewer)) {}
    ClusterId cluster_;
    Viewer viewer_;
};

/// May take back one change of a record, as whoever may write that record.
class Reverter {
  public:
    using As = std::variant<OrganizationEditor, Facilitator>;
    const ChangeId& change() const { return change_; }
    const As& as() const { return as_; }

  private:
    friend struct Policies;
    Reverter(ChangeId change, As as) : change_(change), as_(std::move(as)) {}
    ChangeId change_;
    As as_;
};

/// May change the profile of one cluster, without a look into its roster and surveys.
class ClusterEditor {
  public:
    /// Whoever runs the cluster may.
    explicit ClusterEditor(const Facilitator& by) : ClusterEditor(by.cluster(), by.viewer(), true) {}

    const ClusterId& cluster() const { return cluster_; }
    const Viewer& viewer() const { return viewer_; }
    /// Whether the cluster itself acts: only then may its visibility be raised.
    bool is_facilitator() const { return is_facilitator_; }
    /// Whether the cluster may get its seat in that country.
    bool may_move_to(std::string_view country_code) const;

  private:
    friend struct Policies;
    ClusterEditor(ClusterId cluster, Viewer viewer, bool is_facilitator)
        : cluster_(cluster), viewer_(std::move(viewer)), is_facilitator_(is_facilitator) {}
    ClusterId cluster_;
    Viewer viewer_;
    bool is_facilitator_;
};

/// Brought a table here: may look at it, correct it, and have it written as far as the account may write.
class ImportOwner {
  public:
    const ImportId& import() const { return import_; }
    const AccountId& account() const { return account_; }
    const Viewer& viewer() const { return viewer_; }

  private:
    friend struct Policies;
    ImportOwner(ImportId import, AccountId account, Viewer viewer)
        : import_(import), account_(account), viewer_(std::move(viewer)) {}
    ImportId import_;
    AccountId account_;
    Viewer viewer_;
};

/// Speaks for one organization: keeps the list of its people.
class OrganizationStaff {
  public:
    const OrganizationId& organization() const { return organization_; }
    const Viewer& viewer() const { return viewer_; }

  private:
    friend struct Policies;
    OrganizationStaff(OrganizationId organization, Viewer viewer)
        : organization_(organization), viewer_(std::move(viewer)) {}
    OrganizationId organization_;
    Viewer viewer_;
};

/// May see, correct and erase one person: whose roles stand in an own cluster or organization, or oneself.
class PersonKeeper {
  public:
    const PersonId& person() const { return person_; }
    const Viewer& viewer() const { return viewer_; }

  private:
    friend struct Policies;
    friend class System;
    PersonKeeper(PersonId person, Viewer viewer) : person_(person), viewer_(std::move(viewer)) {}
    PersonId person_;
    Viewer viewer_;
};

/// May read what one member gives and gets: its own people and the facilitator of the cluster, nobody else.
class StatementReader {
  public:
    const MembershipId& membership() const { return membership_; }
    const ClusterId& cluster() const { return cluster_; }
    const Viewer& viewer() const { return viewer_; }
    /// Whether the member itself reads, and not its facilitator.
    bool is_member() const { return is_member_; }

  private:
    friend struct Policies;
    friend class System;
    StatementReader(MembershipId membership, ClusterId cluster, Viewer viewer, bool is_member)
        : membership_(membership), cluster_(cluster), viewer_(std::move(viewer)), is_member_(is_member) {}
    MembershipId membership_;
    ClusterId cluster_;
    Viewer viewer_;
    bool is_member_;
};

/// May run one wave of a cluster. Implies nothing about reading what was answered.
class WaveFacilitator {
  public:
    const ClusterId& cluster() const { return cluster_; }
    const WaveId& wave() const { return wave_; }
    const Viewer& viewer() const { return viewer_; }

  private:
    friend struct Policies;
    friend class System;
    WaveFacilitator(ClusterId cluster, WaveId wave, Viewer viewer)
        : cluster_(cluster), wave_(wave), viewer_(std::move(viewer)) {}
    ClusterId cluster_;
    WaveId wave_;
    Viewer viewer_;
};

/// May read the network of a wave: open ties by name, limited ones where the respondent agreed, sealed ones
/// only as sums above the thresholds of engine/survey/disclosure.hpp.
class Analyst {
  public:
    const ClusterId& cluster() const { return cluster_; }
    const WaveId& wave() const { return wave_; }

  private:
    friend struct Policies;
    friend class System;
    Analyst(ClusterId cluster, WaveId wave) : cluster_(cluster), wave_(wave) {}
    ClusterId cluster_;
    WaveId wave_;
};

/// Holds the personal link of one respondent: may give answers. Never a way to read sealed ones back.
class Respondent {
  public:
    const RespondentId& respondent() const { return respondent_; }
    const WaveId& wave() const { return wave_; }

  private:
    friend struct Policies;
    friend class System;
    Respondent(RespondentId respondent, WaveId wave) : respondent_(respondent), wave_(wave) {}
    RespondentId respondent_;
    WaveId wave_;
};

/// Holds an unguessable address of one saved search: may do with that search what the address is for.
class SearchHolder {
  public:
    const SavedSearchId& search() const { return search_; }

  private:
    friend struct Policies;
    friend class System;
    explicit SearchHolder(SavedSearchId search) : search_(search) {}
    SavedSearchId search_;
};

}  // namespace konbit
