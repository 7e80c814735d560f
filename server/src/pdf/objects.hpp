// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pdf/document.hpp"
#include "pdf/typeface.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace konbit::pdf {

/// Under which name pages refer to a weight of the typeface.
std::string_view resource_name(Weight weight);

/// The numbered objects of which a file consists (ISO 32000-1, 7.3.10 and 7.5).
class Objects {
  public:
    explicit Objects(const About& about);
    void add_page(const Page& page);
    /// The whole file, with the table that says where each object begins.
    std::string file() &&;

  private:
    /// @return Its number.
    std::size_t add(std::string object);
    std::size_t add_stream(std::string_view bytes, std::string_view entries = {});
    std::size_t add_font(const Typeface& face);

    std::vector<std::string> objects_;  ///< Number 1 first.
    std::vector<std::size_t> pages_;
    std::size_t regular_ = 0;
    std::size_t bold_ = 0;
};

}  // namespace konbit::pdf
