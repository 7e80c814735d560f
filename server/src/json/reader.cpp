// SPDX-License-Identifier: Apache-2.0
#include "json/reader.hpp"

#include "core/scalar.hpp"
#include "core/text.hpp"
#include "json/boost_json.hpp"

#include <cmath>
#include <limits>

namespace konbit::json {

namespace {

namespace bj = boost::json;

/// Where in the document the reader is: a chain on the stack that becomes a pointer only when something is
/// wrong.
struct Place {
    const Place* parent = nullptr;
    std::string_view key{};

    std::string pointer() const {
        if (parent == nullptr) return {};
        std::string text = parent->pointer() + '/';
        for (const char c : key) {
            if (c == '~')
                text += "~0";
            else if (c == '/')
                text += "~1";
            else
                text += c;
        }
        return text;
    }
};

std::string_view view(const bj::string& text) { return {text.data(), text.size()}; }
std::string_view view(bj::string_view text) { return {text.data(), text.size()}; }

bool has_control_character(std::string_view text) {
    return std::ranges::any_of(
               text,
               [](char c) {
                   return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
                          c == 0x7F;
               }) ||
           text::has_direction_control(text);
}

bool is_language(std::string_view code) {
    return (code.size() == 2 || code.size() == 3) &&
           std::ranges::all_of(code, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// The whole number that JSON spelled as 3, 3.0 or 3e2.
std::optional<std::int64_t> whole_number(const bj::value& value) {
    if (value.is_int64()) return value.get_int64();
    if (!value.is_double()) return std::nullopt;
    constexpr double exact = 9007199254740992.0;
    const double real = value.get_double();
    if (std::abs(real) > exact || real != std::floor(real)) return std::nullopt;
    return static_cast<std::int64_t>(real);
}

class Reader {
  public:
    explicit Reader(Purpose purpose) : purpose_(purpose) {}

    void read(const bj::value& value, const Type& type, void* target, const Place& place);
    void read_record(const bj::value& value, const Type& type, void* target, const Place& place,
                     bool is_patch, Given* given);
    Findings& findings() { return findings_; }

  private:
    bool lenient() const { return purpose_ == Purpose::stored; }
    void wrong(const Place& place, std::string_view code, Params params = {}) {
        findings_.add({place.pointer(), std::string(code), std::move(params)});
    }
    void read_integer(const bj::value& value, const Type& type, void* target, const Place& place);
    void read_text(const bj::value& value, std::string& target, const Place& place);
    void read_worded(const bj::value& value, const Type& type, void* target, const Place& place);
    void read_optional(const bj::value& value, const Type& type, void* target, const Place& place);
    void read_list(const bj::value& value, const Type& type, void* target, const Place& place);
    void read_map(const bj::value& value, const Type& type, void* target, const Place& place);
    void read_localized(const bj::value& value, Localized& target, const Place& place);
    void read_member(const bj::value& value, const FieldInfo& field, void* record, const Place& place,
                     Given* given);
    void require_fields(const bj::object& object, const Type& type, const Place& place);

    Purpose purpose_;
    Findings findings_;
};

void Reader::read_integer(const bj::value& value, const Type& type, void* target, const Place& place) {
    if (!value.is_number()) return wrong(place, "wrong_type");
    const auto whole = whole_number(value);
    if (!whole) return wrong(place, "not_a_whole_number");
    if (*whole < type.least || *whole > type.greatest) return wrong(place, "out_of_range");
    type.store(target, *whole);
}

void Reader::read_text(const bj::value& value, std::string& target, const Place& place) {
    if (!value.is_string()) return wrong(place, "wrong_type");
    const std::string_view text = view(value.get_string());
    if (!lenient() && has_control_character(text)) return wrong(place, "control_character");
    target = text;
}

/// Kinds that JSON spells as a string in a form of their own.
void Reader::read_worded(const bj::value& value, const Type& type, void* target, const Place& place) {
    if (!value.is_string()) return wrong(place, "wrong_type");
    const std::string_view code = from_text(type, target, view(value.get_string()));
    if (!code.empty()) wrong(place, code);
}

void Reader::read_optional(const bj::value& value, const Type& type, void* target, const Place& place) {
    type.container.clear(target);
    if (!value.is_null()) read(value, type.element(), type.container.append(target), place);
}

void Reader::read_list(const bj::value& value, const Type& type, void* target, const Place& place) {
    if (!value.is_array()) return wrong(place, "wrong_type");
    type.container.clear(target);
    std::size_t at = 0;
    for (const bj::value& element : value.get_array()) {
        const std::string index = std::to_string(at++);
        read(element, type.element(), type.container.append(target), Place{&place, index});
    }
}

void Reader::read_map(const bj::value& value, const Type& type, void* target, const Place& place) {
    if (!value.is_object()) return wrong(place, "wrong_type");
    type.container.clear(target);
    for (const bj::key_value_pair& entry : value.get_object()) {
        const std::string_view key = view(entry.key());
        const Place here{&place, key};
        if (!lenient() && has_control_character(key)) {
            wrong(here, "control_character");
            continue;
        }
        read(entry.value(), type.element(), type.container.entry(target, key), here);
    }
}

void Reader::read_localized(const bj::value& value, Localized& target, const Place& place) {
    if (!value.is_object()) return wrong(place, "wrong_type");
    target.texts.clear();
    for (const bj::key_value_pair& entry : value.get_object()) {
        const Place here{&place, view(entry.key())};
        if (!is_language(here.key))
            wrong(here, "not_allowed");
        else
            read_text(entry.value(), target.texts[std::string(here.key)], here);
    }
}

void Reader::read_member(const bj::value& value, const FieldInfo& field, void* record, const Place& place,
                         Given* given) {
    if (!lenient() && field.access == Access::read_only) return wrong(place, "read_only");
    if (given != nullptr) {
        given->names.push_back(field.name);
        if (field.access == Access::owner_only) given->owner_only.push_back(field.name);
    }
    read(value, field.type(), field.in(record), place);
}

void Reader::require_fields(const bj::object& object, const Type& type, const Place& place) {
    for (const FieldInfo& field : type.fields) {
        const bool given = object.contains(bj::string_view(field.name.data(), field.name.size()));
        if (!given && field.is_required()) wrong(Place{&place, field.name}, "required");
    }
}

void Reader::read_record(const bj::value& value, const Type& type, void* target, const Place& place,
                         bool is_patch, Given* given) {
    if (!value.is_object()) return wrong(place, "wrong_type");
    const bj::object& object = value.get_object();
    for (const bj::key_value_pair& entry : object) {
        const Place here{&place, view(entry.key())};
        const FieldInfo* const field = type.find(here.key);
        const bool known = field != nullptr && (lenient() || field->access != Access::never_sent);
        if (known)
            read_member(entry.value(), *field, target, here, given);
        else if (!lenient())
            wrong(here, "unknown");
    }
    if (!is_patch && !lenient()) require_fields(object, type, place);
}

void Reader::read(const bj::value& value, const Type& type, void* target, const Place& place) {
    switch (type.kind) {
        case Kind::boolean:
            if (!value.is_bool()) return wrong(place, "wrong_type");
            *static_cast<bool*>(target) = value.get_bool();
            return;
        case Kind::real:
            if (!value.is_number()) return wrong(place, "wrong_type");
            *static_cast<double*>(target) = value.to_number<double>();
            return;
        case Kind::integer:
            return read_integer(value, type, target, place);
        case Kind::text:
            return read_text(value, *static_cast<std::string*>(target), place);
        case Kind::raw_json:
            static_cast<RawJson*>(target)->text = bj::serialize(value);
            return;
        case Kind::localized:
            return read_localized(value, *static_cast<Localized*>(target), place);
        case Kind::optional:
            return read_optional(value, type, target, place);
        case Kind::list:
            return read_list(value, type, target, place);
        case Kind::map:
            return read_map(value, type, target, place);
        case Kind::record:
            return read_record(value, type, target, place, false, nullptr);
        default:
            return read_worded(value, type, target, place);
    }
}

/// The text up to the next quote, which is passed.
std::string_view until_quote(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('"'), rest.size());
    const std::string_view text = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return text;
}

/// Reads texts by language as the writer left them, without a document in between.
/// @return False for anything with an escape, or that the writer does not write: the target is then
/// undefined.
bool read_plain_localized(std::string_view text, Localized& target) {
    if (text.find('\\') != std::string_view::npos || !text.starts_with("{\"")) return false;
    text.remove_prefix(2);
    target.texts.clear();
    for (;;) {
        const std::string_view language = until_quote(text);
        if (!text.starts_with(":\"")) return false;
        text.remove_prefix(2);
        target.texts.emplace_hint(target.texts.end(), language, until_quote(text));
        if (text == "}") return true;
        if (!text.starts_with(",\"")) return false;
        text.remove_prefix(2);
    }
}

}  // namespace

Result<void> Given::refuse_owner_only() const {
    if (owner_only.empty()) return {};
    std::vector<FieldError> errors;
    for (const std::string_view name : owner_only) errors.push_back({"/" + std::string(name), "owner_only"});
    return failure(ErrorCode::forbidden, "owner_only", std::move(errors));
}

Result<void> read_into(std::string_view text, const Type& type, void* target, Purpose purpose, Given* given) {
    if (purpose == Purpose::stored && type.kind == Kind::localized &&
        read_plain_localized(text, *static_cast<Localized*>(target)))
        return {};
    KONBIT_TRY(const bj::value document, parse_document(text));
    Reader reader(purpose);
    if (type.kind == Kind::record) {
        reader.read_record(document, type, target, Place{}, purpose == Purpose::patch, given);
    } else {
        reader.read(document, type, target, Place{});
    }
    if (reader.findings().empty()) return {};
    return failure(ErrorCode::invalid, "invalid", reader.findings().errors());
}

void copy_given(const Type& type, void* to, const void* from, const Given& given) {
    for (const FieldInfo& field : type.fields) {
        if (given.has(field.name)) field.type().assign(field.in(to), field.in(from));
    }
}

}  // namespace konbit::json
