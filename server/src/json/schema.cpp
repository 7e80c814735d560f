// SPDX-License-Identifier: Apache-2.0
#include "json/schema.hpp"

#include "core/escape.hpp"

#include <limits>
#include <stdexcept>

namespace konbit::json {

namespace {

std::string integer_schema(const Type& type) {
    std::string schema = R"({"type":"integer")";
    const bool is_wide = type.least == std::numeric_limits<std::int64_t>::min() ||
                         type.greatest == std::numeric_limits<std::int64_t>::max();
    if (is_wide) return schema + R"(,"format":"int64"})";
    return schema + R"(,"minimum":)" + std::to_string(type.least) + R"(,"maximum":)" +
           std::to_string(type.greatest) + '}';
}

std::string enumeration_schema(const Type& type) {
    std::string schema = R"({"type":"string","enum":[)";
    for (std::size_t i = 0; i < type.names.size(); ++i) {
        if (i > 0) schema += ',';
        append_json_string(schema, type.names[i]);
    }
    return schema + "]}";
}

/// `schema` with null allowed: in the type list of a plain type, as an alternative of a reference.
std::string nullable(std::string schema) {
    constexpr std::string_view plain = R"({"type":")";
    if (!schema.starts_with(plain)) return R"({"anyOf":[)" + schema + R"(,{"type":"null"}]})";
    const auto end = schema.find('"', plain.size());
    return R"({"type":[)" + schema.substr(plain.size() - 1, end + 2 - plain.size()) + R"(,"null"])" +
           schema.substr(end + 1);
}

bool is_in(const FieldInfo& field, Face face) {
    if (field.access == Access::never_sent) return false;
    return face == Face::read || field.access != Access::read_only;
}

bool is_required(const FieldInfo& field, Face face) {
    return face == Face::read || (face == Face::create && field.is_required());
}

/// A nested struct is replaced whole, so inside a patch it has the shape of one that is made.
Face nested(Face face) { return face == Face::patch ? Face::create : face; }

std::string component_name(const Type& type, Face face) {
    if (type.kind == Kind::enumeration) return type.name;
    switch (face) {
        case Face::create:
            return type.name + "Create";
        case Face::patch:
            return type.name + "Patch";
        default:
            return type.name;
    }
}

}  // namespace

std::string Schemas::of(const Type& type, Face face) {
    switch (type.kind) {
        case Kind::boolean:
            return R"({"type":"boolean"})";
        case Kind::integer:
            return integer_schema(type);
        case Kind::real:
            return R"({"type":"number"})";
        case Kind::text:
            return R"({"type":"string"})";
        case Kind::id:
            return R"({"type":"string","format":"uuid"})";
        case Kind::instant:
            return R"({"type":"string","format":"date-time"})";
        case Kind::date:
            return R"({"type":"string","format":"date"})";
        case Kind::bytes:
            return R"({"type":"string","contentEncoding":"base64url"})";
        case Kind::raw_json:
            return "{}";
        case Kind::localized:
            return R"({"type":"object","additionalProperties":{"type":"string"}})";
        case Kind::optional:
            return nullable(of(type.element(), face));
        case Kind::list:
            return R"({"type":"array","items":)" + of(type.element(), nested(face)) + '}';
        case Kind::map:
            return R"({"type":"object","additionalProperties":)" + of(type.element(), nested(face)) + '}';
        case Kind::enumeration:
        case Kind::record:
            return reference(type, face);
    }
    return "{}";
}

std::string Schemas::reference(const Type& type, Face face) {
    const std::string name = component_name(type, face);
    const auto [owner, is_new] = owners_.try_emplace(name, &type);
    if (owner->second != &type) throw std::logic_error("two types are called " + name + ": rename one");
    if (is_new)
        components_[name] = type.kind == Kind::enumeration ? enumeration_schema(type) : record(type, face);
    return R"({"$ref":"#/components/schemas/)" + name + R"("})";
}

std::string Schemas::record(const Type& type, Face face) {
    std::string properties;
    std::string required;
    for (const FieldInfo& field : type.fields) {
        if (!is_in(field, face)) continue;
        if (!properties.empty()) properties += ',';
        properties += field.json_key + of(field.type(), nested(face));
        if (!is_required(field, face)) continue;
        required += (required.empty() ? "\"" : ",\"") + std::string(field.name) + '"';
    }
    std::string schema = R"({"type":"object","properties":{)" + properties + '}';
    if (!required.empty()) schema += R"(,"required":[)" + required + ']';
    if (face != Face::read) schema += R"(,"additionalProperties":false)";
    return schema + '}';
}

}  // namespace konbit::json
