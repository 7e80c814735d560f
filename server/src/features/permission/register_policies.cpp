// SPDX-License-Identifier: Apache-2.0
#include "features/permission/register_policies.hpp"

#include "db/database.hpp"
#include "features/experts/expert_link.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/permission/register_viewer.hpp"

namespace konbit {

namespace {

std::unexpected<Error> nobody_signed_in() { return failure(ErrorCode::unauthenticated, "sign_in"); }
std::unexpected<Error> not_yours() { return failure(ErrorCode::forbidden, "not_allowed"); }

Viewer viewer_of(App& app, const http::Request& request) {
    return Policies::anyone(app, request).value_or(Viewer::anonymous());
}

/// A register, as the questions about one of its records need it.
struct Register {
    std::string table;
    std::string record;  ///< What is not found.
    std::string (*visible_to)(const Viewer&, std::string_view alias);
    std::string (*editable_by)(const Viewer&, std::string_view alias);
};

const Register agreements{"agreements", "agreement", agreements_visible_to, agreements_editable_by};

bool has_record(App& app, const Register& of, const auto& id, const std::string& condition) {
    const std::string sql = "SELECT 1 FROM " + of.table + " r WHERE r.id = $1 AND " + condition;
    return app.database.read(
        [&](db::Session& db) { return db.value<std::optional<std::int64_t>>(sql, id).has_value(); });
}

/// The viewer who may change the record; the refusal of everybody else.
Result<Viewer> editor_of(App& app, Viewer viewer, const Register& of, const auto& id) {
    if (!has_record(app, of, id, of.visible_to(viewer, "r"))) return failure(ErrorCode::not_found, of.record);
    if (!viewer.is_signed_in()) return nobody_signed_in();
    if (!has_record(app, of, id, of.editable_by(viewer, "r"))) return not_yours();
    return viewer;
}

Result<std::string> country_of_fact(App& app, const FactId& id) {
    auto country = app.database.read([&](db::Session& db) {
        return db.value<std::optional<std::string>>("SELECT country_code FROM country_facts WHERE id = $1",
                                                    id);
    });
    if (!country) return failure(ErrorCode::not_found, "fact");
    return *std::move(country);
}

}  // namespace

Result<RegisterEditor> RegisterPolicies::add_to_registers(App& app, const http::Request& request) {
    Viewer viewer = viewer_of(app, request);
    if (!viewer.is_signed_in()) return nobody_signed_in();
    const bool has_reach = viewer.holds(Role::administrator) || viewer.holds(Role::regional_editor) ||
                           !viewer.scope_ids(Scope::country, {Role::national, Role::bso_officer}).empty() ||
                           !viewer.scope_ids(Scope::cluster, {Role::facilitator}).empty();
    if (!has_reach) return not_yours();
    return RegisterEditor(std::move(viewer));
}

Result<RegisterEditor> RegisterPolicies::edit_project(App& app, const http::Request& request, ProjectId id) {
    KONBIT_TRY(Viewer viewer,
               editor_of(app, viewer_of(app, request),
                         {"projects", "project", projects_visible_to, projects_editable_by}, id));
    return RegisterEditor(std::move(viewer));
}

Result<RegisterEditor> RegisterPolicies::edit_expert(App& app, const http::Request& request, ExpertId id) {
    KONBIT_TRY(Viewer viewer, editor_of(app, viewer_of(app, request),
                                        {"experts", "expert", experts_visible_to, experts_editable_by}, id));
    return RegisterEditor(std::move(viewer));
}

Result<RegisterEditor> RegisterPolicies::edit_agreement(App& app, const http::Request& request,
                                                        AgreementId id) {
    KONBIT_TRY(Viewer viewer, editor_of(app, viewer_of(app, request), agreements, id));
    return RegisterEditor(std::move(viewer));
}

Result<Viewer> RegisterPolicies::view_agreement(App& app, const http::Request& request, AgreementId id) {
    Viewer viewer = viewer_of(app, request);
    if (!has_record(app, agreements, id, agreements_visible_to(viewer, "r")))
        return failure(ErrorCode::not_found, agreements.record);
    return viewer;
}

/// A link that names nobody and one that is no more look alike.
Result<ConsentingExpert> RegisterPolicies::hold_expert_link(App& app, const http::Request& request) {
    const auto id = ExpertId::parse(request.query.first("expert"));
    if (!id) return failure(ErrorCode::not_found, "link_unknown");
    const auto version = app.database.read([&](db::Session& db) {
        return db.value<std::optional<std::int64_t>>("SELECT link_version FROM experts WHERE id = $1", *id);
    });
    const auto token = request.query.first("token");
    if (!version || !app.keys.first(experts::link_purpose, [&](const crypto::Key& key) {
            return crypto::equal(token, experts::link_token(key, *id, *version));
        }))
        return failure(ErrorCode::not_found, "link_unknown");
    return ConsentingExpert(*id);
}

Result<DirectoryEditor> RegisterPolicies::edit_fact(App& app, const http::Request& request, FactId id) {
    KONBIT_TRY(const std::string country, country_of_fact(app, id));
    KONBIT_TRY(DirectoryEditor editor, Policies::add_to_directory(app, request));
    if (!editor.may_edit(country)) return not_yours();
    return editor;
}

Result<FactConfirmer> RegisterPolicies::confirm_fact(App& app, const http::Request& request, FactId id) {
    KONBIT_TRY(const std::string country, country_of_fact(app, id));
    Viewer viewer = viewer_of(app, request);
    if (!viewer.is_signed_in()) return nobody_signed_in();
    if (!viewer.holds_in_country(Role::national, country) &&
        !viewer.holds_in_country(Role::bso_officer, country))
        return not_yours();
    return FactConfirmer(id, std::move(viewer));
}

}  // namespace konbit
