// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace konbit {

/// What kind of failure an Error is; http turns each into one status (http/problem.hpp).
enum class ErrorCode {
    invalid,            ///< The input breaks rules; `fields` says which. 422
    malformed,          ///< The request cannot be understood at all. 400
    unauthenticated,    ///< Nobody is signed in, and somebody must be. 401
    forbidden,          ///< The viewer may see the record but not do this. 403
    not_found,          ///< It is not there, or this viewer may not know that it is. 404
    conflict,           ///< The state of the record does not allow it now. 409
    stale,              ///< If-Match names another version than the stored one. 412
    version_required,   ///< If-Match is missing on a change of a versioned record. 428
    too_large,          ///< Over a size limit. 413
    wrong_media_type,   ///< A body of another Content-Type than the route reads. 415
    too_many_requests,  ///< A rate limit; `fields` holds retry_after_s. 429
    unavailable,        ///< The database or a helper cannot answer now. 503
};

/// Parameters that a translated message needs, by placeholder name: {"max", "200"}.
using Params = std::map<std::string, std::string, std::less<>>;

/// One broken rule, found by its place in the input.
struct FieldError {
    std::string
        pointer;  ///< RFC 6901 pointer into the body ("/name"), or "row:12/country_code" for a table's row.
    std::string code;  ///< Stable, lower snake case; the client words it as `error.<code>`.
    Params params{};

    bool operator==(const FieldError&) const = default;
};

/// What users and the world cause. What code cannot repair is an exception instead.
struct Error {
    ErrorCode code;
    std::string reason{};              ///< Stable, lower snake case, narrower than the code: "wave_closed".
    std::vector<FieldError> fields{};  ///< All broken rules at once, so that a form can mark every field.
    Params params{};
};

template <class T>
using Result = std::expected<T, Error>;

/// Makes the unexpected side of a Result: `return failure(ErrorCode::not_found, "organization");`
inline std::unexpected<Error> failure(ErrorCode code, std::string reason = {},
                                      std::vector<FieldError> fields = {}) {
    return std::unexpected(Error{code, std::move(reason), std::move(fields), {}});
}

/// Collects broken rules while a value is checked.
class Findings {
  public:
    /// Notes a FieldError unless `holds`.
    void require(bool holds, std::string_view pointer, std::string_view code, Params params = {}) {
        if (!holds) errors_.push_back({std::string(pointer), std::string(code), std::move(params)});
    }
    void add(FieldError error) { errors_.push_back(std::move(error)); }
    bool empty() const { return errors_.empty(); }
    const std::vector<FieldError>& errors() const { return errors_; }

    /// @return The value when nothing was found, else ErrorCode::invalid with every finding.
    template <class T>
    Result<T> or_value(T value) && {
        if (errors_.empty()) return value;
        return failure(ErrorCode::invalid, "invalid", std::move(errors_));
    }

  private:
    std::vector<FieldError> errors_;
};

}  // namespace konbit

#define KONBIT_CONCAT_(a, b) a##b
#define KONBIT_CONCAT(a, b) KONBIT_CONCAT_(a, b)
/// Declares `declaration` from the value of a Result, or returns its error:
/// `KONBIT_TRY(const Organization stored, find(db, viewer, id));`
#define KONBIT_TRY(declaration, expression) \
    KONBIT_TRY_(KONBIT_CONCAT(result_, __LINE__), declaration, expression)
#define KONBIT_TRY_(result, declaration, expression)                \
    auto result = (expression);                                     \
    if (!result) return std::unexpected(std::move(result).error()); \
    declaration = *std::move(result)
/// Returns the error of a Result<void>-like expression; its value, if any, is dropped.
#define KONBIT_CHECK(expression)                                                               \
    if (auto KONBIT_CONCAT(check_, __LINE__) = (expression); !KONBIT_CONCAT(check_, __LINE__)) \
    return std::unexpected(std::move(KONBIT_CONCAT(check_, __LINE__)).error())
