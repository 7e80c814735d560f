// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto.hpp"
#include "core/result.hpp"
#include "features/answers/answer.hpp"
#include "features/sealed/sealed_store.hpp"

#include <map>
#include <span>

namespace konbit::answers {

/// The row of a sealed question from what was named.
/// @param places  Of the respondent's roster without the respondent; one more member makes the roster.
/// @return ErrorCode::invalid with "/values/N/alter_id" "not_allowed" for somebody who is not among these,
/// and
///         "repeated" for somebody named twice.
Result<sealed::Row> row_of(std::span<const AlterValue> values, const std::map<WaveMemberId, int>& places);

/// The row as it is stored. Encrypts: never inside a transaction.
sealed::StoredRow sealed_row(const crypto::Key& wave_key, const sealed::Place& place, const sealed::Row& row);

}  // namespace konbit::answers
