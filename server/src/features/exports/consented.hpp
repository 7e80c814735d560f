// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/exports/export.hpp"
#include "features/networks/network_report.hpp"
#include "features/networks/wave_data.hpp"

#include <set>

namespace konbit::exports {

/// What of a wave may leave for a purpose: no sealed question, none that was not asked for
/// it, and only rows of those who agreed to it.
/// @param agreed  Who agreed to this purpose; looked at for members and research only.
/// @return ErrorCode::not_found when no question is left.
Result<networks::WaveData> consented(networks::WaveData data, ExportPurpose purpose,
                                     const std::set<WaveMemberId>& agreed);

/// Takes the names off: numbers in an order that is drawn anew for each file, and nothing beside them that
/// fewer than three members share. Who did not answer looks like the others.
/// @param seed  Random for each file, so that two files cannot be laid side by side.
void take_names_off(networks::MapReport& map, std::uint64_t seed);

}  // namespace konbit::exports
