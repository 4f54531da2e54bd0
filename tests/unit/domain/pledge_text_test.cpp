#include "core/domain/pledge_text.h"

#include <gtest/gtest.h>

namespace teken::domain {
namespace {

PledgeText sample() {
    PledgeText text;
    text.code = "NETRAL-ASN";
    text.version = 2;
    text.title = "Pakta Integritas Netralitas";
    text.opening = "Saya yang bertanda tangan di bawah ini menyatakan:";
    text.points = {"menjaga netralitas;", "menolak politik uang."};
    text.closing = "Demikian pernyataan ini saya buat.";
    text.legalBases = {"Undang-Undang Nomor 20 Tahun 2023"};
    text.prohibitions = {"memasang spanduk"};
    text.signerKinds = {SignerKind::Pns, SignerKind::Pppk};
    text.date = *parseIsoDate("2023-11-17");
    text.spoken = SpokenForm{"Kami menyatakan:", {}, "Demikian."};
    return text;
}

std::string encodeReason(auto change) {
    PledgeText text = sample();
    change(text);
    const auto bytes = encodePledgeText(text);
    return bytes ? "" : bytes.error().reason;
}

std::string decodeReason(std::string_view from, std::string_view to) {
    std::string bytes(textOf(*encodePledgeText(sample())));
    const std::size_t at = bytes.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    bytes.replace(at, from.size(), to);
    const auto text = decodePledgeText(view(bytes));
    return text ? "" : text.error().reason;
}

TEST(PledgeText, ReadsBackWhatItWroteWithAndWithoutSpokenForm) {
    PledgeText text = sample();
    EXPECT_EQ(decodePledgeText(*encodePledgeText(text)).value(), text);
    text.spoken.reset();
    text.opening.clear();
    text.legalBases.clear();
    EXPECT_EQ(decodePledgeText(*encodePledgeText(text)).value(), text);
}

TEST(PledgeText, RefusesFieldsOutsideTheirLimits) {
    EXPECT_EQ(encodeReason([](PledgeText&) {}), "");
    EXPECT_EQ(encodeReason([](PledgeText& t) { t.code = "a b"; }), "pledge.code");
    EXPECT_EQ(encodeReason([](PledgeText& t) { t.code = std::string(41, 'A'); }), "pledge.code");
    EXPECT_EQ(encodeReason([](PledgeText& t) { t.code = std::string(40, 'A'); }), "");
    EXPECT_EQ(encodeReason([](PledgeText& t) { t.version = 0; }), "pledge.version");
    EXPECT_EQ(encodeReason([](PledgeText& t) { t.title.clear(); }), "pledge.title");
    EXPECT_EQ(encodeReason([](PledgeText& t) { t.title = "a\nb"; }), "pledge.title");
    EXPECT_EQ(encodeReason([](PledgeText& t) { t.opening = " tail "; }), "pledge.opening");
    EXPECT_EQ(encodeReason([](PledgeText& t) { t.points.clear(); }), "pledge.points");
    EXPECT_EQ(encodeReason([](PledgeText& t) { t.points.assign(13, "x"); }), "pledge.points");
    EXPECT_EQ(encodeReason([](PledgeText& t) { t.points[0] = ""; }), "pledge.points");
    EXPECT_EQ(encodeReason([](PledgeText& t) { t.closing = "\xff"; }), "pledge.closing");
    EXPECT_EQ(encodeReason([](PledgeText& t) { t.legalBases.assign(41, "x"); }), "pledge.legal-bases");
    EXPECT_EQ(encodeReason([](PledgeText& t) { t.prohibitions = {""}; }), "pledge.prohibitions");
    EXPECT_EQ(encodeReason([](PledgeText& t) { t.signerKinds.clear(); }), "pledge.signer-kinds");
    EXPECT_EQ(encodeReason([](PledgeText& t) {
                  t.signerKinds = {SignerKind::Pppk, SignerKind::Pns};
              }),
              "pledge.signer-kinds");
    EXPECT_EQ(encodeReason([](PledgeText& t) {
                  t.signerKinds = {SignerKind::Pns, SignerKind::Pns};
              }),
              "pledge.signer-kinds");
    EXPECT_EQ(encodeReason([](PledgeText& t) { t.date = {}; }), "pledge.date");
    EXPECT_EQ(encodeReason([](PledgeText& t) { t.spoken->points = {"one of two"}; }), "pledge.spoken");
    EXPECT_EQ(encodeReason([](PledgeText& t) { t.points.assign(12, std::string(4'000, 'x')); }), "");
    EXPECT_EQ(encodeReason([](PledgeText& t) { t.points.assign(12, std::string(4'001, 'x')); }),
              "pledge.points");
    EXPECT_EQ(encodeReason([](PledgeText& t) {
                  t.points.assign(12, std::string(4'000, 'x'));
                  t.prohibitions.assign(5, std::string(4'000, 'x'));
              }),
              "pledge.too-large");
}

TEST(PledgeText, RefusesLettersThatNobodySees) {
    for (const std::string letter : {"\xe2\x80\xae", "\xe2\x80\xac", "\xe2\x81\xa6", "\xe2\x80\x8b",
                                     "\xe2\x80\x8f", "\xd8\x9c", "\xef\xbb\xbf", "\xf3\xa0\x81\x81"}) {
        PledgeText text = sample();
        text.points.front() = "menjaga" + letter + " netralitas";
        EXPECT_FALSE(encodePledgeText(text)) << letter;
    }
    for (const std::string blank : {"\xc2\xa0", "\xe3\x80\x80"}) {
        PledgeText text = sample();
        text.points.front() = "menjaga netralitas" + blank;
        EXPECT_FALSE(encodePledgeText(text)) << "a blank that hides at the end";
        text.points.front() = "menjaga" + blank + "netralitas";
        EXPECT_TRUE(encodePledgeText(text)) << "between words it is a space";
    }
}

TEST(PledgeText, RefusesBytesItWouldNotHaveWritten) {
    EXPECT_EQ(decodeReason("\"version\":2", "\"version\":2,\"vigour\":1"), "json.unknown-key");
    EXPECT_EQ(decodeReason("\"version\":2", "\"version\":2,\"version\":2"), "json.not-canonical");
    EXPECT_EQ(decodeReason("\"version\":2", "\"version\": 2"), "json.not-canonical");
    EXPECT_EQ(decodeReason("\"version\":2", "\"version\":\"2\""), "json.wrong-type");
    EXPECT_EQ(decodeReason("\"version\":2", "\"version\":0"), "json.wrong-type");
    EXPECT_EQ(decodeReason(",\"version\":2", ""), "json.missing-key");
    EXPECT_EQ(decodeReason("text/v1", "text/v2"), "pledge.format");
    EXPECT_EQ(decodeReason("\"pns\"", "\"asn\""), "domain.unknown-slug");
    EXPECT_EQ(decodeReason("2023-11-17", "2023-11-31"), "date.not-iso");
    EXPECT_EQ(decodeReason("\"points\":[]},", "\"points\":[],\"pointz\":[]},"), "json.unknown-key");
    EXPECT_FALSE(decodePledgeText(Bytes(kMaxPledgeBytes + 1, ' ')));
    EXPECT_EQ(decodePledgeText({}).error().reason, "json.not-canonical");
}

TEST(PledgeText, ShowsItsFingerprintShortAndLong) {
    const Digest digest =
        Digest::fromHex("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff").value();
    EXPECT_EQ(fingerprintLabel(digest), "00112233");
    EXPECT_EQ(fingerprintForComparing(digest), "0011 2233 4455 6677 8899 aabb ccdd eeff");
}

TEST(PledgeText, HasAnotherFingerprintForEveryChangedLetter) {
    PledgeText text = sample();
    const Digest before = pledgeFingerprint(*encodePledgeText(text));
    text.points[1].back() = '!';
    EXPECT_NE(pledgeFingerprint(*encodePledgeText(text)), before);
}

TEST(PledgeText, RendersNumberedPoints) {
    EXPECT_EQ(renderPlain(sample()), "Pakta Integritas Netralitas\n\n"
                                     "Saya yang bertanda tangan di bawah ini menyatakan:\n\n"
                                     "1. menjaga netralitas;\n2. menolak politik uang.\n\n"
                                     "Demikian pernyataan ini saya buat.\n");
    EXPECT_EQ(renderSpoken(sample()), "Pakta Integritas Netralitas\n\nKami menyatakan:\n\n"
                                      "1. menjaga netralitas;\n2. menolak politik uang.\n\nDemikian.\n");
    PledgeText bare = sample();
    bare.spoken.reset();
    bare.opening.clear();
    bare.closing.clear();
    EXPECT_EQ(renderPlain(bare),
              "Pakta Integritas Netralitas\n\n1. menjaga netralitas;\n2. menolak politik uang.\n");
    EXPECT_EQ(renderSpoken(bare), "");
}

} // namespace
} // namespace teken::domain
