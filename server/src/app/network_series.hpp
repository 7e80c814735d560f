// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/network_input.hpp"
#include "engine/network/wave_series.hpp"

#include <iosfwd>

/// Several waves of a survey in files.
namespace konbit {

/// Name of the format whose files lie in a folder: wave1.dat, wave2.dat, ..., members.csv and open.R.
inline constexpr std::string_view siena_format = "rsiena";

/// @param has_roster  Whether the documents' actors are all members; else only those with ties are known.
/// @param answered    A column of the members that says who answered; empty: everybody. It is taken out.
Read<network::WaveSeries> series_of(std::vector<network::NetworkDocument> waves, bool has_roster,
                                    const std::string& answered);

/// @param folder  As write_siena() makes it; members.csv may be missing.
Read<network::WaveSeries> read_siena_folder(const std::string& folder);

/// @param folder  Is made if it is not there.
/// @return A warning when something could not be kept, else an empty text.
Read<std::string> write_siena_folder(const network::WaveSeries& series, const std::string& folder);

}  // namespace konbit
