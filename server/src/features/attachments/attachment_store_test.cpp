// SPDX-License-Identifier: Apache-2.0
#include "features/attachments/attachment_rules.hpp"
#include "features/attachments/uploads.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/reference/reference_loader.hpp"
#include "features/testing/test_app.hpp"
#include "images/encode.hpp"

#include <gmock/gmock.h>

#include <fstream>

namespace konbit {
namespace {

namespace fs = std::filesystem;
using attachments::Prepared;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::string_view pdf = "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n";

class Attachments : public konbit::testing::AppTest {
  protected:
    Attachments() { EXPECT_TRUE(load_reference(db(), {.now = clock().now()})); }

    /// A published organization of Grenada that describes itself in two languages.
    OrganizationId add_organization(Visibility visibility = Visibility::public_) {
        Organization draft;
        draft.name = "Spice Kitchen";
        draft.country_code = "GD";
        draft.publication = Publication::published;
        draft.visibility = visibility;
        draft.description.texts = {{"en", "Spices"}, {"es", "Especias"}};
        return db()
            .write([&](db::Session& session) {
                return organizations::insert(session, checked(draft, 2026).value(),
                                             System::directory_editor(), clock().now());
            })
            .value()
            .id;
    }
    AttachmentEditor editor_of(const OrganizationId& id) {
        return AttachmentEditor(System::directory_editor().editor_of(id, "GD").value());
    }
    std::string picture(int width = 90, int height = 60, std::uint8_t shade = 200) {
        images::Bitmap bitmap({width, height});
        std::ranges::fill(bitmap.rgba, shade);
        return images::encode_png(bitmap);
    }
    Result<Attachment> upload(const OrganizationId& id, AttachmentPurpose purpose, std::string_view bytes) {
        KONBIT_TRY(const Prepared prepared,
                   attachments::prepare(store, purpose, bytes, "Members' agreement.pdf", images::renditions));
        return db().write([&](db::Session& session) {
            return attachments::insert(session, prepared.attachment, store, prepared.files, editor_of(id),
                                       clock().now());
        });
    }
    Result<Attachment> describe(const OrganizationId& id, Attachment attachment) {
        return db().write([&](db::Session& session) {
            return attachments::update(session, std::move(attachment), editor_of(id), clock().now());
        });
    }
    Attachment shown_photo(const OrganizationId& id, std::uint8_t shade = 200) {
        Attachment photo = upload(id, AttachmentPurpose::photo, picture(90, 60, shade)).value();
        photo.alt.texts = {{"en", "A bowl"}, {"es", "Un cuenco"}};
        photo.people = PeopleShown::nobody;
        return describe(id, photo).value();
    }
    void remove(const OrganizationId& id, const Attachment& attachment) {
        db().write([&](db::Session& session) {
            attachments::remove(session, attachment, editor_of(id), clock().now());
        });
    }
    std::vector<Attachment> seen_by_everybody(const OrganizationId& id) {
        return db().read([&](db::Session& session) {
            return attachments::list(session, Viewer::anonymous(), owner_of(id));
        });
    }
    std::vector<AttachmentId> order_of(const OrganizationId& id) {
        const auto all =
            db().read([&](db::Session& session) { return attachments::list(session, editor_of(id)); });
        std::vector<AttachmentId> ids;
        for (const auto& each : all) ids.push_back(each.id);
        return ids;
    }
    bool everybody_gets(const Attachment& attachment, std::string_view name) {
        return db().read([&](db::Session& session) {
            return attachments::find_file(session, Viewer::anonymous(), attachment.id, name).has_value();
        });
    }
    std::size_t files_on_disk() const {
        if (!fs::exists(root)) return 0;
        return static_cast<std::size_t>(std::ranges::count_if(
            fs::recursive_directory_iterator(root), [](const auto& each) { return each.is_regular_file(); }));
    }
    std::vector<std::string> history_of(const OrganizationId& id) {
        return db().read([&](db::Session& session) {
            return session.query<std::string>(
                "SELECT after FROM changes WHERE record_id = $1 AND action = 'updated' ORDER BY changed_at, "
                "id",
                id);
        });
    }
    Instant in_an_hour() { return SystemClock().now() + hour_ms; }

    fs::path root = config().data / "files";
    files::FileStore store{db(), clock(), root};
};
KONBIT_ON_BOTH_DATABASES(Attachments);

std::vector<std::string> problems(const Result<Attachment>& attachment) {
    std::vector<std::string> all;
    if (attachment) return all;
    for (const auto& each : attachment.error().fields) all.push_back(each.pointer + " " + each.code);
    return all;
}

TEST_P(Attachments, OfAPhotoAreDraftsUntilTheirWordsAreThere) {
    const auto id = add_organization();
    Attachment photo = upload(id, AttachmentPurpose::photo, picture()).value();
    EXPECT_THAT(seen_by_everybody(id), IsEmpty());
    EXPECT_FALSE(everybody_gets(photo, "480.webp"));
    photo.alt.texts = {{"en", "A bowl"}};
    EXPECT_THAT(problems(describe(id, photo)), ElementsAre("/alt/es alt_required", "/people required"));
    photo.alt.texts["es"] = " Un cuenco ";
    photo.people = PeopleShown::agreed;
    const Attachment shown = describe(id, photo).value();
    EXPECT_EQ(shown.alt.texts.at("es"), "Un cuenco");
    EXPECT_THAT(seen_by_everybody(id), SizeIs(1));
    EXPECT_TRUE(everybody_gets(shown, "480.webp"));
    EXPECT_FALSE(everybody_gets(shown, "original.png"));
}

TEST_P(Attachments, OfALogoAreShownAtOnceAndReplaceTheOneBefore) {
    const auto id = add_organization();
    const auto first = upload(id, AttachmentPurpose::logo, picture()).value();
    const auto second = upload(id, AttachmentPurpose::logo, picture(100, 100)).value();
    const auto seen = seen_by_everybody(id);
    ASSERT_THAT(seen, SizeIs(1));
    EXPECT_EQ(seen[0].id, second.id);
    EXPECT_EQ(seen[0].size("160.webp")->width, 160);
    EXPECT_FALSE(everybody_gets(first, "160.webp"));
}

TEST_P(Attachments, OfAHiddenRecordAreNotThereForOthers) {
    const auto id = add_organization(Visibility::private_);
    const auto photo = shown_photo(id);
    EXPECT_THAT(seen_by_everybody(id), IsEmpty());
    EXPECT_FALSE(everybody_gets(photo, "480.webp"));
}

TEST_P(Attachments, ThatAreDocumentsNeedATitleAndMayStayWithinTheCluster) {
    const auto id = add_organization();
    Attachment document = upload(id, AttachmentPurpose::document, pdf).value();
    EXPECT_THAT(problems(describe(id, document)), ElementsAre("/title required", "/language required"));
    document.title = "Members' agreement";
    document.language = "en";
    document.visibility = Visibility::national;
    EXPECT_THAT(problems(describe(id, document)), ElementsAre("/visibility not_allowed"));
    document.visibility = Visibility::public_;
    document = describe(id, document).value();
    EXPECT_TRUE(everybody_gets(document, "document.pdf"));
    document.visibility = Visibility::cluster;
    document = describe(id, document).value();
    EXPECT_THAT(seen_by_everybody(id), IsEmpty());
    // Whoever edits for it does not open it again.
    document.visibility = Visibility::public_;
    EXPECT_THAT(problems(describe(id, document)), ElementsAre("/visibility owner_only"));
}

TEST_P(Attachments, TakeOnlyWhatTheirPurposeTakes) {
    const auto id = add_organization();
    const auto reason = [&](AttachmentPurpose purpose, std::string_view bytes) {
        return problems(upload(id, purpose, bytes));
    };
    EXPECT_THAT(reason(AttachmentPurpose::photo, pdf), ElementsAre("/file picture_type"));
    EXPECT_THAT(reason(AttachmentPurpose::logo, "<svg onload=alert(1)>"), ElementsAre("/file picture_type"));
    EXPECT_THAT(reason(AttachmentPurpose::document, picture()), ElementsAre("/file document_type"));
    EXPECT_THAT(reason(AttachmentPurpose::document, "%PDF-1.4\ncut off"),
                ElementsAre("/file document_broken"));
    EXPECT_EQ(files_on_disk(), 0U);
}

TEST_P(Attachments, AreAtMostTwelvePhotos) {
    const auto id = add_organization();
    for (std::size_t i = 0; i < most_photos; ++i)
        ASSERT_TRUE(upload(id, AttachmentPurpose::photo, picture(60, 60)));
    EXPECT_EQ(upload(id, AttachmentPurpose::photo, picture()).error().reason, "too_many_photos");
    EXPECT_TRUE(upload(id, AttachmentPurpose::document, pdf));
}

TEST_P(Attachments, StandInTheOrderThatWasAskedFor) {
    const auto id = add_organization();
    const auto a = shown_photo(id).id, b = shown_photo(id).id, c = shown_photo(id).id;
    EXPECT_THAT(order_of(id), ElementsAre(a, b, c));
    const auto order = [&](const std::vector<AttachmentId>& ids) {
        return db().write(
            [&](db::Session& session) { return attachments::reorder(session, ids, editor_of(id)); });
    };
    EXPECT_TRUE(order({c, a}));
    EXPECT_THAT(order_of(id), ElementsAre(c, a, b));
    EXPECT_FALSE(order({new_id<AttachmentId>()}));
}

// Three sizes a photo. The second photo has the same content as the first: what both share stays.
TEST_P(Attachments, ThatAreRemovedLeaveTheDiskUnlessAnotherHasTheSameContent) {
    const auto id = add_organization();
    const auto one = shown_photo(id), same = shown_photo(id), other = shown_photo(id, 90);
    const auto all = files_on_disk();
    remove(id, one);
    EXPECT_FALSE(everybody_gets(one, "480.webp"));
    store.sweep(in_an_hour());
    EXPECT_EQ(files_on_disk(), all);
    EXPECT_TRUE(everybody_gets(same, "480.webp"));
    remove(id, same);
    remove(id, other);
    EXPECT_EQ(store.sweep(SystemClock().now() - hour_ms), 0)
        << "written just now: somebody may enter it again";
    EXPECT_GT(store.sweep(in_an_hour()), 0);
    EXPECT_EQ(files_on_disk(), 0U);
}

TEST_P(Attachments, OfARecordThatIsGoneAreRemoved) {
    const auto id = add_organization();
    shown_photo(id);
    db().write([&](db::Session& session) { session.change("DELETE FROM organizations WHERE id = $1", id); });
    EXPECT_EQ(db().write([](db::Session& session) { return attachments::remove_orphans(session); }), 1);
    store.sweep(in_an_hour());
    EXPECT_EQ(files_on_disk(), 0U);
}

TEST_P(Attachments, LeaveALineInTheHistoryWhoseWordsGoWithThem) {
    const auto id = add_organization();
    const auto photo = shown_photo(id);
    EXPECT_THAT(history_of(id), ElementsAre(R"({"photos":1})", R"({"photo_texts":["A bowl"]})"));
    remove(id, photo);
    EXPECT_THAT(history_of(id), ElementsAre(R"({"photos":1})", "{}", R"({"photos":0})"));
}

}  // namespace
}  // namespace konbit
