// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/backings/backing_judge.hpp"
#include "features/permission/capabilities.hpp"
#include "http/route.hpp"

namespace konbit {

namespace db {
class Session;
}

using MembershipId = Id<struct MembershipTag>;
using MemberGroupId = Id<struct MemberGroupTag>;
using SavedViewId = Id<struct SavedViewTag>;
using StatementEntryId = Id<struct StatementEntryTag>;

/// The one place where it is decided what somebody may do. What one may not see is not_found; what one may
/// see and not change is forbidden; what needs an account and has none is unauthenticated.
struct Policies {
    static Result<Viewer> anyone(App&, const http::Request&);
    static Result<SignedIn> signed_in(App&, const http::Request&);
    static Result<DirectoryEditor> add_to_directory(App&, const http::Request&);
    static Result<OrganizationEditor> edit_organization(App&, const http::Request&, OrganizationId);
    static Result<Reverter> revert_change(App&, const http::Request&, ChangeId);
    static Result<Viewer> view_cluster(App&, const http::Request&, ClusterId);
    static Result<ClusterEditor> edit_cluster(App&, const http::Request&, ClusterId);
    /// Defined with the backings: whoever is asked to stand behind a cluster.
    static Result<BackingJudge> decide_backing(App&, const http::Request&, BackingId);
    static Result<Facilitator> facilitate(App&, const http::Request&, ClusterId);
    static Result<Facilitator> facilitate_membership(App&, const http::Request&, MembershipId);
    static Result<Facilitator> facilitate_group(App&, const http::Request&, MemberGroupId);
    static Result<Facilitator> facilitate_entry(App&, const http::Request&, StatementEntryId);
    static Result<SignedIn> keep_view(App&, const http::Request&, SavedViewId);
    static Result<OrganizationStaff> staff(App&, const http::Request&, OrganizationId);
    static Result<PersonKeeper> keep_person(App&, const http::Request&, PersonId);
    static Result<StatementReader> read_statement(App&, const http::Request&, MembershipId);
    static Result<StatementReader> speak_for_member(App&, const http::Request&, MembershipId);
    static Result<WaveFacilitator> facilitate_wave(App&, const http::Request&, WaveId);
    static Result<Analyst> analyze_wave(App&, const http::Request&, WaveId);
    static Result<ImportOwner> own_import(App&, const http::Request&, ImportId);
    /// Defined with the answers: who holds a personal link.
    static Result<Respondent> answering(App&, const http::Request&);
    /// Defined with the saved searches: who holds the address of a feed, or of the end of a weekly mail.
    static Result<SearchHolder> follow_search(App&, const http::Request&, SavedSearchId);
    static Result<SearchHolder> end_digest(App&, const http::Request&, SavedSearchId);
    /// The development mailbox exists in a demonstration only.
    static Result<Viewer> developing(App&, const http::Request&);

    /// Somebody who holds these and nothing else: to say what they would see, never to read for them.
    static Viewer viewer_with(std::vector<Grant> grants);
    /// What an account may do when its job fires, asked anew each time.
    static Viewer viewer_of(App&, const AccountId&);
    static Result<DirectoryEditor> add_to_directory(Viewer);
    /// Whoever proved an address by a link that was mailed there acts once as its account, in that
    /// transaction.
    /// @return ErrorCode::forbidden when the account is disabled.
    static Result<SignedIn> by_mailed_link(db::Session&, const Config&, const AccountId&, Instant now);
    static Result<OrganizationEditor> edit_organization(App&, Viewer, OrganizationId);
    static Result<Facilitator> facilitate(App&, Viewer, ClusterId);

  private:
    static Viewer viewer_of(App&, const http::Request&);
    static Result<Reverter> revert_removal(App&, const http::Request&, ChangeId, OrganizationId,
                                           std::string_view country_code);
};

/// Everybody, signed in or not.
inline constexpr http::Policy<App, Viewer> anyone{
    "anyone",
    {"anonymous", "member", "facilitator", "bso_officer", "national", "regional_editor", "assessor",
     "researcher", "consultant", "administrator"},
    &Policies::anyone};

/// Whoever has an account.
inline constexpr http::Policy<App, SignedIn> signed_in{
    "signed in",
    {"member", "facilitator", "bso_officer", "national", "regional_editor", "assessor", "researcher",
     "consultant", "administrator"},
    &Policies::signed_in};

/// Who keeps the directory: everywhere, or in the own country.
inline constexpr http::Policy<App, DirectoryEditor> may_add_to_directory{
    "editor of the directory",
    {Role::bso_officer, Role::national, Role::regional_editor, Role::administrator},
    &Policies::add_to_directory};

/// The organization's own people, its country's editors, and a facilitator while nobody has claimed it.
inline constexpr http::Policy<App, OrganizationEditor, OrganizationId> may_edit_organization{
    "editor of the organization",
    {Role::member, Role::facilitator, Role::bso_officer, Role::national, Role::regional_editor,
     Role::administrator},
    &Policies::edit_organization};

/// Whoever may write the record that the change is of; for a removed organization, who could before.
inline constexpr http::Policy<App, Reverter, ChangeId> may_revert_change{
    "editor of the changed record",
    {Role::member, Role::facilitator, Role::bso_officer, Role::national, Role::regional_editor,
     Role::administrator},
    &Policies::revert_change};

/// Whoever may see the cluster.
inline constexpr http::Policy<App, Viewer, ClusterId> may_view_cluster{
    "whoever may see the cluster",
    {"anonymous", "member", "facilitator", "bso_officer", "national", "regional_editor", "assessor",
     "researcher", "consultant", "administrator"},
    &Policies::view_cluster};

/// The cluster's facilitator, and the editors of the directory in the country of its seat.
inline constexpr http::Policy<App, ClusterEditor, ClusterId> may_edit_cluster{
    "editor of the cluster",
    {Role::facilitator, Role::bso_officer, Role::national, Role::regional_editor, Role::administrator},
    &Policies::edit_cluster};

/// People of the support organization that is asked, and the editors of the directory in the cluster's
/// country; never whoever asked.
inline constexpr http::Policy<App, BackingJudge, BackingId> may_decide_backing{
    "who is asked to stand behind the cluster",
    {Role::member, Role::bso_officer, Role::national, Role::regional_editor, Role::administrator},
    &Policies::decide_backing};

/// Only who was made facilitator of this cluster: an administrator is not.
inline constexpr http::Policy<App, Facilitator, ClusterId> may_facilitate{
    "facilitator of the cluster", {Role::facilitator}, &Policies::facilitate};
inline constexpr http::Policy<App, Facilitator, MembershipId> may_facilitate_membership{
    "facilitator of the cluster", {Role::facilitator}, &Policies::facilitate_membership};
inline constexpr http::Policy<App, Facilitator, MemberGroupId> may_facilitate_group{
    "facilitator of the cluster", {Role::facilitator}, &Policies::facilitate_group};
inline constexpr http::Policy<App, Facilitator, StatementEntryId> may_facilitate_entry{
    "facilitator of the cluster", {Role::facilitator}, &Policies::facilitate_entry};

/// Whoever saved the view.
inline constexpr http::Policy<App, SignedIn, SavedViewId> may_keep_view{
    "owner of the saved view", {Role::facilitator}, &Policies::keep_view};

/// The organization's own people.
inline constexpr http::Policy<App, OrganizationStaff, OrganizationId> may_keep_staff{
    "speaks for the organization", {Role::member, Role::bso_officer}, &Policies::staff};

/// Facilitators of a cluster and people of an organization in which the person has a role, and the person.
inline constexpr http::Policy<App, PersonKeeper, PersonId> may_keep_person{
    "keeper of the person", {Role::member, Role::facilitator, Role::bso_officer}, &Policies::keep_person};

/// The facilitator of the cluster and the member itself.
inline constexpr http::Policy<App, StatementReader, MembershipId> may_read_statement{
    "facilitator of the cluster, or the member itself",
    {Role::member, Role::facilitator, Role::bso_officer},
    &Policies::read_statement};

/// The member itself.
inline constexpr http::Policy<App, StatementReader, MembershipId> may_speak_for_member{
    "the member itself", {Role::member, Role::bso_officer}, &Policies::speak_for_member};

inline constexpr http::Policy<App, WaveFacilitator, WaveId> may_facilitate_wave{
    "facilitator of the cluster", {Role::facilitator}, &Policies::facilitate_wave};
/// A facilitator who belongs to none of the member firms: nobody reads what competitors said of the own firm.
inline constexpr http::Policy<App, Analyst, WaveId> may_analyze_wave{
    "analyst of the cluster's network", {Role::facilitator}, &Policies::analyze_wave};

/// Who brought the table: to everybody else there is none.
inline constexpr http::Policy<App, ImportOwner, ImportId> own_import{
    "who brought the table",
    {Role::facilitator, Role::bso_officer, Role::national, Role::regional_editor, Role::administrator},
    &Policies::own_import};

/// Who holds a personal link to an open wave.
inline constexpr http::Policy<App, Respondent> answering{
    "holder of a personal link", {"respondent"}, &Policies::answering};

/// Whoever holds an unguessable address, signed in or not.
inline constexpr http::Policy<App, SearchHolder, SavedSearchId> may_follow_search{
    "holder of the feed's address", {"anonymous"}, &Policies::follow_search};
inline constexpr http::Policy<App, SearchHolder, SavedSearchId> may_end_digest{
    "holder of the mail's link", {"anonymous"}, &Policies::end_digest};

inline constexpr http::Policy<App, Viewer> developing{
    "anyone, in a demonstration", {"anonymous"}, &Policies::developing};

}  // namespace konbit
