// SPDX-License-Identifier: Apache-2.0
#include "http/router.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace konbit::http {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr std::size_t method_count = names_of<Method>().size();

/// Takes the first segment of a path off its front: "/a/b" gives "a" and leaves "/b".
std::string_view next_segment(std::string_view& path) {
    path.remove_prefix(1);
    const auto segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    return segment;
}

bool is_hole(std::string_view segment) { return segment.starts_with('{'); }
bool is_rest(std::string_view segment) { return segment.ends_with("...}"); }

}  // namespace

struct Router::Node {
    std::map<std::string_view, std::unique_ptr<Node>, std::less<>> literals;
    std::unique_ptr<Node> hole;
    std::unique_ptr<Node> rest;
    std::array<std::size_t, method_count> routes;

    Node() { routes.fill(none); }

    Node& child(std::string_view segment) {
        auto& place = !is_hole(segment) ? literals[segment] : is_rest(segment) ? rest : hole;
        if (!place) place = std::make_unique<Node>();
        return *place;
    }

    bool is_end() const {
        return std::ranges::any_of(routes, [](std::size_t index) { return index != none; });
    }

    std::size_t route_of(Method method) const {
        const auto exact = routes[static_cast<std::size_t>(method)];
        return exact == none && method == Method::head ? routes[static_cast<std::size_t>(Method::get)]
                                                       : exact;
    }

    /// @return The node at which `path` ends, its holes filled; null when there is none.
    const Node* find(std::string_view path, RouteMatch& match, std::size_t filled) const {
        if (path.empty()) return is_end() ? this : nullptr;
        auto tail = path;
        const auto segment = next_segment(tail);
        if (const auto literal = literals.find(segment); literal != literals.end())
            if (const auto* found = literal->second->find(tail, match, filled)) return found;
        if (filled == match.holes.size()) return nullptr;
        if (hole && !segment.empty()) {
            match.holes[filled] = segment;
            if (const auto* found = hole->find(tail, match, filled + 1)) return found;
        }
        if (!rest) return nullptr;
        match.holes[filled] = path.substr(1);
        return rest.get();
    }

    std::string allowed() const {
        std::string text = "OPTIONS";
        if (routes[static_cast<std::size_t>(Method::get)] != none) text += ", HEAD";
        for (std::size_t method = 0; method < method_count; ++method)
            if (routes[method] != none) text.append(", ").append(name_of(static_cast<Method>(method)));
        return text;
    }
};

Router::Router(std::span<const RouteInfo* const> routes) : routes_(routes), root_(std::make_unique<Node>()) {
    for (std::size_t index = 0; index < routes.size(); ++index) insert(index);
}

Router::Router(Router&&) noexcept = default;
Router::~Router() = default;

void Router::insert(std::size_t index) {
    const auto& route = *routes_[index];
    auto* node = root_.get();
    for (auto path = route.path; !path.empty();) node = &node->child(next_segment(path));
    auto& place = node->routes[static_cast<std::size_t>(route.method)];
    if (place != none) throw std::logic_error("two routes: " + std::string(route.path));
    place = index;
}

Found Router::find(Method method, std::string_view path) const {
    Found found;
    const auto* node = root_->find(path, found.match, 0);
    if (!node) return found;
    found.allowed = node->allowed();
    const auto index = node->route_of(method);
    if (index == none) return found;
    found.match.route = routes_[index];
    found.match.index = index;
    return found;
}

}  // namespace konbit::http
