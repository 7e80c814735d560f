// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/oidc/provider.hpp"
#include "http/outgoing_url.hpp"

#include <string_view>
#include <vector>

namespace konbit::oidc {

/// In the data folder; read anew each time, so that a changed secret needs no restart.
inline constexpr std::string_view services_file = "services.toml";

/// Which services of others the operator named (docs/operators/sign-in.md).
struct Services {
    http::OutgoingRules rules{};  ///< Where the server may ask.
    std::vector<OidcProvider> providers{};
};

/// Reads the file: a table for each provider, named by its id, with name, issuer, client_id and secret_file
/// (relative to the data folder); in front of them `outgoing_allowed`, places on loopback for tests.
/// @return Nothing but the usual rules without a file. ErrorCode::malformed when it is no TOML,
/// ErrorCode::invalid naming what is missing or broken, or when places on loopback are allowed while others
/// reach the server.
Result<Services> read_services(const Config& config);

/// The same while people are served: what is wrong with the file stands in the log only.
/// @return ErrorCode::unavailable "services_unreadable".
Result<Services> services_of(const Config& config);

/// @return ErrorCode::not_found "provider"; errors as services_of().
Result<OidcProvider> find_provider(const Config& config, std::string_view id);

}  // namespace konbit::oidc
