// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/blind_maps/blind_map_request.hpp"
#include "features/networks/network_report.hpp"
#include "features/pages/words.hpp"
#include "features/reports/blind_map.hpp"

namespace konbit::blind_maps {

/// One page: the picture, how to read it, the warning that structure alone can tell, and the stamp.
reports::Report paper_of(const BlindMapLine& request, const reports::BlindMap& map,
                         const networks::NetworkReport& network, const pages::Words& words);

}  // namespace konbit::blind_maps
