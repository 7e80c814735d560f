// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/localized.hpp"
#include "core/time.hpp"
#include "core/visibility.hpp"
#include "features/history/change.hpp"
#include "features/organizations/listing.hpp"
#include "features/permission/capabilities.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

/// Logos, photos and documents of organizations and clusters (docs/users/pictures.md).
namespace konbit {

using AttachmentId = Id<struct AttachmentTag>;

enum class AttachmentPurpose { logo, photo, document };
constexpr auto names(AttachmentPurpose) {
    return std::to_array<std::string_view>({"logo", "photo", "document"});
}

/// Whether people can be recognized on a photo.
enum class PeopleShown {
    nobody,
    agreed,  ///< Some can, and each of them agreed to be shown here.
};
constexpr auto names(PeopleShown) { return std::to_array<std::string_view>({"nobody", "agreed"}); }

/// One size in which an attachment is served, at /files/{id of the attachment}/{name}.
struct AttachmentSize {
    std::string name;
    int width = 0;   ///< In pixels; 0 for a document.
    int height = 0;  ///< The same.
    std::int64_t bytes = 0;

    static constexpr auto fields() {
        return std::tuple{field("name", &AttachmentSize::name), field("width", &AttachmentSize::width),
                          field("height", &AttachmentSize::height), field("bytes", &AttachmentSize::bytes)};
    }
};

/// A picture or document of one record. It is a draft, seen by those who edit the record, until what its
/// purpose demands is said.
struct Attachment {
    AttachmentId id{};
    RecordKind kind = RecordKind::organization;  ///< An organization or a cluster.
    RecordId record_id{};
    AttachmentPurpose purpose = AttachmentPurpose::photo;
    std::int64_t position = 0;  ///< Order among those of one record; ties go by id.
    Localized alt;              ///< What is on a photo, for those who do not see it.
    Localized caption;
    std::optional<std::string> credit;            ///< Whose picture it is.
    std::optional<PeopleShown> people;            ///< Empty: not said yet.
    std::optional<std::string> title;             ///< Of a document.
    std::optional<std::string> language;          ///< Of a document, ISO 639.
    Visibility visibility = Visibility::public_;  ///< Of a document: public, or cluster.
    Publication publication = Publication::draft;
    std::vector<AttachmentSize> sizes;
    std::int64_t bytes = 0;  ///< Of all sizes.
    std::optional<AccountId> account_id;
    std::int64_t version = 1;
    Instant created_at{};
    Instant updated_at{};

    /// The size of that name, or null.
    const AttachmentSize* size(std::string_view name) const {
        const auto found = std::ranges::find(sizes, name, &AttachmentSize::name);
        return found == sizes.end() ? nullptr : &*found;
    }
    /// Path of one of its sizes.
    std::string path(std::string_view name) const { return "/files/" + id.str() + "/" + std::string(name); }

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Attachment::id, Access::read_only),
            field("kind", &Attachment::kind, Access::read_only),
            field("record_id", &Attachment::record_id, Access::read_only),
            field("purpose", &Attachment::purpose, Access::read_only),
            field("position", &Attachment::position, Access::read_only),
            field("alt", &Attachment::alt).defaulted(),
            field("caption", &Attachment::caption).defaulted(),
            field("credit", &Attachment::credit),
            field("people", &Attachment::people),
            field("title", &Attachment::title),
            field("language", &Attachment::language),
            field("visibility", &Attachment::visibility).defaulted(),
            field("publication", &Attachment::publication, Access::read_only),
            field("sizes", &Attachment::sizes, Access::read_only),
            field("bytes", &Attachment::bytes, Access::read_only),
            field("account_id", &Attachment::account_id, Access::never_sent),
            field("version", &Attachment::version, Access::read_only),
            field("created_at", &Attachment::created_at, Access::read_only),
            field("updated_at", &Attachment::updated_at, Access::read_only),
        };
    }
};

/// Of which record attachments are meant.
struct AttachmentOwner {
    RecordKind kind;
    RecordId id;
};
inline AttachmentOwner owner_of(const OrganizationId& id) {
    return {RecordKind::organization, RecordId::parse(id.view()).value()};
}
inline AttachmentOwner owner_of(const ClusterId& id) {
    return {RecordKind::cluster, RecordId::parse(id.view()).value()};
}

/// May change the attachments of one record: whoever may change its profile.
class AttachmentEditor {
  public:
    explicit AttachmentEditor(const OrganizationEditor& by)
        : record_(owner_of(by.organization())), viewer_(by.viewer()), is_owner_(by.is_owner()) {}
    explicit AttachmentEditor(const ClusterEditor& by)
        : record_(owner_of(by.cluster())), viewer_(by.viewer()), is_owner_(by.is_facilitator()) {}

    const AttachmentOwner& record() const { return record_; }
    const Viewer& viewer() const { return viewer_; }
    /// Whether the record's own people act: only then may a document be shown to more.
    bool is_owner() const { return is_owner_; }

  private:
    AttachmentOwner record_;
    Viewer viewer_;
    bool is_owner_;
};

}  // namespace konbit
