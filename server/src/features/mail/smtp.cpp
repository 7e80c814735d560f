// SPDX-License-Identifier: Apache-2.0
#include "features/mail/smtp.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace konbit::mail {

namespace {

using Transfer = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;
using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

void prepare_library() {
    static const bool is_ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    if (!is_ready) throw std::runtime_error("libcurl cannot be initialised");
}

template <class Value>
void set(const Transfer& transfer, CURLoption option, Value value) {
    if (curl_easy_setopt(transfer.get(), option, value) != CURLE_OK)
        throw std::logic_error("libcurl refuses option " + std::to_string(option));
}

std::string host_of(const std::string& url) {
    const Url parsed(curl_url(), curl_url_cleanup);
    char* host = nullptr;
    if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK ||
        curl_url_get(parsed.get(), CURLUPART_HOST, &host, 0) != CURLUE_OK)
        return {};
    const std::unique_ptr<char, decltype(&curl_free)> owned(host, curl_free);
    return host;
}

bool is_this_machine(const std::string& url) {
    const std::string host = host_of(url);
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

std::size_t read_some(char* to, std::size_t size, std::size_t count, void* from) {
    auto& rest = *static_cast<std::string_view*>(from);
    const std::size_t length = std::min(size * count, rest.size());
    std::copy_n(rest.data(), length, to);
    rest.remove_prefix(length);
    return length;
}

int ask_to_give_up(void* give_up, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return (*static_cast<const std::function<bool()>*>(give_up))() ? 1 : 0;
}

void set_limits(const Transfer& transfer, const SmtpServer& server, const std::function<bool()>& give_up) {
    set(transfer, CURLOPT_NOSIGNAL, 1L);
    set(transfer, CURLOPT_CONNECTTIMEOUT, static_cast<long>(server.connect_limit.count()));
    set(transfer, CURLOPT_TIMEOUT, static_cast<long>(server.limit.count()));
    set(transfer, CURLOPT_NOPROGRESS, 0L);
    set(transfer, CURLOPT_XFERINFOFUNCTION, &ask_to_give_up);
    set(transfer, CURLOPT_XFERINFODATA, &give_up);
}

void set_server(const Transfer& transfer, const SmtpServer& server) {
    set(transfer, CURLOPT_URL, server.url.c_str());
    set(transfer, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(transfer, CURLOPT_PROXY, "");  // the proxy variables of the environment are meant for the web
    set(transfer, CURLOPT_USE_SSL,
        static_cast<long>(is_this_machine(server.url) ? CURLUSESSL_TRY : CURLUSESSL_ALL));
}

/// A login that fails and a missing certificate are the operator's to mend, not a fault of this message.
bool is_about_the_message(CURLcode code, long reply) {
    return reply >= 500 && code != CURLE_LOGIN_DENIED && code != CURLE_USE_SSL_FAILED &&
           code != CURLE_OPERATION_TIMEDOUT;
}

DeliveryReport report(const Transfer& transfer, CURLcode code, std::string_view detail) {
    long reply = 0;
    curl_easy_getinfo(transfer.get(), CURLINFO_RESPONSE_CODE, &reply);
    if (code == CURLE_OK) return {Delivery::accepted, static_cast<int>(reply), {}};
    const auto delivery = is_about_the_message(code, reply) ? Delivery::refused : Delivery::postponed;
    return {delivery, static_cast<int>(reply),
            std::string(detail.empty() ? curl_easy_strerror(code) : detail)};
}

}  // namespace

DeliveryReport deliver(const SmtpServer& server, const Envelope& envelope,
                       const std::function<bool()>& give_up) {
    prepare_library();
    const Transfer transfer(curl_easy_init(), curl_easy_cleanup);
    const List recipients(curl_slist_append(nullptr, ("<" + envelope.to + ">").c_str()), curl_slist_free_all);
    std::array<char, CURL_ERROR_SIZE> detail{};
    std::string_view rest = envelope.text;

    set_server(transfer, server);
    set_limits(transfer, server, give_up);
    set(transfer, CURLOPT_ERRORBUFFER, detail.data());
    set(transfer, CURLOPT_MAIL_FROM, ("<" + envelope.from + ">").c_str());
    set(transfer, CURLOPT_MAIL_RCPT, recipients.get());
    set(transfer, CURLOPT_UPLOAD, 1L);
    set(transfer, CURLOPT_READFUNCTION, &read_some);
    set(transfer, CURLOPT_READDATA, &rest);
    return report(transfer, curl_easy_perform(transfer.get()), detail.data());
}

}  // namespace konbit::mail
