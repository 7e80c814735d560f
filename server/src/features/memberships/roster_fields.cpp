// SPDX-License-Identifier: Apache-2.0
#include "features/memberships/roster_fields.hpp"

#include <algorithm>
#include <string>

#include "core/text.hpp"

namespace konbit {

namespace {

struct Synonym {
    std::string_view header;  ///< Folded.
    RosterField field;
};

using enum RosterField;

/// The field's own name is recognized without standing here.
constexpr auto synonyms = std::to_array<Synonym>({
    {"organization", name}, {"organisation", name}, {"organization name", name}, {"organisation name", name},
    {"company", name}, {"company name", name}, {"firm", name}, {"firm name", name}, {"business name", name},
    {"member", name}, {"member name", name}, {"nombre", name}, {"empresa", name}, {"organizacion", name},
    {"miembro", name}, {"razon social", name}, {"nom", name}, {"entreprise", name}, {"membre", name},
    {"raison sociale", name}, {"nom de l organisation", name},
    {"short name", label}, {"etiqueta", label}, {"nombre corto", label}, {"nom court", label}, {"libelle", label},
    {"type", kind}, {"organization type", kind}, {"organisation type", kind}, {"tipo", kind}, {"clase", kind},
    {"genre", kind}, {"categorie", kind},
    {"country name", country}, {"island state", country}, {"pais", country}, {"pays", country},
    {"country code", country},
    {"place", locality}, {"town", locality}, {"city", locality}, {"village", locality}, {"parish", locality},
    {"address", locality}, {"localidad", locality}, {"ciudad", locality}, {"lugar", locality}, {"localite", locality},
    {"ville", locality}, {"lieu", locality}, {"commune", locality},
    {"sub sector", subsector}, {"sector", subsector}, {"activity", subsector}, {"actividad", subsector},
    {"rubro", subsector}, {"secteur", subsector}, {"sous secteur", subsector}, {"activite", subsector},
    {"size band", size}, {"employees", size}, {"staff", size}, {"fte", size}, {"tamano", size}, {"empleados", size},
    {"taille", size}, {"effectif", size}, {"employes", size},
    {"founded", founded_year}, {"year founded", founded_year}, {"established", founded_year},
    {"ano de fundacion", founded_year}, {"fundada", founded_year}, {"fundacion", founded_year},
    {"annee de creation", founded_year}, {"creation", founded_year}, {"fondee en", founded_year},
    {"web", website}, {"url", website}, {"web site", website}, {"sitio web", website}, {"pagina web", website},
    {"site", website}, {"site web", website},
    {"contact", contact_name}, {"contact person", contact_name}, {"person", contact_name}, {"contacto", contact_name},
    {"persona de contacto", contact_name}, {"nombre del contacto", contact_name}, {"personne", contact_name},
    {"personne de contact", contact_name}, {"nom du contact", contact_name},
    {"e mail", email}, {"mail", email}, {"contact email", email}, {"contact e mail", email}, {"email address", email},
    {"e mail address", email}, {"correo", email}, {"correo electronico", email}, {"courriel", email},
    {"adresse e mail", email}, {"adresse electronique", email},
    {"telephone", phone}, {"tel", phone}, {"mobile", phone}, {"cell", phone}, {"whatsapp", phone},
    {"contact phone", phone}, {"phone number", phone}, {"telefono", phone}, {"movil", phone}, {"celular", phone},
    {"portable", phone}, {"numero de telephone", phone},
    {"preferred language", language}, {"idioma", language}, {"lengua", language}, {"langue", language},
    {"group", subgroup}, {"island", subgroup}, {"region", subgroup}, {"grupo", subgroup}, {"isla", subgroup},
    {"groupe", subgroup}, {"ile", subgroup},
    {"programme", participates_in_programme}, {"program", participates_in_programme},
    {"in programme", participates_in_programme}, {"in the programme", participates_in_programme},
    {"participates", participates_in_programme}, {"participates in program", participates_in_programme},
    {"programa", participates_in_programme}, {"participa en el programa", participates_in_programme},
    {"participe au programme", participates_in_programme},
    {"joined", joined_on}, {"member since", joined_on}, {"date joined", joined_on}, {"since", joined_on},
    {"fecha de ingreso", joined_on}, {"miembro desde", joined_on}, {"desde", joined_on},
    {"date d adhesion", joined_on}, {"membre depuis", joined_on}, {"depuis", joined_on},
});

}  // namespace

std::optional<RosterField> field_of_header(std::string_view header) {
    const std::string folded = text::fold(header);
    for (std::size_t i = 0; i < roster_field_count; ++i)
        if (text::fold(names_of<RosterField>()[i]) == folded) return static_cast<RosterField>(i);
    const auto found = std::ranges::find(synonyms, folded, &Synonym::header);
    return found == synonyms.end() ? std::nullopt : std::optional(found->field);
}

}  // namespace konbit
