// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/history/change.hpp"

#include <optional>
#include <string>
#include <vector>

namespace konbit {

/// One field of a change: what stood there before and what after, as JSON.
struct ChangedField {
    std::string name;  ///< As in fields() of the record.
    std::optional<RawJson> before;
    std::optional<RawJson> after;

    static constexpr auto fields() {
        return std::tuple{
            field("name", &ChangedField::name, Access::read_only),
            field("before", &ChangedField::before, Access::read_only),
            field("after", &ChangedField::after, Access::read_only),
        };
    }
};

/// A change as those read it who may edit the record.
struct HistoryLine {
    ChangeId id{};
    RecordKind kind = RecordKind::organization;
    RecordId record_id{};
    std::optional<std::string> record_name;  ///< Of the record today, or when it was removed.
    ChangeAction action = ChangeAction::updated;
    std::optional<std::string> author;        ///< Name of the account; empty for the installation itself.
    std::optional<std::string> on_behalf_of;  ///< Name of the person whose deputy the author was.
    std::optional<BatchId> batch_id;
    Instant changed_at{};
    bool is_undone = false;                    ///< Taken back by a later change.
    bool is_undoable = false;                  ///< Whether asking to take it back makes sense.
    bool is_erased = false;                    ///< What stood there was personal and was erased.
    std::vector<ChangedField> fields_changed;  ///< In the order of the record's form.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &HistoryLine::id, Access::read_only),
            field("kind", &HistoryLine::kind, Access::read_only),
            field("record_id", &HistoryLine::record_id, Access::read_only),
            field("record_name", &HistoryLine::record_name, Access::read_only),
            field("action", &HistoryLine::action, Access::read_only),
            field("author", &HistoryLine::author, Access::read_only),
            field("on_behalf_of", &HistoryLine::on_behalf_of, Access::read_only),
            field("batch_id", &HistoryLine::batch_id, Access::read_only),
            field("changed_at", &HistoryLine::changed_at, Access::read_only),
            field("is_undone", &HistoryLine::is_undone, Access::read_only),
            field("is_undoable", &HistoryLine::is_undoable, Access::read_only),
            field("is_erased", &HistoryLine::is_erased, Access::read_only),
            field("fields_changed", &HistoryLine::fields_changed, Access::read_only),
        };
    }
};

}  // namespace konbit
