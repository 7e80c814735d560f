// SPDX-License-Identifier: Apache-2.0
#include "features/audit/traces.hpp"

#include "core/id.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace konbit::audit {

namespace {

using http::Method;

/// What leads to answers by name, whichever route it guards.
constexpr std::string_view analyst = "analyst of the cluster's network";

struct Line {
    Method method;
    std::string_view path;
    AuditAction action;
};

/// What method, policy and file name do not tell.
constexpr auto lines = std::to_array<Line>({
    {Method::get, "/api/waves/{id}/links", AuditAction::read},
    {Method::get, "/api/waves/{id}/informants", AuditAction::read},
    {Method::get, "/api/waves/{id}/entries", AuditAction::read},
    {Method::get, "/api/waves/{id}/entries/{respondent_id}", AuditAction::read},
    {Method::get, "/api/waves/{id}/unlisted", AuditAction::read},
    {Method::get, "/api/waves/{id}/introductions", AuditAction::read},
    {Method::get, "/api/waves/{id}/blind_maps/{blind_map_id}", AuditAction::read},
    {Method::get, "/api/audit", AuditAction::read},
    {Method::get, "/api/account/data", AuditAction::exported},
    {Method::put, "/api/waves/{id}/totals", AuditAction::released},
    {Method::get, "/api/waves/{id}/network_file", AuditAction::exported},
    {Method::remove, "/api/waves/{id}/totals", AuditAction::released},
    {Method::put, "/api/waves/{id}/public_figures", AuditAction::released},
    {Method::remove, "/api/waves/{id}/public_figures", AuditAction::released},
    {Method::post, "/api/waves/{id}/publish", AuditAction::released},
    {Method::post, "/api/waves/{id}/exports", AuditAction::exported},
    {Method::post, "/api/waves/{id}/totals/exports", AuditAction::exported},
    {Method::post, "/api/session", AuditAction::signed_in},
    {Method::post, "/api/session/code", AuditAction::signed_in},
    {Method::post, "/api/session/link", AuditAction::signed_in},
    {Method::post, "/api/session/passkey", AuditAction::signed_in},
    {Method::post, "/api/session/provider", AuditAction::signed_in},
    {Method::post, "/api/account/proof", AuditAction::signed_in},
    {Method::remove, "/api/session", AuditAction::signed_out},
});

struct Opened {
    std::string_view path;
    ReadPage page;
};

/// What members are told about when somebody from outside opens it: one request of each page, and each file.
constexpr auto opened = std::to_array<Opened>({
    {"/api/clusters/{cluster_id}/members", ReadPage::members},
    {"/api/clusters/{cluster_id}/profiles", ReadPage::members},
    {"/api/clusters/{cluster_id}/totals", ReadPage::results},
    {"/api/waves/{id}/network", ReadPage::results},
    {"/api/waves/{id}/change", ReadPage::results},
    {"/api/waves/{id}/measures", ReadPage::results},
    {"/api/waves/{id}/analyses", ReadPage::results},
    {"/api/waves/{id}/report.pdf", ReadPage::report},
    {"/waves/{id}/report", ReadPage::report},
    {"/api/waves/{id}/network.csv", ReadPage::download},
    {"/api/waves/{id}/network_file", ReadPage::download},
    {"/api/waves/{id}/ties.csv", ReadPage::download},
    {"/api/waves/{id}/links.csv", ReadPage::download},
    {"/api/clusters/{cluster_id}/roster.csv", ReadPage::download},
    {"/api/clusters/{cluster_id}/roster.xlsx", ReadPage::download},
});

bool is_file(std::string_view path) {
    return std::ranges::any_of(std::to_array<std::string_view>({".csv", ".xlsx", ".pdf", ".zip", ".json"}),
                               [&](std::string_view ending) { return path.ends_with(ending); });
}

std::optional<AuditAction> action_of(const http::RouteInfo& route) {
    const auto line = std::ranges::find_if(
        lines, [&](const Line& each) { return each.method == route.method && each.path == route.path; });
    if (line != lines.end()) return line->action;
    if (!http::is_safe(route.method)) return AuditAction::changed;
    if (is_file(route.path) && route.policy != "anyone") return AuditAction::exported;
    if (route.policy == analyst) return AuditAction::read;
    return std::nullopt;
}

/// "memberships" -> "membership", "people" -> "person", "entries" -> "entry".
std::string singular(std::string_view word) {
    if (word == "people") return "person";
    if (word.ends_with("ies")) return std::string(word.substr(0, word.size() - 3)) + "y";
    if (word.ends_with("s")) word.remove_suffix(1);
    return std::string(word);
}

/// The word of a hole: "cluster" of "cluster_id"; of "id" the word before it.
std::string kind_of(std::string_view hole, std::string_view word_before) {
    if (hole == "id") return singular(word_before);
    if (hole.ends_with("_id")) hole.remove_suffix(3);
    return std::string(hole);
}

/// The next word of a path; the path then begins behind it.
std::string_view next_word(std::string_view& path) {
    const auto end = std::min(path.find('/'), path.size());
    const auto word = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    return word;
}

void take(Named& named, std::string kind, std::string_view id) {
    if (kind == "respondent") {
        named.respondent = std::string(id);
        return;
    }
    if (kind == "cluster") named.cluster = std::string(id);
    if (kind == "wave") named.wave = std::string(id);
    named.kind = std::move(kind);
    named.id = std::string(id);
}

bool is_on(const Grant& grant, const Named& named) {
    return grant.scope_id && (grant.scope_id == named.id || grant.scope_id == named.cluster);
}

}  // namespace

Trace trace_of(const http::RouteInfo& route) {
    Trace trace;
    trace.action = action_of(route);
    trace.is_entrance = trace.action == AuditAction::signed_in;
    trace.is_awaited = trace.action == AuditAction::read || trace.action == AuditAction::exported ||
                       trace.action == AuditAction::released;
    const auto* page = std::ranges::find(opened, route.path, &Opened::path);
    if (page != opened.end() && route.method == Method::get) trace.page = page->page;
    return trace;
}

std::string name_of_route(const http::RouteInfo& route) {
    return fmt::format("{} {}", name_of(route.method), route.path);
}

Named named_in(std::string_view path, std::span<const std::string_view> holes) {
    Named named;
    std::size_t hole = 0;
    if (path.starts_with("/api/")) path.remove_prefix(4);
    path.remove_prefix(1);
    std::string_view before;
    while (!path.empty()) {
        const auto word = next_word(path);
        if (!word.starts_with('{')) {
            if (named.kind.empty()) named.kind = singular(word);
            before = word;
        } else if (const auto text = hole < holes.size() ? holes[hole++] : ""; parse_uuid(text)) {
            take(named, kind_of(word.substr(1, word.size() - 2), before), text);
        }
    }
    return named;
}

const Grant* ground(const std::vector<Grant>& grants, const http::Roles& roles, const Named& named) {
    const Grant* only = nullptr;
    const Grant* platform = nullptr;
    int count = 0;
    for (const auto& grant : grants) {
        if (std::ranges::find(roles, name_of(grant.role)) == roles.end()) continue;
        if (is_on(grant, named)) return &grant;
        if (grant.scope == Scope::platform) platform = &grant;
        only = &grant;
        ++count;
    }
    return count == 1 ? only : platform;
}

}  // namespace konbit::audit
