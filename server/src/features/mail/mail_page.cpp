// SPDX-License-Identifier: Apache-2.0
#include "features/mail/mail_page.hpp"

#include "http/page.hpp"

#include <algorithm>

namespace konbit::mail {

namespace {

using namespace html;

/// The words of one page.
struct Words {
    const Catalog& texts;
    std::string_view language;

    std::string operator()(std::string_view key) const { return texts.text(language, key); }
    std::string state(MailState state) const {
        return texts.text(language, "outbox_mail.state." + std::string(name_of(state)));
    }
};

std::string whole_page(const Words& words, const std::string& title, const Html& content) {
    Head head;
    head.language = words.language;
    head.title = title;
    head.indexed = false;
    return document(head, el("main", el("h1", title), content));
}

std::string shown_recipient(const OutboxMail& mail) {
    return mail.recipient_name.empty() ? mail.recipient : mail.recipient_name + " <" + mail.recipient + ">";
}

Html moment(Instant at) { return el("time", attr("datetime", at.str()), at.str().substr(0, 16) + "Z"); }

Html row(const Words& words, const OutboxMail& mail) {
    return el("tr", el("td", moment(mail.created_at)), el("td", shown_recipient(mail)),
              el("td", el("a", href("/dev/mail/" + mail.id.str()), mail.subject)),
              el("td", words.state(mail.state)));
}

Html table(const Words& words, std::span<const OutboxMail> messages) {
    const auto head = [&](std::string_view key) { return el("th", attr("scope", "col"), words(key)); };
    return el("table",
              el("thead", el("tr", head("outbox_mail.created_at"), head("outbox_mail.recipient"),
                             head("outbox_mail.subject"), head("outbox_mail.state"))),
              el("tbody", each(messages, [&](const OutboxMail& mail) { return row(words, mail); })));
}

Html details(const Words& words, const OutboxMail& mail) {
    const auto pair = [&](std::string_view key, const Html& value) {
        return el("dt", words(key)) + el("dd", value);
    };
    Html list = pair("outbox_mail.recipient", shown_recipient(mail)) +
                pair("outbox_mail.created_at", moment(mail.created_at)) +
                pair("outbox_mail.state", words.state(mail.state));
    if (mail.last_error) list += pair("outbox_mail.last_error", *mail.last_error);
    return el("dl", list);
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

std::string outbox_page(const Catalog& texts, std::string_view language,
                        std::span<const OutboxMail> messages) {
    const Words words{texts, language};
    return whole_page(words, words("outbox_mail.title"),
                      messages.empty() ? el("p", words("outbox_mail.empty")) : table(words, messages));
}

std::string message_page(const Catalog& texts, std::string_view language, const OutboxMail& stored,
                         const std::optional<Mail>& mail) {
    const Words words{texts, language};
    const Html body = mail ? el("pre", attr("lang", stored.language), linked(mail->body))
                           : el("p", words("outbox_mail.unreadable"));
    return whole_page(
        words, stored.subject,
        details(words, stored) + body + el("p", el("a", href("/dev/mail"), words("outbox_mail.title"))));
}

}  // namespace konbit::mail
