// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/application.hpp"

#include <string>

namespace konbit::http {

/// Sends whoever comes by plain HTTP on to the same page by https, and serves nothing.
class ToHttps final : public Application {
  public:
    /// @param base_url  "https://…", without a slash at its end: the Host of a request is not believed.
    explicit ToHttps(std::string base_url) : base_url_(std::move(base_url)) {}

    std::size_t admit(Request& head) override;
    std::optional<Response> refusal(Request& head) override;
    Response answer(Request& request) override;
    Response broken(int status, std::string_view reason) override;

  private:
    std::string base_url_;
};

}  // namespace konbit::http
