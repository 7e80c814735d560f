// SPDX-License-Identifier: Apache-2.0
#include "features/claims/claim_page.hpp"

namespace konbit::claims {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;
using pages::Words;

Html hidden(std::string_view name, std::string_view value) {
    return el("input", attr("type", "hidden"), attr("name", name), attr("value", value));
}

Html form(std::string_view action, const Html& fields, const std::string& button) {
    return el("form", cls("k-form"), attr("method", "post"), attr("action", action), fields,
              el("button", cls("k-button"), attr("type", "submit"), button));
}

Html lead(const Words& words, std::string_view key) { return el("p", cls("k-lead"), words(key)); }

}  // namespace

pages::Content claim_page(const Words& words, const desk::DirectoryRecord& record, const ClaimForm& draft,
                          const pages::FormErrors& errors) {
    const Html fields =
        hidden("page", draft.page) +
        pages::text_field(
            words, {.name = "name", .label = words("claim.name"), .value = draft.name, .is_required = true},
            errors) +
        pages::text_field(words,
                          {.name = "email",
                           .label = words("claim.email"),
                           .value = draft.email,
                           .hint = words("claim.email_hint"),
                           .is_required = true},
                          errors, "email") +
        pages::text_area(words,
                         {.name = "note",
                          .label = words("claim.note"),
                          .value = draft.note.value_or(""),
                          .hint = words("claim.note_hint")},
                         errors) +
        pages::trap(words);
    const Html taken = record.is_claimed() ? el("p", cls("k-notice"), words("claim.taken")) : Html();
    auto page =
        pages::form_page("/claim", words("claim.title", {{"record", record.name}}),
                         lead(words, "claim.lead") + taken + form("/claim", fields, words("claim.send")) +
                             el("p", el("a", href(draft.page), words("report.back"))),
                         words("claim.lead"));
    page.query = {{"page", draft.page}};
    return page;
}

pages::Content mailed_page(const Words& words, const ClaimForm& draft) {
    auto page =
        pages::form_page("/claim", words("claim.mailed"),
                         el("p", cls("k-lead"), words("claim.mailed_text", {{"email", draft.email}})) +
                             el("p", el("a", href(draft.page), words("report.back"))));
    page.query = {{"page", draft.page}};
    return page;
}

pages::Content prove_page(const Words& words, std::string_view token) {
    return pages::form_page("/claim/prove", words("claim.prove"),
                            lead(words, "claim.prove_text") +
                                form("/claim/prove", hidden("token", token), words("claim.prove_button")));
}

pages::Content proven_page(const Words& words) {
    return pages::form_page("/claim/prove", words("claim.proven"), lead(words, "claim.proven_text"));
}

pages::Content expired_page(const Words& words) {
    auto page = pages::form_page("/claim/prove", words("welcome.expired"), lead(words, "claim.expired_text"));
    page.status = 404;
    return page;
}

}  // namespace konbit::claims
