// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "features/permission/viewer.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace konbit {

using ChangeId = Id<struct ChangeTag>;
using RecordId = Id<struct RecordTag>;  ///< Of a record of whichever kind.

/// What an import or a bulk edit does, as one.
using BatchId = Id<struct BatchTag>;

/// Of which records changes are kept.
enum class RecordKind {
    organization,
    cluster,
    membership,
    person,
    project,
    expert,
    agreement,
    factsheet,
    introduction,
    meeting,
    recipe,
};
constexpr auto names(RecordKind) {
    return std::to_array<std::string_view>({"organization", "cluster", "membership", "person", "project",
                                            "expert", "agreement", "factsheet", "introduction", "meeting",
                                            "recipe"});
}

enum class ChangeAction {
    created,
    updated,
    removed,
    merged,    ///< It took in a duplicate.
    restored,  ///< An earlier change was taken back.
};
constexpr auto names(ChangeAction) {
    return std::to_array<std::string_view>({"created", "updated", "removed", "merged", "restored"});
}

/// One change of one record (glossary: "change"), as it is kept.
struct Change {
    ChangeId id{};
    RecordKind kind = RecordKind::organization;
    RecordId record_id{};
    std::int64_t version = 1;  ///< Of the record after the change.
    ChangeAction action = ChangeAction::updated;
    std::optional<AccountId> account_id;  ///< Empty: the installation itself, or an account that is gone.
    std::optional<BatchId> batch_id;
    std::optional<ChangeId> reverts_id;       ///< The change that this one takes back.
    std::optional<ClusterId> cluster_id;      ///< Of the cluster that owns the record, or that it is.
    std::optional<std::string> country_code;  ///< Where the record stood.
    std::optional<std::string> visibility;
    std::optional<std::string> before;  ///< The changed fields as a JSON object; empty when it was created.
    std::optional<std::string> after;   ///< The same; empty when it was removed. Neither: erased.
    Instant changed_at{};
    std::optional<AccountId> for_account_id{};  ///< For whom, when a deputy did it.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Change::id, Access::read_only),
            field("kind", &Change::kind, Access::read_only),
            field("record_id", &Change::record_id, Access::read_only),
            field("version", &Change::version, Access::read_only),
            field("action", &Change::action, Access::read_only),
            field("account_id", &Change::account_id, Access::read_only),
            field("batch_id", &Change::batch_id, Access::read_only),
            field("reverts_id", &Change::reverts_id, Access::read_only),
            field("cluster_id", &Change::cluster_id, Access::read_only),
            field("country_code", &Change::country_code, Access::read_only),
            field("visibility", &Change::visibility, Access::read_only),
            field("before", &Change::before, Access::read_only),
            field("after", &Change::after, Access::read_only),
            field("changed_at", &Change::changed_at, Access::read_only),
            field("for_account_id", &Change::for_account_id, Access::read_only),
        };
    }
};

}  // namespace konbit
