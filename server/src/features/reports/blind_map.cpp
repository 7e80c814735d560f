// SPDX-License-Identifier: Apache-2.0
#include "features/reports/blind_map.hpp"

#include "engine/network/layout.hpp"
#include "engine/survey/disclosure.hpp"
#include "features/networks/observation.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>

namespace konbit::reports {

namespace {

using network::Edge;
using networks::QuestionData;
using networks::WaveData;

/// Marks that must look alike.
constexpr std::ptrdiff_t least_alike = 3;

/// A number for each place on the roster, in no order that anybody knows.
std::vector<int> shuffled(int count, std::mt19937_64& random) {
    std::vector<int> numbers(static_cast<std::size_t>(count));
    std::iota(numbers.begin(), numbers.end(), 0);
    std::ranges::shuffle(numbers, random);
    return numbers;
}

/// Pairs, each once: who said it is nobody's business here.
std::vector<Edge> pairs(const QuestionData& question, const std::vector<bool>& gives,
                        const std::vector<int>& number_of) {
    std::set<std::pair<int, int>> found;
    for (const auto& tie : question.ties)
        if (gives[static_cast<std::size_t>(tie.from)])
            found.insert(std::minmax(number_of[static_cast<std::size_t>(tie.from)],
                                     number_of[static_cast<std::size_t>(tie.to)]));
    std::vector<Edge> edges;
    for (const auto& [one, other] : found) edges.push_back({one, other});
    return edges;
}

/// Around the middle, in a random direction.
std::pair<double, double> turned(const network::Point& point, double angle) {
    return {point.x * std::cos(angle) - point.y * std::sin(angle),
            point.x * std::sin(angle) + point.y * std::cos(angle)};
}

void fit(std::vector<std::pair<double, double>>& places) {
    if (places.empty()) return;
    const auto [left, right] = std::ranges::minmax(places, {}, [](const auto& place) { return place.first; });
    const auto [top, bottom] =
        std::ranges::minmax(places, {}, [](const auto& place) { return place.second; });
    const std::pair center{(left.first + right.first) / 2, (top.second + bottom.second) / 2};
    const double width = std::max(right.first - left.first, 1e-9) / 2;
    const double height = std::max(bottom.second - top.second, 1e-9) / 2;
    for (auto& [x, y] : places)
        std::tie(x, y) = std::pair((x - center.first) / width, (y - center.second) / height);
}

Picture picture_of(int count, const std::vector<Edge>& edges, std::mt19937_64& random) {
    const network::Graph graph(count, edges, network::Direction::undirected);
    const double angle = std::uniform_real_distribution(0.0, 2 * std::numbers::pi)(random);
    Picture picture;
    for (const auto& point : network::layout(graph)) picture.places.push_back(turned(point, angle));
    fit(picture.places);
    for (const auto& edge : edges) picture.ties.emplace_back(edge.from, edge.to);
    return picture;
}

bool may_be_drawn(const QuestionData& question) {
    return question.question.sensitivity == Sensitivity::open && question.question.may_be_named();
}

}  // namespace

const QuestionData* drawn_question(const WaveData& data) {
    const auto* worked = data.find(QuestionKey::worked_together);
    if (worked && may_be_drawn(*worked)) return worked;
    const auto found = std::ranges::find_if(data.questions, may_be_drawn);
    return found == data.questions.end() ? nullptr : &*found;
}

std::uint64_t steady_seed(const WaveData& data) {
    constexpr std::uint64_t offset = 14695981039346656037ULL, prime = 1099511628211ULL;  // FNV-1a
    std::uint64_t seed = offset;
    if (const auto* question = drawn_question(data))
        for (const auto& tie : question->ties)
            for (const int part : {tie.from, tie.to, tie.value})
                seed = (seed ^ static_cast<std::uint64_t>(part)) * prime;
    return seed;
}

std::optional<BlindMap> blind_map(const WaveData& data, const std::set<WaveMemberId>& agreed,
                                  std::uint64_t seed) {
    const auto* question = drawn_question(data);
    if (!question) return std::nullopt;
    auto gives = known_rows(*question, networks::Rows::named);
    for (std::size_t i = 0; i < gives.size(); ++i)
        gives[i] = gives[i] && agreed.contains(data.actors[i].member.id);
    BlindMap map{.question = question->question.key,
                 .agreed = static_cast<int>(std::ranges::count(gives, true))};
    if (map.agreed < disclosure::least_people) return std::nullopt;
    std::mt19937_64 random(seed);
    map.picture = picture_of(data.size(), pairs(*question, gives, shuffled(data.size(), random)), random);
    return map;
}

std::vector<int> bucketed(const Picture& picture) {
    std::vector<int> degrees(picture.places.size());
    for (const auto& [one, other] : picture.ties)
        for (const int end : {one, other}) degrees[static_cast<std::size_t>(end)] += 1;
    auto sorted = degrees;
    std::ranges::sort(sorted);
    std::vector<int> sizes;
    if (sorted.empty()) return sizes;
    const int low = sorted[sorted.size() / 3], high = sorted[2 * sorted.size() / 3];
    for (const int degree : degrees) sizes.push_back(degree < low ? 0 : degree < high ? 1 : 2);
    for (int size = 0; size < 3; ++size)
        if (const auto alike = std::ranges::count(sizes, size); alike > 0 && alike < least_alike) return {};
    return sizes;
}

}  // namespace konbit::reports
