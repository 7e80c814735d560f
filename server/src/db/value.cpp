// SPDX-License-Identifier: Apache-2.0
#include "db/value.hpp"

#include "core/scalar.hpp"
#include "json/reader.hpp"
#include "json/writer.hpp"

#include <cmath>
#include <stdexcept>

namespace konbit::db {

namespace {

[[noreturn]] void refuse(std::string_view what) {
    throw std::runtime_error("column " + std::string(what) + " holds a value that its field cannot");
}

std::int64_t whole(const Value& cell, std::string_view what) {
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
    // A sum of whole numbers is NUMERIC in PostgreSQL.
    if (const auto* real = std::get_if<double>(&cell); real && *real == std::floor(*real)) {
        return static_cast<std::int64_t>(*real);
    }
    refuse(what);
}

double real(const Value& cell, std::string_view what) {
    if (const auto* number = std::get_if<double>(&cell)) return *number;
    return static_cast<double>(whole(cell, what));
}

std::string_view text(const Value& cell, std::string_view what) {
    if (const auto* view = std::get_if<std::string_view>(&cell)) return *view;
    refuse(what);
}

void assign_integer(const Type& type, void* target, std::int64_t number, std::string_view what) {
    if (number < type.least || number > type.greatest) refuse(what);
    type.store(target, number);
}

void assign_optional(const Type& type, void* target, const Value& cell, std::string_view what) {
    type.container.clear(target);
    if (!std::holds_alternative<std::monostate>(cell))
        assign(type.element(), type.container.append(target), cell, what);
}

void assign_bytes(Bytes& target, const Value& cell, std::string_view what) {
    if (const auto* blob = std::get_if<Blob>(&cell))
        target.data = blob->bytes;
    else
        refuse(what);
}

void assign_json(const Type& type, void* target, const Value& cell, std::string_view what) {
    if (!json::read_into(text(cell, what), type, target, json::Purpose::stored)) refuse(what);
}

}  // namespace

Argument::Argument(const Type& type, const void* value) {
    switch (type.kind) {
        case Kind::boolean:
            value_ = std::int64_t{*static_cast<const bool*>(value)};
            return;
        case Kind::integer:
            value_ = type.load(value);
            return;
        case Kind::real:
            value_ = *static_cast<const double*>(value);
            return;
        case Kind::text:
            value_ = std::string_view(*static_cast<const std::string*>(value));
            return;
        case Kind::enumeration:
            value_ = type.names[static_cast<std::size_t>(type.load(value))];
            return;
        case Kind::id:
            value_ = std::string_view(static_cast<const UuidText*>(value)->data(), nil_uuid.size());
            return;
        case Kind::instant:
            value_ = static_cast<const Instant*>(value)->ms;
            return;
        case Kind::date:
            own(static_cast<const Date*>(value)->str());
            return;
        case Kind::bytes:
            value_ = Blob{static_cast<const Bytes*>(value)->data};
            return;
        case Kind::raw_json:
            value_ = std::string_view(static_cast<const RawJson*>(value)->text);
            return;
        case Kind::optional:
            if (type.container.size(value) != 0)
                *this = Argument(type.element(), type.container.at(value, 0));
            return;
        default: {
            std::string json;
            json::write(json, type, value, {.stored = true});
            own(std::move(json));
        }
    }
}

void Argument::own(std::string text) {
    owned_ = std::move(text);
    owns_ = true;
}

void assign(const Type& type, void* target, const Value& cell, std::string_view what) {
    switch (type.kind) {
        case Kind::boolean:
            *static_cast<bool*>(target) = whole(cell, what) != 0;
            return;
        case Kind::integer:
            return assign_integer(type, target, whole(cell, what), what);
        case Kind::real:
            *static_cast<double*>(target) = real(cell, what);
            return;
        case Kind::text:
            *static_cast<std::string*>(target) = text(cell, what);
            return;
        case Kind::instant:
            static_cast<Instant*>(target)->ms = whole(cell, what);
            return;
        case Kind::bytes:
            return assign_bytes(*static_cast<Bytes*>(target), cell, what);
        case Kind::raw_json:
            static_cast<RawJson*>(target)->text = text(cell, what);
            return;
        case Kind::optional:
            return assign_optional(type, target, cell, what);
        case Kind::enumeration:
        case Kind::id:
        case Kind::date:
            if (!from_text(type, target, text(cell, what)).empty()) refuse(what);
            return;
        default:
            return assign_json(type, target, cell, what);
    }
}

}  // namespace konbit::db
