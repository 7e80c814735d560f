// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace konbit {

/// Octets that are not text: a ciphertext, a digest. A {bytes} column; base64url in JSON.
struct Bytes {
    std::string data;

    bool operator==(const Bytes&) const = default;
};

/// A JSON value kept as it is: written verbatim, read without a shape. The writer trusts that it is valid
/// JSON.
struct RawJson {
    std::string text = "null";

    bool operator==(const RawJson&) const = default;
};

}  // namespace konbit
