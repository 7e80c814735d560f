// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "engine/network/graph.hpp"
#include "engine/network/permutation.hpp"

#include <span>
#include <string>
#include <vector>

namespace konbit::network {

/// A value for each pair of actors; that of an actor with itself is never read.
class PairValues {
  public:
    explicit PairValues(int node_count)
        : node_count_(node_count), values_(static_cast<std::size_t>(node_count) * node_count) {}

    int node_count() const { return node_count_; }
    double& at(int from, int to) { return values_[static_cast<std::size_t>(from) * node_count_ + to]; }
    double at(int from, int to) const { return values_[static_cast<std::size_t>(from) * node_count_ + to]; }

  private:
    int node_count_;
    std::vector<double> values_;
};

/// 1 for pairs with a tie, else 0.
PairValues tie_values(const Graph& graph);
/// 1 for pairs of the same group, else 0; actors of unknown group (negative) are like nobody.
PairValues same_group(std::span<const int> group_of);
/// How far apart two actors' values lie.
PairValues absolute_difference(std::span<const double> values);

struct Predictor {
    std::string name;
    PairValues values;
};

/// What is shuffled to see what chance would give.
enum class MrqapNull {
    double_semi_partialing,  ///< What is left of a predictor when the others have explained what they can of
                             ///< it.
    outcome,                 ///< The outcome: assumes that predictors do not go together.
};

struct Coefficient {
    std::string name;
    double estimate = 0;
    double t = 0;
    PermutationTest test;  ///< Of t. For the intercept, which no shuffle tests, its count is 0.
};

struct MrqapModel {
    std::vector<Coefficient> coefficients;  ///< The intercept first, then the predictors in the order given.
    double r2 = 0;
    std::int64_t cells = 0;  ///< Pairs of actors: ordered if directed.
    std::int64_t df_resid = 0;
};

struct MrqapQuestion {
    const PairValues& outcome;
    std::span<const Predictor> predictors;  ///< At least one; of the same actors as the outcome.
    Direction direction = Direction::directed;
    MrqapNull null = MrqapNull::double_semi_partialing;
};

/// Which of several networks or likenesses goes with a network when the others are held fixed: linear
/// regression over all pairs of actors, its t statistics beside those of shuffled networks.
///
/// For a network of ties and no values the coefficients are differences in the chance of a tie.
/// @return ErrorCode::invalid with `reason` "collinear" (params: name, a predictor that the ones before it
/// make up),
///         "too_few_pairs" when there are no more pairs than coefficients, "constant_outcome", or
///         "perfect_fit" when the predictors leave nothing of the outcome, and so nothing to compare with.
/// @complexity O(predictors^2 * nodes^2) per shuffle.
/// @source Dekker, Krackhardt & Snijders (2007), Psychometrika 72(4), 563-581, doi:10.1007/s11336-007-9016-1.
Result<MrqapModel> mrqap(const MrqapQuestion& question, const Shuffles& shuffles = {});

}  // namespace konbit::network
