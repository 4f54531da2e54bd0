#include "core/audit/sample.h"

#include "core/audit/log_notes.h"
#include "core/crypto/hash.h"

#include <algorithm>

namespace teken::audit {
namespace {

bool smaller(const Drawn& a, const Drawn& b) {
    return a.rank.bytes < b.rank.bytes;
}

} // namespace

Digest sampleSeed(const EntryId& drive, const log::Checkpoint& checkpoint) {
    Bytes size;
    for (int shift = 56; shift >= 0; shift -= 8)
        size.push_back(static_cast<std::uint8_t>(checkpoint.size.value >> shift));
    crypto::Sha256 hash;
    hash.add(toBytes(std::string_view("teken/sample/v1\n"))).add(drive.view()).add(size);
    return hash.add(checkpoint.root.view()).finish();
}

Digest sampleRank(const Digest& seed, const EntryId& entry) {
    crypto::Sha256 hash;
    return hash.add(seed.view()).add(entry.view()).finish();
}

Result<Sample> drawSample(const ledger::Ledger& ledger, const EntryId& drive,
                          const log::Checkpoint& checkpoint, std::size_t size) {
    if (size == 0 || size > kMostSample)
        return fail(ErrorCode::InvalidInput, "sample.size", "expected 1 to 10,000 signatures to draw");
    Sample sample;
    sample.seed = sampleSeed(drive, checkpoint);
    sample.checkpoint = checkpoint;
    auto& drawn = sample.drawn; // a heap, the largest rank in front
    TEKEN_CHECK(ledger.persons(drive, [&](const ledger::PersonState& person) -> Result<> {
        if (!person.signature || person.status != ledger::PersonStatus::Signed)
            return {};
        ++sample.population;
        Drawn one{sampleRank(sample.seed, person.signature->entry), person.signature->entry, person.person,
                  person.signature->feed, person.signature->seq};
        if (drawn.size() == size && !smaller(one, drawn.front()))
            return {};
        drawn.push_back(one);
        std::ranges::push_heap(drawn, smaller);
        if (drawn.size() > size) {
            std::ranges::pop_heap(drawn, smaller);
            drawn.pop_back();
        }
        return {};
    }));
    std::ranges::sort(drawn, smaller);
    return sample;
}

Result<log::Checkpoint> newestCheckpoint(store::Book& book, const ledger::Ledger& ledger,
                                         const std::vector<std::string>& notes) {
    TEKEN_TRY(const auto reader, NoteReader::create(book, ledger));
    std::optional<log::Checkpoint> newest;
    for (const auto& note : notes)
        if (const auto point = reader.read(note); point && (!newest || point->checkpoint.size > newest->size))
            newest = point->checkpoint;
    if (!newest)
        return fail(ErrorCode::NotFound, "sample.no-checkpoint",
                    "expected a checkpoint that a certified log signed, found none");
    return *newest;
}

} // namespace teken::audit
