#include "sync/protocol/log_errand.h"

#include "core/store/entries.h"
#include "core/store/keyring.h"
#include "sync/protocol/byte_reader.h"
#include "sync/protocol/codec_log.h"

namespace teken::sync {

namespace {

constexpr std::uint64_t kNoSize = UINT64_MAX;

tl::unexpected<Error> strangeErrand(const char* what) {
    return fail(ErrorCode::InvalidInput, "sync.message", what);
}

void putIds(Bytes& into, const std::vector<EntryId>& ids) {
    putBig(into, static_cast<std::uint16_t>(ids.size()));
    for (const auto& id : ids)
        into.insert(into.end(), id.bytes.begin(), id.bytes.end());
}

Result<std::vector<EntryId>> takeIds(ByteReader& reader) {
    const auto count = reader.number<std::uint16_t>();
    if (count > kMostErrandEntries)
        return strangeErrand("expected at most 200 entries");
    std::vector<EntryId> ids;
    for (std::uint16_t i = 0; i < count; ++i)
        ids.push_back(reader.fixed<EntryId>());
    return ids;
}

/// Up to where this book's part of a feed has no fork: behind one nothing was promised.
Result<entry::Seq> endOf(store::Book& book, const FeedId& id) {
    TEKEN_TRY(const auto feed, book.entries().feed(id));
    if (!feed)
        return 0;
    return feed->forkedAt ? std::min(feed->head.seq, *feed->forkedAt - 1) : feed->head.seq;
}

/// A note as it must travel: what the log itself signed, without the lines of others.
std::string ownLinesOf(const store::SeenCheckpoint& seen) {
    auto note = log::parseNote(seen.note);
    if (!note)
        return {};
    const log::VerifierKey key{seen.checkpoint.origin, log::SignatureType::Ed25519, seen.log};
    std::erase_if(note->lines, [&](const log::SignatureLine& line) {
        return line.name != key.name || line.hash != key.hash();
    });
    return log::formatNote(*note);
}

Result<> addPages(store::Book& book, const ledger::Ledger::LogCertificate& log, const std::string& note,
                  std::vector<LogQuestion>& pages) {
    LogQuestion page{note, {}};
    const auto add = [&](const std::vector<log::Leaf>& leaves) {
        for (const auto& leaf : leaves)
            page.entries.push_back(leaf.entry);
        if (page.entries.size() >= kMostErrandEntries)
            pages.push_back(std::exchange(page, {note, {}}));
    };
    const auto& receipts = book.receipts();
    TEKEN_TRY(const auto holders, book.keyring().holders());
    for (const auto& holder : holders) {
        TEKEN_TRY(const auto end, endOf(book, holder.feed));
        for (entry::Seq after = 0; after < end && pages.size() < kMostErrandPages;) {
            TEKEN_TRY(const auto leaves, receipts.lacking(log.key, holder.feed, after, end,
                                                          kMostErrandEntries - page.entries.size()));
            if (leaves.empty())
                break;
            after = leaves.back().seq;
            add(leaves);
        }
    }
    if (!page.entries.empty())
        pages.push_back(std::exchange(page, {note, {}}));
    TEKEN_TRY(const auto turn, receipts.nextTurn());
    TEKEN_TRY(const auto old, receipts.oldest(log.key, turn, kMostErrandEntries));
    add(old);
    if (!page.entries.empty() || pages.empty())
        pages.push_back(std::move(page)); // even of none: that the log only grew is asked at each meeting
    return {};
}

} // namespace

Bytes encode(const LogQuestion& question) {
    Bytes bytes;
    putBig(bytes, static_cast<std::uint16_t>(question.note.size()));
    bytes.insert(bytes.end(), question.note.begin(), question.note.end());
    putIds(bytes, question.entries);
    return bytes;
}

Result<LogQuestion> decodeQuestion(ByteView bytes) {
    ByteReader reader(bytes);
    LogQuestion question;
    const auto length = reader.number<std::uint16_t>();
    if (length > kMostErrandNoteBytes)
        return strangeErrand("expected a checkpoint of at most 4 KiB");
    question.note = std::string(textOf(reader.take(length)));
    TEKEN_TRY(question.entries, takeIds(reader));
    if (reader.cut() || !reader.atEnd())
        return strangeErrand("a question is cut, or has bytes left over");
    return question;
}

Bytes encode(const LogReply& reply) {
    auto bytes = toBytes(reply.asker.view());
    putBig(bytes, reply.since ? reply.since->value : kNoSize);
    putIds(bytes, reply.entries);
    const auto answer = encode(reply.answer);
    bytes.insert(bytes.end(), answer.begin(), answer.end());
    return bytes;
}

Result<LogReply> decodeReply(ByteView bytes) {
    ByteReader reader(bytes);
    LogReply reply;
    reply.asker = reader.fixed<FeedId>();
    if (const auto since = reader.number<std::uint64_t>(); since != kNoSize)
        reply.since = log::TreeSize{since};
    TEKEN_TRY(reply.entries, takeIds(reader));
    if (reader.cut())
        return strangeErrand("an answer is cut");
    TEKEN_TRY(reply.answer, decode<LogProofsAnswer>(reader.rest()));
    if (reply.answer.proofs.size() != reply.entries.size())
        return strangeErrand("expected one place for each entry");
    return reply;
}

Result<std::vector<LogQuestion>> ownQuestions(store::Book& book,
                                              std::span<const ledger::Ledger::LogCertificate> logs) {
    std::vector<LogQuestion> pages;
    for (const auto& log : logs) {
        TEKEN_TRY(const auto seen, book.receipts().newest(log.origin));
        TEKEN_CHECK(addPages(book, log, seen ? ownLinesOf(*seen) : std::string(), pages));
    }
    return pages;
}

} // namespace teken::sync
