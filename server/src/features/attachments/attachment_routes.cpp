// SPDX-License-Identifier: Apache-2.0
#include "features/attachments/attachment_routes.hpp"

#include "db/database.hpp"
#include "features/attachments/attachment_rules.hpp"
#include "features/attachments/uploads.hpp"
#include "features/permission/policies.hpp"
#include "images/apart.hpp"

#include <array>

namespace konbit {

namespace {

using namespace attachments;
using http::Created;
using http::IfMatch;
using http::NoContent;
using http::Query;
using UploadBody = http::Body<largest_upload_bytes>;

constexpr std::string_view sealed_off = "default-src 'none'; sandbox";
constexpr std::string_view for_a_month = "public, max-age=2592000, immutable";

struct UploadQuery {
    AttachmentPurpose purpose = AttachmentPurpose::photo;
    std::string file_name;

    static constexpr auto fields() {
        return std::tuple{field("purpose", &UploadQuery::purpose),
                          field("file_name", &UploadQuery::file_name).defaulted()};
    }
};

struct AttachmentList {
    std::vector<Attachment> items;

    static constexpr auto fields() { return std::tuple{field("items", &AttachmentList::items)}; }
};

struct AttachmentOrder {
    std::vector<AttachmentId> ids;  ///< The first is shown first.

    static constexpr auto fields() { return std::tuple{field("ids", &AttachmentOrder::ids)}; }
};

files::FileStore store_of(App& app) { return {app.database, app.clock, app.config.data / "files"}; }

/// Whoever may change the profile of the record sees its drafts too.
std::optional<AttachmentEditor> editor_of(App& app, const http::Request& request,
                                          const AttachmentOwner& record) {
    if (record.kind == RecordKind::cluster) {
        const auto by = Policies::edit_cluster(app, request, ClusterId::parse(record.id.view()).value());
        return by ? std::optional(AttachmentEditor(*by)) : std::nullopt;
    }
    const auto by =
        Policies::edit_organization(app, request, OrganizationId::parse(record.id.view()).value());
    return by ? std::optional(AttachmentEditor(*by)) : std::nullopt;
}

template <class RecordId>
Result<AttachmentList> show(App& app, RecordId id, const Viewer& viewer, const http::Request& request) {
    const auto editor = editor_of(app, request, owner_of(id));
    return app.database.read([&](db::Session& session) -> Result<AttachmentList> {
        if (editor) return AttachmentList{list(session, *editor)};
        return AttachmentList{list(session, viewer, owner_of(id))};
    });
}

template <class RecordId, class Editor>
Result<Created<Attachment>> add(App& app, RecordId, const Editor& by, Query<UploadQuery> query,
                                UploadBody body) {
    const AttachmentEditor editor(by);
    const files::FileStore store = store_of(app);
    const Instant now = app.clock.now();
    KONBIT_TRY(const Prepared prepared,
               prepare(store, query.purpose, body.bytes, query.file_name, images::renditions_apart));
    KONBIT_TRY(Attachment made, app.database.write([&](db::Session& session) {
        return insert(session, prepared.attachment, store, prepared.files, editor, now);
    }));
    std::string place = made.path(made.sizes.front().name);
    return Created<Attachment>{std::move(made), std::move(place)};
}

template <class RecordId, class Editor>
Result<Attachment> change(App& app, RecordId, AttachmentId id, const Editor& by, Patch<Attachment> patch) {
    const AttachmentEditor editor(by);
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<Attachment> {
        KONBIT_TRY(const Attachment stored, find(session, editor, id));
        KONBIT_TRY(Attachment wanted, patch.onto(stored));
        return update(session, std::move(wanted), editor, now);
    });
}

template <class RecordId, class Editor>
Result<AttachmentList> order(App& app, RecordId, const Editor& by, Create<AttachmentOrder> wanted) {
    const AttachmentEditor editor(by);
    return app.database.write([&](db::Session& session) -> Result<AttachmentList> {
        KONBIT_CHECK(reorder(session, wanted.ids, editor));
        return AttachmentList{list(session, editor)};
    });
}

template <class RecordId, class Editor>
Result<NoContent> take_out(App& app, RecordId, AttachmentId id, const Editor& by, IfMatch seen) {
    const AttachmentEditor editor(by);
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<NoContent> {
        KONBIT_TRY(const Attachment stored, find(session, editor, id));
        KONBIT_CHECK(seen.check(stored.version));
        remove(session, stored, editor, now);
        return NoContent{};
    });
}

/// What the viewer may have of an attachment; its editors get drafts too.
std::optional<ServedFile> file_for(App& app, const AttachmentId& id, const std::string& name,
                                   const Viewer& viewer, const http::Request& request) {
    auto found =
        app.database.read([&](db::Session& session) { return find_file(session, viewer, id, name); });
    if (found || !viewer.is_signed_in()) return found;
    const auto record = app.database.read([&](db::Session& session) { return record_of(session, id); });
    const auto editor = record ? editor_of(app, request, *record) : std::nullopt;
    if (!editor) return std::nullopt;
    return app.database.read([&](db::Session& session) { return find_file(session, *editor, id, name); });
}

/// Pictures are shown, documents are saved; neither can run, load or frame anything.
http::Response response_of(std::string bytes, const ServedFile& served) {
    const auto type = name_of(served.file.media_type);
    http::Response response = served.attachment.purpose == AttachmentPurpose::document
                                  ? http::download(std::move(bytes), type, served.file.name)
                                  : http::content(std::move(bytes), type);
    response.headers.set("content-security-policy", sealed_off);
    // The same bytes for everybody who may have them: an address is never used again for others.
    response.headers.set("vary", "Accept-Encoding");
    response.headers.set("cache-control", served.is_public ? for_a_month : "private, no-store");
    return response;
}

Result<http::Response> serve_file(App& app, AttachmentId id, std::string name, const Viewer& viewer,
                                  const http::Request& request) {
    const auto served = file_for(app, id, name, viewer, request);
    if (!served) return failure(ErrorCode::not_found, "attachment");
    auto bytes = store_of(app).content_of(served->file);
    if (!bytes) return failure(ErrorCode::not_found, "attachment");
    return response_of(*std::move(bytes), *served);
}

}  // namespace

std::span<const http::Route<App>> attachment_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/organizations/{id}/attachments", "Logo, photos and documents", anyone,
                    show<OrganizationId>),
        http::route(post, "/api/organizations/{id}/attachments", "Takes a picture or a PDF",
                    may_edit_organization, add<OrganizationId, OrganizationEditor>),
        http::route(put, "/api/organizations/{id}/attachments/order", "Puts them into an order",
                    may_edit_organization, order<OrganizationId, OrganizationEditor>),
        http::route(patch, "/api/organizations/{id}/attachments/{attachment_id}",
                    "Says what a picture or document is, and shows it", may_edit_organization,
                    change<OrganizationId, OrganizationEditor>),
        http::route(remove, "/api/organizations/{id}/attachments/{attachment_id}",
                    "Takes a picture or document away for good", may_edit_organization,
                    take_out<OrganizationId, OrganizationEditor>),
        http::route(get, "/api/clusters/{cluster_id}/attachments", "Logo, photos and documents",
                    may_view_cluster, show<ClusterId>),
        http::route(post, "/api/clusters/{cluster_id}/attachments", "Takes a picture or a PDF",
                    may_edit_cluster, add<ClusterId, ClusterEditor>),
        http::route(put, "/api/clusters/{cluster_id}/attachments/order", "Puts them into an order",
                    may_edit_cluster, order<ClusterId, ClusterEditor>),
        http::route(patch, "/api/clusters/{cluster_id}/attachments/{attachment_id}",
                    "Says what a picture or document is, and shows it", may_edit_cluster,
                    change<ClusterId, ClusterEditor>),
        http::route(remove, "/api/clusters/{cluster_id}/attachments/{attachment_id}",
                    "Takes a picture or document away for good", may_edit_cluster,
                    take_out<ClusterId, ClusterEditor>),
        http::route(get, "/files/{attachment_id}/{name}", "A picture or document in one of its sizes", anyone,
                    serve_file),
    };
    return all;
}

}  // namespace konbit
