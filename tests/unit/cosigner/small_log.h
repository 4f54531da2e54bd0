// A log of a few leaves, in memory, that asks witnesses; and files whose disk can be told to fail.
#pragma once

#include "core/base/files.h"
#include "core/crypto/hash.h"
#include "sync/cosigner/request.h"
#include "tests/support/fakes.h"

#include <map>

namespace teken::sync::cosigner {

inline crypto::SigningKey keyOf(std::uint64_t seed) {
    test::SeededRandom random(seed);
    return crypto::SigningKey::generate(random);
}

class SmallLog {
public:
    explicit SmallLog(std::string origin = "teken.example/log", std::uint64_t seed = 1)
        : m_origin(std::move(origin)), m_key(keyOf(seed)) {}

    [[nodiscard]] log::VerifierKey verifier() const {
        return {m_origin, log::SignatureType::Ed25519, m_key.publicKey()};
    }
    [[nodiscard]] const std::string& origin() const { return m_origin; }

    /// Leaves are their own number, and `story`: two stories are two histories.
    void grow(std::uint64_t to, const std::string& story = "") {
        for (auto i = m_size; i < to; ++i)
            m_range.append(log::hashLeaf(view(story + std::to_string(i))),
                           [&](unsigned level, std::uint64_t index, const Digest& hash) {
                               m_nodes[{level, index}] = hash;
                           });
        m_size = std::max(m_size, to);
        m_roots[m_size] = m_range.root();
    }
    [[nodiscard]] log::Checkpoint checkpoint() const {
        return {m_origin, log::TreeSize{m_size}, m_range.root()};
    }
    [[nodiscard]] std::string note() const { return noteOf(checkpoint()); }
    [[nodiscard]] std::string noteOf(const log::Checkpoint& checkpoint) const {
        return log::formatNote(log::signNote(log::formatCheckpoint(checkpoint), m_origin, m_key).value());
    }
    /// From a size it had to the one it has.
    [[nodiscard]] AddCheckpoint request(std::uint64_t old) const {
        AddCheckpoint request{log::TreeSize{old}, {}, note()};
        if (old != 0)
            request.proof = log::proveConsistency(log::TreeSize{old}, log::TreeSize{m_size},
                                                  [&](unsigned level, std::uint64_t index) -> Result<Digest> {
                                                      return m_nodes.at({level, index});
                                                  })
                                .value();
        return request;
    }

private:
    std::string m_origin;
    crypto::SigningKey m_key;
    std::uint64_t m_size = 0;
    log::CompactRange m_range;
    std::map<std::pair<unsigned, std::uint64_t>, Digest> m_nodes;
    std::map<std::uint64_t, Digest> m_roots;
};

/// Files in memory.
class FailingFiles final : public FileSystem {
public:
    enum class Fault : std::uint8_t {
        None,
        BeforeWriting, ///< nothing happens, and an error is told
        AfterWriting   ///< the new file is there, and an error is told: the power went while the folder was
                       ///< synced
    };
    void failNextWrite(Fault fault) { m_fault = fault; }

    Result<Bytes> read(const Path& path, std::uint64_t limit) const override {
        const auto found = m_files.find(path);
        if (found == m_files.end())
            return fail(ErrorCode::NotFound, "files.missing", "no such file");
        if (found->second.size() > limit)
            return fail(ErrorCode::InvalidInput, "files.too-large", "too large");
        return found->second;
    }
    Result<> writeAtomic(const Path& path, ByteView bytes) override {
        const auto fault = std::exchange(m_fault, Fault::None);
        if (fault != Fault::BeforeWriting)
            m_files[path] = toBytes(bytes);
        ++m_writes;
        return fault == Fault::None ? Result<>{} : fail(ErrorCode::NoSpace, "files.disk-full", "no space");
    }
    bool exists(const Path& path) const override { return m_files.contains(path); }
    Result<> remove(const Path& path) override {
        m_files.erase(path);
        return {};
    }
    Result<> createFolders(const Path&) override { return {}; }
    Result<std::vector<std::string>> list(const Path&) const override { return std::vector<std::string>{}; }
    Result<std::uint64_t> freeBytes(const Path&) const override { return std::uint64_t{1} << 30; }

    [[nodiscard]] std::string text(const Path& path) const { return std::string(textOf(m_files.at(path))); }
    void put(const Path& path, std::string_view text) { m_files[path] = toBytes(text); }
    [[nodiscard]] int writes() const { return m_writes; }

private:
    std::map<Path, Bytes> m_files;
    Fault m_fault = Fault::None;
    int m_writes = 0;
};

} // namespace teken::sync::cosigner
