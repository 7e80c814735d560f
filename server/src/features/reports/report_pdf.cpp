// SPDX-License-Identifier: Apache-2.0
#include "features/reports/report_pdf.hpp"

#include "pdf/flow.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <ranges>
#include <string_view>

namespace konbit::reports {

namespace {

using pdf::Flow;
using pdf::Type;
using pdf::Weight;

constexpr Type plain{.size = 10};
constexpr Type cell{.size = 8.5};
constexpr Type cell_head{.size = 8.5, .weight = Weight::bold};
constexpr Type faint{.size = 9.5, .gray = 0.35};
constexpr Type foot{.size = 6.5, .gray = 0.35};
constexpr Type heading{.size = 13, .weight = Weight::bold};
constexpr Type title{.size = 20, .weight = Weight::bold};
constexpr double picture_height = 250, picture_margin = 14, mark_radius = 3.6, bar_height = 9, cell_gap = 8;

double widest_word(std::string_view text, const Type& type) {
    double widest = 0;
    for (const auto word : std::views::split(text, ' '))
        widest = std::max(widest, width_of(std::string_view(word), type));
    return widest;
}

/// Writes one report.
class Sheet {
  public:
    Sheet(pdf::Document& document, const Report& report)
        : document_(document), report_(report), flow_(document) {}

    void write() {
        flow_.paragraph(report_.cluster, faint, 1);
        flow_.paragraph(report_.title, title, 1);
        flow_.paragraph(report_.subtitle, faint, 10);
        for (const auto& part : report_.parts) write_part(part);
        write_feet();
    }

  private:
    void write_part(const Part& part) {
        // No title alone at the foot of a page.
        flow_.need(part.begins_page ? document_.size().height : 60);
        flow_.paragraph(part.title, heading, 3);
        for (const auto& line : part.lines) flow_.paragraph(line, plain, 3);
        for (const auto& bar : part.bars) write_bar(bar);
        if (part.has_picture) draw_picture();
        if (!part.table.rows.empty()) write_table(part.table);
        flow_.skip(9);
    }

    void write_bar(const Bar& bar) {
        flow_.need(2 * plain.size * Flow::line_height + bar_height);
        flow_.paragraph(fmt::format("{}: {}", bar.label, bar.value), plain, 1);
        if (bar.share) {
            flow_.page().fill({flow_.left(), flow_.y()}, {flow_.width(), bar_height}, 0.92);
            flow_.page().fill({flow_.left(), flow_.y()}, {flow_.width() * *bar.share, bar_height}, 0.35);
        }
        flow_.skip(bar_height + 5);
    }

    pdf::Place at(int member) const {
        const auto& [x, y] = report_.picture.places[static_cast<std::size_t>(member)];
        const double width = flow_.width() / 2 - picture_margin, height = picture_height / 2 - picture_margin;
        return {flow_.left() + flow_.width() / 2 + x * width, flow_.y() + picture_height / 2 + y * height};
    }

    double radius_of(int member) const {
        const auto& sizes = report_.picture.sizes;
        return sizes.empty() ? mark_radius : mark_radius - 1 + 1.6 * sizes[static_cast<std::size_t>(member)];
    }

    void draw_picture() {
        flow_.need(picture_height);
        flow_.page().box({flow_.left(), flow_.y()}, {flow_.width(), picture_height}, 0.5, 0.75);
        for (const auto& [one, other] : report_.picture.ties)
            flow_.page().rule(at(one), at(other), 0.6, 0.62);
        for (int member = 0; member < std::ssize(report_.picture.places); ++member)
            flow_.page().disc(at(member), radius_of(member), 0.2);
        flow_.skip(picture_height + 4);
    }

    /// What a column would like to have, and below which its longest word would break.
    struct Column {
        double wanted = 0;
        double least = 0;
    };

    Column column_of(const Table& table, std::size_t place) const {
        Column column;
        const auto grow = [&](const std::string& text, const Type& type) {
            const double width = std::min(width_of(text, type), flow_.width() / 2);
            column.wanted = std::max(column.wanted, width + cell_gap);
            column.least = std::max(column.least, std::min(width, widest_word(text, type)) + cell_gap);
        };
        grow(table.head[place], cell_head);
        for (const auto& row : table.rows) grow(row[place], cell);
        return column;
    }

    /// Where there is too little room for all, columns give way by what their words can spare.
    std::vector<double> columns_of(const Table& table) const {
        std::vector<Column> columns;
        Column sum;
        for (std::size_t place = 0; place < table.head.size(); ++place) {
            columns.push_back(column_of(table, place));
            sum.wanted += columns.back().wanted;
            sum.least += columns.back().least;
        }
        const double spare = sum.wanted - sum.least;
        const double given = spare > 0 ? std::clamp((flow_.width() - sum.least) / spare, 0.0, 1.0) : 1;
        std::vector<double> widths;
        double taken = 0;
        for (const auto& [wanted, least] : columns)
            taken += widths.emplace_back(least + given * (wanted - least));
        for (double& width : widths) width *= flow_.width() / taken;
        return widths;
    }

    void write_row(const std::vector<std::string>& cells, const std::vector<double>& widths,
                   const Type& type) {
        std::vector<std::vector<std::string>> lines;
        std::size_t tallest = 1;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            lines.push_back(pdf::lines_of(cells[i], type, widths[i] - cell_gap));
            tallest = std::max(tallest, lines.back().size());
        }
        const double step = type.size * Flow::line_height;
        flow_.need(static_cast<double>(tallest) * step + 5);
        double x = flow_.left();
        for (std::size_t i = 0; i < lines.size(); x += widths[i++])
            for (std::size_t line = 0; line < lines[i].size(); ++line)
                flow_.page().write({x, flow_.y() + static_cast<double>(line) * step + type.size},
                                   lines[i][line], type);
        flow_.skip(static_cast<double>(tallest) * step + 2);
        flow_.page().rule({flow_.left(), flow_.y()}, {flow_.right(), flow_.y()}, 0.4, 0.8);
        flow_.skip(3);
    }

    void write_table(const Table& table) {
        const auto widths = columns_of(table);
        write_row(table.head, widths, cell_head);
        flow_.set_head([&](Flow&) { write_row(table.head, widths, cell_head); });
        for (const auto& row : table.rows) write_row(row, widths, cell);
        flow_.set_head({});
    }

    void write_feet() {
        auto& pages = document_.pages();
        const auto lines = pdf::lines_of(report_.stamp, foot, flow_.width() - 40);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            double y = document_.size().height - Flow::margin - 10;
            pages[i].write_before({flow_.right(), y}, fmt::format("{} / {}", i + 1, pages.size()), foot);
            for (const auto& line : lines) {
                pages[i].write({flow_.left(), y}, line, foot);
                y += foot.size * Flow::line_height;
            }
        }
    }

    pdf::Document& document_;
    const Report& report_;
    Flow flow_;
};

}  // namespace

pdf::Document pdf_of(const Report& report, pdf::Paper paper) {
    pdf::Document document(paper, {fmt::format("{} · {}", report.cluster, report.title), report.language});
    Sheet(document, report).write();
    return document;
}

}  // namespace konbit::reports
