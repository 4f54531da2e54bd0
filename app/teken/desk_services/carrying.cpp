#include "app/teken/desk_services/carrying.h"

#include "core/crypto/hash.h"

#include <vector>

namespace teken::app {

namespace {

constexpr std::size_t kPiece = 256 * 1024;

Result<> unlessStopped(const std::atomic_bool& stop) {
    if (stop)
        return fail(ErrorCode::Cancelled, "bundle.cancelled", "stopped on request");
    return {};
}

class StoppableSink final : public sync::BundleSink {
public:
    StoppableSink(std::unique_ptr<sync::BundleSink> sink, const std::atomic_bool& stop)
        : m_sink(std::move(sink)), m_stop(stop) {}
    Result<> write(ByteView bytes) override {
        TEKEN_CHECK(unlessStopped(m_stop));
        return m_sink->write(bytes);
    }
    Result<> sync() override { return m_sink->sync(); }

private:
    std::unique_ptr<sync::BundleSink> m_sink;
    const std::atomic_bool& m_stop;
};

class StoppableSource final : public sync::BundleSource {
public:
    StoppableSource(std::unique_ptr<sync::BundleSource> source, const std::atomic_bool& stop)
        : m_source(std::move(source)), m_stop(stop) {}
    Result<std::size_t> read(std::span<std::uint8_t> into) override {
        TEKEN_CHECK(unlessStopped(m_stop));
        return m_source->read(into);
    }
    [[nodiscard]] std::uint64_t size() const override { return m_source->size(); }

private:
    std::unique_ptr<sync::BundleSource> m_source;
    const std::atomic_bool& m_stop;
};

/// Reads a file to its end; what it hashed to.
template <class Piece>
Result<Digest> readThrough(sync::BundleStorage& storage, const sync::BundleStorage::Path& file,
                           Piece onPiece) {
    TEKEN_TRY(const auto source, storage.open(file));
    crypto::Sha256 hash;
    std::vector<std::uint8_t> piece(kPiece);
    std::uint64_t done = 0;
    for (;;) {
        TEKEN_TRY(const auto read, source->read(piece));
        if (read == 0)
            return hash.finish();
        const auto bytes = ByteView(piece).first(read);
        hash.add(bytes);
        done += read;
        TEKEN_CHECK(onPiece(bytes, static_cast<double>(done) / static_cast<double>(source->size())));
    }
}

Result<> copyAndCompare(sync::BundleStorage& storage, const sync::BundleStorage::Path& from,
                        const sync::BundleStorage::Path& part, const CarryProgress& progress) {
    TEKEN_TRY(const auto sink, storage.create(part));
    TEKEN_TRY(const auto sent, readThrough(storage, from, [&](ByteView bytes, double done) -> Result<> {
                  TEKEN_CHECK(sink->write(bytes));
                  progress(done / 2);
                  return {};
              }));
    TEKEN_CHECK(sink->sync());
    TEKEN_TRY(const auto kept, readThrough(storage, part, [&](ByteView, double done) -> Result<> {
                  progress(0.5 + done / 2);
                  return {};
              }));
    if (sent != kept)
        return fail(ErrorCode::VerificationFailed, "bundle.read-back",
                    "expected what was written, read back something else");
    return {};
}

} // namespace

Result<std::unique_ptr<sync::BundleSink>> StoppableStorage::create(const Path& path) {
    TEKEN_CHECK(unlessStopped(m_stop));
    TEKEN_TRY(auto sink, m_storage.create(path));
    return std::make_unique<StoppableSink>(std::move(sink), m_stop);
}

Result<std::unique_ptr<sync::BundleSource>> StoppableStorage::open(const Path& path) {
    TEKEN_CHECK(unlessStopped(m_stop));
    TEKEN_TRY(auto source, m_storage.open(path));
    return std::make_unique<StoppableSource>(std::move(source), m_stop);
}

Result<> carry(sync::BundleStorage& storage, const sync::BundleStorage::Path& from,
               const sync::BundleStorage::Path& to, const CarryProgress& progress) {
    auto part = to;
    part += ".bagian";
    auto copied = copyAndCompare(storage, from, part, progress);
    if (copied)
        copied = storage.rename(part, to);
    if (!copied)
        storage.remove(part);
    return copied;
}

} // namespace teken::app
