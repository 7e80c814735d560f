// SPDX-License-Identifier: Apache-2.0
#include "engine/network/introductions.hpp"

#include "engine/network/components.hpp"
#include "engine/network/distances.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace konbit::network {
namespace {

/// Scores that differ by rounding only are equal.
long long rank(double score) { return std::llround(score * 1e9); }

/// Best first; equal scores by number, so that the list is the same on every machine.
template <class Proposal>
void sort_best_first(std::vector<Proposal>& proposals) {
    std::ranges::sort(proposals, {}, [](const Proposal& each) {
        return std::tuple(-rank(each.score), each.one, each.other);
    });
}

std::size_t contacts(const Graph& ties, int node) { return ties.out(node).size(); }

/// The actors with most contacts: a tenth of those who have any, and all who have as many as the last of
/// these.
std::vector<bool> hubs(const Graph& ties) {
    std::vector<std::size_t> counts;
    for (int node = 0; node < ties.node_count(); ++node)
        if (contacts(ties, node) > 0) counts.push_back(contacts(ties, node));
    std::vector<bool> is_hub(ties.node_count());
    if (counts.empty()) return is_hub;
    std::ranges::sort(counts, std::greater{});
    const std::size_t threshold = counts[(counts.size() + 9) / 10 - 1];
    // Where everybody has as many contacts nobody is a hub.
    if (threshold == counts.back()) return is_hub;
    for (int node = 0; node < ties.node_count(); ++node) is_hub[node] = contacts(ties, node) >= threshold;
    return is_hub;
}

/// Takes proposals best first as long as nobody gets too many.
std::vector<Introduction> capped(std::vector<Introduction> proposals, const IntroductionSetting& setting) {
    sort_best_first(proposals);
    std::vector<int> uses(setting.ties.node_count());
    std::vector<int> asked = setting.already_introducing;
    asked.resize(setting.ties.node_count());
    std::vector<Introduction> kept;
    for (const Introduction& each : proposals) {
        if (std::ssize(kept) == setting.most_per_list) break;
        if (std::max(uses[each.one], uses[each.other]) >= setting.most_per_actor) continue;
        if (each.introducer && asked[*each.introducer] >= setting.most_per_introducer) continue;
        ++uses[each.one], ++uses[each.other];
        if (each.introducer) ++asked[*each.introducer];
        kept.push_back(each);
    }
    return kept;
}

/// The three searches over one network.
class Adviser {
  public:
    explicit Adviser(const IntroductionSetting& setting)
        : setting_(setting), ties_(undirected(setting.ties)), is_hub_(hubs(ties_)) {}

    std::vector<Introduction> close_triangle() const {
        std::vector<Introduction> proposals;
        for (const OpenPair& pair : open_pairs(ties_)) {
            if (!may_meet(pair.one, pair.other)) continue;
            const auto introducer = introducer_of(pair);
            if (introducer) proposals.push_back({pair.one, pair.other, introducer, pair.score});
        }
        return capped(std::move(proposals), setting_);
    }

    std::vector<Introduction> bridge_groups() const {
        const DistanceMatrix distance(ties_);
        std::vector<Introduction> proposals;
        for (int one = 0; one < ties_.node_count(); ++one)
            for (int other = one + 1; other < ties_.node_count(); ++other) {
                // Isolates have their own list.
                if (contacts(ties_, one) == 0 || contacts(ties_, other) == 0) continue;
                if (!may_meet(one, other) || !are_of_two_groups(one, other)) continue;
                proposals.push_back(
                    {one, other, {}, gain(distance, one, other) + gain(distance, other, one)});
            }
        return capped(std::move(proposals), setting_);
    }

    std::vector<Introduction> bring_in_isolate() const {
        std::vector<Introduction> proposals;
        const double middle = middle_degree();
        for (const int one : isolates(ties_))
            for (int other = 0; other < ties_.node_count(); ++other) {
                if (contacts(ties_, other) == 0 || !may_meet(one, other)) continue;
                // A common line of business first, then hosts who are neither lonely nor overrun.
                const double off = std::abs(static_cast<double>(contacts(ties_, other)) - middle);
                proposals.push_back({one, other, {}, (share_sector(one, other) ? 1 : 0) + 1 / (2 + off)});
            }
        return capped(std::move(proposals), setting_);
    }

  private:
    bool may_meet(int one, int other) const {
        return setting_.is_willing[one] && setting_.is_willing[other] && !is_hub_[one] && !is_hub_[other] &&
               !ties_.has_edge(one, other) &&
               std::ranges::find(setting_.left_out, Edge{one, other}) == setting_.left_out.end() &&
               std::ranges::find(setting_.left_out, Edge{other, one}) == setting_.left_out.end();
    }

    bool are_of_two_groups(int one, int other) const {
        const int a = setting_.group_of[one], b = setting_.group_of[other];
        return a >= 0 && b >= 0 && a != b;
    }

    bool share_sector(int one, int other) const {
        return setting_.sector_of[one] >= 0 && setting_.sector_of[one] == setting_.sector_of[other];
    }

    /// The willing shared contact with fewest contacts, a hub only if there is no other.
    std::optional<int> introducer_of(const OpenPair& pair) const {
        std::optional<int> best;
        const auto burden = [&](int node) {
            return std::tuple(bool(is_hub_[node]), contacts(ties_, node), node);
        };
        for (const int node : ties_.out(pair.one)) {
            if (!setting_.is_willing[node] || !ties_.has_edge(node, pair.other)) continue;
            if (!best || burden(node) < burden(*best)) best = node;
        }
        return best;
    }

    /// By how much 1/distance from `from` to all others grows when it gets a tie to `to`.
    static double gain(const DistanceMatrix& distance, int from, int to) {
        double sum = 0;
        for (int node = 0; node < distance.node_count(); ++node) {
            const int now = distance(from, node), rest = distance(to, node);
            if (node == from || rest < 0) continue;
            const int then = rest + 1;
            if (now < 0 || then < now) sum += 1.0 / then - (now < 0 ? 0 : 1.0 / now);
        }
        return sum;
    }

    /// Median contacts of the actors that have any.
    double middle_degree() const {
        std::vector<std::size_t> counts;
        for (int node = 0; node < ties_.node_count(); ++node)
            if (contacts(ties_, node) > 0) counts.push_back(contacts(ties_, node));
        if (counts.empty()) return 0;
        const auto middle = counts.begin() + std::ssize(counts) / 2;
        std::ranges::nth_element(counts, middle);
        return static_cast<double>(*middle);
    }

    const IntroductionSetting& setting_;
    Graph ties_;
    std::vector<bool> is_hub_;
};

}  // namespace

std::vector<OpenPair> open_pairs(const Graph& graph) {
    const Graph ties = undirected(graph);
    std::vector<OpenPair> pairs;
    std::vector<OpenPair> with(ties.node_count());
    for (int one = 0; one < ties.node_count(); ++one) {
        std::ranges::fill(with, OpenPair{});
        for (const int contact : ties.out(one))
            for (const int other : ties.out(contact)) {
                if (other <= one || ties.has_edge(one, other)) continue;
                with[other].common_contacts += 1;
                with[other].score += 1 / std::log(static_cast<double>(contacts(ties, contact)));
            }
        for (int other = one + 1; other < ties.node_count(); ++other)
            if (with[other].common_contacts > 0)
                pairs.push_back({one, other, with[other].common_contacts, with[other].score});
    }
    sort_best_first(pairs);
    return pairs;
}

Introductions introductions(const IntroductionSetting& setting) {
    const Adviser adviser(setting);
    return {adviser.close_triangle(), adviser.bridge_groups(), adviser.bring_in_isolate()};
}

}  // namespace konbit::network
