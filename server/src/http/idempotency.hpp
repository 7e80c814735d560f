// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace konbit::http {

/// What is known of an Idempotency-Key when a request brings it.
struct Claim {
    enum class Kind {
        fresh,       ///< Never seen: it is ours now, and finish() or abandon() must follow.
        replay,      ///< Answered before: `status` and `record_id` say how.
        running,     ///< The first request with it is not answered yet.
        other_body,  ///< Used before for another request.
    };
    Kind kind = Kind::fresh;
    int status = 0;
    std::string record_id{};
};

/// Remembers Idempotency-Keys, so that a request repeated after a lost answer is not carried out twice. Kept
/// 45 days; only status and id of an answer are kept, never its body.
class IdempotencyStore {
  public:
    virtual ~IdempotencyStore() = default;

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
