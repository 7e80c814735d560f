// SPDX-License-Identifier: Apache-2.0
#include "features/pages/form_parts.hpp"

#include <algorithm>

namespace konbit::pages {

using html::attr;
using html::Attribute;
using html::cls;
using html::el;
using html::flag;
using html::Html;

namespace {

const FieldError* error_of(const FormErrors& errors, std::string_view name) {
    const std::string pointer = "/" + std::string(name);
    const auto found = std::ranges::find(errors, pointer, &FieldError::pointer);
    return found == errors.end() ? nullptr : &*found;
}

/// What every control says of itself.
struct Common {
    std::string id;
    Attribute described_by{};
    Attribute invalid{};
};

Common common(const Control& control, const FieldError* error) {
    Common parts{.id = "f-" + std::string(control.name)};
    std::string ids;
    if (!control.hint.empty()) ids = parts.id + "-hint";
    if (error != nullptr) ids += (ids.empty() ? "" : " ") + parts.id + "-error";
    if (!ids.empty()) parts.described_by = attr("aria-describedby", ids);
    if (error != nullptr) parts.invalid = attr("aria-invalid", "true");
    return parts;
}

Html framed(const Words& words, const Control& control, const FieldError* error, const Common& parts,
            const Html& input) {
    const Html optional =
        control.is_required ? Html() : Html(" ") + el("span", cls("k-optional"), words("form.optional"));
    const Html hint =
        control.hint.empty() ? Html() : el("p", cls("k-hint"), html::id(parts.id + "-hint"), control.hint);
    const Html wrong = error == nullptr ? Html()
                                        : el("p", cls("k-wrong"), html::id(parts.id + "-error"),
                                             words("error." + error->code, error->params));
    return el("div", cls("k-field"), el("label", attr("for", parts.id), control.label, optional), hint, input,
              wrong);
}

}  // namespace

Html text_field(const Words& words, const Control& control, const FormErrors& errors, std::string_view type) {
    const auto* error = error_of(errors, control.name);
    const Common parts = common(control, error);
    return framed(words, control, error, parts,
                  el("input", html::id(parts.id), attr("name", control.name), attr("type", type),
                     attr("value", control.value), flag("required", control.is_required),
                     control.list.empty() ? Attribute{} : attr("list", control.list), parts.described_by,
                     parts.invalid));
}

Html text_area(const Words& words, const Control& control, const FormErrors& errors) {
    const auto* error = error_of(errors, control.name);
    const Common parts = common(control, error);
    return framed(
        words, control, error, parts,
        el("textarea", html::id(parts.id), attr("name", control.name), attr("rows", "5"),
           flag("required", control.is_required), parts.described_by, parts.invalid, control.value));
}

Html select_field(const Words& words, const Control& control, const FormErrors& errors,
                  const std::vector<std::pair<std::string, std::string>>& options) {
    const auto* error = error_of(errors, control.name);
    const Common parts = common(control, error);
    const Html list = html::each(options, [&](const auto& option) {
        return el("option", attr("value", option.first), flag("selected", option.first == control.value),
                  option.second);
    });
    return framed(words, control, error, parts,
                  el("select", html::id(parts.id), attr("name", control.name), parts.described_by,
                     parts.invalid, list));
}

Html trap(const Words& words) {
    return el("div", cls("k-hidden"), attr("aria-hidden", "true"),
              el("label", words("form.trap"),
                 el("input", attr("name", trap_name), attr("tabindex", "-1"), attr("autocomplete", "off"))));
}

Content form_page(std::string path, std::string title, const Html& content, std::string description) {
    Content page;
    page.path = std::move(path);
    page.title = std::move(title);
    page.description = description.empty() ? page.title : std::move(description);
    page.is_indexed = false;
    page.main = el("main", html::id("main"), attr("tabindex", "-1"),
                   el("div", cls("k-page"), el("h1", page.title), content));
    return page;
}

}  // namespace konbit::pages
