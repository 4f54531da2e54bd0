// Altered databases: never a crash, and a book that opens still answers or says what is broken. The input is
// a list of pieces (u32 offset, u8 length, bytes) written over a good book, so that most of it stays one.
#include "core/base/files.h"
#include "core/crypto/random.h"
#include "core/store/acks.h"
#include "core/store/blobs.h"
#include "core/store/entries.h"
#include "core/store/journal.h"
#include "core/store/keyring.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace teken;

namespace {

/// One folder and one good book for all inputs of a run.
class Bench {
public:
    Bench() {
        TEKEN_ASSERT(crypto::start().has_value(), "libsodium starts");
        test::World world;
        world.begin();
        {
            const auto book = test::orThrow(store::Book::create(file(), store::Protection::Open, seams()));
            const auto filled = book->write([&](store::Transaction& t) -> Result<> {
                for (const auto& entry : world.all())
                    TEKEN_CHECK(book->entries().put(t, entry));
                TEKEN_CHECK(book->blobs().put(t, view("isi berkas")));
                return book->journal().put(t, "sesi", view("berjalan"));
            });
            TEKEN_ASSERT(filled.has_value(), "a good book can be made");
            TEKEN_ASSERT(book->keyring().addUnprotected("pusat", entry::Role::Server).has_value(),
                         "a holder");
        }
        std::ifstream good(file(), std::ios::binary);
        m_good.assign(std::istreambuf_iterator<char>(good), {});
    }
    [[nodiscard]] std::filesystem::path file() const { return m_folder / "buku.teken"; }
    [[nodiscard]] store::BookSeams seams() { return {m_clock, m_random, m_files, {}}; }

    void writeAltered(ByteView pieces) {
        auto bytes = m_good;
        while (pieces.size() > 5) {
            const auto at =
                (static_cast<std::size_t>(pieces[0]) << 24 | static_cast<std::size_t>(pieces[1]) << 16 |
                 static_cast<std::size_t>(pieces[2]) << 8 | pieces[3]) %
                bytes.size();
            const auto count = std::min<std::size_t>({pieces[4], pieces.size() - 5, bytes.size() - at});
            std::copy_n(pieces.begin() + 5, count, bytes.begin() + static_cast<std::ptrdiff_t>(at));
            pieces = pieces.subspan(5 + count);
        }
        std::filesystem::remove(file().string() + "-wal");
        std::ofstream(file(), std::ios::binary | std::ios::trunc)
            .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }

private:
    test::TemporaryFolder m_folder;
    test::FakeClock m_clock;
    test::SeededRandom m_random;
    PosixFileSystem m_files;
    std::string m_good;
};

void readEverything(store::Book& book) {
    static_cast<void>(book.checkFile());
    static_cast<void>(book.keyring().holders());
    static_cast<void>(book.acks().troubles());
    static_cast<void>(book.journal().get("sesi"));
    if (const auto feeds = book.entries().feeds())
        for (const auto& feed : *feeds)
            static_cast<void>(book.entries().idsOf(feed.feed, 1, feed.last));
    if (const auto blobs = book.blobs().list())
        for (const auto& blob : *blobs)
            static_cast<void>(book.blobs().get(blob));
    static_cast<void>(book.entries().scanAll(1, [](const store::StoredEntry&) -> Result<> { return {}; }));
    static_cast<void>(
        book.write([&](store::Transaction& t) { return book.journal().put(t, "a", view("b")); }));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto kBench = std::make_unique<Bench>();
    kBench->writeAltered({data, size});
    if (const auto book = store::Book::open(kBench->file(), kBench->seams()))
        readEverything(**book);
    return 0;
}
