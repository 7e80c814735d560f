// SPDX-License-Identifier: Apache-2.0
#include "http/server.hpp"

#include "http/problem.hpp"
#include "http/testing/raw_client.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <memory>
#include <stdexcept>
#include <thread>

namespace konbit::http {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::RawClient;
using testing::status_in;

/// Answers with what it got: method, path and body length. "/slow" takes a while, "/held" waits to be
/// released; "/closed" admits no body.
class Echo final : public Application {
  public:
    std::size_t admit(Request&) override { return 1024 * 1024; }
    std::optional<Response> refusal(Request& head) override {
        if (head.path == "/closed") return problem(403, "closed", "id");
        return std::nullopt;
    }
    Response answer(Request& request) override {
        ++answered;
        if (request.path == "/slow") std::this_thread::sleep_for(200ms);
        if (request.path == "/held") released.wait(false);
        return content(std::string(name_of(request.method)) + " " + request.path + " " +
                           std::to_string(request.body.size()),
                       "text/plain");
    }
    Response broken(int status, std::string_view reason) override { return problem(status, reason, "id"); }

    /// Until so many requests have begun to be answered.
    void wait_for(int count) const {
        while (answered < count) std::this_thread::sleep_for(1ms);
    }
    void release() {
        released = true;
        released.notify_all();
    }

    std::atomic<int> answered{0};
    std::atomic<bool> released{false};
};

struct ServerTest : ::testing::Test {
    Echo echo;
    std::unique_ptr<Server> server;

    /// Limits that no test meets by chance.
    static ServerOptions patient() {
        ServerOptions options;
        options.port = 0;
        return options;
    }

    static ServerOptions impatient() {
        auto options = patient();
        options.limits.header_deadline = 300ms;
        options.limits.body_deadline = 300ms;
        options.limits.slowest_bytes_per_s = 1024 * 1024 * 1024;
        return options;
    }

    std::uint16_t start(ServerOptions options = patient()) {
        server = std::make_unique<Server>(std::move(options), echo);
        const auto port = server->port();
        server->start();
        return port;
    }
};

struct Malformed {
    const char* name;
    std::string bytes;
    int status;
};

std::string with_headers(const std::string& lines) { return "GET / HTTP/1.1\r\n" + lines + "\r\n"; }

std::string post(const std::string& lines) { return "POST / HTTP/1.1\r\nHost: a\r\n" + lines; }

std::string many_headers() {
    std::string lines = "Host: a\r\n";
    for (int i = 0; i < 5000; ++i) lines += "X: y\r\n";
    return with_headers(lines);
}

const std::vector<Malformed> malformed{
    {"NoHost", with_headers(""), 400},
    {"TwoHosts", with_headers("Host: a\r\nHost: b\r\n"), 400},
    {"EmptyHost", with_headers("Host: \r\n"), 400},
    {"HostWithBlank", with_headers("Host: a b\r\n"), 400},
    {"HostWithUser", with_headers("Host: u@a\r\n"), 400},
    {"LengthAndCoding", post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400},
    {"CodingAndLength", post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n"), 400},
    {"UnknownCoding", post("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"), 400},
    {"TwoCodings", post("Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"), 400},
    {"CodingTwice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400},
    {"CodingWithControl",
     post("Transfer-Encoding: \x0B"
          "chunked\r\n\r\n0\r\n\r\n"),
     400},
    {"TwoLengths", post("Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc"), 400},
    {"LengthList", post("Content-Length: 3, 4\r\n\r\nabc"), 400},
    {"LengthListOfEquals", post("Content-Length: 3, 3\r\n\r\nabc"), 400},
    {"SameLengthTwice", post("Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc"), 400},
    {"LengthWithPlus", post("Content-Length: +3\r\n\r\nabc"), 400},
    {"NegativeLength", post("Content-Length: -1\r\n\r\n"), 400},
    {"HexLength", post("Content-Length: 0x3\r\n\r\nabc"), 400},
    {"LengthOverflow", post("Content-Length: 99999999999999999999999\r\n\r\n"), 400},
    {"BlankBeforeColon", with_headers("Host : a\r\n"), 400},
    {"FoldedLine", with_headers("Host: a\r\nX: y\r\n z\r\n"), 400},
    {"BareLineFeed", "GET / HTTP/1.1\nHost: a\n\n", 400},
    {"BareCarriageReturn", with_headers("Host: a\r\nX: y\rz\r\n"), 400},
    {"NulInValue", with_headers(std::string("Host: a\r\nX: y\0z\r\n", 16)), 400},
    {"NoColon", with_headers("Host: a\r\nnonsense\r\n"), 400},
    {"EmptyName", with_headers("Host: a\r\n: x\r\n"), 400},
    {"Version99", "GET / HTTP/9.9\r\nHost: a\r\n\r\n", 400},
    {"Version2", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 400},
    {"NoVersion", "GET /\r\nHost: a\r\n\r\n", 400},
    {"UnknownMethod", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
    {"Connect", "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", 501},
    {"AbsoluteTarget", "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"StarTarget", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"TargetWithFragment", "GET /#x HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"BrokenEscape", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"EscapedNul", "GET /a%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"EscapedSlash", "GET /a%2Fb HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"OverlongUtf8", "GET /%c0%af HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"BrokenQuery", "GET /?q=%f HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"Tls", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), 400},
    {"BigHeader", with_headers("Host: a\r\nX: " + std::string(40'000, 'y') + "\r\n"), 431},
    {"LongTarget", "GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 431},
    {"ManyHeaders", many_headers(), 431},
    {"BigBody", post("Content-Length: 2000000\r\n\r\n") + std::string(2'000'000, 'x'), 413},
    {"HugeBodyDeclared", post("Content-Length: 10000000000\r\n\r\n"), 413},
    {"BigChunk",
     post("Transfer-Encoding: chunked\r\n\r\n1E8480\r\n") + std::string(2'000'000, 'x') + "\r\n0\r\n\r\n",
     413},
    {"ChunkSizeOverflow", post("Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n"), 400},
    {"ChunkSizeNoHex", post("Transfer-Encoding: chunked\r\n\r\nxyz\r\n"), 400},
    {"ChunkExtensionFlood", post("Transfer-Encoding: chunked\r\n\r\n1;" + std::string(100'000, 'e')), 400},
    {"ChunkWithoutEnd", post("Transfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n0\r\n\r\n"), 400},
};

class MalformedTest : public ServerTest, public ::testing::WithParamInterface<Malformed> {};

TEST_P(MalformedTest, IsRefusedInWordsAndClosed) {
    const auto port = start();
    RawClient client(port);
    client.send(GetParam().bytes);
    const auto answer = client.until_closed();
    EXPECT_EQ(status_in(answer), GetParam().status) << answer;
    EXPECT_THAT(answer, HasSubstr("Connection: close\r\n"));
    EXPECT_THAT(answer, HasSubstr("application/problem+json"));
    EXPECT_TRUE(client.is_closed());
    EXPECT_EQ(echo.answered, 0);
}

INSTANTIATE_TEST_SUITE_P(Requests, MalformedTest, ::testing::ValuesIn(malformed),
                         [](const auto& info) { return std::string(info.param.name); });

TEST_F(ServerTest, KeepsTheConnection) {
    RawClient client(start());
    client.send("GET /one HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_THAT(client.answers(1), HasSubstr("GET /one 0"));
    client.send("POST /two HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
    EXPECT_THAT(client.answers(1), HasSubstr("POST /two 3"));
}

TEST_F(ServerTest, AnswersThirtyPipelinedRequestsInOrder) {
    RawClient client(start());
    std::string requests;
    for (int i = 0; i < 30; ++i) requests += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
    client.send(requests);
    const auto answers = client.answers(30);
    std::size_t at = 0;
    for (int i = 0; i < 30; ++i) {
        at = answers.find("GET /" + std::to_string(i) + " 0", at);
        ASSERT_NE(at, answers.npos) << i;
    }
}

TEST_F(ServerTest, ReadsChunkedBodies) {
    RawClient client(start());
    client.send(post("Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"));
    std::this_thread::sleep_for(20ms);
    client.send("2;x=y\r\nde\r\n0\r\n\r\n");
    EXPECT_THAT(client.answers(1), HasSubstr("POST / 5"));
}

TEST_F(ServerTest, GivesHeadTheLengthWithoutTheBody) {
    RawClient client(start());
    client.send("HEAD /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    const auto answer = client.until_closed();
    EXPECT_THAT(answer, HasSubstr("Content-Length: 9\r\n"));
    EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
}

TEST_F(ServerTest, ClosesWhenAskedToAndForOldClients) {
    const auto port = start();
    RawClient asked(port), old(port);
    asked.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    old.send("GET / HTTP/1.0\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_in(asked.until_closed()), 200);
    EXPECT_EQ(status_in(old.until_closed()), 200);
    EXPECT_TRUE(asked.is_closed() && old.is_closed());
}

TEST_F(ServerTest, SendsForTheBodyThatWaits) {
    RawClient client(start());
    client.send(post("Content-Length: 3\r\nExpect: 100-continue\r\n\r\n"));
    EXPECT_EQ(client.answers(1), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("abc");
    EXPECT_THAT(client.answers(1), HasSubstr("POST / 3"));
}

TEST_F(ServerTest, RefusesALargeBodyBeforeItComes) {
    const auto port = start();
    RawClient waiting(port), pushing(port);
    waiting.send("PUT /closed HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(status_in(waiting.until_closed()), 403);
    pushing.send("PUT /closed HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n");
    EXPECT_EQ(status_in(pushing.answers(1)), 403);
    EXPECT_EQ(echo.answered, 0);
}

TEST_F(ServerTest, GivesUpOnASlowHeader) {
    RawClient client(start(impatient()));
    client.send("GET / HT");
    const auto started = std::chrono::steady_clock::now();
    EXPECT_EQ(status_in(client.until_closed()), 408);
    EXPECT_LT(std::chrono::steady_clock::now() - started, 2s);
}

TEST_F(ServerTest, GivesUpOnAHeaderThatComesByDrops) {
    RawClient client(start(impatient()));
    for (const char drop : std::string_view("GET / HTTP")) {
        client.send({&drop, 1});
        std::this_thread::sleep_for(40ms);
    }
    EXPECT_EQ(status_in(client.until_closed()), 408);
}

TEST_F(ServerTest, GivesUpOnASlowBody) {
    RawClient client(start(impatient()));
    client.send(post("Content-Length: 10\r\n\r\nabc"));
    EXPECT_EQ(status_in(client.until_closed()), 408);
    EXPECT_EQ(echo.answered, 0);
}

TEST_F(ServerTest, ClosesSilentConnections) {
    auto options = patient();
    options.limits.idle_deadline = 200ms;
    RawClient client(start(options));
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_in(client.answers(1)), 200);
    EXPECT_EQ(client.until_closed(2s), "");
    EXPECT_TRUE(client.is_closed());
}

TEST_F(ServerTest, TellsSurplusConnectionsToComeBack) {
    auto options = patient();
    options.limits.connections = 1;
    const auto port = start(options);
    RawClient first(port);
    first.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_in(first.answers(1)), 200);
    RawClient second(port);
    second.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_in(second.until_closed()), 503);
}

TEST_F(ServerTest, TellsClientsToComeBackWhenAllWorkersAreBusy) {
    auto options = patient();
    options.workers = 1;
    options.limits.queued_requests = 1;
    const auto port = start(options);
    RawClient working(port), queued(port), refused(port);
    working.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
    echo.wait_for(1);
    queued.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    std::this_thread::sleep_for(500ms);  // nothing tells from outside that it waits
    refused.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto answer = refused.answers(1);
    echo.release();
    EXPECT_EQ(status_in(answer), 503);
    EXPECT_THAT(answer, HasSubstr("retry-after: 1\r\n"));
    EXPECT_EQ(status_in(working.answers(1)), 200);
    EXPECT_EQ(status_in(queued.answers(1)), 200);
}

TEST_F(ServerTest, FinishesWhatIsUnderWayWhenItStops) {
    const auto port = start();
    RawClient working(port), idle(port);
    idle.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_in(idle.answers(1)), 200);
    working.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
    echo.wait_for(2);
    server->stop();
    echo.release();
    const auto answer = working.until_closed();
    EXPECT_EQ(status_in(answer), 200);
    EXPECT_THAT(answer, HasSubstr("Connection: close\r\n"));
    EXPECT_EQ(idle.until_closed(), "");
    EXPECT_TRUE(idle.is_closed());
    server->wait();
    EXPECT_THROW(RawClient late(port), std::system_error);
}

TEST_F(ServerTest, StopsOnASignal) {
    auto options = patient();
    options.stops_on_signals = true;
    start(options);
    std::raise(SIGTERM);
    server->wait();
    SUCCEED();
}

TEST_F(ServerTest, DoesNotShareItsPort) {
    auto options = patient();
    options.port = start();
    EXPECT_THROW(Server(options, echo), std::system_error);
}

TEST_F(ServerTest, SurvivesClientsThatVanish) {
    const auto port = start();
    for (int i = 0; i < 50; ++i) {
        RawClient client(port);
        client.send(i % 2 == 0 ? "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"
                               : "POST / HTTP/1.1\r\nHost: a\r\nContent-Le");
    }
    RawClient client(port);
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_in(client.answers(1, 10s)), 200);
}

}  // namespace
}  // namespace konbit::http
