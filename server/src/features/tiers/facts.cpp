// SPDX-License-Identifier: Apache-2.0
#include "features/tiers/facts.hpp"

#include <algorithm>

namespace konbit::tiers {

namespace {

/// The columns of the record itself.
struct Basics {
    std::string country_code;
    std::string claim;
    std::optional<Date> last_confirmed_on;
    std::int64_t firms = 0;
    bool has_member_contact = false;

    static constexpr auto fields() {
        return std::tuple{field("country_code", &Basics::country_code), field("claim", &Basics::claim),
                          field("last_confirmed_on", &Basics::last_confirmed_on),
                          field("firms", &Basics::firms),
                          field("has_member_contact", &Basics::has_member_contact)};
    }
};

std::optional<Basics> basics_of(db::Session& session, const Subject& subject) {
    if (subject.kind == RecordKind::cluster)
        return session.one<Basics>(
            "SELECT c.country_code, c.claim, c.last_confirmed_on,"
            " COALESCE(NULLIF((SELECT count(*) FROM memberships m WHERE m.cluster_id = c.id"
            " AND m.left_on IS NULL AND NOT m.is_facilitator), 0), c.stated_member_count, 0),"
            " EXISTS (SELECT 1 FROM memberships m WHERE m.cluster_id = c.id AND m.left_on IS NULL"
            " AND m.is_facilitator AND m.contact_name IS NOT NULL) FROM clusters c WHERE c.id = $1",
            subject.id);
    return session.one<Basics>(
        "SELECT o.country_code, o.claim, o.last_confirmed_on, 0,"
        " EXISTS (SELECT 1 FROM memberships m WHERE m.organization_id = o.id AND m.left_on IS NULL"
        " AND m.contact_name IS NOT NULL) FROM organizations o WHERE o.id = $1",
        subject.id);
}

/// The last day on which somebody who keeps the record, or kept it, did something to it; a deputy's work
/// counts as that of the person stood in for.
std::optional<Date> last_change(db::Session& session, const Subject& subject) {
    const bool is_cluster = subject.kind == RecordKind::cluster;
    const auto at = session.value<std::optional<Instant>>(
        std::string(
            "SELECT max(c.changed_at) FROM changes c"
            " JOIN (SELECT account_id, scope_id FROM grants UNION ALL"
            " SELECT account_id, scope_id FROM ended_grants) g"
            " ON g.account_id = COALESCE(c.for_account_id, c.account_id) AND g.scope_id = $1 WHERE ") +
            (is_cluster ? "c.cluster_id = $2" : "c.kind = 'organization' AND c.record_id = $2"),
        subject.id.str(), subject.id);
    return at ? std::optional(utc_date(*at)) : std::nullopt;
}

bool has_evidence(db::Session& session, const Subject& subject, EvidencePurpose purpose, Date today) {
    return session.value<std::int64_t>(
               "SELECT count(*) FROM tier_evidence WHERE kind = $1 AND record_id = $2 AND purpose = $3"
               " AND (expires_on IS NULL OR expires_on >= $4)",
               subject.kind, subject.id, purpose, today) > 0;
}

std::optional<Tier> waived_to(db::Session& session, const Subject& subject, Date today) {
    const auto tiers = session.query<Tier>(
        "SELECT tier FROM tier_waivers WHERE kind = $1 AND record_id = $2 AND until_on >= $3", subject.kind,
        subject.id, today);
    return tiers.empty() ? std::nullopt : std::optional(*std::ranges::max_element(tiers));
}

}  // namespace

std::optional<Known> known_of(db::Session& session, const Subject& subject, Date today) {
    const auto basics = basics_of(session, subject);
    if (!basics) return std::nullopt;
    Facts facts;
    facts.kind = subject.kind;
    facts.firms = basics->firms;
    facts.is_claimed = basics->claim == "claimed";
    facts.has_contact = facts.is_claimed || basics->has_member_contact;
    facts.last_active = std::max(basics->last_confirmed_on, last_change(session, subject));
    facts.has_agreement = has_evidence(session, subject, EvidencePurpose::agreement, today);
    facts.has_review = has_evidence(session, subject, EvidencePurpose::review, today);
    facts.waived_to = waived_to(session, subject, today);
    return Known{facts, basics->country_code};
}

}  // namespace konbit::tiers
