// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace konbit::json {

/// A JSON value without a shape of ours: the reply of another system. For our own bodies use reader.hpp.
class Value {
  public:
    using Array = std::vector<Value>;
    using Object = std::vector<std::pair<std::string, Value>>;
    using Content = std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object>;

    Value() = default;
    explicit Value(Content content) : content_(std::move(content)) {}

    bool is_null() const { return std::holds_alternative<std::nullptr_t>(content_); }
    /// @return The content when it is of that kind, else null.
    template <class T>
    const T* as() const {
        return std::get_if<T>(&content_);
    }
    /// @return The member of an object, or null when there is none or this is no object.
    const Value* find(std::string_view key) const;
    /// @return The text of a member, or nothing when it is missing or no text.
    std::optional<std::string_view> text(std::string_view key) const;
    const Content& content() const { return content_; }

  private:
    Content content_ = nullptr;
};

/// @return ErrorCode::malformed when the text is no JSON or nested deeper than 32.
Result<Value> parse(std::string_view text);

/// Appends the value as JSON.
void write(std::string& out, const Value& value);

}  // namespace konbit::json
