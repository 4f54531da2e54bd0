// A world of signed entries and a ledger over a real book: the ground of the sentence tests.
#pragma once

#include "core/base/files.h"
#include "core/crypto/hash.h"
#include "core/ledger/ledger.h"
#include "core/ledger/oracle.h"
#include "core/store/entries.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <gtest/gtest.h>

namespace teken::test {

/// A book that can be closed and opened again.
class LedgerBook {
public:
    explicit LedgerBook(const PublicKey& root) : m_root(root) {
        m_book = orThrow(store::Book::create(m_folder / "buku.teken", store::Protection::Open, seams()));
        m_ledger = orThrow(ledger::Ledger::open(*m_book, m_root));
    }

    [[nodiscard]] ledger::Ledger& ledger() { return *m_ledger; }
    [[nodiscard]] store::Book& book() { return *m_book; }
    void reopen() {
        m_ledger.reset();
        m_book.reset();
        m_book = orThrow(store::Book::open(m_folder / "buku.teken", seams()));
        m_ledger = orThrow(ledger::Ledger::open(*m_book, m_root));
    }
    std::vector<ledger::Fate> take(const std::vector<entry::VerifiedEntry>& entries) {
        return orThrow(m_ledger->record(entries));
    }

private:
    [[nodiscard]] store::BookSeams seams() { return {m_clock, m_random, m_files, {}}; }

    PublicKey m_root;
    TemporaryFolder m_folder;
    FakeClock m_clock;
    SeededRandom m_random{7};
    PosixFileSystem m_files;
    std::unique_ptr<store::Book> m_book;
    std::unique_ptr<ledger::Ledger> m_ledger;
};

/// Root, admin, drive, text, roster; officers as the test likes. fold() takes everything made so far into the
/// ledger and holds the incremental state against the oracle: every sentence below is also a case of that
/// property.
class LedgerTest : public testing::Test {
protected:
    LedgerTest() { world.begin(); }

    ledger::Ledger& fold() {
        if (!m_book)
            m_book = std::make_unique<LedgerBook>(world.root().key().publicKey());
        m_book->take(world.all());
        std::vector<ledger::EntryFact> facts;
        for (const auto& made : world.all())
            facts.push_back(ledger::factOf(made.id, made.payload));
        const auto oracle = ledger::refoldAll(std::move(facts), world.root().id());
        EXPECT_EQ(orThrow(m_book->ledger().dump()), ledger::dump(oracle));
        return m_book->ledger();
    }

    ledger::PersonState person(std::uint32_t number) { return person(World::person(number)); }
    ledger::PersonState person(const PersonId& id) { return orThrow(fold().person(world.drive(), id)); }
    ledger::DriveState drive() { return orThrow(fold().drive(world.drive())); }
    ledger::FeedState feed(const Feed& feed) { return orThrow(fold().feed(feed.id())).value(); }
    ledger::SessionState session(const Officer& officer) {
        return orThrow(fold().session(world.drive(), officer.session())).value();
    }
    ledger::Verdict verdict(const entry::VerifiedEntry& entry) { return orThrow(fold().verdict(entry.id)); }
    bool counts(const entry::VerifiedEntry& entry) { return verdict(entry) == ledger::Verdict::Counts; }
    std::vector<ledger::ConflictKind> conflictKinds() {
        std::vector<ledger::ConflictKind> kinds;
        for (const auto& conflict : orThrow(fold().conflicts(world.drive())))
            kinds.push_back(conflict.kind);
        return kinds;
    }

    // What an admin writes; `by` is the first admin if null.
    entry::VerifiedEntry decide(std::uint32_t person, const entry::VerifiedEntry& chosen,
                                const std::vector<entry::VerifiedEntry>& among,
                                std::vector<EntryId> supersedes = {}, Feed* by = nullptr) {
        return orAdmin(by).append(entry::Decide{.topic = entry::DecideTopic::Duplicate,
                                                .feed = std::nullopt,
                                                .seq = 0,
                                                .person = World::person(person),
                                                .entries = idsOf(among),
                                                .chosen = chosen.id,
                                                .supersedes = std::move(supersedes),
                                                .reason = "dibandingkan"});
    }
    entry::VerifiedEntry rule(const Feed& feed, const entry::VerifiedEntry& chosen,
                              const std::vector<entry::VerifiedEntry>& among,
                              std::vector<EntryId> supersedes = {}, Feed* by = nullptr) {
        return orAdmin(by).append(entry::Decide{.topic = entry::DecideTopic::Fork,
                                                .feed = feed.id(),
                                                .seq = chosen.payload.header.seq,
                                                .person = std::nullopt,
                                                .entries = idsOf(among),
                                                .chosen = chosen.id,
                                                .supersedes = std::move(supersedes),
                                                .reason = "diperiksa"});
    }
    entry::VerifiedEntry admit(const Feed& feed, const std::vector<entry::VerifiedEntry>& entries,
                               Feed* by = nullptr) {
        return orAdmin(by).append(entry::Admit{feed.id(), idsOf(entries), "jujur"});
    }
    entry::VerifiedEntry match(const PersonId& added, std::optional<PersonId> person,
                               std::vector<EntryId> supersedes = {}, Feed* by = nullptr) {
        return orAdmin(by).append(entry::Match{added, person, std::move(supersedes)});
    }
    entry::VerifiedEntry change(std::uint32_t person, entry::RosterChangeKind kind,
                                std::vector<EntryId> supersedes = {}, Feed* by = nullptr) {
        return orAdmin(by).append(
            entry::RosterChange{World::person(person), kind, "2023-11-17", std::move(supersedes)});
    }
    entry::VerifiedEntry revokeAdmin(const Feed& admin, entry::Seq last) {
        return world.root().append(
            entry::Revoke{entry::Role::Admin, admin.key().publicKey(), last, entry::RevokeReason::Ended});
    }
    entry::VerifiedEntry certify(const PublicKey& key, entry::Role role) {
        return world.root().append(entry::Certify{role, key, "Kunci", {"*"}, std::nullopt, 0, 1, {}});
    }
    static std::vector<EntryId> idsOf(const std::vector<entry::VerifiedEntry>& entries) {
        std::vector<EntryId> ids;
        for (const auto& made : entries)
            ids.push_back(made.id);
        return ids;
    }
    Feed& orAdmin(Feed* by) { return by != nullptr ? *by : world.admin(); }

    World world;

private:
    std::unique_ptr<LedgerBook> m_book;
};

} // namespace teken::test
