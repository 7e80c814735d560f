// SPDX-License-Identifier: Apache-2.0
#include "features/oidc/discovery.hpp"

#include "json/value.hpp"

#include <algorithm>

namespace konbit::oidc {

namespace {

/// Whether the list of that name holds the text; a document without the list says nothing against it.
bool offers(const json::Value& document, std::string_view name, std::string_view text) {
    const auto* member = document.find(name);
    const auto* list = member ? member->as<json::Value::Array>() : nullptr;
    if (list == nullptr) return true;
    return std::ranges::any_of(*list, [&](const json::Value& each) {
        const auto* offered = each.as<std::string>();
        return offered != nullptr && *offered == text;
    });
}

bool is_set(const json::Value& document, std::string_view name) {
    const auto* member = document.find(name);
    const auto* flag = member ? member->as<bool>() : nullptr;
    return flag != nullptr && *flag;
}

}  // namespace

std::string discovery_url(const OidcProvider& provider) {
    const std::string_view slash = provider.issuer.ends_with('/') ? "" : "/";
    return provider.issuer + std::string(slash) + ".well-known/openid-configuration";
}

Result<Endpoints> read_discovery(std::string_view text, const OidcProvider& provider,
                                 const http::OutgoingRules& rules) {
    const auto document = json::parse(text);
    if (!document || document->text("issuer") != provider.issuer ||
        !offers(*document, "code_challenge_methods_supported", "S256"))
        return failure(ErrorCode::unavailable, "discovery_refused");
    Endpoints found{std::string(document->text("authorization_endpoint").value_or("")),
                    std::string(document->text("token_endpoint").value_or("")),
                    std::string(document->text("jwks_uri").value_or("")),
                    is_set(*document, "authorization_response_iss_parameter_supported"),
                    offers(*document, "token_endpoint_auth_methods_supported", "client_secret_basic")};
    for (const auto* each : {&found.authorization, &found.token, &found.keys})
        if (!rules.admitted(*each)) return failure(ErrorCode::unavailable, "discovery_refused");
    return found;
}

}  // namespace konbit::oidc
