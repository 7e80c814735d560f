// SPDX-License-Identifier: Apache-2.0
#include "http/wire/connection.hpp"

#include "http/wire/message.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <array>

namespace konbit::http {

namespace {

namespace asio = boost::asio;

constexpr std::size_t read_size = 8 * 1024;
constexpr std::size_t lingering_bytes = 1024 * 1024;
constexpr std::chrono::milliseconds lingering_time{2'000};
constexpr std::string_view go_ahead = "HTTP/1.1 100 Continue\r\n\r\n";

/// Errors as values; made anew for each call because co_await takes it by value.
auto quietly() { return asio::as_tuple(asio::use_awaitable); }

}  // namespace

Connection::Connection(Socket socket, Loop& loop, const Shared& shared, bool is_surplus)
    : socket_(std::move(socket)), loop_(loop), shared_(shared), is_surplus_(is_surplus) {
    boost::system::error_code error;
    const auto remote = socket_.remote_endpoint(error);
    if (const auto address = Address::parse(remote.address().to_string())) peer_ = address->text();
    socket_.set_option(asio::ip::tcp::no_delay(true), error);
    loop_.add(*this);
}

Connection::~Connection() { loop_.remove(*this); }

void Connection::expire(Loop::Clock::time_point now) {
    if (now < deadline_) return;
    deadline_ = Loop::Clock::time_point::max();
    has_expired_ = true;
    boost::system::error_code ignored;
    socket_.cancel(ignored);
}

void Connection::close() {
    boost::system::error_code ignored;
    socket_.shutdown(Socket::shutdown_both, ignored);
    socket_.close(ignored);
}

Connection::Milliseconds Connection::with_size(Milliseconds base, std::uint64_t bytes) const {
    return base + Milliseconds(bytes * 1000 / shared_.options.limits.slowest_bytes_per_s);
}

asio::awaitable<void> Connection::serve() {
    const auto self = shared_from_this();
    if (co_await shake_hands()) {
        while (co_await exchange()) is_first_ = false;
        co_await say_good_bye();
    }
    close();
}

/// Begins https where the server speaks it. @return False when the client does not, or is too slow.
asio::awaitable<bool> Connection::shake_hands() {
    if (shared_.tls == nullptr) co_return true;
    tls_.emplace(socket_, *shared_.tls->current());
    set_deadline(shared_.options.limits.header_deadline);
    const auto [error] = co_await tls_->async_handshake(asio::ssl::stream_base::server, quietly());
    co_return !error;
}

/// Tells a client over https that nothing was cut off, and waits a moment for its word.
asio::awaitable<void> Connection::say_good_bye() {
    if (!tls_ || has_expired_ || !socket_.is_open()) co_return;
    set_deadline(lingering_time);
    co_await tls_->async_shutdown(quietly());
}

/// One request and its answer. @return False when the connection is to be closed.
asio::awaitable<bool> Connection::exchange() {
    Parser parser;
    Request request;
    if (!co_await read_head(parser, request)) co_return false;
    if (is_surplus_) {
        const Refusal busy{503, "too_many_connections"};
        co_return co_await refuse(busy);
    }
    if (!co_await read_body(parser, request)) co_return false;
    // Nothing is waited for while a handler works: its own limits hold.
    deadline_ = Loop::Clock::time_point::max();
    auto& application = shared_.application;
    Response response = co_await on_worker([&] { return application.answer(request); });
    const bool has_body = request.method != Method::head;
    const bool keeps_alive = parser.keeps_alive() && !loop_.is_stopping();
    co_return co_await write(std::move(response), has_body, keeps_alive);
}

asio::awaitable<bool> Connection::read_head(Parser& parser, Request& request) {
    if (loop_.is_stopping() && input_.empty()) co_return false;
    const auto& limits = shared_.options.limits;
    set_deadline(is_first_ ? limits.header_deadline : limits.idle_deadline);
    std::size_t scanned = 0;
    HeadProgress progress;
    bool has_begun = false;
    while (true) {
        if (input_.starts_with("\r\n")) input_.erase(0, 2);  // some clients end a body with it
        if (!input_.empty() && !has_begun) {
            has_begun = true;
            if (!is_first_) set_deadline(limits.header_deadline);
        }
        progress = scan_head(input_, limits.header_bytes, scanned);
        if (progress.refusal) co_return co_await refuse(*progress.refusal);
        if (progress.size > 0) break;
        is_idle_ = !has_begun;
        const bool came = co_await read_more();
        is_idle_ = false;
        if (came) continue;
        if (!has_expired_ || !has_begun) co_return false;
        const Refusal slow{408, "slow_header"};
        co_return co_await refuse(slow);
    }
    const auto bad = parser.read_head(std::string_view(input_).substr(0, progress.size), request);
    if (bad) co_return co_await refuse(*bad);
    input_.erase(0, progress.size);
    auto origin = shared_.options.proxies.origin(peer_, request.headers);
    request.client = std::move(origin.client);
    request.secure = origin.secure || tls_.has_value();
    co_return true;
}

/// Large bodies, those of unknown length and those that wait for our word are refused before they come.
asio::awaitable<bool> Connection::is_admitted(Parser& parser, Request& request) {
    const auto small = shared_.options.limits.small_body_bytes;
    const bool is_small = !parser.is_chunked() && parser.content_length().value_or(0) <= small;
    if (is_small && !parser.expects_continue()) co_return true;
    auto& application = shared_.application;
    bool is_refused = false;
    Response refusal = co_await on_worker([&] {
        auto answer = application.refusal(request);
        is_refused = answer.has_value();
        return is_refused ? std::move(*answer) : Response{};
    });
    if (!is_refused) co_return true;
    co_await write(std::move(refusal), true, false);
    co_await linger();
    co_return false;
}

asio::awaitable<bool> Connection::read_body(Parser& parser, Request& request) {
    const auto limit = shared_.application.admit(request);
    if (const auto too_large = parser.limit_body(limit)) co_return co_await refuse(*too_large);
    if (parser.is_complete()) co_return true;
    if (!parser.is_chunked() && parser.content_length().value_or(0) == 0) co_return true;
    if (!co_await is_admitted(parser, request)) co_return false;
    if (parser.expects_continue() && input_.empty() && !co_await ask_for_body()) co_return false;

    set_deadline(with_size(shared_.options.limits.body_deadline, parser.content_length().value_or(limit)));
    while (true) {
        const auto bad = parser.read_body(input_);
        if (bad) co_return co_await refuse(*bad);
        if (parser.is_complete()) break;
        if (co_await read_more()) continue;
        if (!has_expired_) co_return false;
        const Refusal slow{408, "slow_body"};
        co_return co_await refuse(slow);
    }
    request.body = parser.take_body();
    co_return true;
}

asio::awaitable<bool> Connection::read_more() {
    if (tls_) co_return co_await read_from(*tls_);
    co_return co_await read_from(socket_);
}

template <class Stream>
asio::awaitable<bool> Connection::read_from(Stream& stream) {
    const auto before = input_.size();
    input_.resize(before + read_size);
    const auto buffer = asio::buffer(input_.data() + before, read_size);
    const auto [error, size] = co_await stream.async_read_some(buffer, quietly());
    input_.resize(before + size);
    co_return !error && size > 0;
}

asio::awaitable<bool> Connection::ask_for_body() { co_return co_await send(asio::buffer(go_ahead)); }

template <class Buffers>
asio::awaitable<bool> Connection::send(const Buffers& buffers) {
    if (tls_) {
        const auto [error, size] = co_await asio::async_write(*tls_, buffers, quietly());
        co_return !error;
    }
    const auto [error, size] = co_await asio::async_write(socket_, buffers, quietly());
    co_return !error;
}

asio::awaitable<Response> Connection::on_worker(std::function<Response()> work) {
    Response response;
    bool is_busy = false;
    auto hand_over = [&](auto resume) {
        Workers::Work job = [this, &response, &work, &is_busy, resume = std::move(resume)]() mutable {
            response = is_busy ? busy() : work();
            // Back to the loop's thread, where everything else of this connection happens.
            asio::post(loop_.context, std::move(resume));
        };
        if (shared_.workers.try_run(job)) return;
        is_busy = true;
        job();
    };
    co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(hand_over, asio::use_awaitable);
    co_return response;
}

Response Connection::busy() { return shared_.application.broken(503, "busy").with("retry-after", "1"); }

asio::awaitable<bool> Connection::write(Response response, bool has_body, bool keeps_alive) {
    const std::string head = head_of(response, keeps_alive);
    const auto body = has_body && !is_bodiless(response.status) ? view(response.body) : std::string_view{};
    const std::array buffers{asio::buffer(head), asio::buffer(body)};
    set_deadline(with_size(shared_.options.limits.write_deadline, body.size()));
    co_return co_await send(buffers) && keeps_alive;
}

/// Answers what is no acceptable request, and closes. @return Always false, for the caller to pass on.
asio::awaitable<bool> Connection::refuse(Refusal refusal) {
    has_expired_ = false;
    Response response = shared_.application.broken(refusal.status, refusal.reason);
    co_await write(std::move(response), true, false);
    co_await linger();
    co_return false;
}

/// Reads on for a moment after the last answer: closing with unread bytes would reset the connection, and the
/// client might never see the answer.
asio::awaitable<void> Connection::linger() {
    co_await say_good_bye();
    boost::system::error_code ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    set_deadline(lingering_time);
    std::size_t thrown_away = 0;
    while (thrown_away < lingering_bytes && !has_expired_) {
        input_.clear();
        if (!co_await read_from(socket_)) break;
        thrown_away += input_.size();
    }
}

}  // namespace konbit::http
