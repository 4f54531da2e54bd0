#include "core/desk/centre_list.h"

#include "core/entry/entry.h"
#include "core/store/acks.h"
#include "core/store/entries.h"
#include "core/store/journal.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>

namespace teken::desk {

namespace {

constexpr const char* kClockOffset = "contact.offset-ms";

// Entries that the feed has voided and the list of that hour cannot know of.
Result<std::vector<EntryId>> voidedUnseen(store::Book& book, const FeedId& own, WallTime asOf) {
    TEKEN_TRY(const auto ack, book.acks().latest(own));
    const auto known = ack ? ack->seq : 0;
    std::vector<EntryId> voided;
    TEKEN_CHECK(book.entries().scanFeed(
        own, 1, entry::kMostInteger, [&](const store::StoredEntry& stored) -> Result<> {
            const auto* whole = std::get_if<entry::Entry>(&stored.record);
            // Most entries void nothing: not decoded for that.
            if (whole == nullptr || textOf(whole->payload).find("\"void\"") == std::string_view::npos)
                return {};
            TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
            const auto* one = std::get_if<entry::Void>(&payload.body);
            const bool unseen =
                stored.seq > known || payload.header.wallMs >= asOf.time_since_epoch().count();
            if (one != nullptr && unseen)
                voided.push_back(one->target);
            return {};
        }));
    return voided;
}

} // namespace

std::optional<Milliseconds> clockOffset(store::Book& book) {
    const auto kept = book.settings().get(kClockOffset);
    if (!kept || !*kept)
        return std::nullopt;
    std::int64_t offset = 0;
    const auto& digits = **kept;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), offset);
    return read.ec == std::errc() ? std::optional(Milliseconds(offset)) : std::nullopt;
}

Result<> keepClockOffset(store::Book& book, store::Transaction& transaction, Milliseconds offset) {
    return book.settings().put(transaction, kClockOffset, std::to_string(offset.count()));
}

Result<std::vector<PersonId>> stillSigned(store::Book& book, const FeedId& own,
                                          std::span<const PersonId> listed, WallTime asOf) {
    TEKEN_TRY(const auto voided, voidedUnseen(book, own, asOf));
    std::unordered_set<PersonId> gone;
    for (const auto& target : voided) {
        TEKEN_TRY(const auto stored, book.entries().get(target));
        const auto* whole = std::get_if<entry::Entry>(&stored.record);
        if (whole == nullptr)
            continue;
        TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
        if (const auto* sign = std::get_if<entry::Sign>(&payload.body))
            gone.insert(sign->person);
    }
    std::vector<PersonId> still;
    std::ranges::copy_if(listed, std::back_inserter(still),
                         [&](const PersonId& person) { return !gone.contains(person); });
    return still;
}

} // namespace teken::desk
