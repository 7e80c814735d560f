// SPDX-License-Identifier: Apache-2.0
#include "app/network_sampling.hpp"

#include "app/network_answered.hpp"
#include "engine/network/sampled_betweenness.hpp"

namespace konbit {

Read<NetworkAnswer> sample_betweenness(const NetworkPaths& paths, int pivots,
                                       const network::Shuffles& shuffles) {
    KONBIT_TRY(const FilledNetwork filled, read_filled_network(paths));
    const network::NamedNetwork& named = filled.named;
    const network::SampledBetweenness found = betweenness_sampled(
        named.graph,
        {.pivots = pivots, .seed = shuffles.seed, .threads = shuffles.threads, .watch = shuffles.watch});
    std::vector<NetworkAnswer> members;
    for (std::size_t node = 0; node < named.ids.size(); ++node) {
        NetworkAnswer& member = members.emplace_back();
        member.add("id", named.ids[node]);
        member.add("betweenness", found.value[node]);
        member.add("standard_error", found.standard_error[node]);
    }
    NetworkAnswer answer;
    answer.add("n", static_cast<double>(named.ids.size()));
    answer.add("pivots", static_cast<double>(found.pivots));
    answer.add("nodes", members);
    if (filled.nonresponse) answer.add("nonresponse", *filled.nonresponse);
    return answer;
}

}  // namespace konbit
