#include "core/ledger/fact.h"

#include "core/crypto/hash.h"

namespace teken::ledger {
namespace {

static_assert(std::variant_size_v<entry::Body> == static_cast<std::size_t>(Kind::SignMinutes) + 1);
static_assert(std::is_same_v<std::variant_alternative_t<static_cast<std::size_t>(Kind::Sign), entry::Body>,
                             entry::Sign>);
static_assert(std::is_same_v<std::variant_alternative_t<static_cast<std::size_t>(Kind::Admit), entry::Body>,
                             entry::Admit>);

template <class Enum>
std::uint8_t word(Enum value) {
    return static_cast<std::uint8_t>(value);
}

/// Fills a fact from a body, one overload a kind that says more than where it stands.
struct Filler {
    EntryFact& fact;

    template <class Body>
    void operator()(const Body& body) {
        if constexpr (requires { body.session; })
            fact.session = body.session;
    }
    void operator()(const entry::Certify& body) {
        fact.subject = subjectOf(crypto::feedIdOf(body.key));
        fact.word = word(body.role);
        fact.units = Scope::of(body.units);
        fact.drive = body.drive;
    }
    void operator()(const entry::Revoke& body) {
        fact.subject = subjectOf(crypto::feedIdOf(body.key));
        fact.word = word(body.role);
        fact.number = body.lastSeq;
    }
    void operator()(const entry::OpenDrive&) { fact.drive = fact.id; }
    void operator()(const entry::RosterSnapshot& body) {
        if (body.previous)
            fact.supersedes = {*body.previous};
    }
    void operator()(const entry::RosterChange& body) {
        fact.persons = {body.person};
        fact.word = word(body.change);
        fact.supersedes = body.supersedes;
    }
    void operator()(const entry::PlanSession& body) {
        fact.session = body.session;
        fact.units = Scope::of(body.units);
    }
    void operator()(const entry::CertifyOfficer& body) {
        fact.subject = subjectOf(crypto::feedIdOf(body.key));
        fact.units = Scope::of(body.units);
    }
    void operator()(const entry::RevokeOfficer& body) {
        fact.subject = subjectOf(body.feed);
        fact.number = body.lastSeq;
    }
    void operator()(const entry::Match& body) {
        fact.persons = {body.added};
        if (body.person)
            fact.persons.push_back(*body.person);
        fact.supersedes = body.supersedes;
    }
    void operator()(const entry::Decide& body) {
        fact.word = word(body.topic);
        if (body.topic == entry::DecideTopic::Fork && body.feed)
            fact.subject = subjectOf(*body.feed);
        if (body.topic == entry::DecideTopic::Duplicate && body.person)
            fact.persons = {*body.person};
        fact.number = body.seq;
        fact.entries = body.entries;
        fact.chosen = body.chosen;
        fact.supersedes = body.supersedes;
    }
    void operator()(const entry::Admit& body) {
        fact.subject = subjectOf(body.feed);
        fact.entries = body.entries;
    }
    void operator()(const entry::Succeed&) {}
    void operator()(const entry::OpenSession& body) {
        fact.session = body.session;
        fact.units = Scope::of(body.units);
    }
    void operator()(const entry::Sign& body) {
        fact.session = body.session;
        fact.persons = {body.person};
        fact.units = Scope::ofUnit(body.unit);
        fact.withRoster = body.roster.has_value();
    }
    void operator()(const entry::Excuse& body) {
        fact.session = body.session;
        fact.persons = {body.person};
        fact.word = word(body.reason);
    }
    void operator()(const entry::Absent& body) {
        fact.session = body.session;
        fact.persons = body.persons;
    }
    void operator()(const entry::Refuse& body) {
        fact.session = body.session;
        fact.persons = {body.person};
    }
    void operator()(const entry::AddPerson& body) {
        fact.session = body.session;
        fact.persons = {body.person};
        fact.units = Scope::ofUnit(body.unit);
    }
    void operator()(const entry::Void& body) {
        fact.session = body.session;
        fact.subject = subjectOf(body.target);
    }
    void operator()(const entry::CloseSession& body) {
        fact.session = body.session;
        fact.chosen = body.opening;
        fact.number = static_cast<std::uint64_t>(body.entries);
        fact.tallies = {body.counts.signedCount, body.counts.voided,  body.counts.excused,
                        body.counts.absent,      body.counts.refused, body.counts.added};
    }
    void operator()(const entry::SignMinutes& body) {
        fact.session = body.session;
        fact.chosen = body.closing;
        fact.word = word(body.role);
    }
};

} // namespace

Digest subjectOf(const FeedId& feed) {
    return {feed.bytes};
}

Digest subjectOf(const EntryId& entry) {
    return {entry.bytes};
}

FeedId feedOf(const Digest& subject) {
    return {subject.bytes};
}

EntryId entryOf(const Digest& subject) {
    return {subject.bytes};
}

EntryFact factOf(const EntryId& id, const entry::Payload& payload) {
    EntryFact fact;
    fact.id = id;
    fact.feed = payload.header.feed;
    fact.seq = payload.header.seq;
    fact.prev = payload.header.prev;
    fact.kind = static_cast<Kind>(payload.body.index());
    fact.drive = payload.header.drive;
    fact.wallMs = payload.header.wallMs;
    std::visit(Filler{fact}, payload.body);
    return fact;
}

EntryFact factOf(const entry::WithheldEntry& entry) {
    EntryFact fact;
    fact.id = entry.id;
    fact.feed = crypto::feedIdOf(entry.key);
    fact.seq = entry.seq;
    fact.prev = entry.prev;
    fact.kind = Kind::Withheld;
    return fact;
}

bool isPersonKind(Kind kind) {
    return kind == Kind::Sign || kind == Kind::Excuse || kind == Kind::Absent || kind == Kind::Refuse ||
           kind == Kind::AddPerson;
}

} // namespace teken::ledger
