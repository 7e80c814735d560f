// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace konbit::pages {

/// An address with the filters of a list, from which the links of the page are made. Empty values are left
/// out.
class QueryLink {
  public:
    explicit QueryLink(std::string_view path) : path_(path) {}

    /// The same address with one parameter changed; an empty value takes it out.
    QueryLink with(std::string_view name, std::string_view value) const;
    std::string str() const;

    const std::vector<std::pair<std::string, std::string>>& parameters() const { return parameters_; }

  private:
    std::string path_;
    std::vector<std::pair<std::string, std::string>> parameters_;
};

}  // namespace konbit::pages
