// SPDX-License-Identifier: Apache-2.0
#include "features/pages/query_link.hpp"

#include "http/url.hpp"

namespace konbit::pages {

QueryLink QueryLink::with(std::string_view name, std::string_view value) const {
    QueryLink other = *this;
    std::erase_if(other.parameters_, [name](const auto& each) { return each.first == name; });
    if (!value.empty()) other.parameters_.emplace_back(name, value);
    return other;
}

std::string QueryLink::str() const {
    std::string url = path_;
    for (char separator = '?'; const auto& [name, value] : parameters_) {
        url += separator + http::percent_encoded(name) + '=' + http::percent_encoded(value);
        separator = '&';
    }
    return url;
}

}  // namespace konbit::pages
