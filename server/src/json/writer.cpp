// SPDX-License-Identifier: Apache-2.0
#include "json/writer.hpp"

#include "core/codec.hpp"
#include "core/scalar.hpp"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace konbit::json {

namespace {

/// Writes commas between, but not before, the parts of an array or object.
class Separator {
  public:
    explicit Separator(std::string& out) : out_(out) {}
    void next() {
        if (!first_) out_ += ',';
        first_ = false;
    }

  private:
    std::string& out_;
    bool first_ = true;
};

void write_integer(std::string& out, std::int64_t value) {
    const fmt::format_int digits(value);
    out.append(digits.data(), digits.size());
}

/// Ids, dates and enumerators hold no character that JSON would escape.
void write_plain_string(std::string& out, std::string_view text) {
    out += '"';
    out += text;
    out += '"';
}

void write_list(std::string& out, const Type& type, const void* list, WriteOptions options) {
    out += '[';
    Separator separator(out);
    const std::size_t size = type.container.size(list);
    for (std::size_t i = 0; i < size; ++i) {
        separator.next();
        write(out, type.element(), type.container.at(list, i), options);
    }
    out += ']';
}

void write_map(std::string& out, const Type& type, const void* map, WriteOptions options) {
    struct Context {
        std::string& out;
        Separator separator;
        const Type& element;
        WriteOptions options;
    } context{out, Separator(out), type.element(), options};
    out += '{';
    type.container.each(map, &context, [](void* opaque, std::string_view key, const void* value) {
        auto& at = *static_cast<Context*>(opaque);
        at.separator.next();
        append_json_string(at.out, key, at.options.in_html);
        at.out += ':';
        write(at.out, at.element, value, at.options);
    });
    out += '}';
}

void write_localized(std::string& out, const Localized& localized, WriteOptions options) {
    out += '{';
    Separator separator(out);
    for (const auto& [language, text] : localized.texts) {
        separator.next();
        append_json_string(out, language, options.in_html);
        out += ':';
        append_json_string(out, text, options.in_html);
    }
    out += '}';
}

void write_record(std::string& out, const Type& type, const void* record, WriteOptions options) {
    out += '{';
    Separator separator(out);
    for (const FieldInfo& field : type.fields) {
        if (field.access == Access::never_sent && !options.stored) continue;
        separator.next();
        out += field.json_key;
        write(out, field.type(), field.in(record), options);
    }
    out += '}';
}

void write_raw(std::string& out, const std::string& text, WriteOptions options) {
    if (!options.in_html) {
        out += text;
        return;
    }
    // Inside valid JSON these three occur only in strings, where the escape means the same.
    for (const char c : text) {
        if (c == '<' || c == '>' || c == '&')
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<int>(c));
        else
            out += c;
    }
}

}  // namespace

void write_number(std::string& out, double value) {
    if (!std::isfinite(value))
        out += "null";
    else
        fmt::format_to(std::back_inserter(out), "{}", value);
}

void write(std::string& out, const Type& type, const void* value, WriteOptions options) {
    switch (type.kind) {
        case Kind::boolean:
            out += *static_cast<const bool*>(value) ? "true" : "false";
            return;
        case Kind::integer:
            write_integer(out, type.load(value));
            return;
        case Kind::real:
            write_number(out, *static_cast<const double*>(value));
            return;
        case Kind::text:
            append_json_string(out, *static_cast<const std::string*>(value), options.in_html);
            return;
        case Kind::enumeration:
            write_plain_string(out, type.names[static_cast<std::size_t>(type.load(value))]);
            return;
        case Kind::id:
            write_plain_string(out, {static_cast<const UuidText*>(value)->data(), 36});
            return;
        case Kind::instant:
            write_plain_string(out, static_cast<const Instant*>(value)->str());
            return;
        case Kind::date:
        case Kind::bytes:
            write_plain_string(out, to_text(type, value));
            return;
        case Kind::raw_json:
            write_raw(out, static_cast<const RawJson*>(value)->text, options);
            return;
        case Kind::localized:
            write_localized(out, *static_cast<const Localized*>(value), options);
            return;
        case Kind::list:
            write_list(out, type, value, options);
            return;
        case Kind::map:
            write_map(out, type, value, options);
            return;
        case Kind::record:
            write_record(out, type, value, options);
            return;
        case Kind::optional:
            if (type.container.size(value) == 0)
                out += "null";
            else
                write(out, type.element(), type.container.at(value, 0), options);
    }
}

}  // namespace konbit::json
