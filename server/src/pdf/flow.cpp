// SPDX-License-Identifier: Apache-2.0
#include "pdf/flow.hpp"

namespace konbit::pdf {

namespace {

constexpr double foot = 24;  // the line at the foot of a page, with air above it

}  // namespace

Flow::Flow(Document& document, std::function<void(Flow&)> head) : document_(document) {
    begin_page();  // the first page has no head
    head_ = std::move(head);
}

void Flow::need(double height) {
    if (y_ + height <= document_.size().height - margin - foot) return;
    begin_page();
    if (head_) head_(*this);
}

void Flow::paragraph(std::string_view text, const Type& type, double after, double indent) {
    for (const auto& line : lines_of(text, type, width() - indent)) {
        need(type.size * line_height);
        page().write({left() + indent, y_ + type.size}, line, type);
        y_ += type.size * line_height;
    }
    y_ += after;
}

void Flow::begin_page() {
    document_.add_page();
    y_ = margin;
}

}  // namespace konbit::pdf
