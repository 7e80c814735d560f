// SPDX-License-Identifier: Apache-2.0
#include "features/analyses/patterns.hpp"

#include "engine/network/chance.hpp"
#include "engine/network/core_periphery.hpp"
#include "engine/network/density_model.hpp"
#include "engine/network/layers.hpp"
#include "engine/network/mixing.hpp"
#include "engine/network/qap.hpp"
#include "features/analyses/answered.hpp"
#include "features/stories/groups.hpp"

#include <algorithm>
#include <functional>

namespace konbit::analyses {

namespace {

using network::Graph;
using networks::WaveData;

/// Each is a network of its own in which the best core is searched.
constexpr int searches = 200;
/// Each is a network of its own in which all ways are searched.
constexpr int random_networks = 500;

struct Answered {
    std::vector<int> members;
    AnalysisResult result;

    Answered(const AnalysisQuestion& asked, const Input& input)
        : members(members_of(asked, input)), result(begun(input.wave, static_cast<int>(members.size()))) {}
};

stories::Groups groups_of(const AnalysisQuestion& asked, const WaveData& data,
                          const std::vector<int>& members) {
    std::vector<std::string> codes;
    std::vector<bool> has_answered(data.actors.size());
    for (const auto& actor : data.actors) codes.push_back(value_of(actor.member, asked.likenesses.front()));
    for (const int member : members) has_answered[member] = true;
    return stories::groups_of(codes, has_answered);
}

std::vector<GroupTies> cells_of(const Graph& graph, const std::vector<int>& group_of,
                                const stories::Groups& groups) {
    std::vector<GroupTies> cells;
    for (const auto& cell : network::mixing_table(graph, group_of).cells)
        cells.push_back({groups.groups[cell.from_group].code, groups.groups[cell.to_group].code, cell.ties,
                         cell.possible, cell.odds()});
    return cells;
}

std::vector<network::Layer> layers_of(const AnalysisQuestion& asked, const WaveData& data,
                                      const std::vector<int>& members) {
    std::vector<network::Layer> layers;
    for (const auto key : questions_of(asked))
        layers.push_back({std::string(name_of(key)), graph_of(data, key, members)});
    return layers;
}

std::vector<LayerSignature> signatures_of(const network::Multiplexity& found,
                                          const std::vector<QuestionKey>& keys) {
    std::vector<LayerSignature> signatures;
    for (const auto& [bits, pairs] : found.signatures) {
        auto& signature = signatures.emplace_back();
        signature.pairs = pairs;
        for (std::size_t i = 0; i < keys.size(); ++i)
            if ((bits >> i & 1U) != 0) signature.questions.push_back(keys[i]);
    }
    std::ranges::sort(signatures, std::greater(), &LayerSignature::pairs);
    return signatures;
}

/// Each two once: `one` stands before `other`.
std::vector<LayerPair> pairs_of(const network::Multiplexity& found, const std::vector<QuestionKey>& keys,
                                const std::vector<network::Layer>& layers, Watch& watch) {
    std::vector<LayerPair> pairs;
    for (const auto& each : found.overlaps) {
        if (each.one > each.other) continue;
        auto& pair = pairs.emplace_back();
        pair.one = keys[each.one];
        pair.other = keys[each.other];
        pair.shared = each.shared;
        pair.jaccard = each.jaccard;
        const auto test =
            network::qap(layers[each.one].graph, layers[each.other].graph, shuffles(few_shuffles, watch));
        if (!test) continue;
        pair.correlation = test->observed;
        pair.p_ge = test->p_ge;
        pair.p_le = test->p_le;
    }
    return pairs;
}

Verdict verdict_of(const std::vector<LayerPair>& pairs) {
    const auto tests = static_cast<double>(
        std::ranges::count_if(pairs, [](const auto& each) { return each.p_ge.has_value(); }));
    if (tests == 0) return Verdict::undefined;
    const auto is_beyond = [&](std::optional<double> p) { return p && *p <= significance / 2 / tests; };
    if (std::ranges::any_of(pairs, is_beyond, &LayerPair::p_ge)) return Verdict::more;
    return std::ranges::any_of(pairs, is_beyond, &LayerPair::p_le) ? Verdict::less : Verdict::chance;
}

}  // namespace

AnalysisResult core(const AnalysisQuestion& asked, const Input& input, Watch& watch) {
    Answered answered(asked, input);
    const Graph graph = graph_of(input.wave, asked.question, answered.members);
    if (const auto found = network::core_periphery(graph))
        answered.result.core_members = static_cast<int>(found->core.size());
    return tested(std::move(answered.result), network::core_periphery_test(graph, shuffles(searches, watch)));
}

AnalysisResult small_world(const AnalysisQuestion& asked, const Input& input, Watch& watch) {
    Answered answered(asked, input);
    const auto world = network::small_world(graph_of(input.wave, asked.question, answered.members),
                                            shuffles(random_networks, watch));
    if (!world) return std::move(answered.result);
    answered.result.ratios = {{"transitivity", world->transitivity_ratio},
                              {"path_length", world->path_length_ratio}};
    return tested(std::move(answered.result), world->test);
}

AnalysisResult groups_differ(const AnalysisQuestion& asked, const Input& input, Watch& watch) {
    Answered answered(asked, input);
    const auto groups = groups_of(asked, input.wave, answered.members);
    if (groups.groups.empty()) return std::move(answered.result);
    const Graph graph = graph_of(input.wave, asked.question, answered.members);
    std::vector<int> group_of;
    for (const int member : answered.members) group_of.push_back(groups.of[member]);
    answered.result.groups = cells_of(graph, group_of, groups);
    answered.result.odds_ratio = network::odds_ratio_within(graph, group_of);
    return tested(std::move(answered.result),
                  network::density_model_test(graph, group_of, network::DensityModel::structural_blocks,
                                              shuffles(many_shuffles, watch)));
}

AnalysisResult layered(const AnalysisQuestion& asked, const Input& input, Watch& watch) {
    Answered answered(asked, input);
    const auto keys = questions_of(asked);
    const auto layers = layers_of(asked, input.wave, answered.members);
    const auto found = network::multiplexity(layers);
    answered.result.multiplex_share = found.multiplex_share;
    answered.result.signatures = signatures_of(found, keys);
    answered.result.layers = pairs_of(found, keys, layers, watch);
    answered.result.verdict = verdict_of(answered.result.layers);
    return std::move(answered.result);
}

}  // namespace konbit::analyses
