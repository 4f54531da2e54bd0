// Any bytes as a roster table: every row is counted once, and whoever gets in makes a roster that can be
// written and read again.
#include "core/crypto/random.h"
#include "core/domain/roster_import.h"

#include <cstdint>

using namespace teken;
using namespace teken::domain;

namespace {

/// Counts upwards: ids need only differ.
class Counter final : public RandomSource {
public:
    void fill(std::span<std::uint8_t> into) override {
        ++m_next;
        for (std::size_t i = 0; i < into.size(); ++i)
            into[i] = i < 8 ? static_cast<std::uint8_t>(m_next >> (8 * i)) : 1;
    }

private:
    std::uint64_t m_next = 0;
};

void checkRoundTrip(const RosterSnapshot& snapshot) {
    const auto encoded = encodeRoster(snapshot);
    TEKEN_ASSERT(encoded.has_value(), "an imported roster can be written");
    const auto manifest = decodeRosterManifest(encoded->manifest);
    TEKEN_ASSERT(manifest.has_value(), "a written manifest can be read");
    const auto again = readRoster(*manifest, [&](const BlobId& id) -> Result<Bytes> {
        for (const RosterBlob& blob : encoded->units)
            if (blob.id == id)
                return blob.bytes;
        return fail(ErrorCode::NotFound, "fuzz.no-blob", "no such blob");
    });
    TEKEN_ASSERT(again && again->people.size() == snapshot.people.size(), "a written roster can be read");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    TEKEN_ASSERT(crypto::start().has_value(), "libsodium starts");
    const auto units = UnitList::create({{"DINKES", "Dinas Kesehatan", UnitKind::Opd, "35.28", ""},
                                         {"DINSOS", "Dinas Sosial", UnitKind::Opd, "35.28", ""}});
    ImportOptions options;
    options.date = options.today = Date{std::chrono::year{2023}, std::chrono::November, std::chrono::day{17}};
    options.placeName = "Pamekasan";
    options.defaultUnit = "DINSOS";
    Counter random;
    const auto outcome = importRosterCsv({data, size}, *units, options, random);
    if (!outcome)
        return 0;
    const ImportCounts& counts = outcome->report.counts;
    TEKEN_ASSERT(counts.read == counts.accepted + counts.refused + counts.skipped + counts.blank,
                 "no row is lost");
    TEKEN_ASSERT(counts.people == outcome->snapshot.people.size(), "people are counted");
    checkRoundTrip(outcome->snapshot);
    return 0;
}
