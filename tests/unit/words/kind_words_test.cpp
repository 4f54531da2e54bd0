// Every kind that a format knows has its word, in both languages, and no word is left without its kind.
#include "app/words/kind_words.h"
#include "core/domain/people.h"
#include "core/entry/kind_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace teken::words {
namespace {

constexpr Language kBoth[]{Language::Indonesian, Language::English};

TEST(KindWords, NameEveryKindOfEntry) {
    for (const auto& kind : entry::kKinds) {
        if (kind.name.empty())
            continue;
        for (const auto language : kBoth)
            EXPECT_NE(entryWord(kind.name, language), entryWord("no-such-kind", language)) << kind.name;
    }
}

TEST(KindWords, NameNoKindThatTheFormatDoesNotHave) {
    for (const auto& word : entryKindWords())
        EXPECT_TRUE(word.slug == "withheld" || entry::kindIndex(word.slug) > 0) << word.slug;
    for (const auto& word : signerKindWords())
        EXPECT_TRUE(domain::signerKindFromSlug(word.slug)) << word.slug;
}

TEST(KindWords, NameEveryKindOfSigner) {
    std::set<std::string_view> words;
    for (std::size_t i = 0; i < domain::kSignerKinds; ++i)
        words.insert(signerWord(domain::slug(domain::SignerKind(i)), Language::Indonesian));
    EXPECT_EQ(words.size(), domain::kSignerKinds);
    EXPECT_EQ(signerWord("pppk-part-time", Language::Indonesian), "PPPK paruh waktu");
}

TEST(KindWords, NameEveryRole) {
    for (const auto role : {entry::Role::Root, entry::Role::Admin, entry::Role::Field, entry::Role::Server,
                            entry::Role::Log, entry::Role::Cosigner, entry::Role::Recipient})
        EXPECT_TRUE(std::ranges::any_of(roleWords(), [&](const auto& word) {
            return word.slug == entry::roleName(role);
        })) << entry::roleName(role);
}

TEST(KindWords, NameSessionsFilesAndWhatWaitsInBothLanguages) {
    for (const char* phase : {"planned", "open", "paused", "closed", "minutes-signed"})
        EXPECT_NE(phaseWord(phase, Language::Indonesian), phase);
    for (const char* purpose : {"entries", "provisioning", "news", "receipts", "book", "evidence"})
        EXPECT_NE(purposeWord(purpose, Language::Indonesian), purpose);
    EXPECT_EQ(purposeWords().size(), 6U);
    for (const char* conflict : {"duplicate", "concurrent-decisions", "fork", "concurrent-rosters", "added"})
        EXPECT_NE(conflictWord(conflict, Language::Indonesian), conflict);
    EXPECT_EQ(conflictWord("never-heard", Language::English), "never-heard");
}

TEST(KindWords, ShowNoTechnicalName) {
    for (const auto& word : entryKindWords()) {
        EXPECT_EQ(word.indonesian.find('-'), std::string_view::npos) << word.slug;
        EXPECT_NE(word.indonesian, word.english) << word.slug;
    }
}

TEST(KindWords, AreQuietAboutPeopleOnAnOpenTable) {
    EXPECT_EQ(quietEntryWord("refuse", Language::Indonesian), quietEntryWord("absent", Language::Indonesian));
    EXPECT_NE(quietEntryWord("refuse", Language::Indonesian), entryWord("refuse", Language::Indonesian));
    EXPECT_EQ(quietEntryWord("sign", Language::English), entryWord("sign", Language::English));
}

} // namespace
} // namespace teken::words
