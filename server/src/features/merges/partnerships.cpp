// SPDX-License-Identifier: Apache-2.0
#include "features/merges/partnerships.hpp"

#include "json/writer.hpp"

namespace konbit::merges {

namespace {

struct Parties {
    AgreementId id{};
    std::vector<AgreementParty> parties;

    static constexpr auto fields() {
        return std::tuple{field("id", &Parties::id), field("parties", &Parties::parties)};
    }
};

/// Twice is once, and a project that is gone stays gone.
void add_part(db::Session& session, const ProjectPart& part, const OrganizationId& organization) {
    session.change(
        "INSERT INTO project_organizations (project_id, organization_id, role, position)"
        " SELECT id, $2, $3, $4 FROM projects WHERE id = $1 ON CONFLICT DO NOTHING",
        part.project_id, organization, std::string(name_of(part.role)), part.position);
}

}  // namespace

std::vector<ProjectPart> find_project_parts(db::Session& session, const Sides& sides) {
    return session.query<ProjectPart>(
        "SELECT p.project_id, p.role, p.position, NOT EXISTS (SELECT 1 FROM project_organizations s"
        " WHERE s.project_id = p.project_id AND s.role = p.role AND s.organization_id = $2)"
        " FROM project_organizations p WHERE p.organization_id = $1 ORDER BY p.project_id, p.role",
        sides.duplicate, sides.survivor);
}

void give_project_parts(db::Session& session, const std::vector<ProjectPart>& parts,
                        const OrganizationId& survivor) {
    for (const auto& part : parts) add_part(session, part, survivor);
}

void return_project_parts(db::Session& session, const std::vector<ProjectPart>& parts, const Sides& sides) {
    for (const auto& part : parts) {
        add_part(session, part, sides.duplicate);
        if (part.is_new)
            session.change(
                "DELETE FROM project_organizations"
                " WHERE project_id = $1 AND organization_id = $2 AND role = $3",
                part.project_id, sides.survivor, std::string(name_of(part.role)));
    }
}

std::vector<PartyPlace> find_party_places(db::Session& session, const OrganizationId& duplicate) {
    std::vector<PartyPlace> places;
    for (const auto& agreement : session.query<Parties>(
             "SELECT a.id, a.parties FROM agreements a WHERE a.parties LIKE $1 ORDER BY a.id",
             "%" + duplicate.str() + "%"))
        for (const auto& party : agreement.parties)
            if (party.organization_id == duplicate) places.push_back({agreement.id, party.name});
    return places;
}

void rename_parties(db::Session& session, const std::vector<PartyPlace>& places, const OrganizationId& from,
                    const OrganizationId& to) {
    for (const auto& place : places) {
        auto agreement = session.one<Parties>("SELECT a.id, a.parties FROM agreements a WHERE a.id = $1",
                                              place.agreement_id);
        if (!agreement) continue;
        for (auto& party : agreement->parties)
            if (party.name == place.name && party.organization_id == from) party.organization_id = to;
        session.change("UPDATE agreements SET parties = $2, version = version + 1 WHERE id = $1",
                       agreement->id, json::text_of(agreement->parties, {.stored = true}));
    }
}

}  // namespace konbit::merges
