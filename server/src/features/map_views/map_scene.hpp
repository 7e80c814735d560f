// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/surveys/wave.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How a facilitator has set up the map of a wave: all that is needed to open it again as it was.
namespace konbit {

enum class MapForm { drawing, matrix };
constexpr auto names(MapForm) { return std::to_array<std::string_view>({"drawing", "matrix"}); }

/// What of a member can be shown by color, order members, or narrow them down. The last four are measures.
enum class MapAttribute {
    community,
    core,
    kind,
    country_code,
    subsector,
    subgroup,
    participates_in_programme,
    answered,
    label,
    indegree,
    outdegree,
    betweenness,
};
constexpr auto names(MapAttribute) {
    return std::to_array<std::string_view>({"community", "core", "kind", "country_code", "subsector",
                                            "subgroup", "participates_in_programme", "answered", "label",
                                            "indegree", "outdegree", "betweenness"});
}

/// Only members with one of these values, or with a measure between these bounds.
struct MapFilter {
    std::string by = "kind";            ///< A MapAttribute, or a measure (analyses::is_member_measure).
    std::vector<std::string> values{};  ///< As the map writes them; empty for a measure.
    std::optional<double> least{};      ///< Of a measure; empty for the others.
    std::optional<double> most{};       ///< The same.

    static constexpr auto fields() {
        return std::tuple{
            field("by", &MapFilter::by),
            field("values", &MapFilter::values),
            field("least", &MapFilter::least),
            field("most", &MapFilter::most),
        };
    }
    bool operator==(const MapFilter&) const = default;
};

struct MapScene {
    MapForm form = MapForm::drawing;
    std::vector<QuestionKey> questions{};  ///< Whose ties are drawn, in this order.
    std::string size_by = "indegree";      ///< A measure as in MapFilter, "core", or "same" for none.
    MapAttribute color_by = MapAttribute::community;
    MapAttribute order_by = MapAttribute::community;  ///< Of rows and columns of the matrix.
    std::vector<MapFilter> filters{};                 ///< A member must pass all of them.
    std::vector<WaveMemberId> hidden{};
    std::optional<WaveMemberId> selected{};
    bool is_ego = false;                    ///< Only the selected member and those tied to it.
    std::optional<WaveId> compared_with{};  ///< An earlier wave: ties are kept, gained or lost.
    double zoom = 1;                        ///< In [0.5, 8].
    double dx = 0;                          ///< In widths of the drawing, to the right.
    double dy = 0;                          ///< In heights of the drawing, downward.

    static constexpr auto fields() {
        return std::tuple{
            field("form", &MapScene::form),
            field("questions", &MapScene::questions),
            field("size_by", &MapScene::size_by),
            field("color_by", &MapScene::color_by),
            field("order_by", &MapScene::order_by),
            field("filters", &MapScene::filters),
            field("hidden", &MapScene::hidden),
            field("selected", &MapScene::selected),
            field("is_ego", &MapScene::is_ego),
            field("compared_with", &MapScene::compared_with),
            field("zoom", &MapScene::zoom),
            field("dx", &MapScene::dx),
            field("dy", &MapScene::dy),
        };
    }
    bool operator==(const MapScene&) const = default;
};

namespace map_views {

/// @return One FieldError per broken rule: too many questions, filters, values or hidden members, a measure
/// that there is not, or a zoom or a place that no drawing has.
Findings problems_of(const MapScene& scene);

}  // namespace map_views
}  // namespace konbit
