// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/history/change.hpp"
#include "features/organizations/listing.hpp"

/// The organization behind a stub is written to before its page is published.
namespace konbit::letters {

/// Whether a record was made from public sources and nobody of its own keeps it (glossary: "stub").
template <class Record>
bool is_stub(const Record& record) {
    return record.claim == Claim::unclaimed && record.source.has_value();
}

/// Whether a stub rests on what somebody knew: its source has no address under which it can be checked.
template <class Record>
bool awaits_source(const Record& record) {
    return record.claim == Claim::unclaimed && record.source && !record.source_url;
}

/// Whether a change would show a stub that nobody could see before.
template <class Record>
bool would_show_stub(const Record& stored, const Record& wanted) {
    return is_stub(stored) && stored.publication == Publication::draft &&
           wanted.publication == Publication::published && wanted.claim == Claim::unclaimed;
}

/// @return ErrorCode::conflict "not_written_to" when nobody told them; "answer_awaited" with `date` while
/// they
///         have time to answer; "objected" when they do not want it.
Result<void> check_may_publish(db::Session& session, RecordKind kind, std::string_view record_id,
                               Instant now);

}  // namespace konbit::letters
