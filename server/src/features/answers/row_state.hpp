// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/names.hpp"

#include <array>
#include <string_view>

namespace konbit {

/// What is known of all that one respondent said to one question. Only the two answered states are observed
/// (answered.hpp): every other one means that the ties are unknown, never that there are none.
enum class RowState {
    answered,        ///< Named at least one member.
    answered_empty,  ///< Said "none of these".
    partial,         ///< Began and did not finish.
    nonresponse,
    declined,   ///< Prefers not to say, which is not "no".
    withdrawn,  ///< Taken back.
};
constexpr auto names(RowState) {
    return std::to_array<std::string_view>(
        {"answered", "answered_empty", "partial", "nonresponse", "declined", "withdrawn"});
}

constexpr bool is_observed(RowState state) {
    return state == RowState::answered || state == RowState::answered_empty;
}

}  // namespace konbit
