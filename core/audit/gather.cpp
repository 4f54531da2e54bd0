#include "core/audit/gather.h"

#include <algorithm>

namespace teken::audit {
namespace {

constexpr std::size_t kTakenAtOnce = 2'000; // to one transaction

bool mayBeNamed(const entry::Body& body) {
    return std::holds_alternative<entry::LockText>(body) ||
           std::holds_alternative<entry::RosterSnapshot>(body) ||
           std::holds_alternative<entry::AddPerson>(body);
}

class Gatherer {
public:
    Gatherer(store::Book& book, ledger::Ledger* ledger, Conveyor::Read read, const GatherSettings& settings)
        : m_book(book), m_ledger(ledger), m_each(settings.each),
          m_conveyor(settings.threads, std::move(read)) {}

    Result<Gathered> run() {
        TEKEN_CHECK(advance());
        while (m_at) {
            if (m_at->entry)
                TEKEN_CHECK(takeEntries());
            else if (m_at->withheld)
                TEKEN_CHECK(takeWithheld());
            else
                TEKEN_CHECK(takeAsides());
        }
        return std::move(m_gathered);
    }

private:
    /// To be remembered of an entry, if it turns out to be new.
    struct Note {
        std::size_t index = 0; ///< in its batch
        EntryId id;
        entry::Header header;
        bool content = false;
    };

    [[nodiscard]] Result<> advance();
    [[nodiscard]] Result<> takeEntries();
    [[nodiscard]] Result<std::vector<ledger::Fate>> record(const ledger::Ledger::Next& next);
    [[nodiscard]] Result<> takeWithheld();
    [[nodiscard]] Result<> takeAsides();
    void note(std::size_t index, const entry::VerifiedEntry& entry);
    void count(bool isNew) { ++(isNew ? m_gathered.stored : m_gathered.duplicates); }

    store::Book& m_book;
    ledger::Ledger* m_ledger;
    const std::function<Result<>(const Verified&)>& m_each;
    std::optional<Verified> m_at; ///< the one to be taken next
    std::vector<Note> m_notes;    ///< of the batch under way
    Gathered m_gathered;
    Conveyor m_conveyor; // last: its threads end first
};

/// To the next one that goes into the book.
Result<> Gatherer::advance() {
    for (;;) {
        auto next = m_conveyor.next();
        if (!next)
            m_gathered.unread = std::move(next.error());
        m_at = next ? std::move(*next) : std::nullopt;
        if (!m_at)
            return {};
        if (m_each)
            TEKEN_CHECK(m_each(*m_at));
        if (m_at->entry || m_at->withheld || m_at->aside)
            return {};
    }
}

void Gatherer::note(std::size_t index, const entry::VerifiedEntry& entry) {
    const bool content = mayBeNamed(entry.payload.body);
    if (content || entry.payload.header.seen)
        m_notes.push_back({index, entry.id, entry.payload.header, content});
}

/// Entries that follow one another, as many as go into one transaction. The others are verified meanwhile.
Result<> Gatherer::takeEntries() {
    std::size_t taken = 0;
    m_notes.clear();
    const auto next = [&]() -> Result<const entry::VerifiedEntry*> {
        if (taken > 0)
            TEKEN_CHECK(advance());
        if (!m_at || !m_at->entry || taken == kTakenAtOnce)
            return nullptr;
        note(taken++, *m_at->entry);
        return &*m_at->entry;
    };
    TEKEN_TRY(const auto fates, record(next));
    for (const auto fate : fates)
        count(fate != ledger::Fate::Duplicate);
    for (const auto& one : m_notes) {
        if (fates[one.index] == ledger::Fate::Duplicate)
            continue;
        m_gathered.seen.add(one.id, one.header);
        if (one.content)
            m_gathered.content.push_back({one.header.feed, one.header.seq, one.id});
    }
    return {};
}

Result<std::vector<ledger::Fate>> Gatherer::record(const ledger::Ledger::Next& next) {
    if (m_ledger != nullptr)
        return m_ledger->record(next);
    std::vector<ledger::Fate> fates;
    TEKEN_CHECK(m_book.write([&](store::Transaction& transaction) -> Result<> {
        for (;;) {
            TEKEN_TRY(const auto* entry, next());
            if (entry == nullptr)
                return {};
            TEKEN_TRY(const auto outcome, m_book.entries().put(transaction, *entry));
            fates.push_back(outcome == store::PutOutcome::Duplicate ? ledger::Fate::Duplicate
                                                                    : ledger::Fate::Stored);
        }
    }));
    return fates;
}

Result<> Gatherer::takeWithheld() {
    if (m_ledger != nullptr) {
        TEKEN_TRY(const auto fate, m_ledger->recordWithheld(*m_at->withheld));
        count(fate != ledger::Fate::Duplicate);
        return advance();
    }
    TEKEN_CHECK(m_book.write([&](store::Transaction& transaction) -> Result<> {
        TEKEN_TRY(const auto outcome, m_book.entries().putWithheld(transaction, *m_at->withheld));
        count(outcome != store::PutOutcome::Duplicate);
        return {};
    }));
    return advance();
}

Result<> Gatherer::takeAsides() {
    return m_book.write([&](store::Transaction& transaction) -> Result<> {
        for (std::size_t taken = 0; m_at && m_at->aside && taken < kTakenAtOnce; ++taken) {
            TEKEN_CHECK(m_at->aside(transaction));
            TEKEN_CHECK(advance());
        }
        return {};
    });
}

} // namespace

Result<Gathered> gather(store::Book& book, ledger::Ledger* ledger, Conveyor::Read read,
                        const GatherSettings& settings) {
    return Gatherer(book, ledger, std::move(read), settings).run();
}

} // namespace teken::audit
