// Random worlds for the property tests, made of facts instead of signed entries: thousands of them fit into
// seconds. One seed and one size give one world; everything that can go wrong between laptops goes wrong in
// them: forks, gaps, late revocations, admissions, concurrent rulings, matches and changes, voids from
// anywhere, withheld records (some of them lies), unknown kinds, keys in two roles, certificates of every
// scope.
#pragma once

#include "core/ledger/fact.h"

#include <random>
#include <vector>

namespace teken::test {

using ledger::EntryFact;
using ledger::Kind;

class FactWorld {
public:
    FactWorld(std::uint64_t seed, std::size_t size);

    [[nodiscard]] const FeedId& root() const { return m_feeds.front().id; }
    /// The set: what a book holds of the world. Some entries never arrived.
    [[nodiscard]] const std::vector<EntryFact>& facts() const { return m_facts; }

private:
    struct GenFeed {
        FeedId id;
        entry::FeedHead head;
        std::vector<EntryFact> made;
    };

    [[nodiscard]] std::size_t below(std::size_t limit) { return m_random() % limit; }
    [[nodiscard]] bool oneIn(std::size_t n) { return below(n) == 0; }
    template <class Fixed>
    [[nodiscard]] Fixed fixed(std::uint64_t number) const;
    template <class T>
    [[nodiscard]] const T& any(const std::vector<T>& from) {
        return from[below(from.size())];
    }

    void makeFeeds();
    void begin();
    void step();
    void rootStep();
    void adminStep(GenFeed& feed);
    void adminOnFeeds(GenFeed& feed, EntryFact fact);
    void adminOnPersons(GenFeed& feed, EntryFact fact);
    void fieldStep(GenFeed& feed);
    void deskStep(GenFeed& feed, EntryFact fact);
    void append(GenFeed& feed, EntryFact fact);
    [[nodiscard]] EntryFact fact(Kind kind);
    [[nodiscard]] EntryFact inSession(Kind kind);
    [[nodiscard]] ledger::Scope someUnits();
    [[nodiscard]] PersonId somePerson();
    [[nodiscard]] GenFeed& someAdmin() { return m_feeds[1 + below(3)]; }
    [[nodiscard]] GenFeed& someField() { return m_feeds[4 + below(4)]; }
    [[nodiscard]] std::optional<PersonId> signedTwice();
    [[nodiscard]] static const EntryFact* forkOf(const GenFeed& feed);
    [[nodiscard]] GenFeed& forkedFeed();
    [[nodiscard]] std::vector<EntryId> someOf(Kind kind, std::size_t most);
    [[nodiscard]] std::vector<EntryId> someEntriesOf(const GenFeed& feed, std::size_t most);
    void loseSome();
    void withholdSome();

    std::mt19937_64 m_random;
    std::uint64_t m_nextId = 1;
    std::vector<GenFeed> m_feeds; ///< root, three admins, four officers, one that nobody certifies
    std::vector<EntryId> m_drives;
    std::vector<EntryFact> m_facts;
};

} // namespace teken::test
