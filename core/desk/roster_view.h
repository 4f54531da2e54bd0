// The roster in memory, after unlocking: who belongs where, found as someone types. Nothing of it is on disk
// in the clear. People added at tables are joined by id as they come.
#pragma once

#include "core/domain/person_search.h"
#include "core/domain/roster.h"
#include "core/entry/kinds.h"
#include "core/store/book.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace teken::desk {

class RosterView {
public:
    RosterView() = default; ///< empty
    /// Reads the manifest and the unit blobs of `scope` ({"*"}: all). Units whose blob is not here yet are
    /// named in missingUnits(), the rest is there. NotFound ("desk.roster-not-here") without the manifest;
    /// VerificationFailed, Locked.
    [[nodiscard]] static Result<RosterView> load(store::Book& book, const BlobId& manifest,
                                                 const entry::Units& scope);

    [[nodiscard]] const domain::RosterSnapshot& snapshot() const { return m_snapshot; }
    [[nodiscard]] const std::vector<std::string>& missingUnits() const { return m_missing; }
    [[nodiscard]] const domain::Person* person(const PersonId& id) const; ///< nullptr: not on this roster
    [[nodiscard]] const domain::Unit* unit(std::string_view code) const;
    /// In list order. A unit code stands for itself and the units below it.
    [[nodiscard]] std::vector<const domain::Person*> peopleOf(const entry::Units& units) const;
    /// The same people in the same order, without a list of them.
    template <class Take>
    void eachOf(const entry::Units& units, const Take& take) const {
        std::string_view lastUnit;
        bool lastCovered = false;
        for (const auto& person : m_snapshot.people) {
            if (person.post.unit != lastUnit) { // people come unit by unit
                lastUnit = person.post.unit;
                lastCovered = covers(units, lastUnit);
            }
            if (lastCovered)
                take(person);
        }
    }
    /// True if the person's unit is one of `units` or below one of them, or `units` is {"*"}.
    [[nodiscard]] bool belongsTo(const domain::Person& person, const entry::Units& units) const;
    [[nodiscard]] bool covers(const entry::Units& units, std::string_view code) const;
    /// Best first; people outside the loaded scope are never found.
    [[nodiscard]] std::vector<const domain::Person*> find(std::string_view query, std::size_t limit) const;

private:
    domain::RosterSnapshot m_snapshot;
    std::vector<std::string> m_missing;
    std::unordered_map<PersonId, std::size_t> m_byId;
    std::unordered_map<std::string, std::size_t> m_units;
    std::shared_ptr<const domain::PersonSearch> m_search;
};

} // namespace teken::desk
