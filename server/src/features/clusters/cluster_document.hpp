// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/clusters/cluster.hpp"
#include "features/search/directory_search.hpp"

namespace konbit::clusters {

/// What the search for words finds of a cluster.
search::Document document_of(const Cluster& cluster);
/// The same with its names in other languages, its services, offers and needs.
search::Document document_of(const ClusterDetails& cluster);

}  // namespace konbit::clusters
