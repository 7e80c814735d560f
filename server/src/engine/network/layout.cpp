// SPDX-License-Identifier: Apache-2.0
#include "engine/network/layout.hpp"

#include "engine/network/components.hpp"
#include "engine/network/stress_majorization.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace konbit::network {
namespace {

constexpr double gap = 1;
/// Wider than high, as screens and pages are.
constexpr double shape = 1.4;

struct Part {
    std::vector<int> nodes;
    std::vector<Point> points;
    double width = 0, height = 0;
};

/// Turns the picture so that its longest extent lies flat: a stable orientation that wastes little room.
void lay_flat(std::vector<Point>& points) {
    double xx = 0, xy = 0, yy = 0;
    for (const auto& [x, y] : points) xx += x * x, xy += x * y, yy += y * y;
    const double angle = 0.5 * std::atan2(2 * xy, xx - yy), c = std::cos(angle), s = std::sin(angle);
    for (Point& point : points) point = {c * point.x + s * point.y, c * point.y - s * point.x};
}

void move_to_corner(Part& part) {
    const auto [left, right] = std::ranges::minmax(part.points, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(part.points, {}, &Point::y);
    part.width = right.x - left.x;
    part.height = bottom.y - top.y;
    const Point corner{left.x, top.y};
    for (Point& point : part.points) point = {point.x - corner.x, point.y - corner.y};
}

Part drawn(const Graph& ties, std::vector<int> nodes) {
    Part part{.nodes = std::move(nodes), .points = {}};
    part.points = majorize_stress(DistanceMatrix(keeping(ties, part.nodes)));
    lay_flat(part.points);
    move_to_corner(part);
    return part;
}

/// Connected parts, the largest first; those of equal size by their lowest member.
std::vector<Part> drawn_parts(const Graph& ties) {
    std::vector<Part> parts;
    for (std::vector<int>& members : weak_components(ties).members())
        if (members.size() > 1) parts.push_back(drawn(ties, std::move(members)));
    std::ranges::sort(
        parts, {}, [](const Part& part) { return std::pair(-std::ssize(part.nodes), part.nodes.front()); });
    return parts;
}

double page_width(const std::vector<Part>& parts, std::size_t alone) {
    double area = static_cast<double>(alone) * gap * gap, widest = 0;
    for (const Part& part : parts) {
        area += (part.width + gap) * (part.height + gap);
        widest = std::max(widest, part.width);
    }
    return std::max(widest, std::sqrt(area * shape));
}

/// Fills shelves from the left, a new one below when the page is full.
class Shelves {
  public:
    explicit Shelves(double width) : width_(width) {}

    Point place(double width, double height) {
        if (x_ > 0 && x_ + width > width_ + 1e-9) new_shelf();
        const Point corner{x_, y_};
        x_ += width + gap;
        highest_ = std::max(highest_, height);
        return corner;
    }
    void new_shelf() {
        if (x_ == 0) return;
        y_ += highest_ + gap;
        x_ = highest_ = 0;
    }

  private:
    double width_, x_ = 0, y_ = 0, highest_ = 0;
};

}  // namespace

std::vector<Point> layout(const Graph& graph) {
    const Graph ties = undirected(graph);
    const std::vector<Part> parts = drawn_parts(ties);
    const std::vector<int> alone = isolates(ties);
    Shelves shelves(page_width(parts, alone.size()));
    std::vector<Point> points(ties.node_count());
    for (const Part& part : parts) {
        const Point corner = shelves.place(part.width, part.height);
        for (std::size_t i = 0; i < part.nodes.size(); ++i)
            points[part.nodes[i]] = {corner.x + part.points[i].x, corner.y + part.points[i].y};
    }
    shelves.new_shelf();
    for (const int node : alone) points[node] = shelves.place(0, 0);
    return points;
}

double normalized_stress(const Graph& graph, std::span<const Point> points) {
    const DistanceMatrix distance(undirected(graph));
    double pairs = 0, along = 0, squared = 0;
    for (int a = 0; a < distance.node_count(); ++a)
        for (int b = a + 1; b < distance.node_count(); ++b) {
            if (distance(a, b) < 0) continue;
            const double ratio =
                std::hypot(points[a].x - points[b].x, points[a].y - points[b].y) / distance(a, b);
            ++pairs;
            along += ratio;
            squared += ratio * ratio;
        }
    if (pairs == 0) return 0;
    // sum (s * ratio - 1)^2 is least at s = along / squared.
    return squared == 0 ? 1 : 1 - along * along / squared / pairs;
}

}  // namespace konbit::network
