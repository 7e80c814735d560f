// SPDX-License-Identifier: Apache-2.0
#include "app/routes.hpp"

#include "app/entry_routes.hpp"
#include "features/abilities/ability_routes.hpp"
#include "features/accounts/account_routes.hpp"
#include "features/accounts/entrance_routes.hpp"
#include "features/accounts/welcome_routes.hpp"
#include "features/agreements/agreement_routes.hpp"
#include "features/analyses/analysis_routes.hpp"
#include "features/answers/answer_routes.hpp"
#include "features/attachments/attachment_routes.hpp"
#include "features/audit/audit_routes.hpp"
#include "features/backings/backing_routes.hpp"
#include "features/blind_maps/blind_map_routes.hpp"
#include "features/breaches/breach_routes.hpp"
#include "features/claims/claim_routes.hpp"
#include "features/clusters/cluster_routes.hpp"
#include "features/cockpit/cockpit_routes.hpp"
#include "features/consents/consent_routes.hpp"
#include "features/corrections/correction_routes.hpp"
#include "features/countries/country_routes.hpp"
#include "features/deputies/deputy_routes.hpp"
#include "features/desk/desk_routes.hpp"
#include "features/developers/developer_routes.hpp"
#include "features/duplicates/duplicate_routes.hpp"
#include "features/entries/other_hands_routes.hpp"
#include "features/experts/expert_routes.hpp"
#include "features/exports/export_routes.hpp"
#include "features/externals/external_routes.hpp"
#include "features/factsheets/fact_routes.hpp"
#include "features/handovers/handover_routes.hpp"
#include "features/history/history_routes.hpp"
#include "features/holidays/holiday_routes.hpp"
#include "features/imports/import_routes.hpp"
#include "features/informants/informant_routes.hpp"
#include "features/introductions/introduction_routes.hpp"
#include "features/joins/join_routes.hpp"
#include "features/letters/letter_routes.hpp"
#include "features/links/link_routes.hpp"
#include "features/mail/mail_routes.hpp"
#include "features/map_views/map_view_routes.hpp"
#include "features/meetings/meeting_routes.hpp"
#include "features/memberships/membership_routes.hpp"
#include "features/merges/merge_routes.hpp"
#include "features/metric_pages/metric_page_routes.hpp"
#include "features/networks/network_routes.hpp"
#include "features/neutrality/neutrality_routes.hpp"
#include "features/nudges/nudge_routes.hpp"
#include "features/oidc/oidc_routes.hpp"
#include "features/organizations/organization_routes.hpp"
#include "features/own_data/own_data_routes.hpp"
#include "features/own_network/own_network_routes.hpp"
#include "features/pages/page_routes.hpp"
#include "features/paper/paper_routes.hpp"
#include "features/passkeys/passkey_routes.hpp"
#include "features/people/person_routes.hpp"
#include "features/processors/processor_routes.hpp"
#include "features/projects/project_routes.hpp"
#include "features/public_figures/public_figures_routes.hpp"
#include "features/recipes/recipe_routes.hpp"
#include "features/record_readers/record_reader_routes.hpp"
#include "features/reference/reference_routes.hpp"
#include "features/reminders/reminder_routes.hpp"
#include "features/reports/report_routes.hpp"
#include "features/research/research_routes.hpp"
#include "features/rights/rights_routes.hpp"
#include "features/roles/role_routes.hpp"
#include "features/rooms/room_routes.hpp"
#include "features/saved_searches/saved_search_routes.hpp"
#include "features/starts/start_routes.hpp"
#include "features/statements/statement_routes.hpp"
#include "features/stories/story_routes.hpp"
#include "features/surveys/design_routes.hpp"
#include "features/surveys/wave_routes.hpp"
#include "features/suspensions/suspension_routes.hpp"
#include "features/team/team_routes.hpp"
#include "features/tiers/tier_routes.hpp"
#include "features/tokens/token_reach.hpp"
#include "features/tokens/token_routes.hpp"
#include "features/totals/totals_routes.hpp"
#include "features/unlisted/unlisted_routes.hpp"
#include "features/wave_changes/change_routes.hpp"
#include "features/who_sees/who_sees_routes.hpp"
#include "http/openapi.hpp"

namespace konbit {

namespace {

using Routes = std::span<const http::Route<App>>;

/// The table of contents of the program.
std::vector<Routes> slices() {
    return {entry_routes(),        page_routes(),           reference_routes(),    country_routes(),
            organization_routes(), cluster_routes(),        membership_routes(),   accounts::account_routes(),
            wave_routes(),         design_routes(),         informant_routes(),    external_routes(),
            who_sees_routes(),     link_routes(),           link_mail_routes(),    paper_routes(),
            room_routes(),         reminder_routes(),       suspension_routes(),   cockpit_routes(),
            answer_routes(),       unlisted_routes(),       other_hands_routes(),  rights_routes(),
            own_network_routes(),  network_routes(),        wave_change_routes(),  analysis_routes(),
            export_routes(),       import_wave_routes(),    import_routes(),       history_routes(),
            desk_routes(),         claim_routes(),          correction_routes(),   accounts::welcome_routes(),
            saved_search_routes(), mail::mail_routes(),     member_group_routes(), saved_view_routes(),
            person_routes(),       invitation_routes(),     erasure_routes(),      statement_routes(),
            competition_routes(),  backing_routes(),        team_routes(),         tier_routes(),
            nudge_routes(),        duplicate_routes(),      merge_routes(),        project_routes(),
            fact_routes(),         expert_routes(),         agreement_routes(),    attachment_routes(),
            developer_routes(),    start_routes(),          letter_routes(),       neutrality_routes(),
            research_routes(),     story_routes(),          introduction_routes(), willingness_routes(),
            meeting_routes(),      recipe_routes(),         report_routes(),       blind_map_routes(),
            totals_routes(),       public_figures_routes(), map_view_routes(),     session_routes(),
            entrance_routes(),     recovery_routes(),       passkey_routes(),      holiday_routes(),
            oidc_routes(),         token_routes(),          metric_page_routes(),  audit_routes(),
            role_routes(),         deputy_routes(),         handover_routes(),     join_routes(),
            ability_routes(),      own_data_routes(),       breach_routes(),       processor_routes(),
            consent_routes(),      record_reader_routes()};
}

}  // namespace

std::vector<http::Endpoint> endpoints(App& app) {
    std::vector<http::Endpoint> all;
    for (const auto& routes : slices()) http::add_routes(all, app, routes);
    return all;
}

namespace {

std::string_view token_scope(const http::RouteInfo& route) {
    const auto scope = tokens::scope_of(route);
    return scope ? name_of(*scope) : std::string_view{};
}

}  // namespace

std::vector<const http::RouteInfo*> route_infos() {
    std::vector<const http::RouteInfo*> all;
    for (const auto& routes : slices())
        for (const auto& route : routes) all.push_back(&route);
    return all;
}

std::string api_description() { return http::openapi(route_infos(), "Konbit", KONBIT_VERSION, token_scope); }

}  // namespace konbit
