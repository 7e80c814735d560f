// SPDX-License-Identifier: Apache-2.0
#include "features/attachments/uploads.hpp"

#include "core/text.hpp"
#include "features/attachments/attachment_rules.hpp"

namespace konbit::attachments {

namespace {

constexpr std::string_view document_name = "document.pdf";
constexpr int longest_file_name = 80;

std::string_view media_type_of(std::string_view name) {
    if (name.ends_with(".webp")) return "image/webp";
    return name.ends_with(".pdf") ? "application/pdf" : "image/jpeg";
}

/// "members-agreement.pdf": what a browser saves a document under.
std::string saved_name(std::string_view name) {
    const auto stem = text::slug(name.substr(0, name.find_last_of('.')));
    return (stem.empty() ? "document" : stem.substr(0, longest_file_name)) + ".pdf";
}

Result<std::vector<images::Rendition>> contents(AttachmentPurpose purpose, std::string_view bytes,
                                                const images::Renderer& render) {
    if (purpose == AttachmentPurpose::logo) return render(bytes, images::Use::logo);
    if (purpose == AttachmentPurpose::photo) return render(bytes, images::Use::photo);
    KONBIT_CHECK(check_document(bytes));
    return std::vector<images::Rendition>{{std::string(document_name), {}, std::string(bytes)}};
}

}  // namespace

Result<Prepared> prepare(const files::FileStore& store, AttachmentPurpose purpose, std::string_view bytes,
                         std::string name, const images::Renderer& render) {
    KONBIT_TRY(const auto made, contents(purpose, bytes, render));
    Prepared prepared;
    Attachment& attachment = prepared.attachment;
    attachment.id = new_id<AttachmentId>();
    attachment.purpose = purpose;
    if (purpose == AttachmentPurpose::logo) attachment.publication = Publication::published;
    for (const auto& [size_name, size, content] : made) {
        const auto length = static_cast<std::int64_t>(content.size());
        attachment.sizes.push_back({size_name, size.width, size.height, length});
        attachment.bytes += length;
        KONBIT_TRY(auto file,
                   store.prepare({.content = content,
                                  .media_type = media_type_of(size_name),
                                  .name = size_name == document_name ? saved_name(name) : size_name},
                                 std::nullopt));
        prepared.files.push_back({size_name, std::move(file)});
    }
    return prepared;
}

}  // namespace konbit::attachments
