// The way from the root to one record's key, as a proof of it carries it (core/log/EVIDENCE.md section 3).
#include "core/crypto/hash.h"
#include "core/desk/enrolment.h"
#include "core/desk/record_rows.h"
#include "core/ledger/authority.h"
#include "core/ledger/rows.h"

#include <algorithm>
#include <set>

namespace teken::desk {
namespace {

using ledger::Authority;
using ledger::EntryFact;
using ledger::Kind;
using ledger::Verdict;

/// Zero in a book that has none pinned: nothing but a root key that an admin named as an officer's tells them
/// apart.
FeedId rootOf(store::Book& book) {
    const auto root = pinnedRoot(book);
    return root ? crypto::feedIdOf(*root) : FeedId{};
}

/// Collects certificates, each once, the root's before the others.
class Certificates {
public:
    explicit Certificates(store::Book& book) : m_book(book) {}

    Result<> add(const EntryId& id, bool ofRoot) {
        auto& list = ofRoot ? m_ofRoot : m_ofAdmins;
        if (m_seen.size() == log::kMostEvidenceCertificates || !m_seen.insert(id).second)
            return {};
        TEKEN_TRY(auto record, wholeRecord(m_book, id));
        list.push_back(std::move(record.raw));
        return {};
    }
    /// What the root says of a key: certifications of one role, and revocations.
    Result<> addWordsOfRoot(const FeedId& feed, entry::Role role) {
        TEKEN_TRY(const auto facts, factsOn(m_book, ledger::subjectOf(feed)));
        for (const auto& fact : facts)
            if (fact.counts() && (fact.kind == Kind::Certify || fact.kind == Kind::Revoke) &&
                fact.word == static_cast<std::uint8_t>(role))
                TEKEN_CHECK(add(fact.id, true));
        return {};
    }
    std::vector<entry::Entry> take() {
        std::move(m_ofAdmins.begin(), m_ofAdmins.end(), std::back_inserter(m_ofRoot));
        return std::move(m_ofRoot);
    }

private:
    store::Book& m_book;
    std::set<EntryId> m_seen;
    std::vector<entry::Entry> m_ofRoot, m_ofAdmins;
};

/// One certificate under which an entry counts (or would, but for a revocation), and the admission that it
/// needs for that.
struct Way {
    std::optional<EntryId> certificate;
    const EntryFact* admission = nullptr;
};

Verdict aloneUnder(const Authority& authority, ledger::Grant grant, const EntryFact& entry) {
    Authority alone = authority;
    grant.admitted.clear();
    alone.grants = {std::move(grant)};
    return ruleOn(alone, entry).verdict;
}

const EntryFact* admissionFor(const Authority& authority, const ledger::Grant& grant,
                              std::span<const EntryFact> onFeed, const EntryFact& entry) {
    const bool ofAdmin = authority.role == entry::Role::Admin;
    for (const auto& fact : onFeed) {
        const auto& reach = ofAdmin ? fact.ruling.plain : fact.ruling.reach;
        if (fact.kind == Kind::Admit && fact.counts() && reach &&
            std::ranges::find(fact.entries, entry.id) != fact.entries.end() &&
            ledger::reaches(*reach, fact.drive, grant, *authority.role))
            return &fact;
    }
    return nullptr;
}

Way wayOf(const Authority& authority, std::span<const EntryFact> onFeed, const EntryFact& entry) {
    Way revoked;
    for (const auto& grant : authority.grants) {
        const auto verdict = aloneUnder(authority, grant, entry);
        if (verdict == Verdict::Counts || verdict == Verdict::Unknown)
            return {grant.certificate, nullptr};
        if (verdict != Verdict::Revoked || revoked.admission != nullptr)
            continue;
        const auto* admission = admissionFor(authority, grant, onFeed, entry);
        if (!revoked.certificate || admission != nullptr)
            revoked = {grant.certificate, admission};
    }
    return revoked;
}

/// An admin's entry stands on what the root says of the admin and, after a revocation of theirs, on the
/// admission of another.
Result<> addStanding(store::Book& book, const FeedId& root, const EntryFact& entry, Certificates& into) {
    TEKEN_CHECK(into.addWordsOfRoot(entry.feed, entry::Role::Admin));
    TEKEN_TRY(const auto onFeed, factsOn(book, ledger::subjectOf(entry.feed)));
    const auto authority = ledger::authorityOf(entry.feed, root, onFeed, ledger::Level::Field);
    const auto way = wayOf(authority, onFeed, entry);
    if (way.admission == nullptr)
        return {};
    TEKEN_CHECK(into.add(way.admission->id, false));
    return into.addWordsOfRoot(way.admission->feed, entry::Role::Admin); // it counts without further help
}

Result<> addOfficer(store::Book& book, const entry::VerifiedEntry& record, Certificates& into) {
    const auto feed = crypto::feedIdOf(record.raw.key);
    const auto root = rootOf(book);
    TEKEN_TRY(const auto onFeed, factsOn(book, ledger::subjectOf(feed)));
    const auto authority = ledger::authorityOf(feed, root, onFeed, ledger::Level::Field);
    const auto way = wayOf(authority, onFeed, ledger::factOf(record.id, record.payload));
    for (const auto& fact : onFeed) {
        const bool needed = fact.id == way.certificate || &fact == way.admission;
        if (!needed && (fact.kind != Kind::RevokeOfficer || !fact.counts()))
            continue;
        if (authority.role == entry::Role::Field) {
            TEKEN_CHECK(into.add(fact.id, false));
            TEKEN_CHECK(addStanding(book, root, fact, into));
        }
    }
    return into.addWordsOfRoot(feed, entry::Role::Admin); // should the record itself be an admin's
}

/// The log whose origin the note names, and the witnesses whose names stand on its lines.
Result<> addSigners(store::Book& book, std::string_view checkpoint, Certificates& into) {
    TEKEN_TRY(const auto note, log::parseNote(checkpoint));
    TEKEN_TRY(const auto rows, book.ledger().factsOfKind(static_cast<std::uint8_t>(Kind::Certify)));
    TEKEN_TRY(const auto facts, ledger::toFacts(rows));
    for (const auto& fact : facts) {
        const bool log = fact.word == static_cast<std::uint8_t>(entry::Role::Log);
        if (!fact.counts() || (!log && fact.word != static_cast<std::uint8_t>(entry::Role::Cosigner)))
            continue;
        TEKEN_TRY(const auto record, wholeRecord(book, fact.id));
        const auto& body = std::get<entry::Certify>(record.payload.body);
        const log::VerifierKey key{
            body.name, log ? log::SignatureType::Ed25519 : log::SignatureType::Cosignature, body.key};
        if (std::ranges::any_of(note.lines, [&](const auto& line) {
                return line.name == key.name && line.hash == key.hash();
            }))
            TEKEN_CHECK(into.addWordsOfRoot(ledger::feedOf(*fact.subject),
                                            log ? entry::Role::Log : entry::Role::Cosigner));
    }
    return {};
}

} // namespace

Result<std::vector<entry::Entry>> certificatesOf(store::Book& book, const entry::VerifiedEntry& record,
                                                 std::string_view checkpoint) {
    Certificates certificates(book);
    TEKEN_CHECK(addOfficer(book, record, certificates));
    if (!checkpoint.empty())
        TEKEN_CHECK(addSigners(book, checkpoint, certificates));
    return certificates.take();
}

Result<ledger::Verdict> verdictByCertificates(store::Book& book, const entry::VerifiedEntry& record) {
    const auto feed = crypto::feedIdOf(record.raw.key);
    const auto root = rootOf(book);
    TEKEN_TRY(const auto onFeed, factsOn(book, ledger::subjectOf(feed)));
    const auto authority = ledger::authorityOf(feed, root, onFeed, ledger::Level::Field);
    return ruleOn(authority, ledger::factOf(record.id, record.payload)).verdict;
}

} // namespace teken::desk
