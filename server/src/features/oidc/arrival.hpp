// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/accounts/entering.hpp"
#include "features/app.hpp"
#include "features/oidc/attempt.hpp"

#include <optional>
#include <string>
#include <string_view>

/// The way to a provider and back. Codes of an authenticator app are asked for afterwards like beside a
/// password: what the provider says of a second factor is not ours to check (docs/operators/sign-in.md).
namespace konbit::oidc {

/// Somebody is sent to a provider.
struct Departure {
    std::string url;        ///< Of the provider's sign-in page.
    BrowserSecret browser;  ///< For the browser's cookie.
};

/// @param attempt  With purpose, path to return to, and what the purpose needs.
/// @return ErrorCode::not_found "provider"; ErrorCode::invalid with /return_to unless it is a path of this
/// host; ErrorCode::unavailable when the provider cannot be asked.
Result<Departure> depart(App& app, std::string_view provider, Attempt attempt);

/// What the provider's answer in the address says.
struct ProviderAnswer {
    std::string provider;  ///< To whose address the browser came back.
    std::string state;
    std::string code{};
    std::string iss{};    ///< Who it says it is (RFC 9207); empty when it does not.
    std::string error{};  ///< "access_denied" and the like.
};

/// The browser that comes back.
struct Returning {
    BrowserSecret secret;
    std::string_view session;  ///< Of its session cookie; empty for none.
    accounts::Visitor visitor;
};

struct Arrived {
    accounts::Entered entered{};
    bool is_linked = false;  ///< Nobody came in: the account may be entered this way from now on.
    std::string return_to;
};

/// Finishes an attempt.
/// @return ErrorCode::unauthenticated "provider_declined" (the person or the provider said no),
/// "provider_refused" (anything that does not fit: the log says what), "identity_unknown" (nobody linked it;
/// an account of the same address is not looked for); ErrorCode::conflict as link(); ErrorCode::unavailable.
Result<Arrived> arrive(App& app, const ProviderAnswer& answer, const Returning& browser);

}  // namespace konbit::oidc
