// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/wave_data.hpp"

#include <span>

namespace konbit::who_sees {

/// Invented members of the sample; three of them agree to figures only.
inline constexpr int sample_size = 12;

/// A wave of invented members who were asked these questions; the same at every call. It goes through the
/// same rules as a real one, so that what they let through can be shown before anybody has answered.
/// @param answered  How many of the members answered, from 0 to sample_size.
networks::WaveData sample_wave(std::span<const Question> questions, WaveState state, int answered);

}  // namespace konbit::who_sees
