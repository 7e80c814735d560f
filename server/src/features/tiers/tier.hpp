// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "features/clusters/cluster.hpp"
#include "features/history/change.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace konbit {

using TierEvidenceId = Id<struct TierEvidenceTag>;
using TierWaiverId = Id<struct TierWaiverTag>;

/// What a country asks for. The defaults are those of the region: three firms are a cluster, and a listing is
/// active while something happened within a year.
struct TierRules {
    int least_firms = 3;     ///< Of a listed cluster, 1-50.
    int active_months = 12;  ///< Without activity for longer than this a record is not active, 3-36.
    bool needs_agreement = true;

    static constexpr auto fields() {
        return std::tuple{
            field("least_firms", &TierRules::least_firms).defaulted(),
            field("active_months", &TierRules::active_months).defaulted(),
            field("needs_agreement", &TierRules::needs_agreement).defaulted(),
        };
    }
};

enum class EvidencePurpose {
    agreement,  ///< The members' agreement of a cluster.
    review,     ///< Somebody who keeps the directory looked at what the record says.
};
constexpr auto names(EvidencePurpose) { return std::to_array<std::string_view>({"agreement", "review"}); }

/// A document behind a tier (glossary: "evidence").
struct TierEvidence {
    TierEvidenceId id{};
    RecordKind kind = RecordKind::cluster;
    RecordId record_id{};
    EvidencePurpose purpose = EvidencePurpose::review;
    std::string title;               ///< What was signed or looked at, 1-200 code points.
    std::optional<std::string> url;  ///< Where it can be read.
    Date held_on;                    ///< Signed or reviewed on.
    std::optional<Date> expires_on;  ///< Last day on which it counts; empty: until another is given.
    std::optional<AccountId> account_id;
    Instant created_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &TierEvidence::id, Access::read_only),
            field("kind", &TierEvidence::kind),
            field("record_id", &TierEvidence::record_id),
            field("purpose", &TierEvidence::purpose, Access::read_only),
            field("title", &TierEvidence::title),
            field("url", &TierEvidence::url),
            field("held_on", &TierEvidence::held_on),
            field("expires_on", &TierEvidence::expires_on),
            field("account_id", &TierEvidence::account_id, Access::never_sent),
            field("created_at", &TierEvidence::created_at, Access::read_only),
        };
    }
};

/// A programme answers for a record that does not satisfy the rules yet.
struct TierWaiver {
    TierWaiverId id{};
    RecordKind kind = RecordKind::cluster;
    RecordId record_id{};
    Tier tier = Tier::active;  ///< Up to this one nothing is missing.
    std::string programme;     ///< 1-200 code points.
    std::string reason;        ///< 1-1,000 code points.
    Date until_on;             ///< Last day on which it counts.
    std::optional<AccountId> account_id;
    Instant created_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &TierWaiver::id, Access::read_only),
            field("kind", &TierWaiver::kind),
            field("record_id", &TierWaiver::record_id),
            field("tier", &TierWaiver::tier),
            field("programme", &TierWaiver::programme),
            field("reason", &TierWaiver::reason),
            field("until_on", &TierWaiver::until_on),
            field("account_id", &TierWaiver::account_id, Access::never_sent),
            field("created_at", &TierWaiver::created_at, Access::read_only),
        };
    }
};

/// Something that a record lacks for the next tier, worded by `tier.missing.<code>`.
struct MissingForTier {
    std::string code;               ///< "firms", "contact", "claim", "activity", "agreement", "review".
    std::optional<std::int64_t> n;  ///< How many firms are needed, or within how many months.

    static constexpr auto fields() {
        return std::tuple{field("code", &MissingForTier::code, Access::read_only),
                          field("n", &MissingForTier::n, Access::read_only)};
    }
    bool operator==(const MissingForTier&) const = default;
};

/// A step in the history of a record's tier.
struct TierStep {
    std::optional<Tier> tier;
    Instant changed_at{};

    static constexpr auto fields() {
        return std::tuple{field("tier", &TierStep::tier, Access::read_only),
                          field("changed_at", &TierStep::changed_at, Access::read_only)};
    }
};

/// Where a record stands. What is missing, and the documents, are for those who may edit it.
struct TierReport {
    std::optional<Tier> tier;  ///< Empty: what makes a listing is still missing.
    std::optional<Tier> next;  ///< Empty above the last one.
    std::vector<MissingForTier> missing;
    std::vector<TierEvidence> evidence;
    std::vector<TierWaiver> waivers;
    std::vector<TierStep> steps;  ///< Newest first.

    static constexpr auto fields() {
        return std::tuple{
            field("tier", &TierReport::tier, Access::read_only),
            field("next", &TierReport::next, Access::read_only),
            field("missing", &TierReport::missing, Access::read_only),
            field("evidence", &TierReport::evidence, Access::read_only),
            field("waivers", &TierReport::waivers, Access::read_only),
            field("steps", &TierReport::steps, Access::read_only),
        };
    }
};

}  // namespace konbit
