// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <optional>
#include <span>
#include <vector>

namespace konbit::network {

/// Two actors without a tie who have contacts in common.
struct OpenPair {
    int one = 0, other = 0;  ///< one < other.
    int common_contacts = 0;
    /// Adamic-Adar: common contacts, each weighing 1 / ln(its degree), so that a contact of everybody counts
    /// little.
    double score = 0;
};

/// All open pairs, the highest score first; equal ones by number. Direction is dropped.
/// @complexity O(sum of squared degrees).
/// @source Adamic & Adar (2003), Social Networks 25(3), 211-230, doi:10.1016/S0378-8733(03)00009-1.
std::vector<OpenPair> open_pairs(const Graph& ties);

/// A proposal: these two should meet.
struct Introduction {
    int one = 0, other = 0;
    std::optional<int> introducer{};  ///< Who knows both.
    /// Why it stands where it stands in its list; compare within one list only.
    double score = 0;
};

/// Whom to consider.
struct IntroductionSetting {
    /// Ties of open questions only ("knows", "worked with"): what is confidential must never show in advice.
    const Graph& ties;
    /// Who answered and agreed to be introduced; the others are neither introduced nor introducers.
    const std::vector<bool>& is_willing;
    /// Community or country of each actor, negative = unknown; two unknown ones are not two groups.
    std::span<const int> group_of;
    /// Line of business of each actor, negative = unknown.
    std::span<const int> sector_of;
    int most_per_list = 10;
    int most_per_actor = 2;        ///< In each list, as introduced or host (not as introducer).
    std::vector<Edge> left_out{};  ///< Pairs not to propose, from < to: they were introduced before.
    int most_per_introducer = 10;  ///< How often one actor is asked to introduce, in all.
    std::vector<int> already_introducing{};  ///< How often each is asked already; empty: nobody.
};

/// Three lists for three needs, each capped; best first.
struct Introductions {
    std::vector<Introduction>
        close_triangle;  ///< Share a contact who can introduce them; score: Adamic-Adar.
    std::vector<Introduction>
        bridge_groups;  ///< Of two groups; score: steps by which others come nearer (harmonic).
    std::vector<Introduction> bring_in_isolate;  ///< `one` has no tie, `other` can take it along.
};

/// Who should meet whom.
///
/// The busiest tenth of the actors with ties (at least one) is spared: proposals by efficiency alone would
/// send everybody to them. Close-triangle lists spare them as introducers where another contact is shared.
///
/// @complexity O(nodes^3): for clusters, not for countries.
Introductions introductions(const IntroductionSetting& setting);

}  // namespace konbit::network
