#include "sync/protocol/server_life.h"

#include "core/store/acks.h"
#include "core/store/entries.h"
#include "core/store/journal.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace teken::sync {

namespace {

constexpr std::size_t kMostLives = 32; // a server is not restored that often; older ones fall by their time

std::string settingOf(const PublicKey& server) {
    return "sync.epoch." + server.hex().substr(0, 32);
}

struct Life {
    Epoch epoch;
    std::int64_t sinceMs = 0; ///< server's clock when it was first met
    std::int64_t doubtMs = 0; ///< 0: never caught rolled back
};

std::int64_t numberIn(std::string_view word) {
    std::int64_t number = 0;
    std::from_chars(word.data(), word.data() + word.size(), number);
    return number;
}

/// One life a line, the present one first: "epoch since doubt".
Result<std::vector<Life>> livesOf(store::Book& book, const PublicKey& server) {
    std::vector<Life> lives;
    TEKEN_TRY(const auto text, book.settings().get(settingOf(server)));
    for (std::string_view rest = text ? std::string_view(*text) : std::string_view(); !rest.empty();) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const auto first = std::min(line.find(' '), line.size());
        const auto second = std::min(line.find(' ', first + 1), line.size());
        Life life;
        TEKEN_TRY(life.epoch, Epoch::fromHex(line.substr(0, first)));
        life.sinceMs = numberIn(line.substr(std::min(first + 1, line.size()), second - first));
        life.doubtMs = numberIn(line.substr(std::min(second + 1, line.size())));
        lives.push_back(life);
    }
    return lives;
}

Result<> saveLives(store::Book& book, store::Transaction& transaction, const PublicKey& server,
                   const std::vector<Life>& lives) {
    std::string text;
    for (std::size_t i = 0; i < lives.size() && i < kMostLives; ++i)
        text += (i == 0 ? "" : "\n") + lives[i].epoch.hex() + " " + std::to_string(lives[i].sinceMs) + " " +
                std::to_string(lives[i].doubtMs);
    return book.settings().put(transaction, settingOf(server), text);
}

std::int64_t millisecondsOf(WallTime time) {
    return time.time_since_epoch().count();
}

} // namespace

Result<LifeFit> fitOf(store::Book& book, const PublicKey& server, const Epoch& epoch, WallTime time) {
    TEKEN_TRY(const auto lives, livesOf(book, server));
    if (lives.empty())
        return LifeFit::First;
    const auto known = std::ranges::find(lives, epoch, &Life::epoch);
    if (known == lives.begin())
        return known->doubtMs != 0 && millisecondsOf(time) <= known->doubtMs ? LifeFit::Former
                                                                             : LifeFit::Present;
    if (known != lives.end() || millisecondsOf(time) <= lives.front().sinceMs)
        return LifeFit::Former;
    return LifeFit::Next;
}

Result<bool> isPresent(store::Book& book, const PublicKey& server, const Epoch& epoch) {
    TEKEN_TRY(const auto lives, livesOf(book, server));
    return !lives.empty() && lives.front().epoch == epoch;
}

Result<> beginLife(store::Book& book, store::Transaction& transaction, const PublicKey& server,
                   const Epoch& epoch, WallTime time, WallTime now) {
    TEKEN_TRY(auto lives, livesOf(book, server));
    if (!lives.empty() && lives.front().epoch == epoch)
        return {};
    if (!lives.empty()) {
        TEKEN_TRY(const auto feeds, book.entries().feeds());
        for (const auto& feed : feeds)
            TEKEN_CHECK(book.acks().withdrawAbove(transaction, server, feed.feed, 0, now));
    }
    std::erase_if(lives, [&](const Life& life) { return life.epoch == epoch; });
    lives.insert(lives.begin(), Life{epoch, millisecondsOf(time), 0});
    return saveLives(book, transaction, server, lives);
}

Result<> doubtUntil(store::Book& book, store::Transaction& transaction, const PublicKey& server,
                    WallTime time) {
    TEKEN_TRY(auto lives, livesOf(book, server));
    if (lives.empty())
        return {};
    lives.front().doubtMs = std::max(lives.front().doubtMs, millisecondsOf(time));
    return saveLives(book, transaction, server, lives);
}

} // namespace teken::sync
