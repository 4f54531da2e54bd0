#include "sync/client/elsewhere.h"

#include "core/store/journal.h"
#include "sync/protocol/binary.h"
#include "sync/protocol/codec.h"

#include <algorithm>

namespace teken::sync::client {

namespace {

std::string journalKey(const EntryId& drive) {
    return "sync.elsewhere." + drive.hex();
}

/// Length and bytes of one page; nullopt when the rest is not that.
std::optional<ByteView> nextPage(ByteView& rest) {
    if (rest.size() < 4)
        return std::nullopt;
    const std::size_t length = getBig<std::uint32_t>(rest);
    rest = rest.subspan(4);
    if (length > rest.size())
        return std::nullopt;
    const auto page = rest.first(length);
    rest = rest.subspan(length);
    return page;
}

} // namespace

bool Elsewhere::has(const PersonId& person) const {
    return std::ranges::binary_search(persons, person);
}

Result<> keepElsewhere(store::Book& book, store::Transaction& transaction, const EntryId& drive,
                       std::span<const Statement> pages) {
    Bytes value;
    for (const auto& page : pages) {
        const auto bytes = encode(StatusAnswer{page});
        putBig(value, static_cast<std::uint32_t>(bytes.size()));
        value.insert(value.end(), bytes.begin(), bytes.end());
    }
    return book.journal().put(transaction, journalKey(drive), value);
}

Result<std::optional<Elsewhere>> readElsewhere(store::Book& book, const ledger::Ledger& ledger,
                                               const EntryId& drive) {
    TEKEN_TRY(const auto value, book.journal().get(journalKey(drive)));
    if (!value)
        return std::nullopt;
    TEKEN_TRY(const auto servers, ledger.servers());
    Elsewhere list;
    for (ByteView rest = *value; !rest.empty();) {
        const auto bytes = nextPage(rest);
        if (!bytes)
            return std::nullopt;
        const auto page = decode<StatusAnswer>(*bytes);
        const auto byThisKey = [&](const auto& server) { return server.key == page->statement.key; };
        if (!page || !std::ranges::any_of(servers, byThisKey))
            return std::nullopt;
        const auto facts = verifyStatus(page->statement);
        if (!facts || facts->drive != drive)
            return std::nullopt;
        list.asOf = facts->time;
        list.persons.insert(list.persons.end(), facts->persons.begin(), facts->persons.end());
    }
    std::ranges::sort(list.persons);
    return list;
}

} // namespace teken::sync::client
