// SPDX-License-Identifier: Apache-2.0
// The only unit in which Boost.JSON itself is compiled.
#include "json/boost_json.hpp"

#include "json/reader.hpp"

#include <boost/json/src.hpp>

namespace konbit::json {

Result<boost::json::value> parse_document(std::string_view text) {
    boost::json::parse_options options;
    options.max_depth = deepest;
    boost::json::parser parser({}, options);
    boost::json::error_code error;
    const std::size_t read = parser.write(boost::json::string_view(text.data(), text.size()), error);
    if (error) {
        auto refused = failure(ErrorCode::malformed, "not_json");
        refused.error().params.emplace("at", std::to_string(read));
        return refused;
    }
    return parser.release();
}

}  // namespace konbit::json
