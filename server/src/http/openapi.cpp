// SPDX-License-Identifier: Apache-2.0
#include "http/openapi.hpp"

#include "core/escape.hpp"
#include "json/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

namespace konbit::http {

namespace {

/// What every document needs beside the components of the routes.
constexpr std::string_view problem_schema =
    R"({"type":"object","required":["type","title","status","reason","request_id"],"properties":{)"
    R"("type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"reason":{"type":"string"},)"
    R"("request_id":{"type":"string"},"params":{"type":"object","additionalProperties":{"type":"string"}},)"
    R"("errors":{"type":"array","items":{"type":"object","required":["pointer","code"],"properties":{)"
    R"("pointer":{"type":"string"},"code":{"type":"string"},)"
    R"("params":{"type":"object","additionalProperties":{"type":"string"}}}}}}})";
constexpr std::string_view problem_response =
    R"({"description":"A problem document as of RFC 9457","content":)"
    R"({"application/problem+json":)"
    R"({"schema":{"$ref":"#/components/schemas/Problem"}}}})";
constexpr std::string_view if_match =
    R"({"name":"If-Match","in":"header","required":true,)"
    R"("description":"The entity tag of the record, or its version in quotation marks",)"
    R"("schema":{"type":"string"}})";
constexpr std::string_view idempotency_key =
    R"({"name":"Idempotency-Key","in":"header","required":false,)"
    R"("description":"Repeating a request with the same key does it once",)"
    R"("schema":{"type":"string","maxLength":255}})";

constexpr std::string_view security_schemes =
    R"({"session":{"type":"apiKey","in":"cookie","name":"__Host-konbit"},)"
    R"("token":{"type":"http","scheme":"bearer"}})";

std::string quoted(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

std::string joined(const std::vector<std::string>& parts) { return fmt::format("{}", fmt::join(parts, ",")); }

/// Names in the braces of a path, in order.
std::vector<std::string_view> hole_names(std::string_view path) {
    std::vector<std::string_view> names;
    for (auto open = path.find('{'); open != path.npos; open = path.find('{', open + 1))
        names.push_back(path.substr(open + 1, path.find('}', open) - open - 1));
    return names;
}

/// "delete" of Method::remove: how OpenAPI spells methods.
std::string key_of(Method method) {
    std::string key(name_of(method));
    std::ranges::transform(key, key.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    return key;
}

/// "get_clusters_cluster_id_members" of GET /api/clusters/{cluster_id}/members: as unique as the route.
std::string operation_id(const RouteInfo& route) {
    auto id = key_of(route.method);
    for (const char c : route.path.substr(std::string_view("/api").size())) {
        if (c == '/' || c == '.')
            id += '_';
        else if (c != '{' && c != '}')
            id += c;
    }
    return id;
}

/// The first word behind /api/.
std::string_view tag(std::string_view path) {
    path.remove_prefix(std::string_view("/api/").size());
    return path.substr(0, path.find('/'));
}

using TokenScope = std::function<std::string_view(const RouteInfo&)>;

/// Describes one route after the other, collecting the components that they mention.
class Description {
  public:
    explicit Description(TokenScope token_scope) : token_scope_(std::move(token_scope)) {}

    std::string operation(const RouteInfo& route) {
        std::string out = fmt::format(R"({{"operationId":{},"tags":[{}],"summary":{},"x-policy":{})",
                                      quoted(operation_id(route)), quoted(tag(route.path)),
                                      quoted(route.summary), quoted(route.policy));
        if (const auto all = parameters(route); !all.empty()) out += R"(,"parameters":[)" + joined(all) + ']';
        out += body(route) + security(route);
        return out + R"(,"responses":{)" + reply(route) +
               R"(,"default":{"$ref":"#/components/responses/Problem"}}})";
    }

    const json::Schemas& schemas() const { return schemas_; }

  private:
    std::vector<std::string> parameters(const RouteInfo& route) {
        std::vector<std::string> all;
        auto holes = hole_names(route.path);
        auto hole = holes.begin();
        for (const auto& argument : route.arguments) {
            if (argument.source == Source::hole) all.push_back(hole_parameter(*hole++, argument.type()));
            if (argument.source == Source::query) append_query(all, argument.type());
            if (argument.source == Source::if_match) all.emplace_back(if_match);
            if (argument.source == Source::patch && argument.type().find("version"))
                all.emplace_back(if_match);
        }
        if (!is_safe(route.method)) all.emplace_back(idempotency_key);
        return all;
    }

    /// What a token of that scope reaches; what none reaches says nothing.
    std::string security(const RouteInfo& route) {
        const auto scope = token_scope_ ? token_scope_(route) : std::string_view{};
        if (scope.empty()) return {};
        const bool is_open = std::ranges::find(route.roles, "anonymous") != route.roles.end();
        return fmt::format(R"(,"x-token-scope":{0},"security":[{1}{{"session":[]}},{{"token":[{0}]}}])",
                           quoted(scope), is_open ? "{}," : "");
    }

    std::string hole_parameter(std::string_view name, const Type& type) {
        return fmt::format(R"({{"name":{},"in":"path","required":true,"schema":{}}})", quoted(name),
                           schemas_.of(type));
    }

    void append_query(std::vector<std::string>& all, const Type& type) {
        for (const auto& field : type.fields) {
            const auto& value = field.type().kind == Kind::optional ? field.type().element() : field.type();
            const std::string_view style =
                value.kind == Kind::list ? R"(,"style":"form","explode":false)" : "";
            all.push_back(fmt::format(R"({{"name":{},"in":"query","required":{}{},"schema":{}}})",
                                      quoted(field.name), field.is_required(), style, schemas_.of(value)));
        }
    }

    std::string body(const RouteInfo& route) {
        for (const auto& argument : route.arguments) {
            if (argument.source == Source::create) return json_body(argument.type(), json::Face::create);
            if (argument.source == Source::patch) return json_body(argument.type(), json::Face::patch);
            if (argument.source == Source::body)
                return fmt::format(
                    R"(,"requestBody":{{"required":true,"x-max-bytes":{},"content":{{"*/*":{{}}}}}})",
                    route.body_limit);
        }
        return {};
    }

    std::string json_body(const Type& type, json::Face face) {
        return fmt::format(
            R"(,"requestBody":{{"required":true,"content":{{"application/json":{{"schema":{}}}}}}})",
            schemas_.of(type, face));
    }

    std::string reply(const RouteInfo& route) {
        switch (route.reply) {
            case ReplyKind::nothing:
                return R"("204":{"description":"Done"})";
            case ReplyKind::raw:
                return R"("200":{"description":"A page or a file"})";
            case ReplyKind::created:
                return json_reply("201", "Made", route.reply_type());
            case ReplyKind::record:
                return json_reply("200", "OK", route.reply_type());
        }
        return {};
    }

    std::string json_reply(std::string_view status, std::string_view description, const Type& type) {
        return fmt::format(R"("{}":{{"description":"{}","content":{{"application/json":{{"schema":{}}}}}}})",
                           status, description, schemas_.of(type));
    }

    TokenScope token_scope_;
    json::Schemas schemas_;
};

/// `"key":value` pairs, one to a line.
std::string lines(const std::map<std::string, std::string>& members) {
    std::string out;
    for (const auto& [key, value] : members) out += (out.empty() ? "\n" : ",\n") + quoted(key) + ':' + value;
    return out;
}

}  // namespace

std::string openapi(std::span<const RouteInfo* const> routes, std::string_view title,
                    std::string_view version,
                    const std::function<std::string_view(const RouteInfo&)>& token_scope) {
    Description description(token_scope);
    std::map<std::string, std::map<std::string, std::string>> operations;
    for (const auto* route : routes) {
        if (!route->is_api()) continue;
        operations[std::string(route->path)][key_of(route->method)] = description.operation(*route);
    }
    std::map<std::string, std::string> paths;
    for (const auto& [path, methods] : operations) paths[path] = '{' + lines(methods) + '}';

    auto components = description.schemas().components();
    components.emplace("Problem", problem_schema);
    return R"({"openapi":"3.1.0","info":{"title":)" + quoted(title) + R"(,"version":)" + quoted(version) +
           R"(,"license":{"name":"Apache-2.0","identifier":"Apache-2.0"}},)" + "\n" + R"("paths":{)" +
           lines(paths) + "},\n" + R"("components":{"securitySchemes":)" + std::string(security_schemes) +
           R"(,"responses":{"Problem":)" + std::string(problem_response) + "},\n" + R"("schemas":{)" +
           lines(components) + "}}}\n";
}

}  // namespace konbit::http
