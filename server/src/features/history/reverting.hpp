// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "core/type.hpp"
#include "features/history/change.hpp"

namespace konbit::history {

/// Copies of one record, the first as it stands; revert() fills the others.
struct RevertedCopies {
    const void* stored;
    void* after;   ///< As the change left its fields.
    void* before;  ///< As they were before it.
    void* wanted;  ///< The record without the change.
};
Result<void> revert(const Change& change, const Type& type, const RevertedCopies& copies);

/// The record without one of its changes: the fields of the change as they were before it, whatever else
/// changed since. Fields that nobody may give (the tier, the claim) stay as they are.
/// @return ErrorCode::conflict "changed_since" naming the fields of the change that were changed again;
///         "cannot_be_undone" when nothing of it is left to take back.
template <class T>
Result<T> reverted(const Change& change, const T& stored) {
    T after = stored, before = stored, wanted = stored;
    KONBIT_CHECK(revert(change, type_of<T>(), {&stored, &after, &before, &wanted}));
    return wanted;
}

Result<void> revive(const Change& change, const Type& type, void* record);

/// The record that a change removed, with its id and version.
/// @return ErrorCode::conflict "cannot_be_undone" when it removed nothing, or what stood there was erased.
template <class T>
Result<T> revived(const Change& change) {
    T record{};
    KONBIT_CHECK(revive(change, type_of<T>(), &record));
    return record;
}

}  // namespace konbit::history
