// SLIP.md is right: its words and its example are what this code makes. After a change of the format, which
// makes a new version: TEKEN_UPDATE_GOLDEN=1 unit_core_entry --gtest_filter='Slip*'.
#include "core/base/base32.h"
#include "core/crypto/hash.h"
#include "core/entry/slip_code.h"
#include "core/entry/slip_text.h"
#include "core/entry/slip_words.h"
#include "tests/support/entry_generators.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"
#include "tests/unit/entry/format_document.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <fstream>

namespace teken::entry {
namespace {

using test::orThrow;

std::filesystem::path slipDocumentPath() {
    return test::formatDocumentPath().parent_path() / "SLIP.md";
}

/// The signature of FORMAT.md section 9.
Entry exampleRecord() {
    const auto example =
        test::parseExample(test::fencedBlock(test::readText(test::formatDocumentPath()), "example-sign"));
    Entry entry;
    entry.key = orThrow(PublicKey::fromHex(example.at("key")));
    entry.signature = orThrow(Signature::fromHex(example.at("signature")));
    entry.payload = toBytes(example.at("payload"));
    return entry;
}

class SlipWorld {
public:
    const crypto::SigningKey key = orThrow(crypto::SigningKey::fromSeed(Bytes(32, 7)));

    [[nodiscard]] VerifiedEntry record(Body body, Seq seq = 217, std::uint8_t salt = 0xf0) const {
        Stamp stamp{WallTime{Milliseconds{1'763'799'123'456}}, Milliseconds{4'221'900}, BootId{}, Salt{}};
        for (std::uint8_t i = 0; i < 16; ++i) {
            stamp.boot.bytes[i] = static_cast<std::uint8_t>(i * 11 + 3);
            stamp.salt.bytes[i] = static_cast<std::uint8_t>(salt + i * 5);
        }
        const SeenCheckpoint seen{"pusat.pamekasankab.go.id/log", 41'237,
                                  Digest{crypto::sha256("root").bytes}};
        return orThrow(signEntry(key, {seq - 1, EntryId{crypto::sha256("before").bytes}}, stamp,
                                 EntryId{crypto::sha256("drive").bytes}, std::move(body), {}, seen));
    }
    [[nodiscard]] static Sign sign() {
        Sign body;
        const auto session = crypto::sha256("session");
        std::copy_n(session.bytes.begin(), 16, body.session.bytes.begin());
        std::copy_n(session.bytes.begin() + 16, 16, body.person.bytes.begin());
        body.roster = EntryId{crypto::sha256("roster").bytes};
        body.unit = "KEC-04";
        body.text = BlobId{crypto::sha256("text").bytes};
        body.ink = crypto::sha256("ink");
        body.present = {Present::Officer, Present::Witness1};
        return body;
    }
};

std::string lower(std::string text) {
    for (char& c : text)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

// --- the document ---------------------------------------------------------------------------------------

TEST(SlipDocument, ListsTheWords) {
    std::string words;
    for (const auto word : kSlipWords)
        words += std::string(word) + "\n";
    EXPECT_EQ(test::fencedBlock(test::readText(slipDocumentPath()), "words"), words);
}

TEST(SlipDocument, ShowsTheSlipOfTheExample) {
    const auto record = exampleRecord();
    const auto made = test::exampleLine("code", slipCode(record.payload)) +
                      test::exampleLine("text", orThrow(slipText(record)));
    auto document = test::readText(slipDocumentPath());
    const auto block = test::fencedBlock(document, "example-slip");
    if (std::getenv("TEKEN_UPDATE_GOLDEN") != nullptr) {
        const std::string head = "```example-slip\n";
        document.replace(document.find(head) + head.size(), block.size(), made);
        std::ofstream(slipDocumentPath(), std::ios::binary) << document;
        GTEST_SKIP() << "written anew";
    }
    EXPECT_EQ(block, made);
    const auto shown = test::parseExample(block);
    EXPECT_EQ(orThrow(readSlipText(shown.at("text"))).id, entryIdOf(record.payload));
}

// --- the code -------------------------------------------------------------------------------------------

TEST(SlipCode, IsReadAsPeopleTypeIt) {
    const auto code = slipCode(exampleRecord().payload);
    ASSERT_EQ(code.size(), 20U);
    EXPECT_EQ(orThrow(readSlipCode(code)), code);
    EXPECT_EQ(orThrow(readSlipCode(lower(code))), code);
    std::string bare, spaced, alike;
    for (const char c : code) {
        if (c == '-')
            continue;
        bare += c;
        spaced += std::string(1, c) + " ";
        alike += c == '0' ? 'o' : c == '1' ? 'l' : c;
    }
    EXPECT_EQ(orThrow(readSlipCode(bare)), code);
    EXPECT_EQ(orThrow(readSlipCode("  " + spaced + "\n")), code);
    EXPECT_EQ(orThrow(readSlipCode(alike)), code);
}

TEST(SlipCode, CatchesEveryWrongCharacterAndEverySwappedPair) {
    const std::string digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for (int round = 0; round < 20; ++round) {
        std::string code;
        for (const char c : slipCode(Bytes(5, static_cast<std::uint8_t>(round))))
            if (c != '-')
                code += c;
        for (std::size_t at = 0; at < code.size(); ++at) {
            for (const char other : digits) {
                auto wrong = code;
                wrong[at] = other;
                EXPECT_EQ(readSlipCode(wrong).has_value(), other == code[at]) << wrong;
            }
            if (at + 1 < code.size() && code[at] != code[at + 1]) {
                auto swapped = code;
                std::swap(swapped[at], swapped[at + 1]);
                EXPECT_EQ(readSlipCode(swapped).error().reason, "slip.code-check") << swapped;
            }
        }
    }
}

TEST(SlipCode, RefusesWhatIsNone) {
    const auto code = slipCode(exampleRecord().payload);
    for (const auto& text :
         {std::string(), code.substr(1), code + "7", std::string("7KQ2-M0V9"), code.substr(0, 19) + "U",
          code.substr(0, 19) + "*", std::string(200, ' ') + code, std::string("\xc3\xa9") + code})
        EXPECT_EQ(readSlipCode(text).error().reason, "slip.code-form") << text;
}

TEST(SlipCode, FindsItsRecordAmongTheIds) {
    const SlipWorld world;
    for (std::uint8_t salt = 0; salt < 50; ++salt) {
        const auto record = world.record(SlipWorld::sign(), 217, salt);
        const auto range = idsOfSlipCode(slipCode(record.raw.payload));
        EXPECT_LE(range.first, record.id);
        EXPECT_GE(range.last, record.id);
        EXPECT_EQ(range.first.bytes[2], range.last.bytes[2]) << "25 bits";
    }
}

// The log shows the id of every record to everybody; nobody may get the code from there.
TEST(SlipCode, IsMoreThanTheEntryId) {
    const SlipWorld world;
    const auto record = world.record(SlipWorld::sign());
    const auto id = encodeBase32(record.id.view());
    std::string code;
    for (const char c : slipCode(record.raw.payload))
        if (c != '-')
            code += c;
    EXPECT_EQ(code.substr(0, 5), id.substr(0, 5));
    EXPECT_NE(code.substr(5, 11), id.substr(5, 11));
}

// --- the text -------------------------------------------------------------------------------------------

TEST(SlipText, GivesTheRecordBackByteForByte) {
    const SlipWorld world;
    const auto record = world.record(SlipWorld::sign());
    const auto text = orThrow(slipText(record.raw));
    const auto read = orThrow(readSlipText(text));
    EXPECT_EQ(read.raw.payload, record.raw.payload);
    EXPECT_EQ(read.raw.key, record.raw.key);
    EXPECT_EQ(read.raw.signature, record.raw.signature);
    EXPECT_EQ(read.id, record.id);
    EXPECT_LT(text.size(), 760U) << "QR version 18 at level M holds 816";
    RecordProperty("payload", static_cast<int>(record.raw.payload.size()));
    RecordProperty("letters", static_cast<int>(text.size()));
}

TEST(SlipText, IsReadAsItWasPasted) {
    const SlipWorld world;
    const auto record = world.record(SlipWorld::sign());
    const auto text = orThrow(slipText(record.raw));
    std::string wrapped;
    for (std::size_t at = 0; at < text.size(); at += 40)
        wrapped += text.substr(at, 40) + "\r\n ";
    EXPECT_EQ(orThrow(readSlipText(wrapped)).id, record.id);
    EXPECT_EQ(orThrow(readSlipText(lower(text))).id, record.id);
}

TEST(SlipText, HoldsASecondWitnessAndRefusesWhatIsTooLong) {
    const SlipWorld world;
    auto body = SlipWorld::sign();
    body.form = SignForm::Thumb;
    body.second = Party{"Drs. H. Moh. Taufiqurrahman Hidayatullah, M.Si.", "196805171990031007",
                        "Sekretaris Kecamatan"};
    const auto record = world.record(body);
    const auto text = orThrow(slipText(record.raw));
    EXPECT_EQ(orThrow(readSlipText(text)).raw.payload, record.raw.payload);
    body.second->post = std::string(120, 'x');
    for (auto* long_ : {&body.second->name, &body.second->post}) {
        long_->clear();
        for (int i = 0; i < 120; ++i)
            *long_ += "\U00020000"; // four bytes each
    }
    EXPECT_EQ(slipText(world.record(body).raw).error().reason, "slip.too-large");
}

TEST(SlipText, IsOfSignaturesOnly) {
    const SlipWorld world;
    const auto refusal = world.record(Refuse{});
    EXPECT_EQ(slipText(refusal.raw).error().reason, "slip.kind");
}

TEST(SlipText, IsNotWrittenOfWhatDoesNotHold) {
    auto record = exampleRecord();
    record.signature.bytes[3] ^= 1;
    EXPECT_EQ(slipText(record).error().reason, "entry.signature");
}

TEST(SlipText, TellsMisreadFromForged) {
    const SlipWorld world;
    const auto text = orThrow(slipText(world.record(SlipWorld::sign()).raw));
    EXPECT_EQ(readSlipText("").error().reason, "slip.form");
    EXPECT_EQ(readSlipText("https://contoh.go.id/periksa").error().reason, "slip.form");
    EXPECT_EQ(readSlipText("TEKEN2" + text.substr(6)).error().reason, "slip.newer");
    EXPECT_EQ(readSlipText("TEKEN1:").error().reason, "slip.cut");
    EXPECT_EQ(readSlipText(text + "0000").error().reason, "slip.cut");
    EXPECT_EQ(readSlipText(std::string(100'000, 'A')).error().reason, "slip.form");
    for (std::size_t at = 7; at < text.size(); ++at) {
        auto wrong = text;
        wrong[at] = wrong[at] == 'A' ? 'B' : 'A';
        EXPECT_EQ(readSlipText(wrong).error().reason, "slip.cut") << at;
        EXPECT_FALSE(readSlipText(text.substr(0, at))) << at;
    }
    // Somebody who forges makes the check right, too.
    auto bytes = orThrow(decodeBase32(text.substr(7)));
    const auto withCheck = [](Bytes content) {
        const auto check = crypto::Sha256().add("teken/slip/v1\n").add(content).finish();
        content.insert(content.end(), check.bytes.begin(), check.bytes.begin() + 4);
        return "TEKEN1:" + encodeBase32(content);
    };
    bytes.resize(bytes.size() - 4);
    EXPECT_EQ(withCheck(bytes), text);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        auto forged = bytes;
        forged[at] ^= 1;
        const auto read = readSlipText(withCheck(forged));
        ASSERT_FALSE(read) << at;
        EXPECT_TRUE(read.error().reason == "entry.signature" || read.error().reason == "slip.form")
            << describe(read.error());
    }
    Bytes bomb(bytes.begin(), bytes.begin() + 96);
    bomb.insert(bomb.end(), 1'000, 0x18);
    EXPECT_EQ(readSlipText(withCheck(bomb)).error().reason, "slip.form")
        << "unpacks to more than a payload may be";
}

RC_GTEST_PROP(SlipText, PacksAnySignature, ()) {
    const SlipWorld world;
    const auto body = *test::genBodyOf(Body(Sign{}).index());
    const auto record = world.record(body, 2 + *rc::gen::inRange<Seq>(0, 1'000'000'000'000));
    const auto text = slipText(record.raw);
    if (!text)
        RC_ASSERT(text.error().reason == "slip.too-large");
    else
        RC_ASSERT(orThrow(readSlipText(*text)).raw.payload == record.raw.payload);
}

} // namespace
} // namespace teken::entry
