// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/permission/policies.hpp"
#include "features/permission/register_capabilities.hpp"

namespace konbit {

/// As Policies, for the registers beside the directory: the one place where it is decided what somebody may
/// do there.
struct RegisterPolicies {
    static Result<RegisterEditor> add_to_registers(App&, const http::Request&);
    static Result<RegisterEditor> edit_project(App&, const http::Request&, ProjectId);
    static Result<RegisterEditor> edit_expert(App&, const http::Request&, ExpertId);
    static Result<ConsentingExpert> hold_expert_link(App&, const http::Request&);
    static Result<RegisterEditor> edit_agreement(App&, const http::Request&, AgreementId);
    static Result<Viewer> view_agreement(App&, const http::Request&, AgreementId);
    static Result<DirectoryEditor> edit_fact(App&, const http::Request&, FactId);
    static Result<FactConfirmer> confirm_fact(App&, const http::Request&, FactId);
};

/// Who may enter projects, experts and agreements: editors of the directory, and facilitators for their
/// clusters.
inline constexpr http::Policy<App, RegisterEditor> may_add_to_registers{
    "editor of the registers",
    {Role::facilitator, Role::bso_officer, Role::national, Role::regional_editor, Role::administrator},
    &RegisterPolicies::add_to_registers};

/// The editors of its countries, and the facilitators of its clusters.
inline constexpr http::Policy<App, RegisterEditor, ProjectId> may_edit_project{
    "editor of the project",
    {Role::facilitator, Role::bso_officer, Role::national, Role::regional_editor, Role::administrator},
    &RegisterPolicies::edit_project};

/// The editors of the expert's countries.
inline constexpr http::Policy<App, RegisterEditor, ExpertId> may_edit_expert{
    "steward of the expert",
    {Role::bso_officer, Role::national, Role::regional_editor, Role::administrator},
    &RegisterPolicies::edit_expert};

/// Who holds the personal link of an expert (features/experts/expert_link.hpp), in the query of the address.
inline constexpr http::Policy<App, ConsentingExpert> holding_expert_link{
    "holder of an expert's link", {"expert"}, &RegisterPolicies::hold_expert_link};

/// Who keeps an agreement: the facilitators of its cluster, the people of its organization, and the officers
/// of the country when that is a support organization.
inline constexpr http::Policy<App, RegisterEditor, AgreementId> may_edit_agreement{
    "keeper of the agreement",
    {Role::member, Role::facilitator, Role::bso_officer},
    &RegisterPolicies::edit_agreement};

/// Its keepers, its parties, and everybody once it is public.
inline constexpr http::Policy<App, Viewer, AgreementId> may_view_agreement{
    "whoever may see the agreement",
    {"anonymous", "member", "facilitator", "bso_officer", "national", "regional_editor", "assessor",
     "researcher", "consultant", "administrator"},
    &RegisterPolicies::view_agreement};

/// The editors of its country.
inline constexpr http::Policy<App, DirectoryEditor, FactId> may_edit_fact{
    "editor of the country",
    {Role::bso_officer, Role::national, Role::regional_editor, Role::administrator},
    &RegisterPolicies::edit_fact};

/// The offices of its country: neither the region nor whoever runs the installation.
inline constexpr http::Policy<App, FactConfirmer, FactId> may_confirm_fact{
    "office of the country", {Role::bso_officer, Role::national}, &RegisterPolicies::confirm_fact};

}  // namespace konbit
