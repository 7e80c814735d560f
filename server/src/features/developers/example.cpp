// SPDX-License-Identifier: Apache-2.0
#include "features/developers/example.hpp"

#include "core/escape.hpp"
#include "http/url.hpp"
#include "json/value.hpp"

#include <algorithm>

namespace konbit::developers {

namespace {

using json::Value;

constexpr std::size_t most_entries = 2;
constexpr std::size_t longest_text = 160;  // bytes
constexpr int deepest_sample = 4;
constexpr std::string_view country_list = "/api/countries";

/// Writes a value with line breaks; empty lists and objects stay on one line.
class Indenter {
  public:
    std::string take(const Value& value) {
        write(value, 0);
        return std::move(out_);
    }

  private:
    void write(const Value& value, std::size_t level) {
        if (const auto* list = value.as<Value::Array>(); list && !list->empty())
            write_list(*list, level);
        else if (const auto* object = value.as<Value::Object>(); object && !object->empty())
            write_object(*object, level);
        else
            json::write(out_, shortened(value));
    }

    void write_list(const Value::Array& list, std::size_t level) {
        out_ += '[';
        const std::size_t shown = std::min(list.size(), most_entries);
        for (std::size_t i = 0; i < shown; ++i) {
            begin_line(level + 1, i > 0);
            write(list[i], level + 1);
        }
        if (list.size() > shown) {
            begin_line(level + 1, true);
            out_ += "…";
        }
        begin_line(level, false);
        out_ += ']';
    }

    void write_object(const Value::Object& object, std::size_t level) {
        out_ += '{';
        for (bool is_next = false; const auto& [key, value] : object) {
            begin_line(level + 1, is_next);
            append_json_string(out_, key);
            out_ += ": ";
            write(value, level + 1);
            is_next = true;
        }
        begin_line(level, false);
        out_ += '}';
    }

    void begin_line(std::size_t level, bool is_next) {
        if (is_next) out_ += ',';
        out_ += '\n';
        out_.append(2 * level, ' ');
    }

    static Value shortened(const Value& value) {
        const auto* whole = value.as<std::string>();
        if (whole == nullptr || whole->size() <= longest_text) return value;
        return Value(beginning(*whole) + "…");
    }

    /// Never half of a code point.
    static std::string beginning(std::string_view text) {
        std::size_t end = longest_text;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
        return std::string(text.substr(0, end));
    }

    std::string out_;
};

/// What stands for a field of a type when there is no record to show.
Value sample_of(const Type& type, int depth = 0) {
    switch (type.kind) {
        case Kind::boolean:
            return Value(false);
        case Kind::integer:
            return Value(std::int64_t{1});
        case Kind::real:
            return Value(1.5);
        case Kind::enumeration:
            return Value(std::string(type.names.front()));
        case Kind::id:
            return Value(std::string("00000000-0000-7000-8000-000000000000"));
        case Kind::instant:
            return Value(std::string("2026-01-31T12:00:00Z"));
        case Kind::date:
            return Value(std::string("2026-01-31"));
        case Kind::localized:
            return Value(Value::Object{{"en", Value(std::string("…"))}});
        case Kind::optional:
            return sample_of(type.element(), depth);
        case Kind::list:
            return depth < deepest_sample ? Value(Value::Array{sample_of(type.element(), depth + 1)})
                                          : Value(Value::Array{});
        case Kind::record: {
            Value::Object object;
            for (const auto& field : type.fields)
                if (field.access != Access::never_sent)
                    object.emplace_back(std::string(field.name), sample_of(field.type(), depth + 1));
            return Value(std::move(object));
        }
        default:
            return Value(std::string("…"));
    }
}

/// One asked as a visitor, with everything that the request borrows.
class Visit {
  public:
    Visit(const ApiTable& api, std::string_view language) : api_(api), language_(language) {}

    /// @return The JSON of a route under the texts at its holes, or nothing when it is refused.
    std::optional<std::string> ask(const http::Endpoint& endpoint, const std::vector<std::string>& holes,
                                   std::string_view query) const {
        http::Request request;
        request.path = endpoint.info->path;
        request.language = language_;
        request.match.route = endpoint.info;
        for (std::size_t i = 0; i < holes.size(); ++i) request.match.holes.at(i) = holes[i];
        if (auto parameters = http::Parameters::parse(query)) request.query = *std::move(parameters);
        const auto answer = endpoint.run(request, http::Stage::answer);
        if (!answer || answer->status != 200) return std::nullopt;
        return std::string(http::view(answer->body));
    }

    /// A member of every record on the first page of a list that anybody may read.
    std::vector<std::string> all(std::string_view list_path, std::string_view member) const {
        std::vector<std::string> values;
        const auto list = std::ranges::find_if(api_.endpoints, [&](const auto& each) {
            return each.info->path == list_path && each.info->method == http::Method::get;
        });
        const auto answer = list == api_.endpoints.end() ? std::nullopt : ask(*list, {}, "");
        const auto parsed = answer ? json::parse(*answer) : Result<Value>(Value());
        const auto* items =
            parsed && parsed->find("items") ? parsed->find("items")->as<Value::Array>() : nullptr;
        if (items == nullptr) return values;
        for (const Value& item : *items)
            if (const auto value = item.text(member)) values.emplace_back(*value);
        return values;
    }

    std::optional<std::string> first(std::string_view list_path, std::string_view member) const {
        auto values = all(list_path, member);
        return values.empty() ? std::nullopt : std::optional(std::move(values.front()));
    }

  private:
    const ApiTable& api_;
    std::string_view language_;
};

const http::Argument* query_of(const http::RouteInfo& route) {
    const auto found = std::ranges::find(route.arguments, http::Source::query, &http::Argument::source);
    return found == route.arguments.end() ? nullptr : &*found;
}

bool needs_country(const http::RouteInfo& route) {
    const auto* query = query_of(route);
    const auto* field = query == nullptr ? nullptr : query->type().find("country_code");
    return field != nullptr && field->is_required();
}

/// What to ask for, best first: one record, and of a route that is about a country each in turn, because not
/// all have something to show.
std::vector<std::string> queries_for(const http::RouteInfo& route, const Visit& visit) {
    const auto* query = query_of(route);
    const std::string limit = query != nullptr && query->type().find("limit") ? "limit=1" : "";
    if (!needs_country(route)) return {limit};
    std::vector<std::string> queries;
    for (const auto& code : visit.all(country_list, "code"))
        queries.push_back("country_code=" + code + (limit.empty() ? "" : "&" + limit));
    return queries;
}

/// What to put at the hole that begins at `open`.
std::optional<std::string> value_at(std::string_view path, std::size_t open, const Visit& visit) {
    const auto name = path.substr(open + 1, path.find('}', open) - open - 1);
    // The only list of lists is the one in the books: any of them shows what a list looks like.
    if (name == "list") return "objective";
    return visit.first(path.substr(0, open - 1), name == "code" ? "code" : "id");
}

struct Filled {
    std::string path;
    std::vector<std::string> holes;
};

std::optional<Filled> filled(std::string_view path, const Visit& visit) {
    Filled made;
    std::size_t from = 0;
    for (auto open = path.find('{'); open != path.npos; open = path.find('{', from)) {
        auto value = value_at(path, open, visit);
        if (!value) return std::nullopt;
        made.path += std::string(path.substr(from, open - from)) + http::percent_encoded(*value);
        made.holes.push_back(*std::move(value));
        from = path.find('}', open) + 1;
    }
    made.path += path.substr(from);
    return made;
}

bool is_empty_list(std::string_view json) {
    const auto parsed = json::parse(json);
    const auto* items = parsed ? parsed->find("items") : nullptr;
    return items != nullptr && items->as<Value::Array>() != nullptr && items->as<Value::Array>()->empty();
}

std::optional<Example> real_example(const http::Endpoint& endpoint, const Visit& visit) {
    const auto place = filled(endpoint.info->path, visit);
    if (!place) return std::nullopt;
    for (const auto& query : queries_for(*endpoint.info, visit)) {
        const auto answer = visit.ask(endpoint, place->holes, query);
        if (answer && !is_empty_list(*answer))
            return Example{place->path + (query.empty() ? "" : "?" + query), indented(*answer), true};
    }
    return std::nullopt;
}

}  // namespace

std::string indented(std::string_view json) {
    const auto value = json::parse(json);
    return value ? Indenter().take(*value) : std::string(json);
}

std::optional<Example> example_of(const ApiTable& api, const http::Endpoint& endpoint,
                                  std::string_view language) {
    const http::RouteInfo& route = *endpoint.info;
    if (route.reply != http::ReplyKind::record) return std::nullopt;
    if (auto real = real_example(endpoint, Visit(api, language))) return real;
    return Example{std::string(route.path), Indenter().take(sample_of(route.reply_type())), false};
}

}  // namespace konbit::developers
