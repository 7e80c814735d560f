// SPDX-License-Identifier: Apache-2.0
#include "features/pages/drawings.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

namespace konbit::pages {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::Html;

constexpr auto icons = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"clusters", "m12 3 9 5-9 5-9-5zM3 12.5l9 5 9-5M3 17l9 5 9-5"},
    {"organizations", "M4 21V5l8-2v18M12 8h8v13M3 21h18M7.5 8h1M7.5 12h1M7.5 16h1M15.5 12h1M15.5 16h1"},
    {"countries",
     "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 "
     "3"},
    {"experts", "M8.5 7.5a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M5 21v-2c0-3 2.6-5 7-5s7 2 7 5v2M12 14v4"},
    {"projects", "M4 20V9l5-4 5 4v11M14 12h6v8M3 20h18M8 20v-5h2v5"},
    {"theme", "M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9z"},
});

Html strands(std::string_view color, std::string_view path) {
    return el("path", attr("stroke", color), attr("d", path));
}

}  // namespace

Html mark() {
    return el("svg", cls("k-mark"), attr("viewBox", "0 0 32 32"), attr("aria-hidden", "true"),
              el("g", attr("fill", "none"), attr("stroke-width", "4"), attr("stroke-linecap", "round"),
                 strands("#f2b233", "M3 11h26M3 21h26"), strands("#fff", "M11 3v10M11 19v10M21 3v4M21 15v14"),
                 strands("#fff", "M11 13v4"), strands("#f2b233", "M8 21h6M18 11h6")));
}

Html icon(std::string_view name) {
    const auto found = std::ranges::find(icons, name, &std::pair<std::string_view, std::string_view>::first);
    if (found == icons.end()) return {};
    return el("svg", cls("k-icon"), attr("viewBox", "0 0 24 24"), attr("aria-hidden", "true"),
              el("path", attr("d", found->second)));
}

Html stage_columns(Stage stage) {
    if (stage == Stage::sx) return {};
    Html columns;
    for (int i = 0; i < 6; ++i) {
        const std::string path = fmt::format("M{} {:g}h4v{:g}h-4z", 6 * i, 9 - 1.6 * i, 4 + 1.6 * i);
        columns +=
            el("path", i <= static_cast<int>(stage) ? cls("is-reached") : html::Attribute{}, attr("d", path));
    }
    return el("svg", cls("k-stage"), attr("viewBox", "0 0 34 13"), attr("aria-hidden", "true"), columns);
}

}  // namespace konbit::pages
