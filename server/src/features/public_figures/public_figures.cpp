// SPDX-License-Identifier: Apache-2.0
#include "features/public_figures/public_figures.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace konbit::public_figures {

namespace {

using networks::NetworkReport;
using networks::QuestionReport;
using networks::WaveData;
using stories::StoryGroup;
using totals::TotalsStep;
using totals::TotalsTable;
using totals::TotalsWave;

constexpr double half_percent = .005, rounding = 1e-9;

double percent_below(double share) { return std::floor(std::max(share, 0.0) * 100 + rounding) / 100; }
double percent_above(double share) { return std::ceil(std::min(share, 1.0) * 100 - rounding) / 100; }

/// Enough of those who were asked answered it, and enough at all.
bool is_public(const QuestionReport& question, const NetworkReport& report) {
    const auto level = disclosure::report_level(question.observed_rows, report.response.asked);
    return question.sensitivity == Sensitivity::open && level != disclosure::ReportLevel::interval_only &&
           question.observed_rows >= disclosure::least_people_in_public;
}

std::set<QuestionKey> public_keys(const NetworkReport& report) {
    std::set<QuestionKey> keys;
    for (const auto& question : report.questions)
        if (is_public(question, report)) keys.insert(question.key);
    return keys;
}

/// The range holds whatever those who are silent would have said, and whatever the share was before it was
/// rounded to whole percent.
PublicQuestion question_of(const TotalsStep& step, int answered, int members) {
    const double known = static_cast<double>(answered) / members;
    return {.key = step.key,
            .answered = answered,
            .share = *step.share,
            .share_low = percent_below((*step.share - half_percent) * known),
            .share_high = percent_above((*step.share + half_percent) * known + 1 - known),
            .breaks = step.breaks};
}

std::vector<PublicQuestion> questions_of(const TotalsWave& totals, const WaveData& data,
                                         const NetworkReport& report) {
    const auto keys = public_keys(report);
    std::vector<PublicQuestion> questions;
    for (const auto& step : totals.steps) {
        if (!step.share || !keys.contains(step.key)) continue;
        const auto& answered = *std::ranges::find(report.questions, step.key, &QuestionReport::key);
        auto question = question_of(step, answered.observed_rows, data.size());
        if (step.base && keys.contains(*step.base)) {
            question.base = step.base;
            question.share_of_base = step.share_of_base;
        }
        questions.push_back(std::move(question));
    }
    return questions;
}

std::optional<std::string> reason_of(const TotalsWave& totals) {
    if (totals.withheld == "answers_withdrawn") return totals.withheld;
    if (totals.answered < disclosure::least_people_in_public) return "few_in_public";
    if (totals.withheld) return "low_in_public";
    return std::nullopt;
}

/// Those taken together, by their numbers in the table.
std::set<int> too_small(const std::vector<StoryGroup>& groups) {
    std::vector<int> ascending(groups.size());
    std::iota(ascending.begin(), ascending.end(), 0);
    std::ranges::sort(ascending, {}, [&](int group) { return std::pair(groups[group].answered, group); });
    std::set<int> pooled;
    int answered = 0;
    for (const int group : ascending) {
        const bool is_needed = !pooled.empty() && answered < disclosure::least_people_in_public;
        if (groups[group].answered >= disclosure::least_people_in_public && !is_needed) break;
        pooled.insert(group);
        answered += groups[group].answered;
    }
    return pooled;
}

/// The groups that are left, and where each group of the table went.
struct Pooled {
    std::vector<StoryGroup> groups{};
    std::vector<int> of{};
};

Pooled pooled(const std::vector<StoryGroup>& groups) {
    const auto small = too_small(groups);
    Pooled result;
    StoryGroup together{.joined = 0};
    const int last = static_cast<int>(groups.size() - small.size());
    for (int group = 0; group < std::ssize(groups); ++group) {
        if (small.contains(group)) {
            together.members += groups[group].members;
            together.answered += groups[group].answered;
            together.joined += groups[group].joined;
            result.of.push_back(last);
        } else {
            result.of.push_back(static_cast<int>(result.groups.size()));
            result.groups.push_back(groups[group]);
        }
    }
    if (!small.empty()) result.groups.push_back(together);
    return result;
}

struct Weighed {
    double ties = 0;
    double possible = 0;
};

std::vector<PublicLink> links_of(const TotalsTable& table, const Pooled& pooled) {
    std::map<std::pair<int, int>, Weighed> between;
    for (const auto& cell : table.cells) {
        if (!cell.share) continue;
        const int others = table.groups[cell.to].members - (cell.from == cell.to ? 1 : 0);
        const double possible = static_cast<double>(table.groups[cell.from].answered) * others;
        auto& link = between[std::minmax(pooled.of[cell.from], pooled.of[cell.to])];
        link.ties += *cell.share * possible;
        link.possible += possible;
    }
    std::vector<PublicLink> links;
    for (const auto& [ends, link] : between)
        links.push_back({ends.first, ends.second, band_of(link.ties / link.possible)});
    return links;
}

}  // namespace

Band band_of(double share) {
    if (share < .10) return Band::few;
    if (share < .25) return Band::some;
    return share < .50 ? Band::many : Band::most;
}

std::optional<PublicPicture> picture_of(const TotalsTable& table) {
    const auto groups = pooled(table.groups);
    if (groups.groups.size() < 2) return std::nullopt;
    PublicPicture picture{.question = table.question, .links = links_of(table, groups)};
    for (const auto& group : groups.groups)
        picture.groups.push_back({group.code, group.members, group.joined});
    return picture;
}

Result<PublicWave> public_wave_of(const WaveData& data, const NetworkReport& report) {
    // Readers who are named read more than the public does; that there are some closes nothing here.
    const auto totals = totals::totals_of(data, report, false);
    if (const auto reason = reason_of(totals)) return failure(ErrorCode::conflict, *reason);
    PublicWave wave{.title = totals.title,
                    .opens_at = totals.opens_at,
                    .members = data.size(),
                    .asked = totals.asked,
                    .answered = totals.answered,
                    .questions = questions_of(totals, data, report)};
    if (wave.questions.empty()) return failure(ErrorCode::conflict, "no_open_question");
    for (const auto& table : totals.tables)
        if (std::ranges::count(wave.questions, table.question, &PublicQuestion::key) > 0)
            if (auto picture = picture_of(table)) wave.pictures.push_back(std::move(*picture));
    return wave;
}

}  // namespace konbit::public_figures
