// SPDX-License-Identifier: Apache-2.0
#include "features/fetch/fetch.hpp"

#include "core/log.hpp"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <memory>
#include <semaphore>
#include <stdexcept>

namespace konbit::fetch {

namespace {

using Transfer = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

constexpr std::size_t most_header_bytes = 16 * 1024;
constexpr std::ptrdiff_t most_at_once = 4;
constexpr int first_redirect = 300;

std::unexpected<Error> failed(std::string reason) {
    return failure(ErrorCode::unavailable, std::move(reason));
}

template <class Value>
void set(const Transfer& transfer, CURLoption option, Value value) {
    if (curl_easy_setopt(transfer.get(), option, value) != CURLE_OK)
        throw std::logic_error("libcurl refuses option " + std::to_string(option));
}

/// What becomes of one request, told by the library's callbacks.
struct Course {
    const http::OutgoingRules& rules;
    std::size_t most_bytes;
    std::string body{};
    std::size_t header_bytes = 0;
    bool is_refused = false;
    bool is_too_large = false;
};

/// "address" and port as the socket would connect to them; IPv6 keeps its colons even when it holds an IPv4.
struct Place {
    std::string address;
    std::uint16_t port = 0;
};

Place place_of(const sockaddr& target) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (target.sa_family == AF_INET) {
        const auto& v4 = reinterpret_cast<const sockaddr_in&>(target);
        inet_ntop(AF_INET, &v4.sin_addr, text.data(), text.size());
        return {text.data(), ntohs(v4.sin_port)};
    }
    if (target.sa_family != AF_INET6) return {};
    const auto& v6 = reinterpret_cast<const sockaddr_in6&>(target);
    inet_ntop(AF_INET6, &v6.sin6_addr, text.data(), text.size());
    return {text.data(), ntohs(v6.sin6_port)};
}

/// Between the look-up of a name and the connection nothing can change: this is the address that is connected
/// to.
curl_socket_t open_socket(void* course, curlsocktype, curl_sockaddr* target) {
    auto& self = *static_cast<Course*>(course);
    const Place place = place_of(target->addr);
    if (!self.rules.admits_address(place.address, place.port)) {
        self.is_refused = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(target->family, target->socktype | SOCK_CLOEXEC, target->protocol);
}

std::size_t take_body(const char* bytes, std::size_t size, std::size_t count, void* course) {
    auto& self = *static_cast<Course*>(course);
    if (self.body.size() + size * count > self.most_bytes) {
        self.is_too_large = true;
        return 0;
    }
    self.body.append(bytes, size * count);
    return size * count;
}

std::size_t take_header(const char*, std::size_t size, std::size_t count, void* course) {
    auto& self = *static_cast<Course*>(course);
    self.header_bytes += size * count;
    self.is_too_large |= self.header_bytes > most_header_bytes;
    return self.is_too_large ? 0 : size * count;
}

void set_guard(const Transfer& transfer, const http::OutgoingUrl& url, const Order& order, Course& course) {
    set(transfer, CURLOPT_URL, url.text().c_str());
    set(transfer, CURLOPT_PROTOCOLS_STR, url.is_plain ? "http" : "https");
    set(transfer, CURLOPT_FOLLOWLOCATION, 0L);
    set(transfer, CURLOPT_PROXY, "");
    set(transfer, CURLOPT_NOSIGNAL, 1L);
    set(transfer, CURLOPT_TIMEOUT_MS, static_cast<long>(order.limit.count()));
    set(transfer, CURLOPT_SSL_VERIFYPEER, 1L);
    set(transfer, CURLOPT_SSL_VERIFYHOST, 2L);
    set(transfer, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(transfer, CURLOPT_OPENSOCKETFUNCTION, &open_socket);
    set(transfer, CURLOPT_OPENSOCKETDATA, &course);
    set(transfer, CURLOPT_WRITEFUNCTION, &take_body);
    set(transfer, CURLOPT_WRITEDATA, &course);
    set(transfer, CURLOPT_HEADERFUNCTION, &take_header);
    set(transfer, CURLOPT_HEADERDATA, &course);
}

List headers_of(const Order& order) {
    curl_slist* list = curl_slist_append(nullptr, "Accept: application/json");
    if (!order.authorization.empty())
        list = curl_slist_append(list, ("Authorization: " + order.authorization).c_str());
    return {list, curl_slist_free_all};
}

std::string reason_of(CURLcode code, const Course& course) {
    if (course.is_too_large) return "outgoing_too_large";
    if (course.is_refused) return "outgoing_refused";
    return code == CURLE_OPERATION_TIMEDOUT ? "outgoing_too_slow" : "outgoing_failed";
}

Result<Reply> perform(const http::OutgoingRules& rules, const http::OutgoingUrl& url, const Order& order) {
    const Transfer transfer(curl_easy_init(), curl_easy_cleanup);
    const List headers = headers_of(order);
    Course course{rules, order.most_bytes};
    set_guard(transfer, url, order, course);
    set(transfer, CURLOPT_HTTPHEADER, headers.get());
    if (!order.form.empty()) set(transfer, CURLOPT_POSTFIELDS, order.form.c_str());
    const CURLcode code = curl_easy_perform(transfer.get());
    if (code != CURLE_OK) {
        log::warning("outgoing request failed", {{"host", url.host}, {"why", curl_easy_strerror(code)}});
        return failed(reason_of(code, course));
    }
    long status = 0;
    curl_easy_getinfo(transfer.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status >= first_redirect && status < 400) return failed("outgoing_redirected");
    if (status >= 400) return failed("outgoing_failed");
    return Reply{static_cast<int>(status), std::move(course.body)};
}

/// A slow neighbour must not take every worker of the server along.
std::counting_semaphore<most_at_once>& turns() {
    static std::counting_semaphore<most_at_once> all(most_at_once);
    return all;
}

}  // namespace

Result<Reply> ask(const http::OutgoingRules& rules, const Order& order) {
    static const bool is_ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    if (!is_ready) throw std::runtime_error("libcurl cannot be initialised");
    const auto url = rules.admitted(order.url);
    if (!url) return failed("outgoing_refused");
    if (!turns().try_acquire()) return failed("outgoing_busy");
    struct Turn {
        ~Turn() { turns().release(); }
    } const turn;
    return perform(rules, *url, order);
}

}  // namespace konbit::fetch
