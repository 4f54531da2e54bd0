#include "tests/support/entry_generators.h"

#include "core/entry/describe_admin.h"
#include "core/entry/describe_field.h"
#include "core/entry/kind_table.h"
#include "core/entry/slugs.h"

#include <algorithm>
#include <array>
#include <utility>

namespace teken::test {
namespace {

using namespace teken::entry;

/// Long lists are the vectors' business; here they would only make each case slow.
constexpr std::size_t kLongList = 6;
constexpr std::size_t kLongText = 30;
constexpr std::int64_t kMoments = 253'402'300'800'000; // 1970 to 9999

/// A reader that makes up what it reads.
class FieldGenerator {
public:
    static constexpr bool kReads = true;

    void integer(std::string_view, std::int64_t& into, std::int64_t least) { into = number(least); }
    void integer(std::string_view, std::uint64_t& into, std::int64_t least) {
        into = static_cast<std::uint64_t>(number(least));
    }
    void integer(std::string_view, std::optional<std::int64_t>& into, std::int64_t least) {
        if (isThere())
            into = number(least);
    }
    void moment(std::string_view, std::int64_t& into) { into = number(0) % kMoments; }
    void moment(std::string_view, std::optional<std::int64_t>& into) {
        if (isThere())
            moment({}, into.emplace());
    }
    void text(std::string_view, std::string& into, Range points) {
        into = *genText(points.least, std::min(points.most, kLongText));
        if (points.most < kManyLines)
            std::replace(into.begin(), into.end(), '\n', ' ');
    }
    void line(std::string_view key, std::string& into, Range length) {
        text(key, into, {length.least, length.most / 4}); // a code point is at most four bytes
    }
    void word(std::string_view, std::string& into) {
        into = *rc::gen::container<std::string>(*rc::gen::inRange<std::size_t>(1, 41),
                                                rc::gen::elementOf(std::string("abcxyz019-")));
    }
    void date(std::string_view, std::string& into) {
        into = *rc::gen::element<std::string>("2024-02-29", "2023-11-17", "0001-01-01", "9999-12-31");
    }
    void words(std::string_view key, std::vector<std::string>& into, Range count) {
        fill(into, count, [&](std::string& element) { word(key, element); });
    }
    void units(std::string_view key, Units& into) {
        into = {"*"};
        if (isThere())
            fill(into, kUnitsCount, [&](std::string& element) { text(key, element, kUnitCode); });
        if (into.size() > 1)
            std::erase(into, "*");
    }
    template <class Tag, std::size_t N>
    void fixed(std::string_view, FixedBytes<Tag, N>& into) {
        into = *genFixed<FixedBytes<Tag, N>>();
    }
    template <class Tag, std::size_t N>
    void fixed(std::string_view key, std::optional<FixedBytes<Tag, N>>& into) {
        if (isThere())
            fixed(key, into.emplace());
    }
    template <class Enum>
    void slug(std::string_view, Enum& into) {
        into = static_cast<Enum>(*rc::gen::inRange<int>(0, static_cast<int>(Slugs<Enum>::kNames.size())));
    }
    template <class Enum>
    void slugs(std::string_view key, std::vector<Enum>& into, Range count) {
        fill(into, count, [&](Enum& element) { slug(key, element); });
    }
    template <class Tag, std::size_t N>
    void list(std::string_view key, std::vector<FixedBytes<Tag, N>>& into, Range count) {
        fill(into, count, [&](FixedBytes<Tag, N>& element) { fixed(key, element); });
    }
    template <class T>
    void group(std::string_view, T& into) {
        describe(*this, into);
    }
    template <class T>
    void group(std::string_view key, std::optional<T>& into) {
        if (isThere())
            group(key, into.emplace());
    }
    template <class T>
    void groups(std::string_view key, std::vector<T>& into, Range count) {
        into.resize(*rc::gen::inRange(count.least, count.most + 1));
        for (auto& element : into)
            group(key, element);
    }

private:
    [[nodiscard]] static bool isThere() { return *rc::gen::arbitrary<bool>(); }
    [[nodiscard]] static std::int64_t number(std::int64_t least) {
        return *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(least, kMostInteger + 1),
                               rc::gen::inRange<std::int64_t>(std::max<std::int64_t>(least, -5), least + 50),
                               rc::gen::element(least, kMostInteger));
    }
    /// Elements that differ from each other.
    template <class T, class Make>
    static void fill(std::vector<T>& into, Range count, Make make) {
        const auto size = *rc::gen::inRange(count.least, std::min(count.most, kLongList) + 1);
        into.clear();
        while (into.size() < size) {
            T element{};
            make(element);
            if (std::find(into.begin(), into.end(), element) == into.end())
                into.push_back(std::move(element));
            else if (into.size() >= count.least)
                return; // shrunk values repeat: fewer will do
        }
    }
};

// --- rules between fields, mended after each was made on its own ------------------------------------------

template <class Kind>
void mend(Kind&) {}

void mend(Certify& body) {
    if (body.role == Role::Field)
        body.role = Role::Admin;
    if (body.role != Role::Admin)
        body.units = {"*"};
    if (body.role != Role::Admin && body.role != Role::Recipient)
        body.drive.reset();
    if (body.role != Role::Server)
        body.pins.clear();
}

void mend(Revoke& body) {
    if (body.role == Role::Field)
        body.role = Role::Server;
    if (body.role != Role::Admin && body.role != Role::Root)
        body.lastSeq = 0;
}

void mend(Match& body) {
    if (body.person == body.added)
        body.person.reset();
}

void mend(Decide& body) {
    const bool isFork = body.topic == DecideTopic::Fork;
    body.feed = isFork ? std::optional(body.feed.value_or(FeedId{})) : std::nullopt;
    body.person = isFork ? std::nullopt : std::optional(body.person.value_or(PersonId{}));
    body.seq = isFork ? std::max<Seq>(body.seq, 1) : 0;
    body.chosen = body.entries.back();
}

void mend(Succeed& body) {
    body.head = body.seq > 0 ? std::optional(body.head.value_or(EntryId{})) : std::nullopt;
}

void mend(Sign& body) {
    if (body.form == SignForm::Thumb || body.form == SignForm::Assisted)
        body.second = body.second.value_or(Party{"Saksi Kedua", {}, {}});
}

template <std::size_t Index>
Body makeBody() {
    FieldGenerator fields;
    std::variant_alternative_t<Index, Body> body;
    describe(fields, body);
    mend(body);
    return body;
}

using MakeBody = Body (*)();
constexpr auto kMakeBody = []<std::size_t... Index>(std::index_sequence<Index...>) {
    return std::array<MakeBody, sizeof...(Index) + 1>{nullptr, &makeBody<Index + 1>...};
}
(std::make_index_sequence<std::variant_size_v<Body> - 1>{});

} // namespace

rc::Gen<Body> genBodyOf(std::size_t index) {
    return rc::gen::exec([index] { return kMakeBody.at(index)(); });
}

rc::Gen<Body> genBody() {
    return rc::gen::exec([] { return kMakeBody[*rc::gen::inRange<std::size_t>(1, kMakeBody.size())](); });
}

rc::Gen<Header> genHeader() {
    return rc::gen::exec([] {
        FieldGenerator fields;
        Header header;
        describe(fields, header);
        header.drive = *genFixed<EntryId>();
        header.prev = header.seq > 1 ? std::optional(header.prev.value_or(EntryId{})) : std::nullopt;
        return header;
    });
}

rc::Gen<Payload> genPayload() {
    return rc::gen::exec([] {
        Payload payload{*genHeader(), *genBody()};
        if (kKinds[payload.body.index()].drive == DriveKey::Absent)
            payload.header.drive.reset();
        return payload;
    });
}

rc::Gen<std::string> genText(std::size_t least, std::size_t most) {
    const auto point = rc::gen::element<std::string>("a", "B", " ", "'", "\"", "\\", "/", "\n", "{", "é", "ʼ",
                                                     "’", "語", "\xf4\x8f\xbf\xbf", "😀", "~");
    return rc::gen::exec([=] {
        std::string text;
        const auto length = *rc::gen::inRange(least, most + 1);
        for (std::size_t i = 0; i < length; ++i)
            text += *point;
        return text;
    });
}

} // namespace teken::test
