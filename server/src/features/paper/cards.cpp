// SPDX-License-Identifier: Apache-2.0
#include "features/paper/cards.hpp"

#include "features/texts/catalog.hpp"
#include "pdf/qr_code.hpp"

namespace konbit::paper {

namespace {

using pdf::Place;
using pdf::Type;
using pdf::Weight;

constexpr std::size_t across = 2, down = 4;
constexpr double margin = 24, padding = 10, code_side = 100;

struct Card {
    pdf::Page& page;
    Place corner;
    pdf::Size size;

    /// Lines below one another, as many as there is room for. @return Where they end.
    double write(double y, std::string_view text, const Type& type) const {
        const double x = corner.x + padding + code_side + padding;
        for (const auto& line : pdf::lines_of(text, type, corner.x + size.width - padding - x)) {
            if (y + type.size > corner.y + size.height - padding) return y;
            page.write({x, y + type.size}, line, type);
            y += type.size * 1.25;
        }
        return y;
    }
};

/// What to type where no camera helps: "konbit.example/s" of "https://konbit.example/s#…".
std::string_view typed_address(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    return url.substr(0, url.find('#'));
}

void draw(const Card& card, const Catalog& texts, const Wave& wave, const links::LinkRow& link) {
    card.page.box(card.corner, card.size, 0.4, 0.6);
    const double top = card.corner.y + (card.size.height - code_side) / 2;
    const double left = card.corner.x + padding;
    pdf::draw_qr_code(card.page, {left, top}, code_side, link.url);
    // Both ways to open the survey have their place; words are left out where a card is too small for them.
    card.page.write({left, top + code_side + 14}, link.code, {.size = 10, .weight = Weight::bold});
    card.page.write({left, top + code_side + 25}, std::string(typed_address(link.url)), {.size = 7});
    // What stands beside the code is a little taller than it.
    double y = card.write(top - 22, link.label, {.size = 11.5, .weight = Weight::bold});
    y = card.write(y + 1, wave.title, {.size = 8.5, .weight = Weight::bold});
    for (const auto& language : wave.languages)
        y = card.write(y + 3, texts.text(language, "card.instructions"), {.size = 7.5});
}

}  // namespace

void add_cards(pdf::Document& document, const Catalog& texts, const Wave& wave,
               const std::vector<links::LinkRow>& links) {
    const pdf::Size card{(document.size().width - 2 * margin) / across,
                         (document.size().height - 2 * margin) / down};
    for (std::size_t i = 0; i < links.size(); ++i) {
        const std::size_t place = i % (across * down);
        if (place == 0) document.add_page();
        const Place corner{margin + static_cast<double>(place % across) * card.width,
                           margin + static_cast<double>(place / across) * card.height};
        draw({document.pages().back(), corner, card}, texts, wave, links[i]);
    }
}

}  // namespace konbit::paper
