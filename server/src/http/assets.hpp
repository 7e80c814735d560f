// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/request.hpp"
#include "http/response.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace konbit::http {

/// A file of the web client, embedded in the binary.
struct Asset {
    std::string_view path;        ///< As in the URL: "/assets/app-3f9c.js".
    std::string_view media_type;  ///< With charset where it is text.
    std::string_view etag;        ///< With its quotation marks.
    std::string_view raw;
    std::string_view gzip{};    ///< Empty when it would not be smaller.
    std::string_view brotli{};  ///< Empty when it would not be smaller.
    bool is_immutable = false;  ///< Its name holds a hash of its content: may be kept for a year unasked.
};

/// Finds embedded files by their path.
class Assets {
  public:
    Assets() = default;
    /// @param sorted  By path; must outlive this.
    explicit Assets(std::span<const Asset> sorted) : sorted_(sorted) {}

    const Asset* find(std::string_view path) const;

  private:
    std::span<const Asset> sorted_;
};

/// The asset in the best coding that the client accepts.
Response asset_response(const Asset& asset, const Request& request);

}  // namespace konbit::http
