// SPDX-License-Identifier: Apache-2.0
#include "features/permission/scope_names.hpp"

#include "features/reference/reference_book.hpp"

namespace konbit {

std::string scope_name(db::Session& db, const Grant& grant, std::string_view language) {
    const auto id = grant.scope_id.value_or("");
    switch (grant.scope) {
        case Scope::platform:
            return {};
        case Scope::country:
            return std::string(reference().name("country", id, language));
        case Scope::organization:
            return db.value<std::optional<std::string>>("SELECT name FROM organizations WHERE id = $1", id)
                .value_or("");
        case Scope::cluster:
            return db.value<std::optional<std::string>>("SELECT name FROM clusters WHERE id = $1", id)
                .value_or("");
    }
    return {};
}

}  // namespace konbit
