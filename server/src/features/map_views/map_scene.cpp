// SPDX-License-Identifier: Apache-2.0
#include "features/map_views/map_scene.hpp"

#include "core/text.hpp"
#include "features/analyses/measures.hpp"

#include <algorithm>
#include <cmath>

namespace konbit::map_views {

namespace {

constexpr std::size_t most_questions = 20;
constexpr std::size_t most_filters = 12;
constexpr std::size_t most_values = 100;
constexpr int longest_value = 100;
constexpr std::size_t most_hidden = 5000;
constexpr double farthest = 20;

bool is_fitting(const MapFilter& filter) {
    return filter.values.size() <= most_values && std::ranges::all_of(filter.values, [](const auto& value) {
               return text::length(value) <= longest_value;
           });
}

bool is_filter(std::string_view by) {
    const auto attributes = names(MapAttribute{});
    return std::ranges::find(attributes, by) != attributes.end() || analyses::is_member_measure(by);
}

bool is_size(std::string_view size_by) {
    return size_by == "same" || size_by == "core" || analyses::is_member_measure(size_by);
}

bool is_near(double shift) { return std::isfinite(shift) && std::abs(shift) <= farthest; }

}  // namespace

Findings problems_of(const MapScene& scene) {
    Findings findings;
    findings.require(scene.questions.size() <= most_questions, "/scene/questions", "too_many");
    findings.require(is_size(scene.size_by), "/scene/size_by", "not_allowed");
    findings.require(std::ranges::all_of(scene.filters, is_filter, &MapFilter::by), "/scene/filters",
                     "not_allowed");
    findings.require(scene.filters.size() <= most_filters && std::ranges::all_of(scene.filters, is_fitting),
                     "/scene/filters", "too_many");
    findings.require(scene.hidden.size() <= most_hidden, "/scene/hidden", "too_many");
    findings.require(scene.zoom >= 0.5 && scene.zoom <= 8, "/scene/zoom", "not_allowed");
    findings.require(is_near(scene.dx), "/scene/dx", "not_allowed");
    findings.require(is_near(scene.dy), "/scene/dy", "not_allowed");
    return findings;
}

}  // namespace konbit::map_views
