// SPDX-License-Identifier: Apache-2.0
#include "sheets/workbook_parts.hpp"

#include "core/encoding.hpp"

#include <charconv>
#include <map>

namespace konbit::sheets {

namespace {

struct Relation {
    std::string type;  ///< The last word of its address: "worksheet".
    std::string target;
};
using Relations = std::map<std::string, Relation, std::less<>>;

/// A part that may be missing; an empty document then.
Result<std::optional<XmlPart>> optional_part(const Archive& archive, std::string_view name) {
    KONBIT_TRY(auto bytes, archive.read(name));
    if (!bytes) return std::nullopt;
    KONBIT_TRY(XmlPart part, XmlPart::parse(*std::move(bytes), name));
    return part;
}

/// "/xl/worksheets/sheet1.xml" and "worksheets/sheet1.xml" below "xl/" are the same place.
std::string joined(std::string_view folder, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    return std::string(folder) + std::string(target);
}

Result<Relations> read_relations(const Archive& archive, std::string_view name, std::string_view folder) {
    Relations relations;
    KONBIT_TRY(const auto part, optional_part(archive, name));
    if (!part) return relations;
    each_child(part->root(), "Relationship", [&](pugi::xml_node node) {
        const std::string_view type = attribute(node, "Type").value();
        relations[attribute(node, "Id").value()] = {std::string(type.substr(type.rfind('/') + 1)),
                                                    joined(folder, attribute(node, "Target").value())};
    });
    return relations;
}

/// Where a relation of the type leads, or the place where most programs put such a part.
std::string target_of(const Relations& relations, std::string_view type, std::string_view usual) {
    for (const auto& [id, relation] : relations)
        if (relation.type == type) return relation.target;
    return std::string(usual);
}

std::vector<SheetPlace> places_of(pugi::xml_node workbook, const Relations& relations) {
    std::vector<SheetPlace> places;
    each_child(child(workbook, "sheets"), "sheet", [&](pugi::xml_node node) {
        const auto relation = relations.find(std::string_view(attribute(node, "id").value()));
        // A chart on a sheet of its own has no cells.
        if (relation == relations.end() || relation->second.type != "worksheet") return;
        const std::string_view state = attribute(node, "state").value();
        places.push_back({attribute(node, "name").value(), relation->second.target,
                          state == "hidden" || state == "veryHidden"});
    });
    return places;
}

std::vector<bool> date_styles(pugi::xml_node styles) {
    std::map<unsigned, bool> own_formats;
    each_child(child(styles, "numFmts"), "numFmt", [&](pugi::xml_node node) {
        own_formats[attribute(node, "numFmtId").as_uint()] =
            is_date_format(attribute(node, "formatCode").value());
    });
    std::vector<bool> shows_date;
    each_child(child(styles, "cellXfs"), "xf", [&](pugi::xml_node node) {
        const unsigned number = attribute(node, "numFmtId").as_uint();
        const auto own = own_formats.find(number);
        shows_date.push_back(own == own_formats.end() ? is_built_in_date_format(number) : own->second);
    });
    return shows_date;
}

std::string folder_of(std::string_view part) { return std::string(part.substr(0, part.rfind('/') + 1)); }

std::string relations_of(std::string_view part) {
    const std::string folder = folder_of(part);
    return folder + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
}

}  // namespace

Result<XmlPart> read_part(const Archive& archive, std::string_view name) {
    KONBIT_TRY(auto part, optional_part(archive, name));
    if (part) return *std::move(part);
    return failure(ErrorCode::invalid, "workbook",
                   {{"file", "workbook_broken", {{"part", std::string(name)}}}});
}

std::string unescaped(std::string_view text) {
    constexpr std::size_t length = 7;  // of "_x000D_"
    std::string plain;
    for (auto at = text.find("_x"); at != std::string_view::npos; at = text.find("_x", at)) {
        unsigned code = 0;
        const char* digits = text.data() + at + 2;
        const bool fits = text.size() - at >= length && text[at + length - 1] == '_';
        const bool is_escape = fits && std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4;
        plain += text.substr(0, is_escape ? at : at + 2);
        if (is_escape) append_utf8(plain, code);
        text.remove_prefix(is_escape ? at + length : at + 2);
        at = 0;
    }
    return plain += text;
}

std::string text_of(pugi::xml_node item) {
    std::string text;
    for (const pugi::xml_node node : item.children()) {
        const auto name = local_name(node.name());
        if (name == "t") text += node.child_value();
        if (name == "r") text += child(node, "t").child_value();
    }
    return unescaped(text);
}

Result<WorkbookParts> read_parts(const Archive& archive) {
    KONBIT_TRY(const Relations outer, read_relations(archive, "_rels/.rels", ""));
    const std::string main = target_of(outer, "officeDocument", "xl/workbook.xml");
    KONBIT_TRY(const Relations relations, read_relations(archive, relations_of(main), folder_of(main)));
    KONBIT_TRY(const XmlPart workbook, read_part(archive, main));

    WorkbookParts parts;
    parts.sheets = places_of(workbook.root(), relations);
    if (attribute(child(workbook.root(), "workbookPr"), "date1904").as_bool())
        parts.date_system = DateSystem::from_1904;
    KONBIT_TRY(const auto styles,
               optional_part(archive, target_of(relations, "styles", folder_of(main) + "styles.xml")));
    if (styles) parts.shows_date = date_styles(styles->root());
    KONBIT_TRY(const auto strings, optional_part(archive, target_of(relations, "sharedStrings",
                                                                    folder_of(main) + "sharedStrings.xml")));
    if (strings)
        each_child(strings->root(), "si",
                   [&](pugi::xml_node item) { parts.shared_strings.push_back(text_of(item)); });
    return parts;
}

}  // namespace konbit::sheets
