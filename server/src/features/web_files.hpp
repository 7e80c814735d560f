// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/assets.hpp"

#include <map>
#include <string_view>

namespace konbit {

/// The built web client inside the binary (made by app/web_files.cpp from what tools/embed-web.mjs wrote).
struct WebFiles {
    http::Assets assets;
    /// Paths that carry a hash, by the name that pages ask for: "public.css", "public.js", "theme.js",
    /// "app.html", "answer.html". Empty in a binary that was linked without the web client.
    std::map<std::string_view, std::string_view> paths;

    /// @return The path of that name, or an empty text.
    std::string_view path(std::string_view name) const {
        const auto found = paths.find(name);
        return found == paths.end() ? std::string_view{} : found->second;
    }
};

}  // namespace konbit
