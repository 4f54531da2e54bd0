#include "core/ledger/ledger.h"

#include "core/crypto/hash.h"
#include "core/ledger/fold.h"
#include "core/store/ledger_tables.h"

namespace teken::ledger {
namespace {

constexpr std::size_t kFoldAtOnce = 4096; // entries judged together while refolding: bounds memory

Result<EntryFact> factOf(const store::StoredEntry& stored) {
    if (const auto* withheld = std::get_if<entry::WithheldEntry>(&stored.record))
        return ledger::factOf(*withheld);
    TEKEN_TRY(const auto payload, entry::decodePayload(std::get<entry::Entry>(stored.record).payload));
    return ledger::factOf(stored.id, payload);
}

Result<bool> isFork(store::Book& book, const EntryFact& fact) {
    constexpr auto kExcept = static_cast<std::uint8_t>(Kind::Withheld);
    TEKEN_TRY(const auto siblings, book.ledger().countAt(fact.feed, fact.seq, kExcept));
    return siblings > 1;
}

} // namespace

Ledger::Ledger(store::Book& book, const PublicKey& root)
    : m_book(book), m_rootKey(root), m_root(crypto::feedIdOf(root)) {}

Ledger::~Ledger() = default;

Result<std::unique_ptr<Ledger>> Ledger::open(store::Book& book, const PublicKey& root) {
    if (book.locked())
        return fail(ErrorCode::Locked, "store.locked",
                    "expected an unlocked book: its entries cannot be read");
    auto ledger = std::unique_ptr<Ledger>(new Ledger(book, root));
    TEKEN_TRY(const auto meta, book.ledger().meta());
    if (meta != store::LedgerMeta{kRuleset, ledger->m_root})
        TEKEN_CHECK(ledger->refold());
    else
        TEKEN_CHECK(ledger->foldMissing());
    return ledger;
}

Result<> Ledger::foldStored(store::Transaction& transaction, bool all) {
    Fold fold(m_book.ledger(), transaction, m_root);
    std::size_t waiting = 0;
    const auto scanned = m_book.entries().scanAll(1, [&](const store::StoredEntry& stored) -> Result<> {
        if (!all) {
            TEKEN_TRY(const auto known, m_book.ledger().fact(stored.id));
            if (known)
                return {};
        }
        TEKEN_TRY(auto fact, factOf(stored));
        TEKEN_TRY(const bool isNew, fold.add(std::move(fact)));
        if (!isNew || ++waiting < kFoldAtOnce)
            return {};
        waiting = 0;
        return fold.settle();
    });
    TEKEN_CHECK(scanned);
    return fold.settle();
}

Result<> Ledger::foldMissing() {
    TEKEN_TRY(const auto stored, m_book.entries().count());
    TEKEN_TRY(const auto folded, m_book.ledger().factCount());
    if (stored == folded)
        return {};
    return m_book.write([this](store::Transaction& transaction) { return foldStored(transaction, false); });
}

Result<> Ledger::refold() {
    return m_book.write([this](store::Transaction& transaction) -> Result<> {
        TEKEN_CHECK(m_book.ledger().clear(transaction));
        TEKEN_CHECK(m_book.ledger().setMeta(transaction, {kRuleset, m_root}));
        return foldStored(transaction, true);
    });
}

Result<std::vector<Fate>> Ledger::record(std::span<const entry::VerifiedEntry> entries, const Also& also) {
    const Next next = [left = entries]() mutable -> Result<const entry::VerifiedEntry*> {
        if (left.empty())
            return nullptr;
        const auto* entry = &left.front();
        left = left.subspan(1);
        return entry;
    };
    return record(next, also);
}

Result<std::vector<Fate>> Ledger::record(const Next& next, const Also& also) {
    std::vector<Fate> fates;
    const auto written = m_book.write([&](store::Transaction& transaction) -> Result<> {
        Fold fold(m_book.ledger(), transaction, m_root);
        for (;;) {
            TEKEN_TRY(const auto* entry, next());
            if (entry == nullptr)
                break;
            TEKEN_TRY(const auto outcome, m_book.entries().put(transaction, *entry));
            if (outcome == store::PutOutcome::Duplicate) {
                fates.push_back(Fate::Duplicate);
                continue;
            }
            const auto fact = ledger::factOf(entry->id, entry->payload);
            const bool completed = outcome == store::PutOutcome::Completed;
            TEKEN_CHECK(fold.add(fact, completed ? Fold::Here::Maybe : Fold::Here::No));
            const auto known = fact.kind == Kind::Unknown ? Fate::Unknown : Fate::Stored;
            TEKEN_TRY(const bool forks, completed ? isFork(m_book, fact)
                                             : Result<bool>(outcome == store::PutOutcome::Forked));
            fates.push_back(forks ? Fate::Fork : known);
        }
        TEKEN_CHECK(fold.settle());
        return also ? also(transaction) : Result<>{};
    });
    TEKEN_CHECK(written);
    return fates;
}

Result<Fate> Ledger::recordWithheld(const entry::WithheldEntry& entry) {
    auto fate = Fate::Duplicate;
    const auto written = m_book.write([&](store::Transaction& transaction) -> Result<> {
        TEKEN_TRY(const auto outcome, m_book.entries().putWithheld(transaction, entry));
        if (outcome == store::PutOutcome::Duplicate)
            return {};
        fate = Fate::Stored;
        Fold fold(m_book.ledger(), transaction, m_root);
        TEKEN_CHECK(fold.add(ledger::factOf(entry)));
        return fold.settle();
    });
    TEKEN_CHECK(written);
    return fate;
}

Result<std::string> Ledger::dump() const {
    return dumpTables(m_book.ledger());
}

} // namespace teken::ledger
