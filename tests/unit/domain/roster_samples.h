// People and rosters for the tests of this room. Serials from 901: nobody living.
#pragma once

#include "core/domain/roster.h"

namespace teken::domain::test {

inline Person person(std::uint8_t id, std::string name, std::string number, std::string unit) {
    Person made;
    made.id.bytes[15] = id;
    made.name = std::move(name);
    if (!number.empty())
        made.numbers = {std::move(number)};
    made.kind = made.numbers.empty() ? SignerKind::NonAsn : SignerKind::Pns;
    made.post.unit = std::move(unit);
    return made;
}

inline RosterSnapshot smallRoster() {
    RosterSnapshot roster;
    roster.date = *parseIsoDate("2023-11-01");
    roster.units = {{"DINSOS", "Dinas Sosial", UnitKind::Opd, "35.28", ""},
                    {"DINKES", "Dinas Kesehatan", UnitKind::Opd, "35.28", ""},
                    {"KEC-01", "Kecamatan Tlanakan", UnitKind::Kecamatan, "35.28.01", ""}};
    roster.people = {person(1, "Ach. FAISOL, S.Sos.", "198506112009011901", "DINSOS"),
                     person(2, "Sukarno", "", "DINSOS"),
                     person(3, "Siti Nur Halimah, S.Pd., M.Pd.", "198002292005012902", "DINKES")};
    roster.people[0].rank = "III/d";
    roster.people[0].post.title = "Kepala Dinas";
    roster.people[0].extraPosts = {{"DINKES", "Kepala Dinas", Acting::Plt}};
    roster.people[2].note = RosterNote::StudyLeave;
    return roster;
}

} // namespace teken::domain::test
