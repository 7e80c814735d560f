// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/api_table.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace konbit::developers {

/// A request to the API and what it is answered.
struct Example {
    std::string path;    ///< With its parameters: "/api/organizations?limit=1".
    std::string answer;  ///< JSON, indented; long lists and texts are cut, which an ellipsis shows.
    bool is_real =
        false;  ///< Answered from what this installation publishes; else made from the types alone.
};

/// Asks the route as a visitor without an account would. When there is no such record to ask for, or nothing
/// is published, the answer shows the types of the fields instead.
/// @param endpoint  One that is_open() and answers with JSON; nothing for any other.
std::optional<Example> example_of(const ApiTable& api, const http::Endpoint& endpoint,
                                  std::string_view language);

/// JSON as people read it: two blanks for each level.
/// @return The text unchanged when it is no JSON.
std::string indented(std::string_view json);

}  // namespace konbit::developers
