// SPDX-License-Identifier: Apache-2.0
#include "features/attachments/demo_attachments.hpp"

#include "features/attachments/demo_drawings.hpp"
#include "features/attachments/uploads.hpp"

namespace konbit::attachments {

namespace {

constexpr std::string_view main_cluster = "windward-cocoa-and-spice";

/// The smallest PDF with a page and a sentence on it.
constexpr std::string_view agreement = R"(%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 79>> stream
BT /F 18 Tf 72 700 Td (An invented document of the Konbit demonstration.) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
%%EOF
)";

struct DemoLogo {
    std::string_view organization;  ///< Number in data/demo: "M01".
    Emblem emblem;
    std::string_view ground, sign;
};
constexpr DemoLogo logos[] = {{"M01", Emblem::pod, "#5a3823", "#f2b233"},
                              {"M10", Emblem::rays, "#0b4249", "#f2b233"},
                              {"M21", Emblem::waves, "#6b1233", "#f6c9a8"}};

Localized drawn_bay() {
    return {{{"en", "A drawing: hills above a bay, and the sun"},
             {"es", "Un dibujo: colinas sobre una bahía, y el sol"},
             {"fr", "Un dessin : des collines au-dessus d’une baie, et le soleil"}}};
}

Localized made_by_a_program() {
    return {{{"en", "Drawn by a program for the demonstration; no real place."},
             {"es", "Dibujado por un programa para la demostración; no es un lugar real."},
             {"fr", "Dessiné par un programme pour la démonstration ; ce n’est pas un lieu réel."}}};
}

/// Adds to one record, as whoever may edit it.
class Decorator {
  public:
    Decorator(App& app, AttachmentEditor by)
        : app_(app), store_(app.database, app.clock, app.config.data / "files"), by_(std::move(by)) {}

    bool has_some() const {
        return app_.database.read([&](db::Session& session) { return !list(session, by_).empty(); });
    }
    Result<Attachment> add(AttachmentPurpose purpose, std::string_view bytes) const {
        // The program's own bytes need no process of their own.
        KONBIT_TRY(const Prepared prepared,
                   prepare(store_, purpose, bytes, "agreement.pdf", images::renditions));
        const Instant now = app_.clock.now();
        return app_.database.write([&](db::Session& session) {
            return insert(session, prepared.attachment, store_, prepared.files, by_, now);
        });
    }
    Result<void> describe(Attachment attachment) const {
        const Instant now = app_.clock.now();
        return app_.database.write([&](db::Session& session) -> Result<void> {
            KONBIT_CHECK(update(session, attachment, by_, now));
            return {};
        });
    }

  private:
    App& app_;
    files::FileStore store_;
    AttachmentEditor by_;
};

Result<void> add_bay(const Decorator& record, unsigned seed) {
    KONBIT_TRY(Attachment bay, record.add(AttachmentPurpose::photo, draw_bay(seed)));
    bay.alt = drawn_bay();
    bay.caption = made_by_a_program();
    bay.people = PeopleShown::nobody;
    return record.describe(bay);
}

Result<void> decorate_cluster(App& app, const ClusterId& cluster) {
    const Decorator record(app, AttachmentEditor(ClusterEditor(System::facilitator(cluster))));
    if (record.has_some()) return {};
    KONBIT_CHECK(record.add(AttachmentPurpose::logo, draw_logo(Emblem::pod, "#0d5a4a", "#f2b233")));
    for (const unsigned seed : {3U, 8U}) KONBIT_CHECK(add_bay(record, seed));
    KONBIT_TRY(Attachment document, record.add(AttachmentPurpose::document, agreement));
    document.title = "Members' agreement (invented)";
    document.language = "en";
    return record.describe(document);
}

}  // namespace

Result<void> load_demo_attachments(App& app, const DemoDirectory& directory) {
    const auto cluster = directory.clusters.find(main_cluster);
    if (cluster != directory.clusters.end()) KONBIT_CHECK(decorate_cluster(app, cluster->second));
    for (const auto& [number, emblem, ground, sign] : logos) {
        const auto found = directory.organizations.find(number);
        if (found == directory.organizations.end()) continue;
        const auto country = app.database.read([&](db::Session& session) {
            return session.value<std::string>("SELECT country_code FROM organizations WHERE id = $1",
                                              found->second);
        });
        const Decorator record(
            app, AttachmentEditor(System::directory_editor().editor_of(found->second, country).value()));
        if (record.has_some()) continue;
        KONBIT_CHECK(record.add(AttachmentPurpose::logo, draw_logo(emblem, ground, sign)));
    }
    return {};
}

}  // namespace konbit::attachments
