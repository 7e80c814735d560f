// SPDX-License-Identifier: Apache-2.0
#include "features/developers/developer_routes.hpp"

#include "features/developers/developer_pages.hpp"
#include "features/permission/policies.hpp"

#include <algorithm>

namespace konbit {

namespace {

using pages::words_for;

Result<http::Response> overview(App& app, const Viewer&, const http::Request& request) {
    const auto words = words_for(app, request);
    return pages::page(app, request, words,
                       developers::overview_page(app, words, developers::resources_of(app.api)));
}

Result<http::Response> resource(App& app, std::string name, const Viewer&, const http::Request& request) {
    const auto all = developers::resources_of(app.api);
    const auto found = std::ranges::find(all, std::string_view(name), &developers::Resource::name);
    if (found == all.end()) return failure(ErrorCode::not_found, "no_such_address");
    const auto words = words_for(app, request);
    return pages::page(app, request, words, developers::resource_page(app, words, *found));
}

Result<http::Response> sharing(App& app, const Viewer&, const http::Request& request) {
    const auto words = words_for(app, request);
    return pages::page(app, request, words, developers::sharing_page(app, words));
}

Result<http::Response> document(App& app, const Viewer&) { return http::json_text(app.api.document); }

}  // namespace

std::span<const http::Route<App>> developer_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/developers", "What the API offers, and what holds for all of it", anyone,
                    overview),
        http::route(get, "/developers/sharing", "Cards, feeds and files for other sites", anyone, sharing),
        http::route(get, "/developers/{name}", "One resource of the API, with examples", anyone, resource),
        http::route(get, "/openapi.json", "The API description for programs", anyone, document),
    };
    return all;
}

}  // namespace konbit
