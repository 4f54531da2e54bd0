// What sync/PROTOCOL.md says in tables and lists is what the code does.
#include "core/store/blobs.h"
#include "sync/client/http_transport.h"
#include "sync/client/schedule.h"
#include "sync/protocol/batch.h"
#include "sync/protocol/codec_log.h"
#include "sync/protocol/errors.h"
#include "sync/server/check_desk.h"
#include "tests/support/world.h"

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace teken::sync {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using Names = std::set<std::string>;

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string document() {
    return contentOf(std::filesystem::path(TEKEN_SOURCE_DIR) / "sync/PROTOCOL.md");
}

/// The text under "## N. …".
std::string section(int number) {
    const auto text = document();
    const auto from = text.find("\n## " + std::to_string(number) + ". ");
    if (from == std::string::npos)
        return {};
    return text.substr(from, text.find("\n## ", from + 1) - from);
}

/// The cells of each line of the tables in `text`, without headings and rules.
std::vector<std::vector<std::string>> rowsOf(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(text);
    bool inTable = false;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("| ")) {
            inTable = false;
            continue;
        }
        if (line.starts_with("| ---"))
            inTable = true;
        else if (inTable) {
            auto& row = rows.emplace_back();
            for (std::size_t from = 2, to = 0; to != std::string::npos && from < line.size(); from = to + 3) {
                to = line.find(" | ", from);
                row.push_back(line.substr(from, std::min(to, line.size() - 2) - from));
            }
        }
    }
    return rows;
}

/// The words in `code`, but for values.
Names literals(const std::string& text) {
    static const std::regex code("`([^`]+)`");
    Names found;
    for (std::sregex_iterator at(text.begin(), text.end(), code), end; at != end; ++at)
        if ((*at)[1] != "null")
            found.insert((*at)[1]);
    return found;
}

/// Every number written in `text`: "524,288 bytes" is one.
std::vector<std::uint64_t> numbers(std::string text) {
    text = std::regex_replace(text, std::regex("`[^`]*`"), "");
    static const std::regex number("[0-9][0-9,]*");
    std::vector<std::uint64_t> found;
    for (std::sregex_iterator at(text.begin(), text.end(), number), end; at != end; ++at) {
        std::string digits = at->str();
        std::erase(digits, ',');
        found.push_back(std::stoull(digits));
    }
    return found;
}

/// The keys of a message, also of those within; what a statement is made of is said elsewhere.
void gatherKeys(const json& value, Names& into) {
    if (value.is_object() && value.size() == 3 && value.contains("signature"))
        return;
    if (value.is_object())
        for (const auto& [key, inner] : value.items()) {
            into.insert(key);
            gatherKeys(inner, into);
        }
    if (value.is_array())
        for (const auto& inner : value)
            gatherKeys(inner, into);
}

Names keysOf(ByteView bytes) {
    Names keys;
    gatherKeys(json::parse(textOf(bytes)), keys);
    return keys;
}

class ProtocolDocument : public testing::Test {
protected:
    test::SeededRandom random;
    crypto::SigningKey key = crypto::SigningKey::generate(random);
    template <class Fixed>
    Fixed any() {
        return random.make<Fixed>();
    }
    Statement statement() { return signStatement(key, kAckType, toBytes("{}")); }
    [[nodiscard]] PublicKey self() const { return key.publicKey(); }

    /// Path -> what code puts into request and answer; "binary" for what is no JSON.
    std::map<std::string, std::pair<Names, Names>> messages();
};

template <class Message>
Names fieldsOf(const Message& message) {
    if constexpr (contentTypeOf<Message>() == kBinaryContent)
        return {"binary"};
    else
        return keysOf(encode(message));
}

std::map<std::string, std::pair<Names, Names>> ProtocolDocument::messages() {
    const BlobState blob{any<BlobId>(), 1, true};
    const FeedReport report{any<FeedId>(), {3, any<EntryId>()}, 9, 4, any<Digest>(), true};
    std::map<std::string, std::pair<Names, Names>> all;
    const auto put = [&](std::string_view path, const auto& request, const auto& answer) {
        all[std::string(path)] = {fieldsOf(request), fieldsOf(answer)};
    };
    put(path::kHello, HelloRequest{any<Nonce>(), "teken"}, HelloAnswer{statement()});
    put(path::kHeads, HeadsRequest{{{any<FeedId>(), {3, any<EntryId>()}}}, true, any<FeedId>()},
        HeadsAnswer{{report}, true});
    put(path::kIds, IdsRequest{any<FeedId>(), 7}, IdsAnswer{{any<EntryId>()}, 9});
    put(path::kPush, PushRequest{}, PushAnswer{});
    put(path::kAck, AckRequest{any<Nonce>(), {any<FeedId>()}}, AckAnswer{{statement()}});
    put(path::kPull, PullRequest{{{any<FeedId>(), 1, 2}}, {any<EntryId>()}}, PullAnswer{});
    put(path::kStatus, StatusRequest{any<Nonce>(), any<EntryId>(), any<PersonId>()},
        StatusAnswer{statement()});
    put(path::kBlobs, BlobsRequest{{any<BlobId>()}}, BlobsAnswer{{blob}});
    put(path::kBlobRead, BlobReadRequest{any<BlobId>(), 1}, BlobPart{});
    put(path::kBlobWrite, BlobWriteRequest{}, blob);
    put(path::kLogProofs, LogProofsRequest{log::TreeSize{3}, {any<EntryId>()}}, LogProofsAnswer{});
    return all;
}

TEST_F(ProtocolDocument, NamesEachLimitAsItIs) {
    const std::map<std::string, std::vector<std::uint64_t>> limits{
        {"entries in a batch", {kMostBatchEntries}},
        {"batch, compressed", {kMostBatchBytes}},
        {"batch, decompressed", {kMostBatchPlainBytes, kMostBatchPlainBytes >> 20U}},
        {"any other body, either way", {kMostMessageBytes}},
        {"request proof", {kMostProofBytes}},
        {"depth of JSON", {kMostMessageDepth}},
        {"feeds in `heads`", {kMostHeads, kMostAckFeeds}},
        {"numbers in a page of `ids`", {kIdsPageSeqs, kMostIds}},
        {"ranges / ids in `pull`", {kMostPullRanges, kMostPullIds}},
        {"persons in a page of `status`", {kMostStatusPersons}},
        {"entries in `log-proofs`", {kMostLogProofs}},
        {"blob ids in `blobs`", {kMostBlobIds, kBlobPartBytes, store::kMostBlobBytes >> 20U}}};
    std::map<std::string, std::vector<std::uint64_t>> written;
    for (const auto& row : rowsOf(section(2)))
        written[row.at(0)] = numbers(row.at(1));
    EXPECT_EQ(written, limits);
}

TEST_F(ProtocolDocument, NamesTheTimesAsTheyAre) {
    EXPECT_THAT(section(3), HasSubstr("Valid for " + std::to_string(kChallengeMs / 60'000) + " minutes"));
    const auto seconds = [](auto time) {
        return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(time).count());
    };
    EXPECT_THAT(section(6),
                HasSubstr("Between rounds: " + seconds(client::Schedule::kFirst) + " s, doubling to " +
                          std::to_string(client::Schedule::kMost.count() / 60'000) + " min"));
    EXPECT_EQ(client::HttpSettings{}.wholeTime, std::chrono::minutes(10));
    EXPECT_EQ(client::HttpSettings{}.greetingTime, std::chrono::minutes(1));
    EXPECT_THAT(section(8), HasSubstr("one call ten minutes as a\nwhole (the greeting one minute)"));
}

TEST_F(ProtocolDocument, NamesEachStatementWithItsFields) {
    const AckFacts ack{self(), any<Epoch>(),  WallTime{Milliseconds{1}}, any<Nonce>(), any<FeedId>(),
                       1,      any<EntryId>()};
    const StatusFacts status{
        self(), any<Epoch>(), WallTime{Milliseconds{1}}, any<Nonce>(), any<EntryId>(), {}, {}, {}};
    const std::map<std::string, Names> statements{
        {std::string(kHelloType),
         keysOf(
             signHello(key, {self(), any<Epoch>(), WallTime{Milliseconds{1}}, any<Nonce>(), any<Nonce>(), {}})
                 .bytes)},
        {std::string(kAckType), keysOf(signAck(key, ack).bytes)},
        {std::string(kRequestType), keysOf(signRequest(key, {self(), any<Nonce>(), "/v1/ids", {}}).bytes)},
        {std::string(kStatusType), keysOf(signStatus(key, status).bytes)}};
    std::map<std::string, Names> written;
    for (const auto& row : rowsOf(section(3)))
        written[*literals(row.at(0)).begin()] = literals(row.at(1));
    EXPECT_EQ(written, statements);
}

TEST_F(ProtocolDocument, NamesEachPathWithTheFieldsOfItsMessages) {
    std::map<std::string, std::pair<Names, Names>> written;
    const auto fields = [](const std::string& cell) {
        return cell.starts_with("binary") ? Names{"binary"} : literals(cell);
    };
    for (const auto& row : rowsOf(section(4)))
        written[*literals(row.at(0)).begin()] = {fields(row.at(1)), fields(row.at(2))};
    EXPECT_EQ(written, messages());
}

TEST_F(ProtocolDocument, NamesTheFatesByTheirNumbers) {
    const auto text = section(4);
    for (const auto fate :
         {Fate::Stored, Fate::Duplicate, Fate::Refused, Fate::Quarantined, Fate::UnknownKind}) {
        auto word = std::string(fateName(fate));
        std::ranges::replace(word, '-', ' ');
        EXPECT_THAT(text, HasSubstr((fate == Fate::Stored ? "Fates: " : "· ") +
                                    std::to_string(static_cast<int>(fate)) + " " + word));
    }
    EXPECT_THAT(text, testing::Not(HasSubstr("· 6 ")));
}

TEST_F(ProtocolDocument, NamesEachErrorWithItsStatusAndAdvice) {
    const std::map<Advice, std::string> advices{
        {Advice::StopAll, "stop all"}, {Advice::SlowDown, "slow down"}, {Advice::ThisOnly, "this one only"}};
    std::map<std::string, const std::vector<std::string>*> written;
    const auto rows = rowsOf(section(7));
    for (const auto& row : rows)
        for (const auto& code : literals(row.at(0)))
            written[code] = &row;
    constexpr auto kLast = static_cast<int>(ErrorCode::Internal);
    EXPECT_EQ(written.size(), static_cast<std::size_t>(kLast) + 1);
    for (int i = 0; i <= kLast; ++i) {
        const Error error{static_cast<ErrorCode>(i), "sync.any", {}, {}};
        const auto found = written.find(std::string(name(error.code)));
        ASSERT_NE(found, written.end()) << name(error.code);
        const auto& row = *found->second;
        EXPECT_EQ(numbers(row.at(1)).at(0), static_cast<std::uint64_t>(httpStatusOf(error)))
            << name(error.code);
        EXPECT_TRUE(row.at(2).starts_with(advices.at(adviceFor(error)))) << name(error.code);
    }
    EXPECT_THAT(numbers(written.at("InvalidInput")->at(1)),
                ElementsAre(400U, static_cast<unsigned>(
                                      httpStatusOf({ErrorCode::InvalidInput, "sync.too-large", {}, {}}))));
}

TEST_F(ProtocolDocument, NamesTheContentTypesAndTheFirstBytes) {
    Names types;
    static const std::regex type(R"(application/vnd\.teken\.[a-z.0-9]+(\+json)?)");
    const auto text = document();
    for (std::sregex_iterator at(text.begin(), text.end(), type), end; at != end; ++at)
        types.insert(at->str());
    Names known;
    for (const auto one : {kJsonContent, kBinaryContent, kErrorContent, server::kCheckContent, kHelloType,
                           kAckType, kRequestType, kStatusType})
        known.insert(std::string(one));
    EXPECT_EQ(types, known);
    const auto begins = [](ByteView bytes) { return std::string(textOf(bytes.first(4))); };
    EXPECT_THAT(section(5), HasSubstr("`" + begins(test::orThrow(encodeBatch({}))) + "`"));
    EXPECT_THAT(section(4), HasSubstr("`" + begins(encode(PushAnswer{})) + "`"));
    EXPECT_THAT(section(9), HasSubstr("`" + begins(encode(LogProofsAnswer{})) + "`"));
    EXPECT_THAT(section(9), HasSubstr("`" + std::string(path::kLogFiles) + "checkpoint`"));
    EXPECT_THAT(section(13), HasSubstr("POST `" + std::string(server::kCheckPath) + "`"));
}

TEST_F(ProtocolDocument, NamesNoReasonThatNobodyGives) {
    std::string sources;
    for (const auto* room : {"core", "sync", "app"})
        for (const auto& file :
             std::filesystem::recursive_directory_iterator(std::filesystem::path(TEKEN_SOURCE_DIR) / room))
            if (file.path().extension() == ".cpp" || file.path().extension() == ".h")
                sources += contentOf(file.path());
    static const std::regex slug("(sync|log|check|slip|http)\\.[a-z]+(-[a-z]+)*");
    std::size_t reasons = 0;
    for (const auto& word : literals(document()))
        if (std::regex_match(word, slug)) {
            ++reasons;
            EXPECT_THAT(sources.find("\"" + word + "\""), testing::Ne(std::string::npos)) << word;
        }
    EXPECT_GT(reasons, 20U);
}

} // namespace
} // namespace teken::sync
