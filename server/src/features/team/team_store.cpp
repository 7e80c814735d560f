// SPDX-License-Identifier: Apache-2.0
#include "features/team/team_store.hpp"

#include "db/columns.hpp"
#include "features/people/person_store.hpp"
#include "json/writer.hpp"

#include <algorithm>

namespace konbit::team {

namespace {

std::vector<TeamMember> list_where(db::Session& session, const std::string& scope, std::string_view id,
                                   Date today) {
    return session.query<TeamMember>(
        "SELECT p.name, r.role, s.languages,"
        " CASE WHEN s.shows_email AND s.agreed_email = p.email THEN p.email END,"
        " CASE WHEN s.shows_phone AND s.agreed_phone = p.phone THEN p.phone END FROM team_showings s"
        " JOIN contact_roles r ON r.id = s.role_id JOIN people p ON p.id = r.person_id"
        " WHERE s.state = 'given' AND s.agreed_name = p.name AND s.agreed_role = r.role AND p.consent <> "
        "'withdrawn' AND (r.until IS "
        "NULL OR r.until >= $2) AND " +
            scope + " ORDER BY p.sort_key, p.id, r.id LIMIT 100",
        id, today);
}

/// A role with its person and its page: the cluster's where it is in one.
struct AskedRole {
    ContactRoleId role_id{};
    std::string name;
    std::string language;
    ContactConsent consent = ContactConsent::not_asked;
    std::optional<std::string> email;
    std::optional<std::string> phone;
    PersonRole role = PersonRole::contact;
    std::string place;
    std::string path;

    static constexpr auto fields() {
        return std::tuple{field("role_id", &AskedRole::role_id),   field("name", &AskedRole::name),
                          field("language", &AskedRole::language), field("consent", &AskedRole::consent),
                          field("email", &AskedRole::email),       field("phone", &AskedRole::phone),
                          field("role", &AskedRole::role),         field("place", &AskedRole::place),
                          field("path", &AskedRole::path)};
    }
};

Result<AskedRole> find_role(db::Session& session, const ContactRoleId& role) {
    auto found = session.one<AskedRole>(
        "SELECT r.id, p.name, p.language, p.consent, p.email, p.phone, r.role, COALESCE(c.name, o.name),"
        " CASE WHEN c.id IS NULL THEN '/organizations/' || o.slug ELSE '/clusters/' || c.slug END"
        " FROM contact_roles r JOIN people p ON p.id = r.person_id"
        " LEFT JOIN organizations o ON o.id = r.organization_id LEFT JOIN clusters c ON c.id = r.cluster_id"
        " WHERE r.id = $1",
        role);
    if (!found) return failure(ErrorCode::not_found, "role");
    return *std::move(found);
}

std::optional<TeamShowing> find_showing(db::Session& session, const ContactRoleId& role) {
    return session.one<TeamShowing>(
        "SELECT " + db::columns<TeamShowing>() + " FROM team_showings WHERE role_id = $1", role);
}

TeamQuestion question_of(AskedRole role, TeamShowing showing) {
    return {.showing = std::move(showing),
            .name = std::move(role.name),
            .language = std::move(role.language),
            .email = std::move(role.email),
            .phone = std::move(role.phone),
            .role = role.role,
            .place = std::move(role.place),
            .path = std::move(role.path)};
}

void set_withdrawn(db::Session& session, const ContactRoleId& role, Instant now) {
    session.change(
        "UPDATE team_showings SET state = 'withdrawn', answered_at = $2, languages = '[]',"
        " shows_email = FALSE, shows_phone = FALSE, agreed_name = NULL, agreed_role = NULL, agreed_email = "
        "NULL,"
        " agreed_phone = NULL WHERE role_id = $1",
        role, now);
}

}  // namespace

std::vector<TeamMember> list(db::Session& session, const OrganizationId& organization, Date today) {
    return list_where(session, "CAST(r.organization_id AS TEXT) = $1 AND r.cluster_id IS NULL",
                      organization.view(), today);
}

std::vector<TeamMember> list(db::Session& session, const ClusterId& cluster, Date today) {
    return list_where(session, "CAST(r.cluster_id AS TEXT) = $1", cluster.view(), today);
}

std::vector<TeamShowing> list_showings(db::Session& session, const PersonKeeper& by) {
    return session.query<TeamShowing>("SELECT " + db::columns<TeamShowing>("s") +
                                          " FROM team_showings s JOIN contact_roles r ON r.id = s.role_id"
                                          " WHERE r.person_id = $1 AND " +
                                          contact_roles_visible_to(by.viewer(), "r") + " ORDER BY s.role_id",
                                      by.person());
}

Result<TeamQuestion> ask(db::Session& session, const PersonKeeper& by, const ContactRoleId& role,
                         Instant now) {
    KONBIT_CHECK(people::find_role(session, by, role));
    KONBIT_TRY(AskedRole asked, find_role(session, role));
    if (!asked.email) return failure(ErrorCode::conflict, "no_email");
    if (asked.consent == ContactConsent::withdrawn) return failure(ErrorCode::conflict, "consent_withdrawn");
    session.change(
        "INSERT INTO team_showings (role_id, state, asked_at, languages, shows_email, shows_phone)"
        " VALUES ($1, 'asked', $2, '[]', FALSE, FALSE)"
        " ON CONFLICT (role_id) DO UPDATE SET asked_at = excluded.asked_at",
        role, now);
    return question_of(std::move(asked), find_showing(session, role).value());
}

Result<void> take_off(db::Session& session, const PersonKeeper& by, const ContactRoleId& role, Instant now) {
    KONBIT_CHECK(people::find_role(session, by, role));
    if (!find_showing(session, role)) return failure(ErrorCode::not_found, "showing");
    set_withdrawn(session, role, now);
    return {};
}

Result<TeamQuestion> find(db::Session& session, const TeamPerson& by) {
    KONBIT_TRY(AskedRole asked, find_role(session, by.role()));
    auto showing = find_showing(session, by.role());
    if (!showing) return failure(ErrorCode::not_found, "role");
    return question_of(std::move(asked), *std::move(showing));
}

Result<void> agree(db::Session& session, const TeamPerson& by, const Agreement& agreement, Instant now) {
    KONBIT_TRY(const AskedRole asked, find_role(session, by.role()));
    std::vector<std::string> languages = agreement.languages;
    std::erase_if(languages, [](const std::string& each) {
        return std::ranges::find(team_languages, each) == team_languages.end();
    });
    session.change(
        "UPDATE team_showings SET state = 'given', consent_version = $2, answered_at = $3, languages = $4,"
        " shows_email = $5, shows_phone = $6, agreed_role = $7, agreed_email = $8, agreed_phone = $9, "
        "agreed_name = $10"
        " WHERE role_id = $1",
        by.role(), std::string(team_consent_version), now, json::text_of(languages), agreement.shows_email,
        agreement.shows_phone, asked.role, asked.email, asked.phone, asked.name);
    return {};
}

void withdraw(db::Session& session, const TeamPerson& by, Instant now) {
    set_withdrawn(session, by.role(), now);
}

std::vector<TeamShowing> list_of_account(db::Session& session, const AccountId& account) {
    return session.query<TeamShowing>("SELECT " + db::columns<TeamShowing>("s") +
                                          " FROM team_showings s JOIN contact_roles r ON r.id = s.role_id"
                                          " JOIN people p ON p.id = r.person_id WHERE p.account_id = $1"
                                          " ORDER BY s.role_id",
                                      account);
}

}  // namespace konbit::team
