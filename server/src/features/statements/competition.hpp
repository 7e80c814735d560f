// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.hpp"
#include "core/crypto.hpp"
#include "core/result.hpp"
#include "db/session.hpp"
#include "features/app.hpp"
#include "features/permission/capabilities.hpp"

#include <cstdint>
#include <optional>

/// Whether members say that others on the roster compete with them (docs/adr/0015-competitors-flag.md). Given
/// by the member itself, kept as ciphertext, given back to nobody; only a sum is shown, and only of enough
/// members.
namespace konbit::competition {

/// The purpose for which the installation key is derived (features/keys).
inline constexpr std::string_view competition_purpose = "competition flags";

/// Gives, changes or (empty) withdraws the flag of the member.
/// @param key  Of competition_purpose.
void state(db::Session& session, const crypto::Key& key, std::optional<bool> competes,
           const StatementReader& by);

/// Whether the member has said anything; what it said is told to nobody.
bool has_stated(db::Session& session, const crypto::Key& key, const StatementReader& by);

/// How many members compete with others on the roster, by their own word.
struct CompetitionSum {
    std::optional<std::int64_t> stated;     ///< Members that said yes or no; empty when hidden.
    std::optional<std::int64_t> competing;  ///< Of these, yes.
    bool is_hidden = true;  ///< Fewer than five said anything, or fewer than three on either side.

    static constexpr auto fields() {
        return std::tuple{field("stated", &CompetitionSum::stated),
                          field("competing", &CompetitionSum::competing),
                          field("is_hidden", &CompetitionSum::is_hidden)};
    }
};
/// As of the last time that it was taken anew: not before both its sides, those who say yes and those who say
/// no, differ by at least disclosure::least_sealed_givers members from what was shown. Until then two looks
/// are alike, and from then on what they differ by is no single member's, however often one changes its mind.
CompetitionSum sum(db::Session& session, const Facilitator& by);

/// Seals by the newest installation key the flags that former ones sealed. @return How many.
Result<std::int64_t> move_flags(App& app);

}  // namespace konbit::competition
