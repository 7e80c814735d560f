// SPDX-License-Identifier: Apache-2.0
#include "features/mail/mail_page.hpp"

#include <algorithm>

namespace konbit::mail {

namespace {

using namespace html;

using pages::Words;

pages::Content framed(const std::string& path, const std::string& title, const Html& content) {
    pages::Content page;
    page.path = path;
    page.title = title;
    page.is_indexed = false;
    page.is_demo = true;
    page.main =
        el("main", id("main"), attr("tabindex", "-1"), el("div", cls("k-page"), el("h1", title), content));
    return page;
}

std::string state_name(const Words& words, MailState state) {
    return words("outbox_mail.state." + std::string(name_of(state)));
}

std::string shown_recipient(const OutboxMail& mail) {
    return mail.recipient_name.empty() ? mail.recipient : mail.recipient_name + " <" + mail.recipient + ">";
}

Html moment(const Words& words, Instant at) {
    const std::string time = at.str();
    return el("time", attr("datetime", time), words.date(utc_date(at)) + ", " + time.substr(11, 5) + " UTC");
}

Html row(const Words& words, const OutboxMail& mail) {
    return el("tr", el("td", moment(words, mail.created_at)), el("td", shown_recipient(mail)),
              el("td", el("a", href("/dev/mail/" + mail.id.str()), mail.subject)),
              el("td", state_name(words, mail.state)));
}

Html table(const Words& words, std::span<const OutboxMail> messages) {
    const auto head = [&](std::string_view key) { return el("th", attr("scope", "col"), words(key)); };
    return el("div", cls("k-scroll"),
              el("table",
                 el("thead", el("tr", head("outbox_mail.created_at"), head("outbox_mail.recipient"),
                                head("outbox_mail.subject"), head("outbox_mail.state"))),
                 el("tbody", each(messages, [&](const OutboxMail& mail) { return row(words, mail); }))));
}

Html details(const Words& words, const OutboxMail& mail) {
    const auto pair = [&](std::string_view key, const Html& value) {
        return el("dt", words(key)) + el("dd", value);
    };
    Html list = pair("outbox_mail.recipient", shown_recipient(mail)) +
                pair("outbox_mail.created_at", moment(words, mail.created_at)) +
                pair("outbox_mail.state", state_name(words, mail.state));
    if (mail.last_error) list += pair("outbox_mail.last_error", *mail.last_error);
    return el("dl", cls("k-facts"), list);
}

/// Where the address ends that begins at the start of the text; a full stop or bracket after it is the
/// sentence's.
std::size_t address_length(std::string_view text) {
    auto length = std::min(text.find_first_of(" \t\n<>\""), text.size());
    while (length > 0 && std::string_view(".,;:!?)").find(text[length - 1]) != std::string_view::npos)
        --length;
    return length;
}

}  // namespace

Html linked(std::string_view text) {
    Html out;
    while (!text.empty()) {
        const auto begin = std::min({text.find("http://"), text.find("https://"), text.size()});
        out += Html(text.substr(0, begin));
        text.remove_prefix(begin);
        const auto address = text.substr(0, address_length(text));
        if (!address.empty()) out += el("a", href(address), address);
        text.remove_prefix(address.size());
    }
    return out;
}

pages::Content outbox_page(const Words& words, std::span<const OutboxMail> messages) {
    const Html lead = el("p", cls("k-lead"), words("outbox_mail.lead"));
    return framed("/dev/mail", words("outbox_mail.title"),
                  lead + (messages.empty() ? el("p", words("outbox_mail.empty")) : table(words, messages)));
}

pages::Content message_page(const Words& words, const OutboxMail& stored, const std::optional<Mail>& mail) {
    const Html body = mail ? el("pre", cls("k-letter"), attr("lang", stored.language), linked(mail->body))
                           : el("p", words("outbox_mail.unreadable"));
    return framed(
        "/dev/mail/" + stored.id.str(), stored.subject,
        details(words, stored) + body + el("p", el("a", href("/dev/mail"), words("outbox_mail.title"))));
}

}  // namespace konbit::mail
