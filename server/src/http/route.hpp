// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/arguments.hpp"
#include "http/replies.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "http/route_info.hpp"

#include <concepts>
#include <string_view>
#include <tuple>
#include <type_traits>

/// Routes are values. What a handler needs is its signature: ids and other parts of the path in order, a
/// Query, one body, and the capability that the policy gives. Nothing is said twice, and what does not fit
/// does not compile.
///
///     Result<Created<Actor>> add(App& app, ClusterId, const Facilitator& by, Create<Actor> draft);
///     static const std::array all{
///         route(post, "/api/clusters/{cluster_id}/actors", "Adds an actor", may_facilitate, add),
///     };
namespace konbit::http {

using enum Method;

/// Who may use a route: a name, the roles that it admits somewhere, and the question itself. The answer is
/// the capability that the handler and the store demand. It is asked before the body is looked at.
template <class App, class Capability, class... Ids>
struct Policy {
    std::string_view name;
    Roles roles;
    Result<Capability> (*ask)(App&, const Request&, Ids...);
};

/// How far a request is taken.
enum class Stage {
    admission,  ///< Path and policy only: may the body come?
    answer,
};

/// A route of the table, its handler's types erased.
template <class App>
struct Route : RouteInfo {
    using Function = void (*)();

    Function ask = nullptr;
    Function handler = nullptr;
    Result<Response> (*run)(const Route&, App&, const Request&, Stage) = nullptr;

    /// The same route with another limit for its body.
    constexpr Route up_to(std::size_t bytes) const {
        Route other = *this;
        other.body_limit = bytes;
        return other;
    }
};

namespace detail {

inline constexpr std::size_t no_body = 0;

/// Runs one route: everything about its types that cannot be ordinary code.
template <class App, class Reply, class Capability, class... Ids>
struct Runner {
    template <class... Args>
    static Result<Response> run(const Route<App>& route, App& app, const Request& request, Stage stage) {
        std::tuple<Slot<Args>...> slots;
        std::size_t next = 0;
        const auto fill = [&](auto& slot) { return fill_hole(slot, request, next); };
        if (!std::apply([&](auto&... each) { return (fill(each) && ...); }, slots))
            return failure(ErrorCode::not_found, "no_such_address");

        const auto ask = reinterpret_cast<Result<Capability> (*)(App&, const Request&, Ids...)>(route.ask);
        auto capability = ask(app, request, *std::get<std::optional<Ids>>(slots)...);
        if (!capability) return std::unexpected(std::move(capability).error());
        if (stage == Stage::admission) return Response{};
        if constexpr ((std::same_as<std::remove_cvref_t<Args>, Capability> || ...))
            std::get<std::optional<Capability>>(slots).emplace(*std::move(capability));

        Result<void> outcome;
        const auto read = [&]<class T>(std::type_identity<T>, auto& slot) {
            outcome = Reader<T>::read(slot, request);
            return outcome.has_value();
        };
        const bool is_read = std::apply(
            [&](auto&... each) {
                return (read(std::type_identity<std::remove_cvref_t<Args>>{}, each) && ...);
            },
            slots);
        if (!is_read) return std::unexpected(std::move(outcome).error());

        const auto handler = reinterpret_cast<Result<Reply> (*)(App&, Args...)>(route.handler);
        auto reply = std::apply([&](auto&... each) { return handler(app, give<Args>(each)...); }, slots);
        if (!reply) return std::unexpected(std::move(reply).error());
        return Rendered<Reply>::response(route, *std::move(reply));
    }
};

/// @throws Nothing; a call while compiling ends the compilation, and its name is the message.
void the_holes_of_the_path_differ_from_the_path_arguments_of_the_handler();
void a_path_begins_with_a_slash_and_has_no_empty_hole();

consteval std::size_t count_holes(std::string_view path) {
    if (!path.starts_with('/') || path.find("{}") != path.npos)
        a_path_begins_with_a_slash_and_has_no_empty_hole();
    std::size_t holes = 0;
    for (std::size_t i = 1; i < path.size(); ++i)
        if (path[i] == '{' && path[i - 1] == '/') ++holes;
    return holes;
}

}  // namespace detail

/// The path of a route, held against the arguments of its handler while compiling.
template <class... Args>
struct Path {
    std::string_view text;

    template <std::size_t n>
    consteval Path(const char (&path)[n]) : text(path, n - 1) {
        if (detail::count_holes(text) != (std::size_t{0} + ... + (detail::source_of<Args> == Source::hole)))
            detail::the_holes_of_the_path_differ_from_the_path_arguments_of_the_handler();
    }
};

/// A route of the table.
/// @param path  One hole per path argument of the handler, in its order.
/// @param policy  Takes ids that the handler takes too, found by their types.
template <class App, class Capability, class... Ids, class Reply, class... Args>
Route<App> route(Method method, std::type_identity_t<Path<Args...>> path, std::string_view summary,
                 const Policy<App, Capability, Ids...>& policy, Result<Reply> (*handler)(App&, Args...)) {
    static_assert(
        ((detail::source_of<Args> != Source::capability ||
          std::same_as<std::remove_cvref_t<Args>, Capability>) &&
         ...),
        "a handler takes parts of the path, a Query, one body, and the capability that its policy gives");
    static_assert((std::size_t{0} + ... + detail::has_body<Args>) <= 1, "a handler takes one body");
    static constexpr std::array<Argument, sizeof...(Args)> arguments{detail::argument<Args>()...};
    Route<App> made;
    made.method = method;
    made.path = path.text;
    made.summary = summary;
    made.policy = policy.name;
    made.roles = policy.roles;
    made.body_limit = (detail::no_body + ... + detail::Reader<std::remove_cvref_t<Args>>::body_limit);
    made.arguments = arguments;
    made.reply = detail::Rendered<Reply>::kind;
    made.reply_type = detail::Rendered<Reply>::type;
    made.ask = reinterpret_cast<typename Route<App>::Function>(policy.ask);
    made.handler = reinterpret_cast<typename Route<App>::Function>(handler);
    made.run = &detail::Runner<App, Reply, Capability, Ids...>::template run<Args...>;
    return made;
}

}  // namespace konbit::http
