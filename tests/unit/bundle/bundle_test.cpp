#include "sync/bundle/bundle.h"

#include "core/crypto/hash.h"
#include "core/crypto/random.h"
#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <gtest/gtest.h>

#include <fstream>

namespace teken::test {
namespace {

using namespace teken::sync;

/// A stick that keeps what it is given until told to lie.
class LyingStorage final : public BundleStorage {
public:
    explicit LyingStorage(std::uint64_t flipAt) : m_flipAt(flipAt) {}

    Result<std::unique_ptr<BundleSink>> create(const Path& path) override { return m_real.create(path); }
    Result<std::unique_ptr<BundleSource>> open(const Path& path) override {
        TEKEN_TRY(auto source, m_real.open(path));
        return std::make_unique<Source>(std::move(source), m_flipAt);
    }
    Result<> rename(const Path& from, const Path& to) override { return m_real.rename(from, to); }
    void remove(const Path& path) override { m_real.remove(path); }

private:
    class Source final : public BundleSource {
    public:
        Source(std::unique_ptr<BundleSource> real, std::uint64_t flipAt)
            : m_real(std::move(real)), m_flipAt(flipAt) {}
        Result<std::size_t> read(std::span<std::uint8_t> into) override {
            TEKEN_TRY(const auto got, m_real->read(into));
            if (m_flipAt >= m_at && m_flipAt < m_at + got)
                into[m_flipAt - m_at] ^= 1;
            m_at += got;
            return got;
        }
        std::uint64_t size() const override { return m_real->size(); }

    private:
        std::unique_ptr<BundleSource> m_real;
        std::uint64_t m_flipAt;
        std::uint64_t m_at = 0;
    };
    PosixBundleStorage m_real;
    std::uint64_t m_flipAt;
};

struct BundleFile : testing::Test {
    TemporaryFolder folder;
    SeededRandom random;
    PosixBundleStorage storage;
    World world;
    std::filesystem::path file = folder / "kirim.teken";
    Bytes blob = Bytes(600'000, 7);

    void SetUp() override { ASSERT_TRUE(crypto::start()); }

    static BundleHeader header(std::optional<RecipientKey> recipient = std::nullopt) {
        BundleHeader made;
        made.createdMs = 1;
        made.recipient = recipient;
        return made;
    }

    void write(const BundleHeader& made) {
        if (world.all().empty())
            world.begin();
        auto writer = orThrow(BundleWriter::create(storage, file, made, random));
        for (const auto& entry : world.all())
            ASSERT_TRUE(writer->add(entry::Record(entry.raw)));
        ASSERT_TRUE(writer->addBlob(crypto::blobIdOf(blob), blob));
        orThrow(writer->finish());
    }
    Bytes bytes() const {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void put(const Bytes& content) const {
        std::ofstream(file, std::ios::binary | std::ios::trunc)
            .write(reinterpret_cast<const char*>(content.data()),
                   static_cast<std::streamsize>(content.size()));
    }
    std::string verdict(const crypto::RecipientSecret* secret = nullptr) {
        const auto checked = checkBundle(storage, file, secret);
        return checked ? "intact" : checked.error().reason;
    }
};

TEST_F(BundleFile, GivesBackWhatWentIn) {
    write(header());
    const auto reader = orThrow(BundleReader::open(storage, file));
    EXPECT_EQ(reader->header(), header());
    std::size_t records = 0;
    Bytes found;
    for (;;) {
        const auto item = orThrow(reader->next());
        if (!item)
            break;
        if (const auto* record = std::get_if<entry::Record>(&*item))
            EXPECT_EQ(std::get<entry::Entry>(*record), world.all().at(records++).raw);
        else if (const auto* piece = std::get_if<BlobPiece>(&*item))
            found.insert(found.end(), piece->bytes.begin(), piece->bytes.end());
    }
    EXPECT_EQ(records, world.all().size());
    EXPECT_EQ(found, blob);
    EXPECT_EQ(verdict(), "intact");
}

TEST_F(BundleFile, HoldsNothingInItsHeadButWhatItsPurposeNeeds) {
    const auto read = [](const BundleHeader& made) { return decodeBundleHeader(encodeBundleHeader(made)); };
    for (const auto purpose : {Purpose::Entries, Purpose::Provisioning, Purpose::News, Purpose::Receipts,
                               Purpose::Book, Purpose::Evidence}) {
        const bool provisioning = purpose == Purpose::Provisioning;
        const bool evidence = purpose == Purpose::Evidence;
        auto made = header();
        made.purpose = purpose;
        EXPECT_EQ(read(made).has_value(), !evidence) << slug(purpose) << ": evidence is of one drive";
        made.drive = EntryId{{1}};
        EXPECT_EQ(read(made).has_value(), provisioning || evidence) << slug(purpose) << " with a drive";
        for (const bool root : {true, false}) {
            auto more = header();
            more.purpose = purpose;
            if (evidence)
                more.drive = EntryId{{1}};
            if (root)
                more.root = PublicKey{{2}};
            else
                more.serverUrl = "https://pusat.example";
            const auto found = read(more);
            EXPECT_EQ(found.has_value(), provisioning)
                << slug(purpose) << (root ? " with a root" : " with a server");
            if (!found) {
                EXPECT_EQ(found.error().reason, "bundle.header");
            }
        }
    }
}

TEST_F(BundleFile, OpensForItsRecipientOnly) {
    const auto centre = crypto::RecipientSecret::generate(random);
    const auto other = crypto::RecipientSecret::generate(random);
    write(header(centre.publicKey()));
    EXPECT_EQ(verdict(&centre), "intact");
    EXPECT_EQ(verdict(&other), "bundle.other-recipient");
    EXPECT_EQ(verdict(), "bundle.sealed");
    const auto content = bytes();
    EXPECT_EQ(textOf(content).find("open-drive"), std::string_view::npos);
}

TEST_F(BundleFile, NoticesEveryChangedByte) {
    blob = Bytes(100, 3);
    write(header());
    const auto whole = bytes();
    for (std::size_t i = 0; i < whole.size(); ++i) {
        auto changed = whole;
        changed[i] ^= 1;
        put(changed);
        EXPECT_NE(verdict(), "intact") << "byte " << i;
    }
}

TEST_F(BundleFile, NoticesEveryCutAndEveryAddedByte) {
    blob = Bytes(100, 3);
    const auto centre = crypto::RecipientSecret::generate(random);
    for (const bool sealed : {false, true}) {
        write(header(sealed ? std::optional(centre.publicKey()) : std::nullopt));
        const auto whole = bytes();
        for (std::size_t length = 0; length < whole.size(); length += 7) {
            put(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)));
            EXPECT_NE(verdict(&centre), "intact") << "length " << length;
        }
        auto longer = whole;
        longer.push_back(0);
        put(longer);
        EXPECT_EQ(verdict(&centre), "bundle.trailing");
    }
}

TEST_F(BundleFile, SaysWhatAForeignFileIs) {
    put(toBytes(std::string_view("PK\x03\x04 bukan punya kita, tetapi cukup panjang")));
    EXPECT_EQ(verdict(), "bundle.not-teken");
    put({});
    EXPECT_EQ(verdict(), "bundle.not-teken");
    write(header());
    auto newer = bytes();
    newer[7] = '2';
    put(newer);
    EXPECT_EQ(verdict(), "bundle.newer");
}

TEST_F(BundleFile, TakesNoMemoryForAnnouncedLengths) {
    write(header());
    auto bomb = bytes();
    const auto frame = 13 + encodeBundleHeader(header()).size();
    ASSERT_EQ(bomb[frame], 'F');
    for (std::size_t i = 1; i <= 8; ++i)
        bomb[frame + i] = 0xff;
    put(bomb);
    EXPECT_EQ(verdict(), "bundle.frame");
}

TEST_F(BundleFile, NeverNamesAFileThatWasNotReadBack) {
    world.begin();
    for (const std::uint64_t at : {std::uint64_t{0}, std::uint64_t{200}}) {
        LyingStorage lying(at);
        auto writer = orThrow(BundleWriter::create(lying, file, header(), random));
        ASSERT_TRUE(writer->add(entry::Record(world.all().front().raw)));
        const auto finished = writer->finish();
        ASSERT_FALSE(finished);
        EXPECT_EQ(finished.error().reason, "bundle.read-back");
        writer.reset();
        EXPECT_FALSE(std::filesystem::exists(file));
        EXPECT_FALSE(std::filesystem::exists(file.string() + ".part"));
    }
}

TEST_F(BundleFile, LeavesNothingBehindWhenItIsNotFinished) {
    { const auto writer = orThrow(BundleWriter::create(storage, file, header(), random)); }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST_F(BundleFile, StaysFailedAfterAFailure) {
    write(header());
    auto cut = bytes();
    cut.resize(cut.size() - 1);
    put(cut);
    const auto reader = orThrow(BundleReader::open(storage, file));
    Result<std::optional<BundleItem>> item = reader->next();
    while (item && *item)
        item = reader->next();
    ASSERT_FALSE(item);
    EXPECT_EQ(reader->next().error(), item.error());
}

} // namespace
} // namespace teken::test
