// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/network_answer.hpp"
#include "app/network_input.hpp"

namespace konbit {

/// Networks of the same members, as far as they are known.
struct KnownNetworks {
    std::vector<network::NamedNetwork> networks;  ///< Of those who answered in all of them.
    std::vector<int> kept;                        ///< Their numbers among all members.
    std::optional<NetworkAnswer> nonresponse;     ///< Rates and what they allow; nothing when all answered.
};

/// For commands that compare rows: a silent row is unknown in every network, and left out.
/// @return A refusal below 65%: docs/metrics/nonresponse.md.
Read<KnownNetworks> read_known_networks(const NetworkPaths& paths);

/// One network for commands that name members who stand between others.
struct FilledNetwork {
    network::NamedNetwork named;  ///< Silent rows filled in by what the others said of them.
    std::optional<NetworkAnswer> nonresponse;
};

/// @return A refusal below 80%, or of a network without direction: there nobody's row is silent by itself.
Read<FilledNetwork> read_filled_network(const NetworkPaths& paths);

}  // namespace konbit
