// SPDX-License-Identifier: Apache-2.0
#include "app/entry_routes.hpp"

#include "features/permission/policies.hpp"
#include "features/web_files.hpp"

namespace konbit {

namespace {

/// The document of an entry; its script finds out from the address what to show.
Result<http::Response> entry(const App& app, const http::Request& request, std::string_view name) {
    const auto* document = app.web.assets.find(app.web.path(name));
    if (document == nullptr) return failure(ErrorCode::not_found, "linked_without_web");
    return http::asset_response(*document, request);
}

Result<http::Response> app_page(App& app, const http::Request& request, const Viewer&) {
    return entry(app, request, "app.html");
}

Result<http::Response> app_subpage(App& app, const std::string&, const http::Request& request,
                                   const Viewer&) {
    return entry(app, request, "app.html");
}

Result<http::Response> answer_page(App& app, const http::Request& request, const Viewer&) {
    return entry(app, request, "answer.html");
}

}  // namespace

std::span<const http::Route<App>> entry_routes() {
    using http::route;
    static const std::array all{
        route(http::get, "/app", "Signed-in work", anyone, app_page),
        // People type a slash at the end, and some mail programs add one to a link.
        route(http::get, "/app/", "Signed-in work", anyone, app_page),
        route(http::get, "/app/{page...}", "Signed-in work", anyone, app_subpage),
        route(http::get, "/s", "Answering by a personal link", anyone, answer_page),
        route(http::get, "/s/", "Answering by a personal link", anyone, answer_page),
    };
    return all;
}

}  // namespace konbit
