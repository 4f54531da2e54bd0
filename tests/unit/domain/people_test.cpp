#include "core/domain/people.h"

#include <gtest/gtest.h>

namespace teken::domain {
namespace {

Person somebody() {
    Person person;
    person.id.bytes[0] = 1;
    person.name = "Ach. FAISOL, S.Sos.";
    person.numbers = {"198506112009011901"};
    person.kind = SignerKind::Pns;
    person.rank = "III/d";
    person.post = {"DINSOS", "Kasi Rehabilitasi", Acting::None};
    return person;
}

std::string reasonOf(const Person& person) {
    const auto checked = checkPerson(person);
    return checked ? "" : checked.error().reason;
}

TEST(Person, PassesWithOrWithoutANumber) {
    Person person = somebody();
    EXPECT_EQ(reasonOf(person), "");
    EXPECT_EQ(isoDate(*birthDateOf(person)), "1985-06-11");
    person.numbers.clear();
    EXPECT_EQ(reasonOf(person), "");
    EXPECT_EQ(birthDateOf(person), std::nullopt);
}

TEST(Person, IsRefusedForEachFieldOutOfItsLimits) {
    const auto with = [](auto change) {
        Person person = somebody();
        change(person);
        return reasonOf(person);
    };
    EXPECT_EQ(with([](Person& p) { p.id = {}; }), "person.id");
    EXPECT_EQ(with([](Person& p) { p.name = ""; }), "name.empty");
    EXPECT_EQ(with([](Person& p) { p.numbers = {"19850611 200901 1 901"}; }), "person.number")
        << "stored clean only";
    EXPECT_EQ(with([](Person& p) { p.numbers = {"198506112009011000"}; }), "person.number");
    EXPECT_EQ(with([](Person& p) { p.numbers.push_back(p.numbers[0]); }), "person.number");
    EXPECT_EQ(with([](Person& p) { p.numbers.assign(9, p.numbers[0]); }), "person.too-many-numbers");
    EXPECT_EQ(with([](Person& p) { p.rank = std::string(41, 'I'); }), "person.rank");
    EXPECT_EQ(with([](Person& p) { p.post.unit = ""; }), "person.post");
    EXPECT_EQ(with([](Person& p) { p.post.title = "a\nb"; }), "person.post");
    EXPECT_EQ(with([](Person& p) { p.extraPosts.assign(5, p.post); }), "person.too-many-posts");
}

TEST(SplitActing, MovesTheActingWordOutOfTheTitle) {
    const auto split = [](std::string_view written) {
        const PostTitle title = splitActing(written);
        return std::string(slug(title.acting)) + "|" + title.title;
    };
    EXPECT_EQ(split("Plt. Kepala Dinas Sosial"), "plt|Kepala Dinas Sosial");
    EXPECT_EQ(split("PLT Kepala Dinas"), "plt|Kepala Dinas");
    EXPECT_EQ(split("Plh.Sekretaris"), "plh|Sekretaris");
    EXPECT_EQ(split("Pj. Kepala Desa Tanjung"), "pj|Kepala Desa Tanjung");
    EXPECT_EQ(split("Penjabat Sekretaris Daerah"), "pj|Sekretaris Daerah");
    EXPECT_EQ(split("Pelaksana Tugas Kepala Badan"), "plt|Kepala Badan");
    EXPECT_EQ(split("Pelaksana"), "none|Pelaksana");
    EXPECT_EQ(split("Pltu Kepala"), "none|Pltu Kepala");
    EXPECT_EQ(split("Plt."), "none|Plt.") << "a title of nothing else stays as it is";
    EXPECT_EQ(split(""), "none|");
}

TEST(SignerKind, KeepsItsSlugsBothWays) {
    for (std::size_t i = 0; i < kSignerKinds; ++i) {
        const auto kind = static_cast<SignerKind>(i);
        EXPECT_EQ(signerKindFromSlug(slug(kind)).value(), kind);
    }
    EXPECT_EQ(signerKindFromSlug("honorer").error().reason, "domain.unknown-slug");
    EXPECT_TRUE(isAsn(SignerKind::PppkPartTime));
    EXPECT_FALSE(isAsn(SignerKind::VillageHead));
    EXPECT_TRUE(isOffRoster(RosterNote::Deceased));
    EXPECT_FALSE(isOffRoster(RosterNote::StudyLeave));
}

} // namespace
} // namespace teken::domain
