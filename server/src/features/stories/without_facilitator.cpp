// SPDX-License-Identifier: Apache-2.0
#include "engine/network/components.hpp"
#include "engine/network/density.hpp"
#include "features/networks/observation.hpp"
#include "features/networks/response.hpp"
#include "features/stories/story.hpp"

#include <algorithm>

namespace konbit::stories {

namespace {

using network::Graph;
using network::ObservedNetwork;
using networks::WaveData;

/// The members of whom something is known: who answered or was named.
std::vector<int> known_members(const ObservedNetwork& network) {
    std::vector<int> known;
    for (int place = 0; place < network.node_count(); ++place)
        if (network.has_answered(place) || !network.reported().in(place).empty()) known.push_back(place);
    return known;
}

struct Shape {
    double members = 0, contacts = 0, pieces = 0, largest = 0, alone = 0;
    std::optional<double> mean_contacts, unreachable;
};

Shape shape_of(const Graph& contacts) {
    const auto components = network::weak_components(contacts);
    Shape shape{.members = static_cast<double>(contacts.node_count()),
                .contacts = static_cast<double>(contacts.edge_count()),
                .mean_contacts = network::mean_degree(contacts),
                .unreachable = network::fragmentation(components)};
    shape.alone = static_cast<double>(std::ranges::count(components.size, 1));
    shape.pieces = static_cast<double>(components.count) - shape.alone;
    for (const int size : components.size) shape.largest = std::max<double>(shape.largest, size);
    return shape;
}

std::vector<StoryContrast> contrasts(const Shape& with, const Shape& without) {
    return {{"members", with.members, without.members},
            {"contacts", with.contacts, without.contacts},
            {"mean_contacts", with.mean_contacts, without.mean_contacts},
            {"pieces", with.pieces, without.pieces},
            {"largest_piece", with.largest, without.largest},
            {"alone", with.alone, without.alone},
            {"unreachable", with.unreachable, without.unreachable}};
}

}  // namespace

StoryWithout without_facilitator(const networks::QuestionData& question, const WaveData& data) {
    const ObservedNetwork network = networks::observed(question, networks::Rows::named);
    StoryWithout said{.question = question.question.key, .n = network.answers()};
    const auto is_facilitator = [&](int place) { return data.actors[place].member.is_facilitator; };
    const auto known = known_members(network);
    auto others = known;
    std::erase_if(others, is_facilitator);
    if (disclosure::report_level(said.n, data.asked()) == disclosure::ReportLevel::interval_only)
        said.reason = "low_response";
    else if (others.size() == known.size())
        said.reason = "no_facilitator";
    if (said.reason) return said;
    const Graph contacts = undirected(reconstructed(network).graph);
    said.figures = contrasts(shape_of(keeping(contacts, known)), shape_of(keeping(contacts, others)));
    return said;
}

}  // namespace konbit::stories
