#include "tests/unit/ledger/fact_world.h"

#include "core/crypto/hash.h"

#include <algorithm>
#include <map>

namespace teken::test {
namespace {

using ledger::Scope;
using ledger::Seq;
using ledger::subjectOf;

constexpr std::size_t kFeeds = 9;
constexpr std::size_t kSessions = 3;
constexpr std::size_t kRosterPersons = 5;
constexpr std::size_t kAddedPersons = 3;

std::string unitCode(std::size_t number) {
    return std::string("U").append(std::to_string(number));
}

} // namespace

FactWorld::FactWorld(std::uint64_t seed, std::size_t size) : m_random(seed) {
    makeFeeds();
    begin();
    while (m_facts.size() < size)
        step();
    loseSome();
    withholdSome();
}

template <class Fixed>
Fixed FactWorld::fixed(std::uint64_t number) const {
    const auto digest = crypto::sha256(std::to_string(number));
    Fixed value;
    std::copy_n(digest.bytes.begin(), value.bytes.size(), value.bytes.begin());
    return value;
}

void FactWorld::makeFeeds() {
    for (std::size_t i = 0; i < kFeeds; ++i)
        m_feeds.push_back({fixed<FeedId>(1'000'000 + m_random() % 1'000'000), {}, {}});
}

EntryFact FactWorld::fact(Kind kind) {
    EntryFact fact;
    fact.kind = kind;
    if (!m_drives.empty())
        fact.drive = oneIn(12) ? any(m_drives) : m_drives.front();
    return fact;
}

EntryFact FactWorld::inSession(Kind kind) {
    auto made = fact(kind);
    made.session = fixed<SessionId>(2'000 + below(kSessions));
    return made;
}

/// A sensible beginning, so that most worlds have something that counts.
void FactWorld::begin() {
    for (std::size_t admin = 1; admin <= 2; ++admin) {
        auto certify = fact(Kind::Certify);
        certify.subject = subjectOf(m_feeds[admin].id);
        certify.word = static_cast<std::uint8_t>(entry::Role::Admin);
        certify.units.all = true;
        append(m_feeds[0], certify);
    }
    append(m_feeds[1], fact(Kind::OpenDrive));
    for (std::size_t officer = 4; officer <= 6; ++officer) {
        auto certify = fact(Kind::CertifyOfficer);
        certify.subject = subjectOf(m_feeds[officer].id);
        certify.units = officer == 6 ? Scope::ofUnit("U0") : Scope{true, {}};
        append(m_feeds[1 + below(2)], certify);
        auto opening = inSession(Kind::OpenSession);
        opening.units = certify.units;
        append(m_feeds[officer], opening);
    }
}

void FactWorld::append(GenFeed& feed, EntryFact fact) {
    fact.feed = feed.id;
    fact.id = fixed<EntryId>((m_nextId++ << 8) ^ (m_random() << 32));
    if (!feed.made.empty() && oneIn(25)) { // a restored database: the next entry follows an old one
        const auto& old = any(feed.made);
        feed.head = {old.seq, old.id};
    }
    fact.seq = feed.head.seq + 1;
    fact.prev = feed.head.id;
    fact.wallMs = static_cast<std::int64_t>(below(1'000'000));
    if (fact.kind == Kind::OpenDrive) {
        fact.drive = fact.id;
        m_drives.push_back(fact.id);
    }
    feed.head = {fact.seq, fact.id};
    feed.made.push_back(fact);
    m_facts.push_back(fact);
}

void FactWorld::step() {
    const auto dice = below(40);
    if (dice == 0)
        rootStep();
    else if (dice < 16)
        adminStep(someAdmin());
    else if (dice == 16)
        fieldStep(any(m_feeds).id == root() ? m_feeds[8] : m_feeds[1 + below(8)]); // perhaps the wrong feed
    else
        fieldStep(someField());
}

void FactWorld::rootStep() {
    EntryFact made;
    made.kind = oneIn(3) ? Kind::Revoke : Kind::Certify;
    const auto& feed = oneIn(6) ? any(m_feeds) : someAdmin();
    made.subject = subjectOf(feed.id);
    made.word = static_cast<std::uint8_t>(oneIn(15) ? entry::Role::Server : entry::Role::Admin);
    made.number = feed.head.seq + 1 - below(std::min<Seq>(feed.head.seq + 1, 8));
    made.units = someUnits();
    if (made.kind == Kind::Certify && oneIn(4) && !m_drives.empty())
        made.drive = any(m_drives);
    append(m_feeds[0], made);
}

Scope FactWorld::someUnits() {
    if (!oneIn(3))
        return {true, {}};
    auto scope = Scope::ofUnit(unitCode(below(3)));
    if (oneIn(2))
        scope.join(Scope::ofUnit(unitCode(below(3))));
    return scope;
}

PersonId FactWorld::somePerson() {
    return fixed<PersonId>(3'000 + below(kRosterPersons + kAddedPersons));
}

/// Ids of some facts of a kind, for lists that name entries.
std::vector<EntryId> FactWorld::someOf(Kind kind, std::size_t most) {
    std::vector<EntryId> ids;
    for (const auto& made : m_facts)
        if (made.kind == kind && ids.size() < most && oneIn(2))
            ids.push_back(made.id);
    return ids;
}

std::vector<EntryId> FactWorld::someEntriesOf(const GenFeed& feed, std::size_t most) {
    std::vector<EntryId> ids;
    for (auto made = feed.made.rbegin(); made != feed.made.rend() && ids.size() < most; ++made)
        if (oneIn(2))
            ids.push_back(made->id);
    return ids;
}

void FactWorld::adminStep(GenFeed& feed) {
    switch (below(16)) {
    case 0:
        return append(feed, fact(oneIn(2) ? Kind::OpenDrive : Kind::CloseDrive));
    case 1:
        return append(feed, fact(Kind::LockText));
    case 2: {
        auto made = fact(Kind::RosterSnapshot);
        made.supersedes = someOf(Kind::RosterSnapshot, 1);
        return append(feed, made);
    }
    case 3: {
        auto made = inSession(Kind::PlanSession);
        made.units = someUnits();
        return append(feed, made);
    }
    case 4:
        return append(feed, fact(Kind::Unknown));
    case 5: {
        auto made = inSession(Kind::Void);
        made.subject = subjectOf(any(m_facts).id);
        return append(feed, made);
    }
    case 6:
    case 7:
    case 8:
        return adminOnPersons(feed, fact(oneIn(3) ? Kind::RosterChange : Kind::Match));
    case 9:
    case 10:
        return adminOnPersons(feed, fact(Kind::Decide));
    default:
        return adminOnFeeds(feed, fact(Kind::CertifyOfficer));
    }
}

void FactWorld::adminOnPersons(GenFeed& feed, EntryFact made) {
    made.persons = {somePerson()};
    if (made.kind == Kind::Match && !oneIn(6)) {
        made.persons.front() =
            oneIn(5) ? somePerson() : fixed<PersonId>(3'000 + kRosterPersons + below(kAddedPersons));
        const auto person = somePerson();
        if (person != made.persons.front())
            made.persons.push_back(person);
    }
    made.word = static_cast<std::uint8_t>(below(6));
    if (made.kind == Kind::Decide) {
        made.word = static_cast<std::uint8_t>(entry::DecideTopic::Duplicate);
        if (const auto twice = signedTwice())
            made.persons = {*twice};
        for (const auto& other : m_facts)
            if (other.kind == Kind::Sign && other.persons == made.persons)
                made.entries.push_back(other.id);
        if (made.entries.empty())
            made.entries = {any(m_facts).id};
        made.chosen = any(made.entries);
    }
    if (oneIn(2))
        made.supersedes = someOf(made.kind, 3);
    append(feed, made);
    if (!oneIn(2))
        return;
    // Another admin who has not seen it says something else about the same person.
    if (made.kind == Kind::Decide)
        made.chosen = any(made.entries);
    if (made.kind == Kind::RosterChange)
        made.word = static_cast<std::uint8_t>(below(6));
    if (made.kind == Kind::Match)
        made.persons.resize(1);
    if (const auto other = fixed<PersonId>(3'000 + below(kRosterPersons));
        made.kind == Kind::Match && other != made.persons.front())
        made.persons.push_back(other);
    append(m_feeds[&feed == &m_feeds[1] ? 2 : 1], made);
}

/// Somebody with more than one signature, if there is one.
std::optional<PersonId> FactWorld::signedTwice() {
    std::map<PersonId, int> signatures;
    for (const auto& made : m_facts)
        if (made.kind == Kind::Sign)
            ++signatures[made.persons.front()];
    std::vector<PersonId> twice;
    for (const auto& [person, count] : signatures)
        if (count > 1)
            twice.push_back(person);
    return twice.empty() ? std::nullopt : std::optional(any(twice));
}

/// The first entry that shares its number with another.
const EntryFact* FactWorld::forkOf(const GenFeed& feed) {
    std::map<ledger::Seq, int> numbers;
    for (const auto& made : feed.made)
        ++numbers[made.seq];
    for (const auto& made : feed.made)
        if (numbers[made.seq] > 1)
            return &made;
    return nullptr;
}

FactWorld::GenFeed& FactWorld::forkedFeed() {
    for (auto& feed : m_feeds)
        if (forkOf(feed) != nullptr && !oneIn(3))
            return feed;
    return someField();
}

void FactWorld::adminOnFeeds(GenFeed& feed, EntryFact made) {
    const auto dice = below(6);
    auto& other = dice >= 3 ? forkedFeed() : oneIn(4) ? m_feeds[below(kFeeds)] : someField();
    made.subject = subjectOf(other.id);
    made.units = someUnits();
    switch (dice) {
    case 0:
        made.kind = Kind::RevokeOfficer;
        made.number =
            other.head.seq == 0 ? 0 : other.head.seq - below(std::min<std::size_t>(other.head.seq, 6));
        break;
    case 1:
        made.kind = Kind::Admit;
        made.entries = someEntriesOf(other, 5);
        break;
    case 3:
    case 4:
    case 5: { // a ruling on a number that may or may not be forked
        made.kind = Kind::Decide;
        made.word = static_cast<std::uint8_t>(entry::DecideTopic::Fork);
        const auto fork = forkOf(other);
        const auto& about = fork != nullptr ? *fork : any(m_facts);
        made.number = about.seq;
        for (const auto& sibling : other.made)
            if (sibling.seq == about.seq)
                made.entries.push_back(sibling.id);
        if (made.entries.empty())
            made.entries = {about.id};
        made.chosen = any(made.entries);
        if (oneIn(2))
            made.supersedes = someOf(Kind::Decide, 3);
        break;
    }
    default:
        break;
    }
    append(feed, made);
}

void FactWorld::fieldStep(GenFeed& feed) {
    const auto dice = below(16);
    if (dice < 5) {
        auto made = inSession(Kind::Sign);
        made.persons = {somePerson()};
        made.withRoster = made.persons.front() < fixed<PersonId>(3'000) ? oneIn(2) : !oneIn(3);
        made.units = Scope::ofUnit(unitCode(below(2)));
        return append(feed, made);
    }
    if (dice < 8) {
        static constexpr std::array kKinds{Kind::Excuse, Kind::Absent, Kind::Refuse};
        auto made = inSession(kKinds[dice - 5]);
        made.persons = {somePerson()};
        made.word = static_cast<std::uint8_t>(below(4));
        if (made.kind == Kind::Absent && oneIn(2))
            if (const auto more = somePerson(); more != made.persons.front())
                made.persons.push_back(more);
        return append(feed, made);
    }
    if (dice == 8) {
        auto made = inSession(Kind::AddPerson);
        made.persons = {fixed<PersonId>(3'000 + kRosterPersons + below(kAddedPersons))};
        made.units = Scope::ofUnit(unitCode(below(2)));
        return append(feed, made);
    }
    if (dice == 9) {
        const auto& target = any(m_facts);
        auto made = inSession(Kind::Void);
        if (target.session && !oneIn(6))
            made.session = target.session;
        made.subject = subjectOf(target.id);
        return append(feed, made);
    }
    deskStep(feed, inSession(Kind::OpenSession));
}

void FactWorld::deskStep(GenFeed& feed, EntryFact made) {
    switch (below(8)) {
    case 0:
        made.kind = oneIn(2) ? Kind::Pause : Kind::Resume;
        break;
    case 1:
        made.kind = Kind::Note;
        break;
    case 2:
        made.kind = Kind::Unknown;
        made.session.reset();
        break;
    case 3: {
        made.kind = Kind::CloseSession;
        const auto opening = std::find_if(feed.made.begin(), feed.made.end(), [&](const EntryFact& one) {
            return one.kind == Kind::OpenSession && !oneIn(3);
        });
        if (opening != feed.made.end())
            made.session = opening->session;
        made.chosen = opening != feed.made.end() ? opening->id : any(m_facts).id;
        made.number = static_cast<std::uint64_t>(std::count_if(
            opening, feed.made.end(), [&](const EntryFact& one) { return one.session == made.session; }));
        made.tallies = {static_cast<std::int64_t>(below(3)), 0, static_cast<std::int64_t>(below(2)), 0, 0, 0};
        break;
    }
    case 4:
    case 5:
        made.kind = Kind::SignMinutes;
        made.chosen = any(m_facts).id;
        for (const auto& one : m_facts)
            if (one.kind == Kind::CloseSession && !oneIn(3)) {
                made.chosen = one.id;
                made.session = one.session;
            }
        made.word = static_cast<std::uint8_t>(below(4));
        break;
    default:
        made.units = oneIn(4) ? Scope::ofUnit("U0") : Scope{true, {}};
        break;
    }
    append(feed, made);
}

/// Gaps: what never reached this book.
void FactWorld::loseSome() {
    const bool tidy = oneIn(2);
    std::erase_if(m_facts, [&](const EntryFact&) { return !tidy && oneIn(20); });
}

/// Erased payloads: instead of the entry, or beside it; and records by liars.
void FactWorld::withholdSome() {
    if (oneIn(2))
        return;
    std::vector<EntryFact> more;
    for (auto& made : m_facts) {
        if (!oneIn(15))
            continue;
        EntryFact withheld;
        withheld.kind = Kind::Withheld;
        withheld.id = made.id;
        withheld.feed = made.feed;
        withheld.seq = made.seq;
        withheld.prev = made.prev;
        if (oneIn(3))
            withheld.seq += below(3);
        if (oneIn(4))
            withheld.prev = any(m_facts).id;
        if (oneIn(5))
            withheld.id = fixed<EntryId>(m_random());
        if (oneIn(2))
            more.push_back(withheld);
        else
            made = withheld;
    }
    m_facts.insert(m_facts.end(), more.begin(), more.end());
    std::sort(m_facts.begin(), m_facts.end(),
              [](const EntryFact& a, const EntryFact& b) { return a.seq < b.seq; });
}

} // namespace teken::test
