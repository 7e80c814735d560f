// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/contacts.hpp"

#include <vector>

namespace konbit::network {

/// How little room an actor has between its contacts: high when they are few and know each other (Burt).
///
/// A mutual tie weighs twice a tie in one direction, whoever reports it.
/// @return About 0 to 1, small cases above 1 occur (at most 1.125 undirected); NaN for isolates.
/// @complexity O(sum of squared degrees).
/// @source Burt (1992), Structural Holes, Harvard University Press, ISBN 978-0-674-84371-4.
std::vector<double> constraint(const Contacts& contacts);

/// With how many different circles an actor has contact: its contacts less what they repeat of each other
/// (Burt).
/// @return Between 1 and the degree; NaN for isolates.
/// @complexity O(sum of squared degrees).
/// @source Burt (1992), as above.
std::vector<double> effective_size(const Contacts& contacts);

/// The effective size as a share of the contacts: 1 when none repeats another.
/// @return In (0, 1]; NaN for isolates.
/// @source Burt (1992), as above.
std::vector<double> efficiency(const Contacts& contacts);

}  // namespace konbit::network
