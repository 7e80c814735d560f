// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace konbit {

/// A service of others that vouches for people, as the operator set it up (docs/operators/sign-in.md).
struct OidcProvider {
    std::string id;                 ///< In addresses: 1-30 lower-case letters, digits and hyphens.
    std::string name;               ///< On the button.
    std::string issuer;             ///< Its address, compared letter by letter.
    std::string client_id;          ///< As the provider knows this installation.
    std::string client_secret;      ///< Never sent to anybody but the provider.
    bool asks_two_factors = false;  ///< The operator says that it lets nobody in by one.
};

}  // namespace konbit
