#include "sync/server/epoch.h"

#include "core/store/entries.h"
#include "core/store/journal.h"

namespace teken::sync::server {

namespace {
constexpr const char* kSetting = "sync.server-epoch";
constexpr const char* kFound = "sync.found";
} // namespace

EpochKeeper::EpochKeeper(store::Book& book, const FeedId& server, RandomSource& random)
    : m_book(book), m_anchor(book.file(), server), m_random(random) {}

Result<bool> EpochKeeper::isBehindNote() const {
    const auto note = m_anchor.read();
    if (!note || note->seq == 0 || !note->id)
        return false;
    std::optional<EntryId> there;
    const auto looked =
        m_book.entries().scanAll(note->seq, [&](const store::StoredEntry& stored) -> Result<> {
            if (stored.order == note->seq)
                there = stored.id;
            return fail(ErrorCode::Cancelled, kFound, "one is enough");
        });
    if (!looked && looked.error().reason != kFound)
        return fail(looked.error());
    return there != note->id;
}

Result<Epoch> EpochKeeper::renew() {
    const auto epoch = m_random.make<Epoch>();
    TEKEN_CHECK(m_book.write([&](store::Transaction& transaction) {
        return m_book.settings().put(transaction, kSetting, epoch.hex());
    }));
    // From here on the book is what it is: the note starts anew with it.
    TEKEN_TRY(const auto last, newest());
    TEKEN_CHECK(m_anchor.write(last));
    return epoch;
}

Result<Epoch> EpochKeeper::open() {
    TEKEN_TRY(const auto text, m_book.settings().get(kSetting));
    if (!text)
        return renew();
    TEKEN_TRY(m_restored, isBehindNote());
    if (m_restored)
        return renew();
    return Epoch::fromHex(*text);
}

Result<entry::FeedHead> EpochKeeper::newest() const {
    entry::FeedHead last;
    TEKEN_TRY(const auto count, m_book.entries().count());
    if (count > 0)
        TEKEN_CHECK(m_book.entries().scanAll(count, [&](const store::StoredEntry& stored) -> Result<> {
            last = entry::FeedHead{stored.order, stored.id};
            return {};
        }));
    return last;
}

Result<> EpochKeeper::noteNewest() const {
    TEKEN_TRY(const auto last, newest());
    static_cast<void>(m_anchor.write(last).has_value());
    return {};
}

} // namespace teken::sync::server
