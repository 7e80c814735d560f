// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/contacts.hpp"

#include <array>
#include <string_view>

namespace konbit::network {

/// The sixteen patterns that ties among three actors can form: numbers of mutual, asymmetric and null pairs,
/// with D(own), U(p), T(ransitive), C(yclic) where these leave a choice.
inline constexpr std::array<std::string_view, 16> triad_names{"003",  "012",  "102",  "021D", "021U", "021C",
                                                              "111D", "111U", "030T", "030C", "201",  "120D",
                                                              "120U", "120C", "210",  "300"};

/// How many triples of actors show each pattern, in the order of triad_names.
///
/// @complexity O(edges * largest degree): triples with at most one tie are counted, not visited.
/// @source Holland & Leinhardt (1976), Sociological Methodology 7, 1-45, doi:10.2307/270703; Batagelj & Mrvar
/// (2001),
///         Social Networks 23(3), 237-243, doi:10.1016/S0378-8733(01)00035-1.
std::array<std::int64_t, 16> triad_census(const Contacts& contacts);

}  // namespace konbit::network
