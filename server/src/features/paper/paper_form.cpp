// SPDX-License-Identifier: Apache-2.0
#include "features/paper/paper_form.hpp"

#include "features/texts/catalog.hpp"
#include "pdf/flow.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::paper {

namespace {

using pdf::Flow;
using pdf::Type;
using pdf::Weight;

constexpr Type plain{.size = 9.5};
constexpr Type strong{.size = 9.5, .weight = Weight::bold};
constexpr Type small{.size = 7.5};
constexpr Type heading{.size = 11.5, .weight = Weight::bold};
constexpr double box_side = 10, box_step = 25, row_height = 19, code_width = 30;

/// How many values a member can be ticked with.
int boxes_of(const surveys::AskedQuestion& question) {
    return question.scale == Scale::binary ? 1 : question.scale == Scale::frequency4 ? 3 : 4;
}

double column_width(const surveys::AskedQuestion& question) {
    return std::max(54.0, boxes_of(question) * box_step + 6);
}

/// Draws one form.
class Form {
  public:
    Form(pdf::Document& document, const Catalog& texts, const FormWave& wave,
         const std::optional<FormOwner>& owner, std::string_view language)
        : document_(document),
          texts_(texts),
          wave_(wave),
          owner_(owner),
          language_(language),
          first_(document.pages().size()),
          flow_(document) {}

    void write() {
        write_title();
        write_consent();
        write_questions();
        write_roster();
        write_feet();
    }

  private:
    std::string say(std::string_view key, const Params& params = {}) const {
        return texts_.text(language_, key, params);
    }
    std::string letter(int value) const { return say(fmt::format("paper.letter.{}", value)); }

    void write_title() {
        flow_.paragraph(wave_.cluster_name, {.size = 9.5, .gray = 0.35}, 1);
        flow_.paragraph(wave_.title, {.size = 17, .weight = Weight::bold}, 4);
        flow_.paragraph(owner_ ? say("paper.for", {{"name", owner_->member.label},
                                                   {"code", std::to_string(owner_->member.code)}})
                               : say("paper.for_blank"),
                        {.size = 11}, 8);
    }

    void write_option(const std::string& text, const std::string& hint) {
        flow_.need(28);
        flow_.page().box({flow_.left(), flow_.y() + 1}, {box_side, box_side});
        flow_.paragraph(text, strong, 0, 18);
        flow_.paragraph(hint, plain, 3, 18);
    }

    void write_consent() {
        flow_.paragraph(say("answer.consent.question"), heading, 2);
        flow_.paragraph(say("answer.consent.text", {{"cluster", wave_.cluster_name}}) + " " +
                            answers::readers_text(texts_, language_, wave_.readers),
                        plain, 5);
        for (const std::string_view choice : {"facilitator", "aggregate", "decline"})
            write_option(say(fmt::format("answer.consent.{}", choice)),
                         say(fmt::format("answer.consent.{}_hint", choice)));
        flow_.skip(6);
    }

    std::string letters_of(const surveys::AskedQuestion& question) const {
        if (question.scale != Scale::frequency4) return {};
        return fmt::format(" ({} = {}, {} = {}, {} = {})", letter(1), say("answer.frequency.yearly"),
                           letter(2), say("answer.frequency.monthly"), letter(3),
                           say("answer.frequency.weekly"));
    }

    void write_questions() {
        flow_.paragraph(say("paper.how_title"), heading, 2);
        flow_.paragraph(say("paper.how"), plain, 4);
        for (const auto& question : wave_.questions)
            flow_.paragraph(fmt::format("{}. {}{}", question.position, question.wording.in(language_),
                                        letters_of(question)),
                            plain, 2, 8);
        if (wave_.sealed_questions > 0)
            flow_.paragraph(texts_.plural(language_, "paper.sealed", wave_.sealed_questions), strong, 2);
        flow_.skip(8);
    }

    /// The left end of each question's column; the last one ends at the right margin.
    std::vector<double> columns() const {
        double x = flow_.right();
        std::vector<double> starts;
        for (auto question = wave_.questions.rbegin(); question != wave_.questions.rend(); ++question)
            starts.insert(starts.begin(), x -= column_width(*question));
        return starts;
    }

    void write_table_head() {
        const auto starts = columns();
        const double top = flow_.y();
        flow_.page().fill({flow_.left(), top}, {flow_.width(), 34}, 0.9);
        flow_.page().write({flow_.left() + 3, top + 11}, say("paper.code"), small);
        flow_.page().write({flow_.left() + code_width, top + 11}, say("paper.member"), small);
        for (std::size_t i = 0; i < starts.size(); ++i) write_column_head(wave_.questions[i], starts[i], top);
        flow_.skip(34);
    }

    void write_column_head(const surveys::AskedQuestion& question, double x, double top) {
        const Type type{.size = 7.5, .weight = Weight::bold};
        const auto name = fmt::format("{}. {}", question.position,
                                      say(fmt::format("question.key.{}", name_of(question.key))));
        const auto lines = pdf::lines_of(name, type, column_width(question) - 4);
        for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 2); ++i)
            flow_.page().write({x + 3, top + 10 + 9 * static_cast<double>(i)}, lines[i], type);
        if (question.scale == Scale::binary) return;
        for (int value = 1; value <= boxes_of(question); ++value)
            flow_.page().write({x + 5 + box_step * (value - 1), top + 30}, letter(value), small);
    }

    /// @param skips_scales  Boxes stand only where one tick says all.
    void write_row(std::string_view code, std::string_view name, const Type& type,
                   bool skips_scales = false) {
        flow_.need(row_height);
        const auto starts = columns();
        const double room = (starts.empty() ? flow_.right() : starts.front()) - flow_.left() - code_width - 4;
        const double line = flow_.y() + 13;
        flow_.page().write({flow_.left() + 3, line}, code, strong);
        flow_.page().write({flow_.left() + code_width, line}, pdf::shortened(name, type, room), type);
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const int boxes = boxes_of(wave_.questions[i]);
            for (int box = 0; box < boxes && !(skips_scales && boxes > 1); ++box)
                flow_.page().box({starts[i] + 3 + box_step * box, flow_.y() + 4.5}, {box_side, box_side});
        }
        end_row();
    }

    void end_row() {
        flow_.skip(row_height);
        flow_.page().rule({flow_.left(), flow_.y()}, {flow_.right(), flow_.y()}, 0.3, 0.6);
    }

    /// Whoever fills in the form counts; whoever types it in compares.
    void write_totals() {
        flow_.need(row_height);
        flow_.page().write({flow_.left() + code_width, flow_.y() + 13}, say("paper.total"), strong);
        for (const double x : columns())
            flow_.page().rule({x + 3, flow_.y() + 14}, {x + 44, flow_.y() + 14}, 0.7);
        flow_.skip(row_height);
    }

    void write_roster() {
        flow_.need(34 + 4 * row_height);
        write_table_head();
        flow_.set_head([this](Flow&) { write_table_head(); });
        for (const auto& member : wave_.members)
            if (!owner_ || member.code != owner_->member.code)
                write_row(std::to_string(member.code), member.label, plain);
        write_row("0", say("answer.none"), strong, true);
        write_totals();
        flow_.set_head({});
    }

    void write_feet() {
        const Type type{.size = 8.5};
        const auto pages = document_.pages().size() - first_;
        const auto reference = owner_ ? say("paper.reference", {{"reference", in_groups(owner_->reference)}})
                                      : say("paper.general");
        for (std::size_t i = 0; i < pages; ++i) {
            auto& page = document_.pages()[first_ + i];
            const double y = page.size().height - Flow::margin + 8;
            page.rule({Flow::margin, y - 13}, {page.size().width - Flow::margin, y - 13}, 0.5, 0.6);
            page.write({Flow::margin, y}, reference, {.size = 8.5, .weight = Weight::bold});
            page.write_before(
                {page.size().width - Flow::margin, y},
                say("paper.page", {{"page", std::to_string(i + 1)}, {"pages", std::to_string(pages)}}), type);
        }
    }

    pdf::Document& document_;
    const Catalog& texts_;
    const FormWave& wave_;
    const std::optional<FormOwner>& owner_;
    std::string_view language_;
    std::size_t first_;  ///< Page of the document.
    Flow flow_;
};

}  // namespace

void add_form(pdf::Document& document, const Catalog& texts, const FormWave& wave,
              const std::optional<FormOwner>& owner, std::string_view language) {
    Form(document, texts, wave, owner, language).write();
}

}  // namespace konbit::paper
