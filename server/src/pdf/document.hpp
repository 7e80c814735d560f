// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/names.hpp"
#include "pdf/type.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Documents for printing (PDF 1.7): text in one embedded typeface, lines and rectangles. The same content
/// gives the same bytes.
namespace konbit::pdf {

/// The papers of offices: A4 nearly everywhere, Letter where the United States are the example.
enum class Paper { a4, letter };
constexpr auto names(Paper) { return std::to_array<std::string_view>({"a4", "letter"}); }

/// In points, 72 to the inch.
struct Size {
    double width = 0;
    double height = 0;
};
Size size_of(Paper paper);

/// A place on a page in points from its upper left corner.
struct Place {
    double x = 0;
    double y = 0;
};

/// One page. What is drawn later lies above what was drawn before.
class Page {
  public:
    explicit Page(Size size) : size_(size) {}
    Size size() const { return size_; }

    /// Writes one line of text.
    /// @param start  The left end of its base line.
    void write(Place start, std::string_view line, const Type& type = {});
    /// Writes one line of text that ends at a place.
    void write_before(Place end, std::string_view line, const Type& type = {});
    /// Draws a straight line.
    void rule(Place from, Place to, double thickness = 0.5, double gray = 0);
    /// Draws the border of a rectangle.
    void box(Place corner, Size size, double thickness = 0.7, double gray = 0);
    /// Fills a rectangle.
    void fill(Place corner, Size size, double gray);

    /// Fills a circle.
    void disc(Place center, double radius, double gray);

    /// The page's content stream.
    const std::string& content() const { return content_; }

  private:
    Size size_;
    std::string content_;
};

/// What a document says of itself.
struct About {
    std::string title;
    std::string language;  ///< "en", "es", ...
};

class Document {
  public:
    Document(Paper paper, About about) : size_(size_of(paper)), about_(std::move(about)) {}

    Size size() const { return size_; }
    /// Adds an empty page at the end. References to former pages do not hold any longer.
    Page& add_page();
    std::vector<Page>& pages() { return pages_; }

    /// The file. A document without pages gets an empty one.
    /// @complexity Linear in what was drawn.
    std::string bytes() const;

  private:
    Size size_;
    About about_;
    std::vector<Page> pages_;
};

}  // namespace konbit::pdf
