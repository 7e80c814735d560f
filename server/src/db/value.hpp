// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/type.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace konbit::db {

/// Borrowed bytes of a {bytes} column.
struct Blob {
    std::string_view bytes;
};

/// One cell as both drivers give and take it; text and bytes are borrowed.
using Value = std::variant<std::monostate, std::int64_t, double, std::string_view, Blob>;

/// A `$n` of a statement, from any type of fields(): booleans become 0 and 1, instants milliseconds, empty
/// optionals NULL; lists, maps, structs and texts by language become JSON text. Borrows texts and ids: use it
/// at once.
class Argument {
  public:
    Argument(const Type& type, const void* value);
    Argument(std::string_view text) : value_(text) {}
    Argument(const std::string& text) : value_(std::string_view(text)) {}
    Argument(const char* text) : value_(std::string_view(text)) {}
    template <class T>
    Argument(const T& value) : Argument(type_of<T>(), &value) {}

    Value value() const { return owns_ ? Value(std::string_view(owned_)) : value_; }

  private:
    void own(std::string text);

    Value value_;
    std::string owned_;
    bool owns_ = false;
};

/// Fills `*target` from a cell. The inverse of Argument.
/// @throws std::runtime_error when the cell cannot be a value of the type: `what` names the column.
void assign(const Type& type, void* target, const Value& cell, std::string_view what);

}  // namespace konbit::db
