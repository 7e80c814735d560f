// SPDX-License-Identifier: Apache-2.0
#include "engine/network/stress_majorization.hpp"

#include "engine/random.hpp"

#include <algorithm>
#include <cmath>

namespace konbit::network {
namespace {

constexpr int most_pivots = 64;
constexpr int most_sweeps = 400;
constexpr double smallest_gain = 1e-5;
/// Starts beside the first: stress has many hollows. Small networks can pay for more.
constexpr int other_starts(int nodes) { return nodes <= 60 ? 6 : nodes <= 200 ? 1 : 0; }

using Column = std::vector<double>;

/// Actors that lie far from each other: each is the one farthest from those before.
std::vector<int> pivots(const DistanceMatrix& distance) {
    const int n = distance.node_count();
    std::vector<int> chosen{0}, nearest(n);
    for (int node = 0; node < n; ++node) nearest[node] = distance(0, node);
    while (static_cast<int>(chosen.size()) < std::min(n, most_pivots)) {
        const int next = static_cast<int>(std::ranges::max_element(nearest) - nearest.begin());
        chosen.push_back(next);
        for (int node = 0; node < n; ++node) nearest[node] = std::min(nearest[node], distance(next, node));
    }
    return chosen;
}

/// Squared distances to the pivots, with the means of rows and columns taken out.
std::vector<Column> centered_columns(const DistanceMatrix& distance) {
    const int n = distance.node_count();
    std::vector<Column> columns;
    Column row_mean(n);
    double mean = 0;
    for (const int pivot : pivots(distance)) {
        Column& column = columns.emplace_back(n);
        for (int node = 0; node < n; ++node) column[node] = std::pow(distance(pivot, node), 2);
    }
    const auto width = static_cast<double>(columns.size());
    for (const Column& column : columns)
        for (int node = 0; node < n; ++node) row_mean[node] += column[node] / width;
    for (const double each : row_mean) mean += each / n;
    for (Column& column : columns) {
        double column_mean = 0;
        for (const double each : column) column_mean += each / n;
        for (int node = 0; node < n; ++node)
            column[node] = -(column[node] - row_mean[node] - column_mean + mean) / 2;
    }
    return columns;
}

double dot(const Column& a, const Column& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

void scale_to_one(Column& column) {
    const double length = std::sqrt(dot(column, column));
    for (double& each : column) each /= length > 1e-12 ? length : 1;
}

/// The leading direction of columns * columns^T at right angles to `taken`, by power iteration.
Column leading_direction(const std::vector<Column>& columns, const std::vector<Column>& taken) {
    Column x(columns.front().size());
    Random random(taken.size() + 1);
    for (double& each : x) each = random.unit() - 0.5;
    for (int i = 0; i < 60; ++i) {
        Column next(x.size());
        for (const Column& column : columns) {
            const double along = dot(column, x);
            for (std::size_t node = 0; node < x.size(); ++node) next[node] += along * column[node];
        }
        for (const Column& other : taken) {
            const double along = dot(other, next);
            for (std::size_t node = 0; node < x.size(); ++node) next[node] -= along * other[node];
        }
        scale_to_one(next);
        x = std::move(next);
    }
    return x;
}

/// Classical scaling on a few pivots: a start that already has the overall shape.
std::vector<Point> start(const DistanceMatrix& distance) {
    const std::vector<Column> columns = centered_columns(distance);
    std::vector<Column> axes;
    for (int i = 0; i < 2; ++i) axes.push_back(leading_direction(columns, axes));
    const double size = std::sqrt(distance.node_count());
    std::vector<Point> points(distance.node_count());
    Random random(7);
    for (int node = 0; node < distance.node_count(); ++node) {
        // Actors with the same contacts start at one place: a little noise lets them part.
        points[node] = {size * axes[0][node] + 0.05 * random.unit(),
                        size * axes[1][node] + 0.05 * random.unit()};
    }
    return points;
}

std::vector<Point> random_start(int nodes, int number) {
    Random random(1000 + number);
    std::vector<Point> points(nodes);
    const double size = std::sqrt(nodes);
    for (Point& point : points) point = {size * random.unit(), size * random.unit()};
    return points;
}

/// Sweeps until the stress hardly falls any more; returns it.
double settle(const DistanceMatrix& distance, std::vector<Point>& points) {
    double before = stress(distance, points);
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
        for (int node = 0; node < distance.node_count(); ++node)
            points[node] = best_place(distance, points, node);
        const double after = stress(distance, points);
        if (before - after <= smallest_gain * before) return after;
        before = after;
    }
    return before;
}

void center(std::vector<Point>& points) {
    Point mean;
    for (const Point& point : points) {
        mean.x += point.x / static_cast<double>(points.size());
        mean.y += point.y / static_cast<double>(points.size());
    }
    for (Point& point : points) point = {point.x - mean.x, point.y - mean.y};
}

}  // namespace

double stress(const DistanceMatrix& distance, std::span<const Point> points) {
    double sum = 0;
    for (int a = 0; a < distance.node_count(); ++a)
        for (int b = a + 1; b < distance.node_count(); ++b) {
            const double wanted = distance(a, b);
            const double dx = points[a].x - points[b].x, dy = points[a].y - points[b].y;
            const double error = (std::sqrt(dx * dx + dy * dy) - wanted) / wanted;
            sum += error * error;
        }
    return sum;
}

Point best_place(const DistanceMatrix& distance, std::span<const Point> points, int node) {
    const Point at = points[node];
    double x = 0, y = 0, weights = 0;
    for (int other = 0; other < distance.node_count(); ++other) {
        if (other == node || distance(node, other) < 0) continue;
        const double wanted = distance(node, other), weight = 1 / (wanted * wanted);
        const double dx = at.x - points[other].x, dy = at.y - points[other].y;
        const double length = std::sqrt(dx * dx + dy * dy);
        const double stretch = length > 1e-9 ? wanted / length : 0;
        x += weight * (points[other].x + stretch * dx);
        y += weight * (points[other].y + stretch * dy);
        weights += weight;
    }
    return {x / weights, y / weights};
}

std::vector<Point> majorize_stress(const DistanceMatrix& distance) {
    const int n = distance.node_count();
    if (n < 2) return std::vector<Point>(n);
    std::vector<Point> best = start(distance);
    double lowest = settle(distance, best);
    for (int i = 0; i < other_starts(n); ++i) {
        std::vector<Point> points = random_start(n, i);
        const double reached = settle(distance, points);
        // A clear gain only, so that the picture does not jump between equals.
        if (reached >= lowest * 0.999) continue;
        lowest = reached;
        best = std::move(points);
    }
    center(best);
    return best;
}

}  // namespace konbit::network
