// SPDX-License-Identifier: Apache-2.0
#include "features/reference/reference_routes.hpp"

#include "features/permission/policies.hpp"
#include "features/reference/reference_book.hpp"

namespace konbit {

namespace {

Result<TermList> list(App&, std::string name, const Viewer&, const http::Request& request) {
    if (!reference().has_list(name)) return failure(ErrorCode::not_found, "reference_list");
    return reference().terms(name, request.language);
}

}  // namespace

std::span<const http::Route<App>> reference_routes() {
    static const std::array all{
        http::route(http::Method::get, "/api/reference/{list}",
                    "The codes of a reference list, named in the reader's language", anyone, list),
    };
    return all;
}

}  // namespace konbit
