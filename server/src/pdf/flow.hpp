// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pdf/document.hpp"

#include <functional>
#include <string_view>

namespace konbit::pdf {

/// Writes down the pages of a document, one thing below the other, and begins a new page where the next thing
/// has no room. A line at the foot of each page stays free for what is written once all pages are known.
class Flow {
  public:
    /// @param head  Called on every page that is begun for want of room, before anything else is written
    /// there.
    explicit Flow(Document& document, std::function<void(Flow&)> head = {});

    double left() const { return margin; }
    double width() const { return document_.size().width - 2 * margin; }
    double right() const { return left() + width(); }
    /// Where the next thing begins, from the top of the page.
    double y() const { return y_; }
    Page& page() { return document_.pages().back(); }

    /// What is repeated on the pages to come.
    void set_head(std::function<void(Flow&)> head) { head_ = std::move(head); }
    /// Begins a new page, unless that height still fits on this one.
    void need(double height);
    /// Leaves that height behind.
    void skip(double height) { y_ += height; }
    /// Writes a text over as many lines as it needs, and leaves `after` below it.
    /// @param indent  How far its lines stand in from the left.
    void paragraph(std::string_view text, const Type& type, double after = 0, double indent = 0);

    static constexpr double margin = 42;
    static constexpr double line_height = 1.3;  ///< Times the type size.

  private:
    void begin_page();

    Document& document_;
    std::function<void(Flow&)> head_;
    double y_ = margin;
};

}  // namespace konbit::pdf
