// The worked examples of core/domain/FORMAT.md are real bytes.
#include "core/crypto/hash.h"
#include "core/domain/ink.h"
#include "core/domain/pledge_text.h"
#include "core/domain/roster.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

namespace teken::domain {
namespace {

struct Example {
    std::string hash; ///< behind the name, may be empty
    std::string body; ///< without the last line feed
};

/// Blocks "```example NAME [HASH]" of the document.
std::map<std::string, Example> examples() {
    std::ifstream document(std::string(TEKEN_SOURCE_DIR) + "/core/domain/FORMAT.md");
    std::map<std::string, Example> found;
    Example* open = nullptr;
    for (std::string line; std::getline(document, line);) {
        std::istringstream words(line);
        std::string fence, name, hash;
        words >> fence;
        if (open == nullptr && fence == "```example") {
            words >> name >> hash;
            open = &found[name];
            open->hash = hash;
        } else if (open != nullptr && fence == "```") {
            open = nullptr;
        } else if (open != nullptr) {
            open->body += (open->body.empty() ? "" : "\n") + line;
        }
    }
    return found;
}

TEST(FormatDocument, HasFourExamples) {
    EXPECT_EQ(examples().size(), 4U);
}

TEST(FormatDocument, ShowsAPledgeTextWithItsFingerprint) {
    const Example example = examples()["pledge-text"];
    const auto text = decodePledgeText(view(example.body));
    ASSERT_TRUE(text) << describe(text.error());
    EXPECT_EQ(textOf(*encodePledgeText(*text)), example.body);
    EXPECT_EQ(pledgeFingerprint(view(example.body)).hex(), example.hash);
    EXPECT_EQ(fingerprintForComparing(pledgeFingerprint(view(example.body))),
              "d9f9 5610 5808 bf2b 63ca b9d7 fce2 c508");
    EXPECT_EQ(text->points.size(), 2U);
    EXPECT_EQ(text->spoken->opening, "Kami menyatakan:");
}

TEST(FormatDocument, ShowsARosterWhoseManifestNamesItsUnit) {
    const Example shown = examples()["roster-manifest"];
    const Example unit = examples()["roster-unit"];
    EXPECT_EQ(crypto::sha256(shown.body).hex(), shown.hash);
    const auto manifest = decodeRosterManifest(view(shown.body));
    ASSERT_TRUE(manifest) << describe(manifest.error());
    const RosterUnit* row = manifest->find("DINSOS");
    ASSERT_NE(row, nullptr);
    EXPECT_EQ(row->people.hex(), unit.hash);
    EXPECT_EQ(crypto::sha256(unit.body).hex(), unit.hash);
    const auto people = decodeUnitPeople(view(unit.body), *row);
    ASSERT_TRUE(people) << describe(people.error());
    EXPECT_EQ(people->size(), 2U);

    // Written again, the whole roster has the bytes of the document.
    RosterSnapshot snapshot{manifest->date, {}, *people};
    for (const RosterUnit& each : manifest->units)
        snapshot.units.push_back(each.unit);
    const auto encoded = encodeRoster(snapshot);
    ASSERT_TRUE(encoded) << describe(encoded.error());
    EXPECT_EQ(textOf(encoded->manifest), shown.body);
    EXPECT_EQ(textOf(encoded->units[1].bytes), unit.body);
}

TEST(FormatDocument, ShowsInkByteForByte) {
    std::string hex = examples()["ink"].body;
    std::erase_if(hex, [](char c) { return c == ' ' || c == '\n'; });
    const auto bytes = decodeHex(hex);
    ASSERT_TRUE(bytes);
    const auto strokes = decodeInk(*bytes);
    ASSERT_TRUE(strokes) << describe(strokes.error());
    EXPECT_EQ(*strokes,
              (InkStrokes{{{100, 1000}, {350, 400}, {420, 1100}}, {{380, 820}, {700, 800}}, {{900, 300}}}));
    EXPECT_EQ(*encodeInk(*strokes), *bytes);
}

} // namespace
} // namespace teken::domain
