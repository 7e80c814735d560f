// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/lacking_factor.hpp"

#include "features/accounts/session_store.hpp"

namespace konbit::accounts {

namespace {

bool lacks_factor(App& app, const http::Request& request) {
    const auto by = signed_in_by(app, request.cookie("konbit"));
    return by && by->lacks_second_factor;
}

}  // namespace

std::vector<http::Endpoint> told_what_lacks(std::vector<http::Endpoint> endpoints, App& app) {
    for (auto& endpoint : endpoints)
        endpoint.run = [&app, run = std::move(endpoint.run)](const http::Request& request,
                                                             http::Stage stage) -> Result<http::Response> {
            auto answer = run(request, stage);
            const bool is_nobodys = !answer && answer.error().code == ErrorCode::unauthenticated &&
                                    answer.error().reason == "sign_in";
            if (is_nobodys && lacks_factor(app, request))
                return failure(ErrorCode::forbidden, "second_factor_needed");
            return answer;
        };
    return endpoints;
}

}  // namespace konbit::accounts
