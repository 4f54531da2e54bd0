// A centre that keeps a log, in a world of laptops.
#pragma once

#include "core/base/files.h"
#include "core/log/proof_file.h"
#include "core/store/log_table.h"
#include "sync/protocol/codec_log.h"
#include "sync/server/log_keeper.h"
#include "tests/support/sync_world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>

namespace teken::test {

inline constexpr const char* kOrigin = "pusat.contoh.go.id/log";

/// RFC 6962 section 2.1, word by word.
inline Digest plainRoot(std::span<const Digest> leaves) {
    if (leaves.size() < 2)
        return leaves.empty() ? log::emptyRoot() : leaves.front();
    const auto split = std::bit_floor(leaves.size() - 1);
    return log::hashNode(plainRoot(leaves.first(split)), plainRoot(leaves.subspan(split)));
}

inline Digest leafHashOf(const entry::VerifiedEntry& entry) {
    const auto& header = entry.payload.header;
    return log::hashLeaf(log::encodeLeaf({header.feed, header.seq, entry.id, entry.raw.signature}));
}

class LogTest : public testing::Test {
protected:
    SyncWorld world;
    PosixFileSystem files;
    crypto::SigningKey logKey = crypto::SigningKey::generate(world.world.random);
    std::string origin = kOrigin;
    std::vector<log::VerifierKey> cosigners; ///< that the server asks

    [[nodiscard]] sync::server::Service& service() { return world.server().service(); }
    [[nodiscard]] std::filesystem::path state() const { return world.folder / "log.book.signed"; }
    [[nodiscard]] log::VerifierKey vkey() const {
        return {origin, log::SignatureType::Ed25519, logKey.publicKey()};
    }
    [[nodiscard]] sync::server::LogSeat seat() {
        return {files, state(), origin, logKey, world.server().key().publicKey(), cosigners};
    }
    /// From now on at each start.
    void keepLog() {
        world.server().onStart = [this](sync::server::Service& started) { must(started.keepLog(seat())); };
        world.server().restart();
    }
    void certify(const PublicKey& key, entry::Role role, const std::string& name) {
        world.world.root().append(entry::Certify{.role = role,
                                                 .key = key,
                                                 .name = name,
                                                 .units = {"*"},
                                                 .drive = std::nullopt,
                                                 .fromMs = 0,
                                                 .untilMs = 4'000'000'000'000,
                                                 .pins = {}});
        world.provision(world.server());
    }
    void certifyLog() { certify(logKey.publicKey(), entry::Role::Log, kOrigin); }
    void wait(int milliseconds = 1000) {
        world.world.clock.advance(Milliseconds{milliseconds});
        while (service().tendLog())
            continue;
    }
    std::vector<sync::EntryFate> push(const std::vector<entry::VerifiedEntry>& entries) {
        std::vector<entry::Record> records;
        for (const auto& made : entries)
            records.emplace_back(made.raw);
        return orThrow(service().push({}, {world.world.random.make<Nonce>(), std::move(records)})).fates;
    }
    /// Verified: by the key, and by nothing of the server's.
    log::Checkpoint checkpoint() {
        return orThrow(log::openCheckpoint(orThrow(service().logCheckpoint()), vkey())).checkpoint;
    }
    static void must(const Result<>& result) {
        if (!result)
            throw std::runtime_error(describe(result.error()));
    }
    template <class T>
    static std::string reasonOf(const Result<T>& result) {
        return result ? "allowed" : result.error().reason;
    }
    std::string healthReason() { return service().logHealth().reason; }
    sync::LogHealth::State healthState() { return service().logHealth().state; }
};

} // namespace teken::test
