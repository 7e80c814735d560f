// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/oidc/provider.hpp"
#include "http/outgoing_url.hpp"

#include <string>
#include <string_view>

namespace konbit::oidc {

/// Where a provider is asked what, as its own document says (OpenID Connect Discovery 1.0).
struct Endpoints {
    std::string authorization;
    std::string token;
    std::string keys;
    bool names_itself = false;  ///< Its answers say who it is (RFC 9207): then every one must.
    bool takes_basic = true;    ///< The client's secret goes in the Authorization header, else in the form.
};

/// The address of the document.
std::string discovery_url(const OidcProvider& provider);

/// @return ErrorCode::unavailable "discovery_refused" unless the document is that of this issuer, its
/// endpoints are places that may be asked, and PKCE with S256 is not ruled out.
Result<Endpoints> read_discovery(std::string_view document, const OidcProvider& provider,
                                 const http::OutgoingRules& rules);

}  // namespace konbit::oidc
