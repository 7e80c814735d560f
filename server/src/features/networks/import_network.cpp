// SPDX-License-Identifier: Apache-2.0
#include "features/networks/import_network.hpp"

#include "core/csv.hpp"
#include "core/text.hpp"
#include "db/database.hpp"
#include "engine/network/network_csv.hpp"
#include "features/answers/imported_rows.hpp"
#include "features/clusters/cluster_rules.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/memberships/membership_rules.hpp"
#include "features/memberships/membership_store.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/surveys/roster_store.hpp"
#include "features/surveys/wave_store.hpp"

#include <algorithm>
#include <map>

namespace konbit::networks {

namespace {

using surveys::WaveEvent;

/// What is worked out before the transaction.
struct Prepared {
    network::NamedNetwork network{};
    Cluster cluster{};
    std::vector<Organization> organizations{};  ///< Of each actor.
    std::vector<bool> has_country{};            ///< Of each actor: whether its country is known.
    std::string relation{};
    surveys::PreparedInstrument wordings{};
    Instant now{};
};

/// What the node file says of an actor; empty where it is silent.
struct Node {
    std::string name;
    std::string country_code;
};

/// By id.
Result<std::map<std::string, Node>> nodes_of(std::string_view nodes) {
    KONBIT_TRY(const CsvTable table, read_csv(nodes));
    const auto id = table.column("id");
    const auto name = table.column("name");
    const auto country = table.column("country");
    std::map<std::string, Node> found;
    if (!id) return found;
    const auto cell = [](const auto& row, const auto& column) {
        return column ? text::trim(row.cells[*column]) : std::string();
    };
    for (const auto& row : table.rows)
        found.emplace(text::trim(row.cells[*id]), Node{cell(row, name), cell(row, country)});
    return found;
}

Result<Cluster> cluster_of(const NetworkSource& source) {
    Cluster cluster;
    cluster.name = source.name;
    cluster.country_code = source.country_code;
    cluster.visibility = Visibility::cluster;
    cluster.publication = Publication::draft;
    return checked(std::move(cluster));
}

Result<Organization> organization_of(const std::string& id, const Node& node, const NetworkSource& source,
                                     Instant now) {
    Organization organization;
    organization.name = node.name.empty() ? id : node.name;
    organization.kind = OrganizationKind::other;
    organization.country_code = node.country_code.empty() ? source.country_code : node.country_code;
    organization.visibility = Visibility::cluster;
    return checked(std::move(organization), utc_date(now).year());
}

/// The instrument, its first question worded as the relation is called.
surveys::PreparedInstrument named_instrument(const Catalog& texts, const std::string& relation) {
    auto prepared = surveys::prepare_instrument(texts, false);
    auto& asked = prepared.front();
    for (auto& [language, text] : asked.wording.texts) text = relation;
    asked.sha256 = surveys::hash_of(asked.wording);
    return prepared;
}

Result<Prepared> prepare(App& app, const NetworkSource& source) {
    Prepared prepared;
    prepared.now = app.clock.now();
    const auto direction =
        source.is_undirected ? network::Direction::undirected : network::Direction::directed;
    KONBIT_TRY(prepared.network, network::read_network({.edges = source.edges, .nodes = source.nodes},
                                                       {.direction = direction}));
    KONBIT_CHECK(surveys::check_roster_size(prepared.network.ids.size()));
    KONBIT_TRY(prepared.cluster, cluster_of(source));
    KONBIT_TRY(auto nodes, nodes_of(source.nodes));
    for (const auto& id : prepared.network.ids) {
        const Node& node = nodes[id];
        KONBIT_TRY(auto organization, organization_of(id, node, source, prepared.now));
        prepared.organizations.push_back(std::move(organization));
        prepared.has_country.push_back(!node.country_code.empty());
    }
    prepared.relation = source.relation.empty() ? source.name : source.relation;
    prepared.wordings = named_instrument(app.texts, prepared.relation);
    return prepared;
}

/// @return The organization of each actor, as it was entered.
Result<std::vector<OrganizationId>> enter_members(db::Session& db, const Prepared& prepared,
                                                  const Facilitator& by) {
    std::vector<OrganizationId> entered;
    for (const auto& organization : prepared.organizations) {
        KONBIT_TRY(const Organization made, organizations::insert(db, organization, by, prepared.now));
        Membership membership;
        membership.organization_id = made.id;
        KONBIT_CHECK(memberships::insert(db, membership, made, by, prepared.now));
        entered.push_back(made.id);
    }
    return entered;
}

/// An open wave that asks one question only.
Result<Wave> open_wave(db::Session& db, const Prepared& prepared, const Facilitator& by) {
    Wave wave;
    wave.title = prepared.cluster.name;
    wave.imported_from = prepared.cluster.name;
    wave.languages.assign(surveys::languages.begin(), surveys::languages.end());
    KONBIT_TRY(const Wave draft, surveys::insert(db, wave, by, prepared.wordings, prepared.now));
    constexpr std::array only{QuestionKey::know};
    surveys::set_instrument(db, draft, prepared.wordings, prepared.now, only);
    db.change("UPDATE wave_questions SET relation = $2 WHERE wave_id = $1", draft.id, prepared.relation);
    KONBIT_TRY(const Wave open, after(WaveEvent::opened, draft, prepared.now));
    return surveys::update(db, open, System::wave_facilitator(by.cluster(), draft.id));
}

/// On the roster of the wave a country that nobody stated is unknown; the register cannot do without one.
void forget_unknown_countries(db::Session& db, const Prepared& prepared, const Wave& wave,
                              const std::vector<OrganizationId>& entered) {
    for (std::size_t i = 0; i < entered.size(); ++i)
        if (!prepared.has_country[i])
            db.change("UPDATE wave_members SET country_code = '' WHERE wave_id = $1 AND organization_id = $2",
                      wave.id, entered[i]);
}

Result<void> enter_answers(db::Session& db, const Prepared& prepared, const Wave& wave,
                           const std::vector<OrganizationId>& entered) {
    std::map<OrganizationId, WaveMemberId> members;
    for (const auto& member : surveys::list_members(db, wave.id))
        members.emplace(*member.organization_id, member.id);
    const Question question = surveys::list_questions(db, wave.id).front();
    for (std::size_t i = 0; i < entered.size(); ++i) {
        std::vector<answers::AlterValue> ties;
        for (const int to : prepared.network.graph.out(static_cast<int>(i)))
            ties.push_back({members.at(entered[static_cast<std::size_t>(to)]), 1});
        const auto respondent = db.value<RespondentId>("SELECT id FROM respondents WHERE wave_member_id = $1",
                                                       members.at(entered[i]));
        KONBIT_CHECK(
            answers::import_row(db, System::respondent(respondent, wave.id), question, ties, prepared.now));
    }
    return {};
}

Result<ImportedNetwork> enter(db::Session& db, const Prepared& prepared) {
    KONBIT_TRY(const Cluster cluster,
               clusters::insert(db, prepared.cluster, System::directory_editor(), prepared.now));
    const Facilitator by = System::facilitator(cluster.id);
    KONBIT_TRY(const auto entered, enter_members(db, prepared, by));
    KONBIT_TRY(const Wave wave, open_wave(db, prepared, by));
    forget_unknown_countries(db, prepared, wave, entered);
    KONBIT_CHECK(enter_answers(db, prepared, wave, entered));
    KONBIT_CHECK(surveys::move_wave(db, System::wave_facilitator(cluster.id, wave.id), WaveEvent::closed,
                                    prepared.now));
    return ImportedNetwork{cluster.id, wave.id, prepared.network.graph.node_count(),
                           prepared.network.graph.edge_count()};
}

}  // namespace

Result<ImportedNetwork> import_network(App& app, const NetworkSource& source) {
    KONBIT_TRY(const Prepared prepared, prepare(app, source));
    return app.database.write([&](db::Session& db) { return enter(db, prepared); });
}

}  // namespace konbit::networks
