// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/clusters/cluster.hpp"

#include <optional>
#include <string>

namespace konbit {

using StageChangeId = Id<struct StageChangeTag>;

/// When a cluster reached a stage, as its facilitator set it (glossary: "stage").
struct StageChange {
    StageChangeId id{};
    ClusterId cluster_id{};
    Stage stage = Stage::s0;
    Date reached_on;
    bool is_confirmed = false;        ///< By the steering committee.
    std::optional<std::string> note;  ///< What was reached, in a sentence.
    std::optional<AccountId> account_id;
    Instant created_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &StageChange::id, Access::read_only),
            field("cluster_id", &StageChange::cluster_id, Access::read_only),
            field("stage", &StageChange::stage),
            field("reached_on", &StageChange::reached_on),
            field("is_confirmed", &StageChange::is_confirmed).defaulted(),
            field("note", &StageChange::note),
            field("account_id", &StageChange::account_id, Access::read_only),
            field("created_at", &StageChange::created_at, Access::read_only),
        };
    }
};

/// The same with the name of whoever set it; empty when the installation did, or when the account is gone.
struct ListedStageChange : StageChange {
    std::optional<std::string> account_name;

    static constexpr auto fields() {
        return std::tuple_cat(
            StageChange::fields(),
            std::tuple{field("account_name", &ListedStageChange::account_name, Access::read_only)});
    }
};

}  // namespace konbit
