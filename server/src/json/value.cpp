// SPDX-License-Identifier: Apache-2.0
#include "json/value.hpp"

#include "core/escape.hpp"
#include "json/boost_json.hpp"
#include "json/writer.hpp"

#include <algorithm>

namespace konbit::json {

namespace {

namespace bj = boost::json;

Value converted(const bj::value& value);

Value converted_object(const bj::object& object) {
    Value::Object members;
    for (const bj::key_value_pair& entry : object) {
        members.emplace_back(std::string(entry.key().data(), entry.key().size()), converted(entry.value()));
    }
    return Value(std::move(members));
}

Value converted_array(const bj::array& array) {
    Value::Array elements;
    for (const bj::value& element : array) elements.push_back(converted(element));
    return Value(std::move(elements));
}

Value converted(const bj::value& value) {
    switch (value.kind()) {
        case bj::kind::null:
            return Value();
        case bj::kind::bool_:
            return Value(value.get_bool());
        case bj::kind::int64:
            return Value(value.get_int64());
        case bj::kind::uint64:
            return Value(static_cast<double>(value.get_uint64()));
        case bj::kind::double_:
            return Value(value.get_double());
        case bj::kind::string:
            return Value(std::string(value.get_string().data(), value.get_string().size()));
        case bj::kind::array:
            return converted_array(value.get_array());
        case bj::kind::object:
            return converted_object(value.get_object());
    }
    return Value();
}

struct Writer {
    std::string& out;

    void operator()(std::nullptr_t) const { out += "null"; }
    void operator()(bool value) const { out += value ? "true" : "false"; }
    void operator()(std::int64_t value) const { out += std::to_string(value); }
    void operator()(double value) const { write_number(out, value); }
    void operator()(const std::string& value) const { append_json_string(out, value); }
    void operator()(const Value::Array& elements) const {
        out += '[';
        for (std::size_t i = 0; i < elements.size(); ++i) {
            if (i > 0) out += ',';
            write(out, elements[i]);
        }
        out += ']';
    }
    void operator()(const Value::Object& members) const {
        out += '{';
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (i > 0) out += ',';
            append_json_string(out, members[i].first);
            out += ':';
            write(out, members[i].second);
        }
        out += '}';
    }
};

}  // namespace

const Value* Value::find(std::string_view key) const {
    const auto* object = as<Object>();
    if (object == nullptr) return nullptr;
    const auto found = std::ranges::find(*object, key, &Object::value_type::first);
    return found == object->end() ? nullptr : &found->second;
}

std::optional<std::string_view> Value::text(std::string_view key) const {
    const Value* const member = find(key);
    const auto* text = member == nullptr ? nullptr : member->as<std::string>();
    return text == nullptr ? std::nullopt : std::optional<std::string_view>(*text);
}

Result<Value> parse(std::string_view text) {
    KONBIT_TRY(const bj::value document, parse_document(text));
    return converted(document);
}

void write(std::string& out, const Value& value) { std::visit(Writer{out}, value.content()); }

}  // namespace konbit::json
