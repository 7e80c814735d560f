// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/escape.hpp"
#include "core/type.hpp"

#include <string>

namespace konbit::json {

struct WriteOptions {
    bool stored = false;   ///< For the database: fields that are never sent are written too.
    bool in_html = false;  ///< May stand inside a <script> element: < > & are escaped.
};

/// Appends `value` as JSON. A number that is not finite, and an empty optional, become null.
void write(std::string& out, const Type& type, const void* value, WriteOptions options = {});

/// Works for every type of fields(): numbers, text, enums, ids, instants, optionals, lists, maps and structs
/// of them.
template <class T>
void write(std::string& out, const T& value, WriteOptions options = {}) {
    write(out, type_of<T>(), &value, options);
}

/// As write(), into a new text.
template <class T>
std::string text_of(const T& value, WriteOptions options = {}) {
    std::string out;
    write(out, type_of<T>(), &value, options);
    return out;
}

/// Appends a JSON number, or null when it is not finite.
void write_number(std::string& out, double value);

}  // namespace konbit::json
