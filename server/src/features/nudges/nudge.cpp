// SPDX-License-Identifier: Apache-2.0
#include "features/nudges/nudge.hpp"

#include "core/codec.hpp"
#include "core/crypto.hpp"
#include "db/columns.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/history/history.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/texts/catalog.hpp"

#include <fmt/core.h>

#include <charconv>

namespace konbit::nudges {

namespace {

/// The people of one kind of record. Grants keep ids as text.
std::string select_due(RecordKind kind, std::string_view table, std::string_view scope,
                       std::string_view role) {
    return fmt::format(
        "SELECT '{0}' AS kind, r.id, r.name, a.id, a.name, a.email, a.language FROM {1} r"
        " JOIN grants g ON g.scope = '{2}' AND g.role = '{3}' AND g.scope_id = CAST(r.id AS TEXT)"
        " JOIN accounts a ON a.id = g.account_id AND a.status = 'active'"
        " LEFT JOIN nudges n ON n.kind = '{0}' AND n.record_id = r.id AND n.account_id = a.id"
        " WHERE r.claim = 'claimed' AND r.publication = 'published' AND NOT r.is_demo"
        " AND ((r.last_confirmed_on IS NULL AND r.created_at < $1) OR r.last_confirmed_on < $2)"
        " AND (n.sent_at IS NULL OR n.sent_at < $3)",
        name_of(kind), table, scope, role);
}

constexpr std::string_view link_purpose = "konbit-confirm-link 1";

std::string proof(const crypto::Key& key, std::string_view message) {
    return codec::to_base64url(crypto::hmac_sha256(key.view(), message));
}

std::string message_of(const Link& link) {
    return fmt::format("{}.{}.{}.{}", name_of(link.kind), link.record_id.view(), link.account_id.view(),
                       link.expires_at.ms);
}

/// The parts of a token between its dots.
std::vector<std::string_view> parts_of(std::string_view token) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto dot = token.find('.');
        parts.push_back(token.substr(0, dot));
        if (dot == token.npos) return parts;
        token.remove_prefix(dot + 1);
    }
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

bool keeps(db::Session& session, const Link& link) {
    const bool is_cluster = link.kind == RecordKind::cluster;
    return session.value<std::int64_t>(
               "SELECT count(*) FROM grants WHERE account_id = $1 AND scope = $2 AND role = $3 AND scope_id "
               "= $4",
               link.account_id, is_cluster ? Scope::cluster : Scope::organization,
               is_cluster ? Role::facilitator : Role::member, link.record_id.str()) > 0;
}

template <class Record>
Result<void> confirm_record(db::Session& session, const Record& stored, std::string_view table,
                            const Link& link, Instant now) {
    Record wanted = stored;
    wanted.last_confirmed_on = utc_date(now);
    wanted.updated_at = now;
    KONBIT_TRY(const Record changed, db::update(session, table, std::move(wanted)));
    history::record<Record>(session, link.kind, stored.id, stored, changed, {link.account_id, now});
    return {};
}

}  // namespace

std::vector<Nudge> list_due(db::Session& session, const System&, Instant now, int most) {
    const Date last_day{utc_date(now).days - after_days};
    return session.query<Nudge>(
        select_due(RecordKind::organization, "organizations", "organization", "member") + " UNION ALL " +
            select_due(RecordKind::cluster, "clusters", "cluster", "facilitator") + " ORDER BY 2, 4 LIMIT $4",
        start_of(last_day), last_day, now - pause_days * day_ms, most);
}

void note(db::Session& session, const Nudge& nudge, Instant now) {
    session.change(
        "INSERT INTO nudges (kind, record_id, account_id, sent_at) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT (kind, record_id, account_id) DO UPDATE SET sent_at = excluded.sent_at",
        nudge.kind, nudge.record_id, nudge.account_id, now);
}

std::string token_of(const App& app, const Link& link) {
    const std::string message = message_of(link);
    return message + "." + proof(app.keys.derive(link_purpose), message);
}

std::optional<Link> link_of(const App& app, std::string_view token) {
    const auto parts = parts_of(token);
    if (parts.size() != 5) return std::nullopt;
    const auto kind = from_name<RecordKind>(parts[0]);
    const auto record = RecordId::parse(parts[1]);
    const auto account = AccountId::parse(parts[2]);
    const auto expires = whole_number(parts[3]);
    if (!kind || !record || !account || !expires || app.clock.now().ms >= *expires) return std::nullopt;
    const Link link{*kind, *record, *account, Instant{*expires}};
    const bool is_proven = app.keys.first(link_purpose, [&](const crypto::Key& key) {
        return crypto::equal(parts[4], proof(key, message_of(link)));
    });
    return is_proven ? std::optional(link) : std::nullopt;
}

mail::Mail mail_of(const App& app, const Nudge& nudge, Instant now) {
    const Link link{nudge.kind, nudge.record_id, nudge.account_id, now + link_limit_ms};
    const Params params{{"name", nudge.name},
                        {"record", nudge.record_name},
                        {"url", app.config.base_url + "/confirm?token=" + token_of(app, link)}};
    return {.recipient = nudge.email,
            .recipient_name = nudge.name,
            .subject = app.texts.text(nudge.language, "mail.nudge.subject"),
            .body = app.texts.text(nudge.language, "mail.nudge.text", params),
            .language = nudge.language};
}

Result<void> confirm(db::Session& session, const Link& link, Instant now) {
    if (!keeps(session, link)) return failure(ErrorCode::not_found, "link_unknown");
    if (link.kind == RecordKind::cluster) {
        KONBIT_TRY(const Cluster stored, clusters::find(session, System::viewer(),
                                                        ClusterId::parse(link.record_id.view()).value()));
        return confirm_record(session, stored, "clusters", link, now);
    }
    KONBIT_TRY(
        const Organization stored,
        organizations::find(session, System::viewer(), OrganizationId::parse(link.record_id.view()).value()));
    return confirm_record(session, stored, "organizations", link, now);
}

}  // namespace konbit::nudges
