// SPDX-License-Identifier: Apache-2.0
#include "features/surveys/wave_memory.hpp"

#include "features/history/history.hpp"

namespace konbit::surveys {

namespace {

/// How strictly a wave kept a question, and for what.
struct KeptQuestion {
    std::string wave;
    QuestionKey key = QuestionKey::know;
    Sensitivity sensitivity = Sensitivity::open;
    std::vector<AnswerPurpose> purposes;

    static constexpr auto fields() {
        return std::tuple{
            field("wave", &KeptQuestion::wave),
            field("key", &KeptQuestion::key),
            field("sensitivity", &KeptQuestion::sensitivity),
            field("purposes", &KeptQuestion::purposes),
        };
    }
};

/// Fields of the cluster's history that are no fields of its record.
struct Memory {
    std::vector<std::string> waves{};
    std::vector<KeptQuestion> wave_questions{};

    static constexpr auto fields() {
        return std::tuple{field("waves", &Memory::waves), field("wave_questions", &Memory::wave_questions)};
    }
};

void remember(db::Session& db, const WaveFacilitator& by, const Memory& before, const Memory& after,
              Instant now) {
    history::record<Memory>(db, history::Kind::cluster, by.cluster(), before, after,
                            history::by(by.viewer(), now));
}

}  // namespace

void remember_removed(db::Session& db, const WaveFacilitator& by, const Wave& wave, Instant now) {
    remember(db, by, {.waves = {wave.title}}, {}, now);
}

void remember_stricter(db::Session& db, const WaveFacilitator& by, const Wave& wave, const Design& before,
                       const Design& after, Instant now) {
    Memory was, is;
    for (const auto& planned : after.questions) {
        const auto& former = *find(before, planned.key);
        if (former == planned) continue;
        was.wave_questions.push_back({wave.title, planned.key, former.sensitivity, former.rules->purposes});
        is.wave_questions.push_back({wave.title, planned.key, planned.sensitivity, planned.rules->purposes});
    }
    remember(db, by, was, is, now);
}

}  // namespace konbit::surveys
