// SPDX-License-Identifier: Apache-2.0
#include "features/wave_changes/wave_change.hpp"

#include "engine/network/share.hpp"
#include "engine/network/wave_change.hpp"
#include "engine/survey/disclosure.hpp"
#include "features/networks/observation.hpp"
#include "features/wave_changes/group_change.hpp"

#include <algorithm>
#include <ranges>

namespace konbit::wave_changes {

namespace {

using networks::QuestionData;
using networks::WaveData;

/// A question on the numbering of members that all waves of the cluster share.
network::Wave renumbered(const QuestionData& question, const WaveData& data) {
    const auto number = [&](int place) { return data.actors[place].place_in_layout; };
    const auto count = static_cast<std::size_t>(data.layout.actor_count);
    std::vector<bool> is_member(count), has_answered(count);
    const auto rows = known_rows(question, networks::Rows::named);
    for (int place = 0; place < data.size(); ++place) {
        is_member[number(place)] = true;
        has_answered[number(place)] = rows[place];
    }
    std::vector<network::Edge> edges;
    for (const auto& tie : question.ties) edges.push_back({number(tie.from), number(tie.to)});
    return {network::ObservedNetwork(std::move(has_answered), edges), std::move(is_member)};
}

int answered_both(const network::Wave& first, const network::Wave& second) {
    int count = 0;
    for (int node = 0; node < first.network.node_count(); ++node)
        count += first.network.has_answered(node) && second.network.has_answered(node);
    return count;
}

std::int64_t in_both(const std::vector<network::Edge>& kept, std::vector<network::Edge> untouched) {
    std::ranges::sort(untouched);
    return std::ranges::count_if(kept,
                                 [&](const auto& tie) { return std::ranges::binary_search(untouched, tie); });
}

/// Below the rate of a report a density is an interval, and no number (features/networks).
std::optional<double> density_of_all(const QuestionData& question, const WaveData& data) {
    const auto network = observed(question, networks::Rows::named);
    const auto level = disclosure::report_level(network.answers(), data.asked());
    return level == disclosure::ReportLevel::interval_only ? std::nullopt : density_available(network);
}

void add_strips(QuestionChange& change, const QuestionData& was, const WaveData& before,
                const QuestionData& is, const WaveData& after) {
    change.strip_before = networks::density_strip(observed(was, networks::Rows::named), before.asked());
    change.strip_after = networks::density_strip(observed(is, networks::Rows::named), after.asked());
    change.is_distinguishable = are_distinguishable(change.strip_before, change.strip_after);
}

void add_pairs(QuestionChange& change, const network::Wave& first, const network::Wave& second) {
    const auto found = network::dyad_transitions(first, second);
    const std::size_t states = names(network::DyadState{}).size();
    for (std::size_t before = 0; before < states; ++before)
        for (std::size_t after = 0; after < states; ++after)
            change.pairs.push_back({static_cast<network::DyadState>(before),
                                    static_cast<network::DyadState>(after), found.pairs[before][after]});
    change.turned_round = found.reversed;
}

QuestionChange change_of(const Compared& both, const QuestionData& was, const WaveData& before,
                         const QuestionData& is, const WaveData& after,
                         const std::vector<network::Edge>& untouched) {
    const auto& [first, second, found] = both;
    QuestionChange change{.id = is.question.id, .key = is.question.key};
    change.respondents = answered_both(first, second);
    change.comparable = found.comparable_cells;
    change.kept = std::ssize(found.kept);
    change.lost = std::ssize(found.lost);
    change.gained = std::ssize(found.gained);
    if (change.key == QuestionKey::know) change.untouched = in_both(found.kept, untouched);
    change.jaccard = found.jaccard();
    const std::int64_t touched = change.kept - change.untouched;
    change.jaccard_touched = network::share(touched, touched + change.lost + change.gained);
    change.density_before = density_of_all(was, before);
    change.density_after = density_of_all(is, after);
    change.density_before_common = network::share(change.kept + change.lost, change.comparable);
    change.density_after_common = network::share(change.kept + change.gained, change.comparable);
    add_strips(change, was, before, is, after);
    add_pairs(change, first, second);
    return change;
}

void add_change(WaveChange& all, const QuestionData& was, const WaveData& before, const QuestionData& is,
                const WaveData& after, const std::vector<network::Edge>& untouched) {
    network::Wave first = renumbered(was, before), second = renumbered(is, after);
    network::WaveChange found = network::compare(first, second);
    const Compared both{std::move(first), std::move(second), std::move(found)};
    all.questions.push_back(change_of(both, was, before, is, after, untouched));
    for (auto& table : tables_of(both, is.question.key, after)) all.tables.push_back(std::move(table));
}

/// The question of the earlier wave, when it was sealed in neither: changes of sealed answers point at
/// persons.
const QuestionData* comparable(const WaveData& before, const QuestionData& now) {
    const auto found = std::ranges::find(before.questions, now.question.id,
                                         [](const QuestionData& each) { return each.question.id; });
    if (found == before.questions.end() || now.question.sensitivity == Sensitivity::sealed) return nullptr;
    return found->question.sensitivity == Sensitivity::sealed ? nullptr : &*found;
}

int on_both(const WaveData& before, const WaveData& after) {
    return static_cast<int>(std::ranges::count_if(after.actors, [&](const networks::Actor& actor) {
        return std::ranges::find(before.actors, actor.place_in_layout, &networks::Actor::place_in_layout) !=
               before.actors.end();
    }));
}

}  // namespace

WaveChange compare(const WaveData& before, const WaveData& after,
                   const std::vector<network::Edge>& untouched) {
    WaveChange change;
    change.common = on_both(before, after);
    for (const auto& now : after.questions)
        if (const auto* then = comparable(before, now))
            add_change(change, *then, before, now, after, untouched);
    return change;
}

}  // namespace konbit::wave_changes
