// SPDX-License-Identifier: Apache-2.0
#include "engine/network/structural_holes.hpp"

#include <algorithm>
#include <limits>

namespace konbit::network {
namespace {

/// Ties of both directions added up: 2 for a mutual tie, 1 for one that one side reports.
class MutualWeights {
  public:
    explicit MutualWeights(const Contacts& contacts)
        : sum_(contacts.node_count()), largest_(contacts.node_count()) {
        for (int node = 0; node < contacts.node_count(); ++node)
            for (const auto& contact : contacts.of(node)) {
                sum_[node] += contact.weight();
                largest_[node] = std::max(largest_[node], static_cast<double>(contact.weight()));
            }
    }

    /// Share of `node`'s attention that goes to the contact.
    double share(int node, const Contacts::Contact& contact) const { return contact.weight() / sum_[node]; }
    /// The tie to the contact, beside the contact's strongest one.
    double seen_by_other(const Contacts::Contact& contact) const {
        return contact.weight() / largest_[contact.other];
    }

  private:
    std::vector<double> sum_, largest_;
};

/// For each actor i, the sum over contacts j of `term(share(i, j), indirect)`, where `indirect` is the sum
/// over shared contacts q of share(i, q) * `tie(q, contact j of q)`. NaN without contacts.
template <class Tie, class Term>
std::vector<double> sum_over_contacts(const Contacts& contacts, Tie tie, Term term) {
    const MutualWeights weights(contacts);
    std::vector<double> sums(contacts.node_count()), through(contacts.node_count());
    for (int i = 0; i < contacts.node_count(); ++i) {
        for (const auto& q : contacts.of(i)) {
            const double share = weights.share(i, q);
            for (const auto& j : contacts.of(q.other)) through[j.other] += share * tie(weights, q.other, j);
        }
        for (const auto& j : contacts.of(i)) sums[i] += term(weights.share(i, j), through[j.other]);
        for (const auto& q : contacts.of(i))
            for (const auto& j : contacts.of(q.other)) through[j.other] = 0;
        if (contacts.of(i).empty()) sums[i] = std::numeric_limits<double>::quiet_NaN();
    }
    return sums;
}

}  // namespace

std::vector<double> constraint(const Contacts& contacts) {
    return sum_over_contacts(
        contacts,
        [](const MutualWeights& weights, int q, const Contacts::Contact& j) { return weights.share(q, j); },
        [](double direct, double indirect) { return (direct + indirect) * (direct + indirect); });
}

std::vector<double> effective_size(const Contacts& contacts) {
    return sum_over_contacts(
        contacts,
        [](const MutualWeights& weights, int, const Contacts::Contact& j) {
            return weights.seen_by_other(j);
        },
        [](double, double indirect) { return 1 - indirect; });
}

std::vector<double> efficiency(const Contacts& contacts) {
    std::vector<double> shares = effective_size(contacts);
    for (int node = 0; node < contacts.node_count(); ++node)
        shares[node] /= static_cast<double>(contacts.of(node).size());
    return shares;
}

}  // namespace konbit::network
