// SPDX-License-Identifier: Apache-2.0
#include "engine/network/mrqap.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace konbit::network {
namespace {

using Column = std::vector<double>;

constexpr double collinear = 1e-9;  ///< Of a column's length, what is left of it beside the others.
constexpr double rounding = 1e-12;  ///< Of a sum of squares, what may be left of it by rounding alone.

double dot(const Column& a, const Column& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// Takes away what lies along a direction of length 1.
void take_away(Column& column, const Column& direction) {
    const double along = dot(column, direction);
    for (std::size_t i = 0; i < column.size(); ++i) column[i] -= along * direction[i];
}

/// Directions at right angles that span the same as some columns (Gram-Schmidt, twice for accuracy).
class Basis {
  public:
    /// What is left of the column beside the basis.
    Column rest_of(Column column) const {
        for (int i = 0; i < 2; ++i)
            for (const Column& direction : directions_) take_away(column, direction);
        return column;
    }
    /// @return Whether the column adds a direction.
    bool add(const Column& column) {
        Column rest = rest_of(column);
        const double length = std::sqrt(dot(rest, rest));
        if (length <= collinear * std::sqrt(dot(column, column))) return false;
        for (double& each : rest) each /= length;
        directions_.push_back(std::move(rest));
        return true;
    }
    const std::vector<Column>& directions() const { return directions_; }

  private:
    std::vector<Column> directions_;
};

/// The pairs of actors that count, row by row.
std::vector<Edge> cells_of(int node_count, Direction direction) {
    std::vector<Edge> cells;
    for (int from = 0; from < node_count; ++from)
        for (int to = direction == Direction::directed ? 0 : from + 1; to < node_count; ++to)
            if (from != to) cells.push_back({from, to});
    return cells;
}

Column column_of(const PairValues& values, const std::vector<Edge>& cells) {
    Column column;
    column.reserve(cells.size());
    for (const auto& [from, to] : cells) column.push_back(values.at(from, to));
    return column;
}

double t_value(double slope, double residual_squares, double left_squares, std::int64_t df) {
    return slope / std::sqrt(residual_squares / static_cast<double>(df) / left_squares);
}

/// One predictor among the others: what shuffles are made of.
class Partial {
  public:
    /// @param others  Spans all columns but this predictor's, the intercept included.
    Partial(const Column& outcome, const Column& predictor, Basis others, std::int64_t df)
        : others_(std::move(others)),
          left_(others_.rest_of(predictor)),
          unexplained_(others_.rest_of(outcome)),
          unexplained_squares_(dot(unexplained_, unexplained_)),
          df_(df) {}

    const Column& left() const { return left_; }
    double slope() const { return dot(left_, unexplained_) / dot(left_, left_); }
    double t() const { return t_of(left_); }
    /// The t that the predictor would have if this were what is left of it before the others are taken out
    /// again.
    double t_of(const Column& left) const {
        double squares = dot(left, left);
        for (const Column& direction : others_.directions()) {
            const double along = dot(left, direction);
            squares -= along * along;
        }
        if (squares <= rounding * dot(left, left)) return 0;  // the others say it all
        const double shared = dot(left, unexplained_);
        const double residual = std::max(0.0, unexplained_squares_ - shared * shared / squares);
        return t_value(shared / squares, residual, squares, df_);
    }

  private:
    Basis others_;
    Column left_, unexplained_;
    double unexplained_squares_;
    std::int64_t df_;
};

class Regression {
  public:
    explicit Regression(const MrqapQuestion& question)
        : question_(question),
          cells_(cells_of(question.outcome.node_count(), question.direction)),
          outcome_(column_of(question.outcome, cells_)),
          columns_{Column(cells_.size(), 1.0)} {
        for (const Predictor& each : question.predictors) columns_.push_back(column_of(each.values, cells_));
    }

    Result<MrqapModel> fit(const Shuffles& shuffles) {
        if (df() <= 0) return failure(ErrorCode::invalid, "too_few_pairs");
        KONBIT_CHECK(span_columns());
        MrqapModel model{.coefficients = {}, .r2 = r2(), .cells = std::ssize(cells_), .df_resid = df()};
        if (std::isnan(model.r2)) return failure(ErrorCode::invalid, "constant_outcome");
        if (1 - model.r2 <= rounding) return failure(ErrorCode::invalid, "perfect_fit");
        for (std::size_t i = 0; i < columns_.size(); ++i)
            model.coefficients.push_back(coefficient(i, shuffles));
        return model;
    }

  private:
    std::int64_t df() const { return std::ssize(cells_) - std::ssize(columns_); }

    Result<bool> span_columns() {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (all_.add(columns_[i])) continue;
            return std::unexpected(
                Error{ErrorCode::invalid, "collinear", {}, {{"name", question_.predictors[i - 1].name}}});
        }
        return true;
    }

    /// NaN when the outcome is the same everywhere.
    double r2() const {
        Basis intercept;
        intercept.add(columns_[0]);
        const Column varying = intercept.rest_of(outcome_), unexplained = all_.rest_of(outcome_);
        const double all = dot(varying, varying);
        if (all <= collinear * collinear * std::max(1.0, dot(outcome_, outcome_)))
            return std::numeric_limits<double>::quiet_NaN();
        return 1 - dot(unexplained, unexplained) / all;
    }

    Basis all_but(std::size_t left_out) const {
        Basis basis;
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (i != left_out) basis.add(columns_[i]);
        return basis;
    }

    Coefficient coefficient(std::size_t i, const Shuffles& shuffles) const {
        const Partial partial(outcome_, columns_[i], all_but(i), df());
        Coefficient found{.name = i == 0 ? "intercept" : question_.predictors[i - 1].name,
                          .estimate = partial.slope(),
                          .t = partial.t(),
                          .test = {}};
        if (i == 0) return found;
        const bool shuffles_outcome = question_.null == MrqapNull::outcome;
        found.test = permutation_test(found.t, shuffles_outcome ? shuffled_outcomes(partial, shuffles)
                                                                : shuffled_rests(partial, shuffles));
        return found;
    }

    std::vector<double> shuffled_rests(const Partial& partial, const Shuffles& shuffles) const {
        const PairValues left = as_pairs(partial.left());
        return shuffled_values(shuffles, [&] {
            return [&, column = partial.left()](Random& random) mutable {
                shuffle(left, random, column);
                return partial.t_of(column);
            };
        });
    }

    /// By symmetry the outcome is shuffled by asking for the t of what is left of the predictor, unchanged,
    /// against a shuffled outcome.
    std::vector<double> shuffled_outcomes(const Partial& partial, const Shuffles& shuffles) const {
        const double squares = dot(partial.left(), partial.left());
        return shuffled_values(shuffles, [&] {
            return [&, squares, column = outcome_](Random& random) mutable {
                shuffle(question_.outcome, random, column);
                const double slope = dot(partial.left(), column) / squares;
                const Column unexplained = all_.rest_of(column);
                return t_value(slope, dot(unexplained, unexplained), squares, df());
            };
        });
    }

    PairValues as_pairs(const Column& column) const {
        PairValues values(question_.outcome.node_count());
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            values.at(cells_[i].from, cells_[i].to) = column[i];
            if (question_.direction == Direction::undirected)
                values.at(cells_[i].to, cells_[i].from) = column[i];
        }
        return values;
    }

    /// Rows and columns in the same new order.
    void shuffle(const PairValues& values, Random& random, Column& column) const {
        std::vector<int> place(values.node_count());
        shuffle_anew(place, random);
        for (std::size_t i = 0; i < cells_.size(); ++i)
            column[i] = values.at(place[cells_[i].from], place[cells_[i].to]);
    }

    const MrqapQuestion& question_;
    std::vector<Edge> cells_;
    Column outcome_;
    std::vector<Column> columns_;
    Basis all_;
};

}  // namespace

PairValues tie_values(const Graph& graph) {
    PairValues values(graph.node_count());
    for (int from = 0; from < graph.node_count(); ++from)
        for (const int to : graph.out(from)) values.at(from, to) = 1;
    return values;
}

PairValues same_group(std::span<const int> group_of) {
    const int n = static_cast<int>(group_of.size());
    PairValues values(n);
    for (int from = 0; from < n; ++from)
        for (int to = 0; to < n; ++to)
            values.at(from, to) = group_of[from] >= 0 && group_of[from] == group_of[to] ? 1 : 0;
    return values;
}

PairValues absolute_difference(std::span<const double> each) {
    const int n = static_cast<int>(each.size());
    PairValues values(n);
    for (int from = 0; from < n; ++from)
        for (int to = 0; to < n; ++to) values.at(from, to) = std::abs(each[from] - each[to]);
    return values;
}

Result<MrqapModel> mrqap(const MrqapQuestion& question, const Shuffles& shuffles) {
    return Regression(question).fit(shuffles);
}

}  // namespace konbit::network
