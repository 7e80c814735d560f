// SPDX-License-Identifier: Apache-2.0
#include "features/experts/demo_experts.hpp"

#include "core/text.hpp"
#include "features/experts/expert_rules.hpp"
#include "features/experts/expert_store.hpp"
#include "features/reference/demo_rows.hpp"

namespace konbit::experts {

namespace {

/// "GD|windward-cocoa-and-spice|First joint order|2025-04-07|2025-06-20"
Engagement engagement_in(const std::string& text, const DemoDirectory& directory) {
    const auto parts = parts_of(text, '|');
    Engagement engagement;
    engagement.country_code = parts.at(0);
    engagement.cluster_id = directory.clusters.at(parts.at(1));
    engagement.topic = parts.at(2);
    engagement.starts_on = directory.shift(Date::parse(parts.at(3)).value());
    engagement.ends_on = directory.shift(Date::parse(parts.at(4)).value());
    engagement.source = "Demonstration";
    return engagement;
}

Result<Expert> expert_of(const ReadRecord<Expert>& row, const DemoDirectory& directory) {
    ExpertDraft draft{row.record, row.others.at("email")};
    draft.topics = parts_of(row.others.at("topic_words"), ';');
    draft.engagements = {engagement_in(row.others.at("engagement"), directory)};
    if (const auto& number = row.others.at("organization"); !number.empty())
        draft.organization_id = directory.organizations.at(number);
    draft.is_demo = true;
    return checked(std::move(draft));
}

}  // namespace

Result<void> load_demo_experts(db::Database& database, const DemoDirectory& directory, Instant now) {
    KONBIT_TRY(const auto rows, demo_rows<Expert>("experts.csv"));
    return database.write([&](db::Session& session) -> Result<void> {
        for (const auto& row : rows) {
            const std::string slug = text::slug(row.record.name);
            if (find(session, System::viewer(), std::string_view(slug))) continue;
            KONBIT_TRY(Expert expert, expert_of(row, directory));
            KONBIT_TRY(const ExpertProfile made,
                       insert(session, std::move(expert), RegisterSystem::editor(), now));
            KONBIT_CHECK(confirm(session, RegisterSystem::consenting_expert(made.id), now));
        }
        return {};
    });
}

}  // namespace konbit::experts
