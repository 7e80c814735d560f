// SPDX-License-Identifier: Apache-2.0
#include "features/pages/profile_pages.hpp"

#include "db/database.hpp"
#include "features/agreements/agreement_store.hpp"
#include "features/attachments/attachment_store.hpp"
#include "features/clusters/stage_store.hpp"
#include "features/memberships/membership_store.hpp"
#include "features/organizations/slugs.hpp"
#include "features/pages/attachment_parts.hpp"
#include "features/pages/embed_pages.hpp"
#include "features/pages/frame.hpp"
#include "features/pages/listing.hpp"
#include "features/pages/moved.hpp"
#include "features/pages/previews.hpp"
#include "features/pages/profile_parts.hpp"
#include "features/pages/profile_sections.hpp"
#include "features/pages/register_parts.hpp"
#include "features/pages/structured_data.hpp"
#include "features/pages/team_panel.hpp"
#include "features/pages/tile.hpp"
#include "features/pages/vcard.hpp"
#include "features/projects/project_store.hpp"
#include "features/public_figures/public_figures_store.hpp"
#include "features/team/team_store.hpp"

namespace konbit::pages {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;

constexpr std::string_view card_ending = ".vcf";

/// What the page of a cluster shows.
struct ClusterView {
    ShownCluster cluster;
    Page<ListedMember> members;
    std::vector<StageChange> stages;
    Page<ProjectProfile> projects;
    std::vector<AgreementProfile> agreements;
    std::vector<Attachment> attachments;
    std::vector<TeamMember> team;
    bool has_public_figures = false;
};

struct OrganizationView {
    OrganizationDetails organization;
    std::vector<memberships::ClusterBrief> clusters;
    Page<ProjectProfile> projects;
    std::vector<AgreementProfile> agreements;
    std::vector<Attachment> attachments;
    std::vector<TeamMember> team;
};

constexpr int projects_shown = 10;

/// What everybody may read; a profile shows the same to all.
std::vector<AgreementProfile> agreements_of(db::Session& session, const Viewer& viewer,
                                            agreements::Filter filter) {
    filter.is_public = true;
    auto page = agreements::list(session, viewer, filter, PageRequest{{}, projects_shown});
    return page ? std::move(page->items) : std::vector<AgreementProfile>();
}

/// S0 to S5 as steps; a dormant cluster and a stub have none.
Html stage_bar(const Words& words, const Cluster& cluster) {
    if (cluster.stage == Stage::sx || cluster.claim == Claim::unclaimed) return {};
    Html steps;
    for (int i = 0; i < 6; ++i) {
        const Stage stage = static_cast<Stage>(i);
        steps += el("li", stage <= cluster.stage ? cls("is-reached") : html::Attribute{},
                    stage == cluster.stage ? attr("aria-current", "step") : html::Attribute{},
                    el("span", words("cluster.stage." + std::string(name_of(stage)))));
    }
    return el("ol", cls("k-stagebar"), attr("aria-label", words("cluster.stage")), steps);
}

std::string over_name(const Words& words, const std::string& place,
                      const std::optional<std::string>& sector) {
    return sector ? place + " · " + words.sector(*sector) : place;
}

/// In the order of their weight, the most important first.
Html objectives(const Words& words, const ShownCluster& cluster) {
    if (cluster.objectives.empty()) return {};
    const auto row = [&](const auto& code) { return el("li", words.name("objective", code)); };
    return panel(words("page.cluster.objectives"),
                 el("ol", cls("k-ranked"), html::each(cluster.objectives, row)) +
                     section_foot(words, cluster, ProfileSection::purpose));
}

/// The members that the reader may see, and how many there are beside them.
Html members(const Words& words, const ClusterView& view) {
    const auto& seen = view.members.items;
    const auto unseen = view.cluster.member_count.value_or(0) - static_cast<std::int64_t>(seen.size());
    Html list;
    if (!seen.empty())
        list = el("ul", cls("k-list"),
                  html::each(seen, [&](const auto& member) { return member_row(words, member); }));
    if (unseen > 0 && !view.members.next)
        list += el("p", seen.empty() ? words("page.cluster.members_elsewhere")
                                     : words.count("page.cluster.members_unseen", unseen));
    return panel(words("page.cluster.members_heading"), list);
}

Html cluster_figures(const Words& words, const ShownCluster& cluster) {
    return figure(words("page.cluster.members_heading"),
                  cluster.member_count ? Html(words.number(*cluster.member_count)) : Html()) +
           figure(words("page.nav.countries"), Html(cluster.countries.size()));
}

Html founded(std::optional<int> year) { return year ? Html(*year) : Html(); }

Html cluster_facts(const Words& words, const ShownCluster& cluster, Date today) {
    const Html facts =
        name_facts(words, cluster) +
        fact(words("page.cluster.seat"), words.place(cluster.locality, cluster.country_code)) +
        fact(words("page.nav.countries"), country_links(words, cluster.countries)) +
        sector_facts(words, cluster.sector, cluster) +
        fact(words("organization.founded_year"), founded(cluster.founded_year)) +
        fact(words("cluster.tier"), words("cluster.tier." + std::string(name_of(cluster.tier)))) +
        reach_facts(words, cluster) + fact(words("page.website"), website(cluster.website)) +
        confirmed_fact(words, provenance_of(cluster), today);
    const Html dormant =
        cluster.stage == Stage::sx ? el("p", cls("k-notice"), words("page.cluster.dormant")) : Html();
    return el("h2", words("cluster.about")) + el("dl", cls("k-facts"), facts) + facts_foot(words, cluster) +
           dormant + stub_notice(words, provenance_of(cluster), "/clusters/" + cluster.slug);
}

/// How other sites show the record; only what everybody may see stands in their frames.
template <class Record>
Html shared(const App& app, const Words& words, const Record& record, const std::string& path) {
    const bool is_open =
        record.visibility == Visibility::public_ && record.publication == Publication::published;
    return is_open ? embedding_hint(app, words, path) : Html();
}

Html card_link(const Words& words, const std::string& path) {
    return el("p", el("a", href(path + ".vcf"), words("page.organization.vcard")));
}

/// A description for search engines: the record's own text, else what it is and where.
std::string described(const Words& words, const Localized& description, const std::string& otherwise) {
    const auto text = words.of(description);
    return text.empty() ? otherwise : std::string(text);
}

/// The way to what everybody may read of its network.
Html network_panel(const Words& words, const ClusterView& view) {
    if (!view.has_public_figures) return {};
    return panel(
        words("public_figures.title"),
        el("p", el("a", href("/clusters/" + view.cluster.slug + "/network"), words("public_figures.open"))));
}

Html cluster_sections(const Words& words, const ClusterView& view, Date today) {
    return network_panel(words, view) + objectives(words, view.cluster) + gallery(words, view.attachments) +
           offer_panels(words, view.cluster, today) + team_panel(words, view.team) + members(words, view) +
           projects_panel(words, view.projects, "/projects") + agreements_panel(words, view.agreements) +
           documents(words, view.attachments) + stage_history(words, view.stages);
}

Content cluster_content(const App& app, const Words& words, const ClusterView& view) {
    const auto& cluster = view.cluster;
    const Date today = utc_date(app.clock.now());
    const auto place = words.place(cluster.locality, cluster.country_code);
    Content content;
    content.path = "/clusters/" + cluster.slug;
    content.title = cluster.name;
    content.description = described(words, cluster.description, cluster.name + ", " + place);
    content.is_demo = cluster.is_demo;
    if (!cluster.is_demo)
        content.json_ld = structured_data(words, cluster, view.team, absolute(app, content.path));
    content.image = preview_of(words, view.attachments, preview_path(content.path), cluster.name);
    content.main = profile(hero(emblem(words, view.attachments, cluster.id.view(), cluster.name),
                                over_name(words, place, cluster.sector), cluster.name,
                                words.of(cluster.description), stage_bar(words, cluster)),
                           cluster_figures(words, cluster), cluster_sections(words, view, today),
                           cluster_facts(words, cluster, today) + shared(app, words, cluster, content.path));
    return content;
}

/// Where somebody who works there asks its people; one that nobody speaks for is claimed instead.
Html join_link(const Words& words, const OrganizationDetails& organization) {
    if (organization.claim != Claim::claimed) return {};
    return el("p", el("a", href("/app/organizations/" + organization.id.str() + "/join"),
                      attr("rel", "nofollow"), words("join.public")));
}

Html organization_facts(const Words& words, const OrganizationDetails& organization, Date today) {
    const auto size = organization.size_band ? words.name("size_band", name_of(*organization.size_band)) : "";
    const Html facts =
        name_facts(words, organization) +
        fact(words("organization.kind"),
             words("organization.kind." + std::string(name_of(organization.kind)))) +
        fact(words("page.country"), country_links(words, {organization.country_code})) +
        sector_facts(words, organization.sector, organization) + fact(words("organization.size_band"), size) +
        fact(words("organization.women_led"),
             organization.women_led.value_or(false) ? Html(words("organization.women_led.yes")) : Html()) +
        fact(words("organization.founded_year"), founded(organization.founded_year)) +
        reach_facts(words, organization) + fact(words("page.website"), website(organization.website)) +
        confirmed_fact(words, provenance_of(organization), today);
    return el("h2", words("cluster.about")) + el("dl", cls("k-facts"), facts) +
           facts_foot(words, organization) +
           stub_notice(words, provenance_of(organization), "/organizations/" + organization.slug) +
           join_link(words, organization);
}

Html cluster_links(const Words& words, const std::vector<memberships::ClusterBrief>& clusters) {
    if (clusters.empty()) return {};
    return panel(words("page.organization.clusters"),
                 el("ul", cls("k-list"), html::each(clusters, [](const auto& cluster) {
                        return el("li", cls("k-row"), tile(cluster.id.view()),
                                  el("div", el("h3", cls("k-row-name"),
                                               el("a", href("/clusters/" + cluster.slug), cluster.name))));
                    })));
}

Html organization_sections(const Words& words, const OrganizationView& view, Date today) {
    return gallery(words, view.attachments) + offer_panels(words, view.organization, today) +
           capability_panel(words, view.organization, view.organization, today) +
           team_panel(words, view.team) + cluster_links(words, view.clusters) +
           projects_panel(words, view.projects, "/projects") + agreements_panel(words, view.agreements) +
           documents(words, view.attachments);
}

Content organization_content(const App& app, const Words& words, const OrganizationView& view) {
    const auto& organization = view.organization;
    const Date today = utc_date(app.clock.now());
    const auto place = words.place(organization.locality, organization.country_code);
    const auto name =
        organization.acronym ? organization.name + " (" + *organization.acronym + ")" : organization.name;
    Content content;
    content.path = "/organizations/" + organization.slug;
    content.title = organization.name;
    content.description =
        described(words, organization.description,
                  words("organization.kind." + std::string(name_of(organization.kind))) + ", " + place);
    content.is_demo = organization.is_demo;
    if (!organization.is_demo)
        content.json_ld = structured_data(words, organization, view.team, absolute(app, content.path));
    content.image = preview_of(words, view.attachments, preview_path(content.path), organization.name);
    content.main =
        profile(hero(emblem(words, view.attachments, organization.id.view(), organization.name),
                     over_name(words, place, organization.sector), name, words.of(organization.description)),
                {}, organization_sections(words, view, today),
                organization_facts(words, organization, today) + card_link(words, content.path) +
                    shared(app, words, organization, content.path));
    return content;
}

}  // namespace

Result<http::Response> cluster_page(App& app, std::string slug, const Viewer& viewer,
                                    const http::Request& request) {
    const Date today = utc_date(app.clock.now());
    const auto view = app.database.read([&](db::Session& session) -> Result<ClusterView> {
        KONBIT_TRY(ShownCluster cluster, clusters::find_details(session, viewer, slug));
        const PageRequest whole{{}, PageRequest::largest_size};
        KONBIT_TRY(auto listed, memberships::list_profiles(session, viewer, cluster.id, whole));
        auto stages = stages::list(session, viewer, cluster.id);
        KONBIT_TRY(auto projects, projects::list(session, viewer, {.cluster_id = cluster.id},
                                                 PageRequest{{}, projects_shown}));
        auto agreements = agreements_of(session, viewer, {.cluster_id = cluster.id});
        auto attached = attachments::list(session, viewer, owner_of(cluster.id));
        auto team = team::list(session, cluster.id, today);
        const bool is_told = !public_figures::released_waves(session, viewer, cluster.id).empty();
        return ClusterView{std::move(cluster),    std::move(listed),   std::move(stages), std::move(projects),
                           std::move(agreements), std::move(attached), std::move(team),   is_told};
    });
    if (!view) return moved_to_present(app, cluster_slugs, "/clusters/", slug, view.error());
    const Words words = words_for(app, request);
    return page(app, request, words, cluster_content(app, words, *view));
}

/// The organization as a file for address books.
Result<http::Response> organization_card(App& app, const std::string& slug, const Viewer& viewer,
                                         const http::Request& request) {
    KONBIT_TRY(const OrganizationDetails organization, app.database.read([&](db::Session& session) {
        return organizations::find_details(session, viewer, slug);
    }));
    const auto url = absolute(app, "/organizations/" + organization.slug);
    return http::download(vcard(words_for(app, request), organization, url), "text/vcard; charset=utf-8",
                          organization.slug + ".vcf");
}

Result<http::Response> organization_page(App& app, std::string slug, const Viewer& viewer,
                                         const http::Request& request) {
    if (slug.ends_with(card_ending))
        return organization_card(app, slug.substr(0, slug.size() - card_ending.size()), viewer, request);
    const Date today = utc_date(app.clock.now());
    const auto view = app.database.read([&](db::Session& session) -> Result<OrganizationView> {
        KONBIT_TRY(OrganizationDetails organization, organizations::find_details(session, viewer, slug));
        auto clusters = memberships::list_clusters(session, viewer, organization.id);
        KONBIT_TRY(auto projects, projects::list(session, viewer, {.organization_id = organization.id},
                                                 PageRequest{{}, projects_shown}));
        auto agreements = agreements_of(session, viewer, {.organization_id = organization.id});
        auto attached = attachments::list(session, viewer, owner_of(organization.id));
        auto team = team::list(session, organization.id, today);
        return OrganizationView{std::move(organization), std::move(clusters), std::move(projects),
                                std::move(agreements),   std::move(attached), std::move(team)};
    });
    if (!view) return moved_to_present(app, organization_slugs, "/organizations/", slug, view.error());
    const Words words = words_for(app, request);
    return page(app, request, words, organization_content(app, words, *view));
}

}  // namespace konbit::pages
