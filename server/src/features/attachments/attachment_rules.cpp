// SPDX-License-Identifier: Apache-2.0
#include "features/attachments/attachment_rules.hpp"

#include "core/locale_names.hpp"
#include "features/organizations/listing_rules.hpp"

#include <fmt/format.h>

namespace konbit {

namespace {

// Writers of PDF put the mark of the end at the end; some add a few bytes behind it.
constexpr std::size_t end_of_document = 2048;

void check_texts(Findings& findings, const std::string& pointer, const Localized& texts, int longest) {
    for (const auto& [language, text] : texts.texts) {
        const auto at = fmt::format("{}/{}", pointer, language);
        findings.require(text::is_language(language), at, "unknown_code");
        check_length(findings, at, text, longest);
    }
}

/// In one language at least, and in each in which the profile speaks.
void check_alt(Findings& findings, const Localized& alt, const Localized& languages) {
    findings.require(!alt.empty() || !languages.empty(), "/alt", "required");
    for (const auto& [language, text] : languages.texts)
        findings.require(alt.texts.contains(language), "/alt/" + language, "alt_required");
    check_texts(findings, "/alt", alt, longest_alt);
}

void check_photo(Findings& findings, const Attachment& photo, const Localized& languages) {
    check_alt(findings, photo.alt, languages);
    findings.require(photo.people.has_value(), "/people", "required");
}

void check_document(Findings& findings, const Attachment& document) {
    findings.require(document.title.has_value(), "/title", "required");
    check_length(findings, "/title", document.title, longest_title);
    findings.require(document.language && text::is_language(*document.language), "/language",
                     document.language ? "unknown_code" : "required");
}

/// Documents may be kept within the cluster; pictures are there to be seen.
bool may_have(AttachmentPurpose purpose, Visibility visibility) {
    return visibility == Visibility::public_ ||
           (purpose == AttachmentPurpose::document && visibility == Visibility::cluster);
}

std::size_t count(const std::vector<Attachment>& all, AttachmentPurpose purpose) {
    return static_cast<std::size_t>(std::ranges::count(all, purpose, &Attachment::purpose));
}

}  // namespace

Result<Attachment> checked(Attachment attachment, const Localized& languages) {
    tidy(attachment.alt);
    tidy(attachment.caption);
    tidy(attachment.credit);
    tidy(attachment.title);
    tidy(attachment.language);
    Findings findings;
    if (attachment.purpose == AttachmentPurpose::photo) check_photo(findings, attachment, languages);
    if (attachment.purpose == AttachmentPurpose::document) check_document(findings, attachment);
    check_texts(findings, "/caption", attachment.caption, longest_caption);
    check_length(findings, "/credit", attachment.credit, longest_credit);
    findings.require(may_have(attachment.purpose, attachment.visibility), "/visibility", "not_allowed");
    attachment.publication = Publication::published;
    return std::move(findings).or_value(std::move(attachment));
}

Result<void> check_room(const std::vector<Attachment>& present, const Attachment& added) {
    std::int64_t bytes = added.bytes;
    for (const auto& each : present) bytes += each.bytes;
    if (bytes > most_attachment_bytes) return failure(ErrorCode::conflict, "attachments_full");
    if (added.purpose == AttachmentPurpose::photo && count(present, added.purpose) >= most_photos)
        return failure(ErrorCode::conflict, "too_many_photos");
    if (added.purpose == AttachmentPurpose::document && count(present, added.purpose) >= most_documents)
        return failure(ErrorCode::conflict, "too_many_documents");
    return {};
}

Result<void> check_document(std::string_view bytes) {
    const auto end = bytes.substr(bytes.size() - std::min(bytes.size(), end_of_document));
    if (!bytes.starts_with("%PDF-"))
        return failure(ErrorCode::invalid, "invalid", {{"/file", "document_type"}});
    if (end.find("%%EOF") == end.npos)
        return failure(ErrorCode::invalid, "invalid", {{"/file", "document_broken"}});
    return {};
}

}  // namespace konbit
