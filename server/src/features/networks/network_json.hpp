// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/exchange.hpp"

namespace konbit::networks {

/// Reads `{"directed":true,"nodes":[{"id":"a","island":"A"}],"edges":[{"from":"a","to":"b","weight":2}]}`.
/// Members of a node that are texts become columns; direction and weight may be left out (directed, 1).
///
/// @return As network::read_document(): the row is the place in the list, counted from 1.
Result<network::NetworkDocument> network_from_json(std::string_view bytes);

/// Writes the same, one node or tie on a line.
void network_to_json(const network::NetworkDocument& document, std::ostream& out);

}  // namespace konbit::networks
