// SPDX-License-Identifier: Apache-2.0
#include "http/outgoing_url.hpp"

#include <gtest/gtest.h>

#include <array>

namespace konbit::http {

namespace {

struct Case {
    std::string_view url;
    std::string_view read_as;  ///< Empty where the server must not ask.
};

// Forms by which servers were talked into asking inside their own network, and neighbours of each that are
// harmless.
constexpr auto urls = std::to_array<Case>({
    {"https://accounts.example.org", "https://accounts.example.org:443/"},
    {"https://accounts.example.org/", "https://accounts.example.org:443/"},
    {"https://accounts.example.org:443/a?b=c", "https://accounts.example.org:443/a?b=c"},
    {"https://accounts.example.org?b=c", "https://accounts.example.org:443/?b=c"},
    {"https://ACCOUNTS.Example.ORG/A", "https://accounts.example.org:443/A"},
    {"https://xn--bcher-kva.example/%2e%2e/", "https://xn--bcher-kva.example:443/%2e%2e/"},
    {"https://a.b.c.d.example/.well-known/openid-configuration",
     "https://a.b.c.d.example:443/.well-known/openid-configuration"},
    {"https://127.0.0.1.example.org/", "https://127.0.0.1.example.org:443/"},
    // Other schemes and spellings of them.
    {"", ""},
    {"http://accounts.example.org/", ""},
    {"HTTPS://accounts.example.org/", ""},
    {"ftp://accounts.example.org/", ""},
    {"file:///etc/passwd", ""},
    {"gopher://accounts.example.org:443/", ""},
    {"javascript:alert(1)", ""},
    {"//accounts.example.org/", ""},
    {"https:/accounts.example.org/", ""},
    {"https:accounts.example.org", ""},
    {" https://accounts.example.org/", ""},
    {"https://", ""},
    {"https:///path", ""},
    // Other ports.
    {"https://accounts.example.org:80/", ""},
    {"https://accounts.example.org:22/", ""},
    {"https://accounts.example.org:8443/", ""},
    {"https://accounts.example.org:/", ""},
    {"https://accounts.example.org:0443/", ""},
    {"https://accounts.example.org:65979/", ""},
    {"https://accounts.example.org:443:443/", ""},
    {"https://accounts.example.org:+443/", ""},
    // A user in front, and what looks like one.
    {"https://user@accounts.example.org/", ""},
    {"https://user:word@accounts.example.org/", ""},
    {"https://accounts.example.org@127.0.0.1/", ""},
    {"https://accounts.example.org%40127.0.0.1/", ""},
    {"https://accounts.example.org\\@127.0.0.1/", ""},
    {"https://127.0.0.1#@accounts.example.org/", ""},
    {"https://accounts.example.org/#fragment", ""},
    // This machine and its network by name.
    {"https://localhost/", ""},
    {"https://konbit.localhost/", ""},
    {"https://printer.local/", ""},
    {"https://metadata.google.internal/", ""},
    {"https://router.lan/", ""},
    {"https://box.home.arpa/", ""},
    {"https://hidden.onion/", ""},
    {"https://intranet/", ""},
    {"https://accounts.example.org./", ""},
    {"https://.example.org/", ""},
    {"https://accounts..example.org/", ""},
    {"https://-accounts.example.org/", ""},
    {"https://acc_ounts.example.org/", ""},
    // Addresses in figures: dotted, shortened, whole, octal, hexadecimal, wide digits, IPv6.
    {"https://127.0.0.1/", ""},
    {"https://93.184.216.34/", ""},
    {"https://127.1/", ""},
    {"https://2130706433/", ""},
    {"https://017700000001/", ""},
    {"https://0177.0.0.1/", ""},
    {"https://0x7f000001/", ""},
    {"https://0x7f.0.0.1/", ""},
    {"https://127.0.0.0x1/", ""},
    {"https://0/", ""},
    {"https://169.254.169.254/latest/meta-data/", ""},
    {"https://[::1]/", ""},
    {"https://[::ffff:127.0.0.1]/", ""},
    {"https://[::ffff:7f00:1]/", ""},
    {"https://[64:ff9b::7f00:1]/", ""},
    {"https://[fe80::1%25eth0]/", ""},
    {"https://\xE2\x91\xA0\xE2\x91\xA1\xE2\x91\xA6.0.0.1/", ""},
    {"https://b\xC3\xBC"
     "cher.example/",
     ""},
    // What other parsers cut differently.
    {"https://accounts.example.org\t/", ""},
    {"https://accounts.example.org\r\nHost: other/", ""},
    {"https://accounts.example.org/a b", ""},
    {"https://accounts.example.org\\evil/", ""},
    {"https://accounts.example.org/{a}", ""},
    {"https://accounts.example.org%2f/", ""},
});

// Where names lead: nothing but the public Internet.
constexpr auto not_public = std::to_array<std::string_view>({
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.8.8.8",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::127.0.0.1",
    "64:ff9b::808:808",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:808:808::1",
    "3fff::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "5f00::1",
    "",
    "host",
});
constexpr auto is_public = std::to_array<std::string_view>({
    "8.8.8.8",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "223.255.255.255",
    "2001:4860:4860::8888",
    "2606:4700::1111",
    "2a00:1450:4001:80b::200e",
});

}  // namespace

TEST(OutgoingUrl, LeadsToNamedHostsByHttpsOnly) {
    static_assert(urls.size() >= 60);
    const OutgoingRules rules;
    for (const auto& [url, read_as] : urls) {
        const auto found = rules.admitted(url);
        EXPECT_EQ(found ? found->text() : "", read_as) << url;
    }
}

TEST(OutgoingUrl, IsNotReadBeyondItsLimit) {
    const std::string path(2048, 'a');
    EXPECT_FALSE(OutgoingRules().admitted("https://accounts.example.org/" + path));
}

TEST(OutgoingUrl, LeadsToPublicAddressesOnly) {
    for (const auto each : not_public) EXPECT_FALSE(is_public_address(each)) << each;
    for (const auto each : is_public) EXPECT_TRUE(is_public_address(each)) << each;
    EXPECT_TRUE(OutgoingRules().admits_address("8.8.8.8", 443));
    EXPECT_FALSE(OutgoingRules().admits_address("8.8.8.8", 80));
}

TEST(OutgoingUrl, LeadsToLoopbackWhereATestNamedThePort) {
    const auto rules = OutgoingRules::parse("127.0.0.1:9000,127.0.0.1:9001").value();
    EXPECT_EQ(rules.admitted("http://127.0.0.1:9000/keys")->text(), "http://127.0.0.1:9000/keys");
    EXPECT_TRUE(rules.admits_address("127.0.0.1", 9001));
    EXPECT_FALSE(rules.admitted("http://127.0.0.1:9002/"));
    EXPECT_FALSE(rules.admitted("http://localhost:9000/"));
    EXPECT_FALSE(rules.admits_address("127.0.0.1", 9002));
    EXPECT_FALSE(rules.admits_address("10.0.0.1", 9000));
}

TEST(OutgoingUrl, NamesNothingButLoopbackForTests) {
    for (const auto* allowed :
         {"10.0.0.1:80", "localhost:80", "127.0.0.1", "127.0.0.1:", "127.0.0.2:80", ","})
        EXPECT_FALSE(OutgoingRules::parse(allowed)) << allowed;
}

}  // namespace konbit::http
