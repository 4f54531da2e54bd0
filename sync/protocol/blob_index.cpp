#include "sync/protocol/blob_index.h"

#include "core/crypto/hash.h"
#include "core/domain/roster.h"
#include "core/store/blobs.h"
#include "core/store/entries.h"

#include <algorithm>

namespace teken::sync {

bool Reader::covers(std::string_view unit) const {
    return everything ||
           std::ranges::any_of(units, [&](const std::string& own) { return own == "*" || own == unit; });
}

Result<std::optional<Reader>> readerOf(const ledger::Ledger& ledger, const PublicKey& key) {
    Reader reader;
    reader.feed = crypto::feedIdOf(key);
    TEKEN_TRY(const auto feed, ledger.feed(reader.feed));
    if (feed && feed->role && !feed->revokedAfter) {
        reader.units = feed->units;
        reader.everything = *feed->role == entry::Role::Admin || *feed->role == entry::Role::Server ||
                            *feed->role == entry::Role::Root;
        if (reader.everything || *feed->role == entry::Role::Field)
            return reader;
        return std::nullopt;
    }
    // A server writes no feed: the ledger knows it from its certificate only.
    TEKEN_TRY(const auto servers, ledger.servers());
    for (const auto& server : servers)
        if (server.key == key) {
            reader.everything = true;
            return reader;
        }
    return std::nullopt;
}

void BlobIndex::note(const BlobId& blob, Use use) {
    auto& uses = m_uses[blob];
    if (std::ranges::find(uses, use) == uses.end())
        uses.push_back(std::move(use));
}

void BlobIndex::noteBody(const FeedId& feed, const entry::Body& body) {
    if (const auto* text = std::get_if<entry::LockText>(&body))
        note(text->text, {Kind::Text, feed, {}});
    if (const auto* roster = std::get_if<entry::RosterSnapshot>(&body)) {
        note(roster->manifest, {Kind::Manifest, feed, {}});
        m_unreadManifests[roster->manifest].push_back(feed);
    }
    if (const auto* attach = std::get_if<entry::Attach>(&body))
        note(attach->blob, {Kind::Attachment, feed, {}});
}

Result<> BlobIndex::update(store::Book& book) {
    TEKEN_CHECK(book.entries().scanAll(m_next, [&](const store::StoredEntry& stored) -> Result<> {
        if (const auto* whole = std::get_if<entry::Entry>(&stored.record)) {
            // Stored entries were verified; one that cannot be read is the audit's business, not this one's.
            if (const auto payload = entry::decodePayload(whole->payload))
                noteBody(stored.feed, payload->body);
        }
        m_next = stored.order + 1;
        return {};
    }));
    return readManifests(book);
}

Result<> BlobIndex::readManifests(store::Book& book) {
    for (auto at = m_unreadManifests.begin(); at != m_unreadManifests.end();) {
        TEKEN_TRY(const bool here, book.blobs().has(at->first));
        if (!here) {
            ++at;
            continue;
        }
        TEKEN_TRY(const auto bytes, book.blobs().get(at->first));
        if (const auto manifest = domain::decodeRosterManifest(bytes))
            for (const auto& unit : manifest->units)
                for (const auto& feed : at->second)
                    note(unit.people, {Kind::RosterUnit, feed, unit.unit.code});
        at = m_unreadManifests.erase(at);
    }
    return {};
}

Result<bool> BlobIndex::ofAdmin(const ledger::Ledger& ledger, const Use& use) {
    TEKEN_TRY(const auto feed, ledger.feed(use.feed));
    return feed && feed->role == entry::Role::Admin;
}

std::vector<BlobId> BlobIndex::inOrder() const {
    std::vector<std::pair<int, BlobId>> order;
    for (const auto& [blob, uses] : m_uses) {
        int rank = 3;
        for (const auto& use : uses)
            rank = std::min(rank, use.kind == Kind::Manifest ? 0 : static_cast<int>(use.kind) + 1);
        order.emplace_back(rank, blob);
    }
    std::ranges::sort(order);
    std::vector<BlobId> blobs;
    blobs.reserve(order.size());
    for (const auto& [rank, blob] : order)
        blobs.push_back(blob);
    return blobs;
}

Result<std::vector<BlobId>> BlobIndex::missing(store::Book& book, const ledger::Ledger& ledger,
                                               const Reader& reader) const {
    std::vector<BlobId> wanted;
    for (const auto& blob : inOrder()) {
        TEKEN_TRY(const bool readable, mayRead(ledger, reader, blob));
        if (!readable)
            continue;
        TEKEN_TRY(const bool here, book.blobs().has(blob));
        if (!here)
            wanted.push_back(blob);
    }
    return wanted;
}

Result<std::vector<BlobId>> BlobIndex::present(store::Book& book) const {
    std::vector<BlobId> here;
    for (const auto& blob : inOrder()) {
        TEKEN_TRY(const bool has, book.blobs().has(blob));
        if (has)
            here.push_back(blob);
    }
    return here;
}

bool BlobIndex::isOf(const BlobId& blob, const std::set<FeedId>& feeds) const {
    const auto found = m_uses.find(blob);
    return found != m_uses.end() &&
           std::ranges::any_of(found->second, [&](const Use& use) { return feeds.contains(use.feed); });
}

Result<bool> BlobIndex::mayRead(const ledger::Ledger& ledger, const Reader& reader,
                                const BlobId& blob) const {
    if (reader.everything)
        return true;
    const auto found = m_uses.find(blob);
    if (found == m_uses.end())
        return false;
    bool outOfScope = false;
    bool attached = false;
    for (const auto& use : found->second) {
        if (use.kind == Kind::Attachment) {
            attached = attached || use.feed == reader.feed;
            continue;
        }
        TEKEN_TRY(const bool authority, ofAdmin(ledger, use));
        if (!authority)
            continue;
        if (use.kind != Kind::RosterUnit || reader.covers(use.unit))
            return true;
        outOfScope = true;
    }
    // Whoever attaches the hash of a roster they may not read does not get it that way.
    return attached && !outOfScope;
}

} // namespace teken::sync
