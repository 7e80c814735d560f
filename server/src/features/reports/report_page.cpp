// SPDX-License-Identifier: Apache-2.0
#include "features/reports/report_page.hpp"

#include <fmt/core.h>

namespace konbit::reports {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::Html;

constexpr double half_width = 250, half_height = 130;

Html cells_of(const std::vector<std::string>& cells) {
    Html row = el("th", attr("scope", "row"), cells.front());
    for (std::size_t i = 1; i < cells.size(); ++i) row += el("td", cells[i]);
    return row;
}

Html table_of(const Part& part) {
    if (part.table.rows.empty()) return {};
    return el(
        "div", cls("k-scroll"), attr("tabindex", "0"), attr("role", "region"), attr("aria-label", part.title),
        el("table", cls("k-table"),
           el("thead",
              el("tr", html::each(part.table.head,
                                  [](const auto& cell) { return el("th", attr("scope", "col"), cell); }))),
           el("tbody",
              html::each(part.table.rows, [](const auto& cells) { return el("tr", cells_of(cells)); }))));
}

Html bar_of(const Bar& bar) {
    Html item = el("p", bar.label, ": ", bar.value);
    if (bar.share)
        item += el("svg", cls("k-report-bar"), attr("viewBox", "0 0 100 3"), attr("aria-hidden", "true"),
                   attr("preserveAspectRatio", "none"),
                   el("rect", attr("width", "100"), attr("height", "3"), attr("class", "k-report-whole")),
                   el("rect", attr("width", fmt::format("{:.2f}", 100 * *bar.share)), attr("height", "3"),
                      attr("class", "k-report-share")));
    return el("li", item);
}

std::string coordinate(double value) { return fmt::format("{:.1f}", value); }

Html line_of(const Picture& picture, const std::pair<int, int>& tie) {
    const auto& [x1, y1] = picture.places[static_cast<std::size_t>(tie.first)];
    const auto& [x2, y2] = picture.places[static_cast<std::size_t>(tie.second)];
    return el("line", attr("x1", coordinate(x1 * half_width)), attr("y1", coordinate(y1 * half_height)),
              attr("x2", coordinate(x2 * half_width)), attr("y2", coordinate(y2 * half_height)));
}

Html picture_of(const Picture& picture, const std::string& name) {
    return el("svg", cls("k-report-picture"), attr("viewBox", "-260 -140 520 280"), attr("role", "img"),
              attr("aria-label", name),
              el("g", html::each(picture.ties, [&](const auto& tie) { return line_of(picture, tie); })),
              html::each(picture.places, [](const auto& place) {
                  return el("circle", attr("cx", coordinate(place.first * half_width)),
                            attr("cy", coordinate(place.second * half_height)), attr("r", "4.5"));
              }));
}

Html part_of(const Part& part, const Report& report) {
    Html content = el("h2", part.title);
    content += html::each(part.lines, [](const auto& line) { return el("p", line); });
    if (!part.bars.empty()) content += el("ul", cls("k-report-bars"), html::each(part.bars, bar_of));
    if (part.has_picture) content += picture_of(report.picture, report.picture_name);
    return el("section", cls(part.begins_page ? "k-report-part k-report-new" : "k-report-part"),
              content + table_of(part));
}

}  // namespace

pages::Content page_of(const Report& report, std::string path) {
    pages::Content content;
    content.path = std::move(path);
    content.title = report.title;
    content.description = report.subtitle;
    content.is_indexed = false;
    content.main = el("main", html::id("main"), attr("tabindex", "-1"),
                      el("div", cls("k-page k-report"), el("p", report.cluster), el("h1", report.title),
                         el("p", cls("k-lead"), report.subtitle),
                         html::each(report.parts, [&](const auto& part) { return part_of(part, report); }),
                         el("footer", cls("k-report-stamp"), el("p", report.stamp))));
    return content;
}

}  // namespace konbit::reports
