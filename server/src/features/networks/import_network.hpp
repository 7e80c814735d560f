// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/permission/capabilities.hpp"

#include <string>

namespace konbit::networks {

/// A network that was collected elsewhere.
struct NetworkSource {
    std::string edges;  ///< Bytes of a CSV with columns `from` and `to`.
    /// Bytes of a CSV with column `id`, and `name` and `country` (two letters) where they are known.
    std::string nodes;
    std::string name;            ///< Of the cluster to be made.
    std::string country_code;    ///< Of its seat, ISO 3166-1 alpha-2. Says nothing of where its members are.
    std::string relation{};      ///< What its ties are called; as the network when empty.
    bool is_undirected = false;  ///< A tie is of both actors, whoever of them stands first.
};

struct ImportedNetwork {
    ClusterId cluster{};
    WaveId wave{};
    int members = 0;
    std::int64_t ties = 0;
};

/// Makes a cluster of the actors, seen by nobody but its facilitators, with one closed wave of the question
/// "whom do you know", named after the relation, in which everybody answered. All or nothing. Weights are
/// ignored. A member whose country the node file does not tell has none in the wave: it is unknown there.
/// @return The errors of network::read_network(), "/name" "required", "roster_too_small" or
/// "roster_too_large", and
///         what the rules of organizations find.
Result<ImportedNetwork> import_network(App& app, const NetworkSource& source);

}  // namespace konbit::networks
