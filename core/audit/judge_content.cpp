#include "core/audit/judge.h"
#include "core/domain/pledge_text.h"
#include "core/domain/roster.h"

#include <algorithm>

namespace teken::audit {
namespace {

void addFinding(const Bench& bench, const char* rule, const store::StoredEntry& stored, std::string expected,
                std::string found) {
    bench.findings.add({.rule = rule,
                        .entry = stored.id,
                        .feed = stored.feed,
                        .seq = stored.seq,
                        .expected = std::move(expected),
                        .found = std::move(found)});
}

bool mayHoldContent(const std::optional<entry::Role>& role) {
    return role == entry::Role::Admin || role == entry::Role::Field;
}

} // namespace

Result<std::optional<Bytes>> Content::blob(const Bench& bench, const BlobId& id, const EntryId& entry,
                                           const FeedId& feed, entry::Seq seq) {
    const bool first = !m_seenBlobs.contains(id);
    auto bytes = bench.blobs.get(id);
    m_seenBlobs[id] = bytes.has_value();
    if (bytes) {
        m_blobsChecked += first ? 1 : 0;
        return std::optional(std::move(*bytes));
    }
    const auto code = bytes.error().code;
    if (code != ErrorCode::NotFound && code != ErrorCode::Corrupt && code != ErrorCode::VerificationFailed)
        return fail(std::move(bytes.error()));
    if (first)
        bench.findings.add({.rule = code == ErrorCode::NotFound ? "blob.missing" : "blob.altered",
                            .entry = entry,
                            .feed = feed,
                            .seq = seq,
                            .expected = id.hex()});
    return std::optional<Bytes>{};
}

Result<Content::Roster> Content::readRoster(const Bench& bench, const entry::RosterSnapshot& snapshot,
                                            const store::StoredEntry& stored) {
    Roster roster;
    TEKEN_TRY(const auto bytes, blob(bench, snapshot.manifest, stored.id, stored.feed, stored.seq));
    const auto manifest = bytes ? domain::decodeRosterManifest(*bytes) : Result<domain::RosterManifest>{};
    if (!bytes || !manifest) {
        if (bytes)
            addFinding(bench, "blob.altered", stored, snapshot.manifest.hex(), manifest.error().reason);
        roster.whole = false;
        return roster;
    }
    for (const auto& unit : manifest->units) {
        TEKEN_TRY(const auto people, blob(bench, unit.people, stored.id, stored.feed, stored.seq));
        const auto persons =
            people ? domain::decodeUnitPeople(*people, unit) : Result<std::vector<domain::Person>>{};
        if (people && !persons)
            addFinding(bench, "blob.altered", stored, unit.people.hex(), persons.error().reason);
        if (!people || !persons) {
            roster.whole = false;
            continue;
        }
        for (const auto& person : *persons)
            roster.persons.insert(person.id);
    }
    return roster;
}

Result<> Content::readEntry(const Bench& bench, const store::StoredEntry& stored) {
    const auto* whole = std::get_if<entry::Entry>(&stored.record);
    if (whole == nullptr)
        return {};
    TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
    if (const auto* lock = std::get_if<entry::LockText>(&payload.body)) {
        TEKEN_TRY(const bool counts, bench.ledger.counts(stored.id));
        if (!counts)
            return {};
        TEKEN_TRY(const auto bytes, blob(bench, lock->text, stored.id, stored.feed, stored.seq));
        if (bytes)
            if (const auto text = domain::decodePledgeText(*bytes); !text)
                addFinding(bench, "blob.altered", stored, lock->text.hex(), text.error().reason);
        m_texts[*payload.header.drive].insert(lock->text);
    } else if (const auto* snapshot = std::get_if<entry::RosterSnapshot>(&payload.body)) {
        TEKEN_TRY(const bool counts, bench.ledger.counts(stored.id));
        if (!counts)
            return {};
        TEKEN_TRY(m_rosters[stored.id], readRoster(bench, *snapshot, stored));
    } else if (const auto* added = std::get_if<entry::AddPerson>(&payload.body)) {
        TEKEN_TRY(const bool counts, bench.ledger.counts(stored.id));
        if (counts)
            m_added[*payload.header.drive].insert(added->person);
    }
    return {};
}

Result<Content> Content::read(const Bench& bench, std::vector<Gathered::Place> places) {
    Content content;
    TEKEN_TRY(const auto feeds, bench.ledger.feeds());
    std::set<FeedId> trusted;
    for (const auto& feed : feeds)
        if (mayHoldContent(feed.role))
            trusted.insert(feed.feed);
    std::ranges::sort(places); // by feed and number
    for (const auto& place : places) {
        if (!trusted.contains(place.feed))
            continue;
        TEKEN_TRY(const auto stored, bench.working.entries().get(place.id));
        TEKEN_CHECK(content.readEntry(bench, stored));
    }
    return content;
}

bool Content::isLockedText(const EntryId& drive, const BlobId& text) const {
    const auto found = m_texts.find(drive);
    return found != m_texts.end() && found->second.contains(text);
}

std::optional<bool> Content::lists(const EntryId& roster, const PersonId& person) const {
    const auto found = m_rosters.find(roster);
    if (found == m_rosters.end())
        return false; // no counting snapshot of that name: the signature cannot lean on it
    if (found->second.persons.contains(person))
        return true;
    return found->second.whole ? std::optional(false) : std::nullopt;
}

bool Content::isAdded(const EntryId& drive, const PersonId& person) const {
    const auto found = m_added.find(drive);
    return found != m_added.end() && found->second.contains(person);
}

} // namespace teken::audit
