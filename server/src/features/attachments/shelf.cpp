// SPDX-License-Identifier: Apache-2.0
#include "features/attachments/shelf.hpp"

#include <fmt/core.h>

namespace konbit::attachments {

namespace {

/// The attachments of a record in words.
struct Shelf {
    bool has_logo = false;
    int photos = 0;
    std::vector<std::string> photo_texts;
    std::vector<std::string> documents;
    std::optional<std::string> country_code;  ///< Of the record; decides who reads the line.
    std::optional<std::string> visibility;

    static constexpr auto fields() {
        return std::tuple{
            field("has_logo", &Shelf::has_logo),         field("photos", &Shelf::photos),
            field("photo_texts", &Shelf::photo_texts),   field("documents", &Shelf::documents),
            field("country_code", &Shelf::country_code), field("visibility", &Shelf::visibility),
        };
    }
};

/// Where a record stands.
struct Standing {
    std::string country_code;
    std::string visibility;

    static constexpr auto fields() {
        return std::tuple{field("country_code", &Standing::country_code),
                          field("visibility", &Standing::visibility)};
    }
};

Shelf shelf_of(const std::vector<Attachment>& attachments, const std::optional<Standing>& standing) {
    Shelf shelf;
    for (const auto& each : attachments) {
        if (each.purpose == AttachmentPurpose::logo) shelf.has_logo = true;
        if (each.purpose == AttachmentPurpose::document && each.title) shelf.documents.push_back(*each.title);
        if (each.purpose != AttachmentPurpose::photo) continue;
        ++shelf.photos;
        if (!each.alt.empty()) shelf.photo_texts.emplace_back(each.alt.in("en"));
    }
    if (standing) {
        shelf.country_code = standing->country_code;
        shelf.visibility = standing->visibility;
    }
    return shelf;
}

}  // namespace

void remember(db::Session& session, const AttachmentEditor& by, const std::vector<Attachment>& before,
              const std::vector<Attachment>& after, const history::Occasion& at) {
    const auto& [kind, id] = by.record();
    const auto standing = session.one<Standing>(
        fmt::format("SELECT country_code, visibility FROM {}s WHERE id = $1", name_of(kind)), id);
    history::record<Shelf>(session, kind, id, shelf_of(before, standing), shelf_of(after, standing),
                           history::by(by.viewer(), at));
}

void forget_words(db::Session& session, const AttachmentOwner& record) {
    history::forget(session, record.kind, record.id.view(), {"photo_texts", "documents"});
}

}  // namespace konbit::attachments
