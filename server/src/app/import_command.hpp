// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"

#include <string>

namespace konbit {

/// What `konbit import network` was told.
struct NetworkImport {
    std::string edges;  ///< Path of the edge list.
    std::string nodes;  ///< Path of the node list.
    std::string name;
    std::string country_code;    ///< Where it lies: nobody can guess it from the files.
    std::string relation;        ///< What its ties are called; empty: as the network.
    bool is_undirected = false;  ///< A tie stands once in the edge list and is of both actors.
    std::string facilitator;     ///< E-mail address of the account that may open it; empty for nobody yet.
};

/// Loads an edge list and its nodes as a cluster with one answered, closed wave, and prints where to see it.
/// @return The exit code.
int import_network(const Config& config, const NetworkImport& import);

}  // namespace konbit
