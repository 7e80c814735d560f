// SPDX-License-Identifier: Apache-2.0
#include "features/files/file_store.hpp"

#include "features/files/durable_file.hpp"
#include "features/testing/test_app.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace konbit::files {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view table = "name\nCoop Nord\n";

class Files : public konbit::testing::AppTest {
  protected:
    AccountId account(const std::string& email) {
        const auto id = new_id<AccountId>();
        db().write([&](db::Session& session) {
            session.change(R"(
                INSERT INTO accounts (id, email, email_folded, name, language, status, is_demo, version,
                                      created_at, updated_at)
                VALUES ($1, $2, $2, 'Marie', 'en', 'active', FALSE, 1, 0, 0))",
                           id, email);
        });
        return id;
    }
    static Upload upload(std::string_view content, Visibility visibility = Visibility::private_) {
        return {.content = content, .media_type = "text/csv", .name = "roster.csv", .visibility = visibility};
    }
    std::string read_by(const Viewer& viewer, const FileId& id) {
        const auto file = store.get(viewer, id);
        if (!file && file.error().code == ErrorCode::not_found) return "not found";
        return file.value().content;
    }
    std::size_t files_on_disk() const {
        return static_cast<std::size_t>(std::ranges::count_if(
            fs::recursive_directory_iterator(root), [](const auto& each) { return each.is_regular_file(); }));
    }

    fs::path root = config().data / "files";
    FileStore store{
        db(), clock(), root, {.largest_bytes = 100, .account_bytes = 50, .installation_bytes = 70}};
};
KONBIT_ON_BOTH_DATABASES(Files);

// SHA-256 of "abc" is ba7816bf…15ad (FIPS 180-2, appendix B.1).
TEST_P(Files, LieUnderTheirDigestInTwoFolders) {
    const auto id = store.put(upload("abc"), std::nullopt).value();
    EXPECT_EQ(
        read_file(root / "ba" / "78" / "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        "abc");
    const auto file = store.get(System::viewer(), id).value();
    EXPECT_EQ(file.content, "abc");
    EXPECT_EQ(file.record.bytes, 3);
    EXPECT_EQ(file.record.name, "roster.csv");
    EXPECT_EQ(file.record.media_type, MediaType::csv);
}

TEST_P(Files, OfEqualContentLieOnDiskOnce) {
    const auto one = store.put(upload(table), std::nullopt).value();
    const auto other = store.put(upload(table), std::nullopt).value();
    EXPECT_NE(one, other);
    EXPECT_EQ(files_on_disk(), 1U);
}

TEST_P(Files, AreSeenByWhomTheyAreMeantForAndAreNotFoundElse) {
    const auto hidden = store.put(upload("a"), account("marie@cacao.example")).value();
    const auto shown = store.put(upload("b", Visibility::public_), std::nullopt).value();
    EXPECT_EQ(read_by(Viewer::anonymous(), hidden), "not found");
    EXPECT_EQ(read_by(Viewer::anonymous(), new_id<FileId>()), "not found");
    EXPECT_EQ(read_by(System::viewer(), hidden), "a");
    EXPECT_EQ(read_by(Viewer::anonymous(), shown), "b");
}

TEST_P(Files, OfAnotherTypeThanTheyClaimLeaveNothingBehind) {
    const auto refused = store.put(upload("<svg onload=alert(1)>"), std::nullopt);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::wrong_media_type);
    EXPECT_FALSE(fs::exists(root));
}

TEST_P(Files, NeedAName) {
    auto nameless = upload("a");
    nameless.name.clear();
    EXPECT_EQ(store.put(nameless, std::nullopt).error().code, ErrorCode::invalid);
}

// Room for 100 bytes in one file, 50 in an account, 70 in all.
TEST_P(Files, AreRefusedBeyondTheQuota) {
    const auto marie = account("marie@cacao.example"), jean = account("jean@cacao.example");
    const auto reason = [&](std::size_t bytes, const AccountId& by) {
        const auto id = store.put(upload(std::string(bytes, 'x')), by);
        return id ? "kept" : id.error().reason;
    };
    EXPECT_EQ(reason(101, marie), "file_too_large");
    EXPECT_EQ(reason(51, marie), "quota_reached");
    EXPECT_EQ(reason(50, marie), "kept");
    EXPECT_EQ(reason(1, marie), "quota_reached");
    EXPECT_EQ(reason(21, jean), "quota_reached");
    EXPECT_EQ(reason(20, jean), "kept");
}

}  // namespace
}  // namespace konbit::files
