// SPDX-License-Identifier: Apache-2.0
#include "features/who_sees/sample_map.hpp"

#include <fmt/core.h>

#include <map>

namespace konbit::who_sees {

namespace {

using html::attr;
using html::el;
using html::Html;
using networks::MapNode;
using networks::MapReport;

constexpr double half_width = 250;
constexpr double half_height = 150;

std::string x(const MapNode& node) { return fmt::format("{:.1f}", node.x * half_width); }
std::string y(const MapNode& node) { return fmt::format("{:.1f}", node.y * half_height); }

Html line(const MapNode& from, const MapNode& to, bool one_sided) {
    return el("line", attr("x1", x(from)), attr("y1", y(from)), attr("x2", x(to)), attr("y2", y(to)),
              attr("stroke", "currentColor"), attr("stroke-opacity", "0.45"), attr("stroke-width", "2"),
              one_sided ? attr("stroke-dasharray", "5 4") : html::Attribute{});
}

Html mark(const MapNode& node) {
    return el("g",
              el("circle", attr("cx", x(node)), attr("cy", y(node)), attr("r", "15"),
                 attr("class", node.answered ? "k-answered" : "k-silent"), attr("stroke", "currentColor")),
              el("text", attr("x", x(node)), attr("y", y(node)), attr("dy", "5"),
                 attr("text-anchor", "middle"), node.label));
}

}  // namespace

Html drawing(const MapReport& map, const std::string& name) {
    std::map<WaveMemberId, const MapNode*> nodes;
    for (const auto& node : map.nodes) nodes.emplace(node.id, &node);
    Html lines;
    for (const auto& tie : map.ties)
        if (tie.question == map.question)
            lines += line(*nodes.at(tie.from), *nodes.at(tie.to), tie.one_sided);
    return el("svg", attr("class", "k-sample"), attr("viewBox", "-275 -175 550 350"), attr("role", "img"),
              attr("aria-label", name), lines, html::each(map.nodes, mark));
}

}  // namespace konbit::who_sees
