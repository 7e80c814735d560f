// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <string>
#include <string_view>

namespace konbit::http {

/// What is known of an Idempotency-Key when a request brings it.
struct Claim {
    enum class Kind {
        fresh,       ///< Nothing was done with it: the request runs, and finish() or abandon() must follow.
        replay,      ///< Done before: `status` and `record_id` say how it was answered.
        running,     ///< The first request with it is not answered yet.
        other_body,  ///< Used before for another request.
    };
    Kind kind = Kind::fresh;
    int status = 0;
    std::string record_id{};
};

/// Comes out of a handler when another request with the same key, running at the same time, wrote first.
struct KeyTaken final : std::exception {
    const char* what() const noexcept override { return "another request with this key was faster"; }
};

/// Remembers Idempotency-Keys, so that a request repeated after a lost answer is not carried out twice, even
/// when the server was killed in between: the key is kept by the transaction that the request writes in. Kept
/// 45 days; only status and id of an answer are kept, never its body.
class IdempotencyStore {
  public:
    virtual ~IdempotencyStore() = default;

    /// Called by the thread that then runs the request: what it writes takes the key along.
    /// @param actor  Whose key it is; keys of different actors never meet.
    /// @param body_hash  SHA-256 of method, path and body. Keep a keyed hash of it: short bodies can be
    /// guessed.
    virtual Claim begin(std::string_view actor, std::string_view key, std::string_view body_hash) = 0;
    virtual void finish(std::string_view actor, std::string_view key, int status,
                        std::string_view record_id) = 0;
    /// The request changed nothing: the same key may be tried again.
    virtual void abandon(std::string_view actor, std::string_view key) = 0;
};

}  // namespace konbit::http
