// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/wave_data.hpp"
#include "features/reports/report.hpp"

#include <cstdint>
#include <optional>
#include <set>

namespace konbit::reports {

/// What a picture without names rests on.
struct BlindMap {
    QuestionKey question = QuestionKey::know;
    int agreed =
        0;  ///< Members who answered the question and agreed to the picture: only their ties are drawn.
    Picture picture{};
};

/// The open question that is drawn: the one about work done together, else the first.
const networks::QuestionData* drawn_question(const networks::WaveData& data);

/// A seed with which the same ties give the same picture, whoever draws it and whenever.
std::uint64_t steady_seed(const networks::WaveData& data);

/// Draws the ties of an open question that members gave who agreed to it. Places are worked out anew from
/// members in an order of their own, so that the picture cannot be laid over the facilitator's map; marks are
/// all alike, those of silent members too.
/// @param seed  Another one gives another picture of the same network.
/// @return Nothing without an open question, or when fewer than disclosure::least_people agreed.
std::optional<BlindMap> blind_map(const networks::WaveData& data, const std::set<WaveMemberId>& agreed,
                                  std::uint64_t seed);

/// Three sizes of marks, by the number of ties, with about as many marks each.
/// @return Empty when fewer than three marks would share a size: they would be told by it.
std::vector<int> bucketed(const Picture& picture);

}  // namespace konbit::reports
