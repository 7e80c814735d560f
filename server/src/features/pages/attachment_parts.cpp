// SPDX-License-Identifier: Apache-2.0
#include "features/pages/attachment_parts.hpp"

#include "features/pages/previews.hpp"
#include "features/pages/profile_parts.hpp"
#include "features/pages/tile.hpp"
#include "images/renditions.hpp"

namespace konbit::pages {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;

constexpr std::string_view logo_size = "160.webp", small_photo = "480.webp", large_photo = "1200.webp";
constexpr double megabyte = 1024 * 1024;

const Attachment* first(const std::vector<Attachment>& attachments, AttachmentPurpose purpose) {
    const auto found = std::ranges::find(attachments, purpose, &Attachment::purpose);
    return found == attachments.end() ? nullptr : &*found;
}

std::vector<Attachment> those(const std::vector<Attachment>& attachments, AttachmentPurpose purpose) {
    std::vector<Attachment> found;
    std::ranges::copy_if(attachments, std::back_inserter(found),
                         [&](const auto& each) { return each.purpose == purpose; });
    return found;
}

std::string logo_text(const Words& words, std::string_view name) {
    return words("attachment.logo_of", {{"name", std::string(name)}});
}

Html photo_figure(const Words& words, const Attachment& photo) {
    const AttachmentSize* const size = photo.size(small_photo);
    if (size == nullptr) return {};
    const Html picture =
        el("img", attr("src", photo.path(small_photo)), attr("width", std::to_string(size->width)),
           attr("height", std::to_string(size->height)), attr("alt", words.of(photo.alt)),
           attr("loading", "lazy"), attr("decoding", "async"));
    const auto caption = words.of(photo.caption);
    Html below;
    if (!caption.empty()) below += el("span", caption);
    if (photo.credit) below += el("small", words("attachment.credit_of", {{"name", *photo.credit}}));
    return el("figure", el("a", href(photo.path(large_photo)), picture),
              below.empty() ? Html() : el("figcaption", below));
}

Html document_row(const Words& words, const Attachment& document) {
    const auto language = document.language.value_or("");
    return el("li",
              el("a", href(document.path("document.pdf")), attr("hreflang", language), attr("lang", language),
                 document.title.value_or("")),
              " ",
              el("span", words("attachment.document_facts",
                               {{"size", words.quantity(static_cast<double>(document.bytes) / megabyte)},
                                {"language", words.language_name(language)}})));
}

}  // namespace

Html emblem(const Words& words, const std::vector<Attachment>& attachments, std::string_view id,
            std::string_view name) {
    const Attachment* const logo = first(attachments, AttachmentPurpose::logo);
    if (logo == nullptr) return tile(id);
    return el("img", cls("k-tile k-logo"), attr("src", logo->path(logo_size)), attr("width", "160"),
              attr("height", "160"), attr("alt", logo_text(words, name)));
}

Html gallery(const Words& words, const std::vector<Attachment>& attachments) {
    const auto photos = those(attachments, AttachmentPurpose::photo);
    if (photos.empty()) return {};
    return panel(words("attachment.photos"),
                 el("div", cls("k-gallery"),
                    html::each(photos, [&](const auto& photo) { return photo_figure(words, photo); })));
}

Html documents(const Words& words, const std::vector<Attachment>& attachments) {
    const auto found = those(attachments, AttachmentPurpose::document);
    if (found.empty()) return {};
    return panel(words("attachment.documents"),
                 el("ul", cls("k-documents"),
                    html::each(found, [&](const auto& each) { return document_row(words, each); })));
}

ShownImage preview_of(const Words& words, const std::vector<Attachment>& attachments, std::string_view drawn,
                      std::string_view name) {
    const Attachment* const photo = first(attachments, AttachmentPurpose::photo);
    const Attachment* const chosen = photo != nullptr ? photo : first(attachments, AttachmentPurpose::logo);
    const AttachmentSize* const size = chosen == nullptr ? nullptr : chosen->size(images::share_name);
    if (size == nullptr)
        return {std::string(drawn), std::string(name), preview_size.width, preview_size.height};
    return {chosen->path(size->name),
            photo != nullptr ? std::string(words.of(photo->alt)) : logo_text(words, name), size->width,
            size->height};
}

}  // namespace konbit::pages
