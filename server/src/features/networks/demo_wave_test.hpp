// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/csv.hpp"
#include "features/networks/wave_data.hpp"
#include "features/surveys/instrument.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>

namespace konbit::networks {

/// A table of data/demo, one map of cells by column for each row.
inline std::vector<std::map<std::string, std::string>> demo_table(const std::string& name) {
    std::ifstream file(std::string(KONBIT_SOURCE_DIR) + "/data/demo/" + name);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    const auto table = read_csv(bytes);
    if (!table) throw std::runtime_error("data/demo/" + name);
    std::vector<std::map<std::string, std::string>> rows;
    for (const auto& row : table->rows) {
        auto& cells = rows.emplace_back();
        for (std::size_t i = 0; i < table->header.size(); ++i) cells[table->header[i]] = row.cells[i];
    }
    return rows;
}

/// A wave of the invented demonstration cluster, frozen, straight from its files: no database, nothing
/// sealed. Members who are not on the roster of the wave are left out; labels are the ids of the story
/// ("M10").
class DemoWave {
  public:
    explicit DemoWave(int number) : number_(std::to_string(number)) {
        data.wave.is_baseline = number == 1;
        data.wave.state = WaveState::frozen;
        for (const auto& row : demo_table("memberships.csv")) members_[row.at("organization")] = row;
        for (const auto& row : demo_table("wave_rows.csv"))
            if (row.at("wave") == number_) add_actor(row);
        for (const auto& each : surveys::library)
            if (surveys::is_standard(each.key)) add_question(surveys::new_question(SurveyId(), each));
        data.layout.actor_count = data.size();
        for (const auto& tie : data.find(QuestionKey::know)->ties)
            data.layout.ties.push_back({tie.from, tie.to});
    }

    WaveData data;

    int place(const std::string& id) const { return places_.at(id); }

  private:
    void add_actor(const std::map<std::string, std::string>& row) {
        const std::string& id = row.at("member");
        places_[id] = data.size();
        auto& member = data.actors.emplace_back(Actor{.place_in_layout = data.size()}).member;
        member.id = new_id<WaveMemberId>();
        member.label = id;
        member.country_code = members_.at(id).at("country_code");
        member.subsector = members_.at(id).at("subsector");
        member.is_facilitator = members_.at(id).at("is_facilitator") == "true";
        data.has_declined.push_back(row.at("state") == "declined");
        has_answered_.push_back(row.at("state") == "answered");
    }

    void add_question(const Question& question) {
        auto& added = data.questions.emplace_back();
        added.question = question;
        for (const bool answered : has_answered_) {
            added.rows.push_back(answered ? RowState::answered_empty : RowState::nonresponse);
            added.is_named.push_back(question.sensitivity != Sensitivity::sealed);
        }
        for (const auto& row : demo_table("answers.csv")) {
            if (row.at("wave") != number_ || row.at("question") != name_of(question.key)) continue;
            added.ties.push_back({place(row.at("from")), place(row.at("to")), std::stoi(row.at("value"))});
            added.rows[static_cast<std::size_t>(place(row.at("from")))] = RowState::answered;
        }
    }

    std::string number_;
    std::map<std::string, std::map<std::string, std::string>> members_;
    std::map<std::string, int> places_;
    std::vector<bool> has_answered_;
};

}  // namespace konbit::networks
