// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "features/history/change.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace konbit {

using CorrectionId = Id<struct CorrectionTag>;

enum class CorrectionState { open, accepted, declined };
constexpr auto names(CorrectionState) {
    return std::to_array<std::string_view>({"open", "accepted", "declined"});
}

/// What of a page is wrong.
enum class CorrectionPart {
    name,
    contact,
    place,
    description,
    members,
    closed,  ///< It is there no more.
    other,
};
constexpr auto names(CorrectionPart) {
    return std::to_array<std::string_view>(
        {"name", "contact", "place", "description", "members", "closed", "other"});
}

/// What a reader says is wrong on a public page (glossary: "correction").
struct Correction {
    CorrectionId id{};
    std::string page;                ///< Its address on this site.
    std::optional<RecordKind> kind;  ///< Organization or cluster; empty for other pages.
    std::optional<RecordId> record_id;
    std::optional<std::string> country_code;
    CorrectionPart part = CorrectionPart::other;
    std::string text;                  ///< 1-2,000 code points.
    std::optional<std::string> email;  ///< For the answer; removed when that is queued.
    std::string language = "en";       ///< In which the reader is answered.
    CorrectionState state = CorrectionState::open;
    std::optional<std::string> reason;
    std::optional<AccountId> decided_by;
    std::optional<Instant> decided_at;
    std::int64_t version = 1;
    Instant created_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Correction::id, Access::read_only),
            field("page", &Correction::page, Access::read_only),
            field("kind", &Correction::kind, Access::read_only),
            field("record_id", &Correction::record_id, Access::read_only),
            field("country_code", &Correction::country_code, Access::read_only),
            field("part", &Correction::part, Access::read_only),
            field("text", &Correction::text, Access::read_only),
            field("email", &Correction::email, Access::never_sent),
            field("language", &Correction::language, Access::read_only),
            field("state", &Correction::state, Access::read_only),
            field("reason", &Correction::reason, Access::read_only),
            field("decided_by", &Correction::decided_by, Access::never_sent),
            field("decided_at", &Correction::decided_at, Access::read_only),
            field("version", &Correction::version, Access::read_only),
            field("created_at", &Correction::created_at, Access::read_only),
        };
    }
};

/// A correction as those see it who decide on it. The reader's address is not theirs to know.
struct CorrectionLine : Correction {
    std::optional<std::string> record_name;
    bool wants_answer = false;

    static constexpr auto fields() {
        return std::tuple_cat(
            Correction::fields(),
            std::tuple{field("record_name", &CorrectionLine::record_name, Access::read_only),
                       field("wants_answer", &CorrectionLine::wants_answer, Access::read_only)});
    }
};

}  // namespace konbit
