// Any bytes as a .teken file: never a crash, never more memory than its limits, and a reader that failed stays failed.
#include "core/crypto/random.h"
#include "sync/bundle/bundle.h"

#include <algorithm>

namespace {

using namespace teken;

class MemorySource final : public sync::BundleSource {
public:
    explicit MemorySource(ByteView bytes) : m_bytes(bytes) {}
    Result<std::size_t> read(std::span<std::uint8_t> into) override {
        const auto count = std::min(into.size(), m_bytes.size() - m_at);
        std::copy_n(m_bytes.begin() + static_cast<std::ptrdiff_t>(m_at), count, into.begin());
        m_at += count;
        return count;
    }
    std::uint64_t size() const override { return m_bytes.size(); }

private:
    ByteView m_bytes;
    std::size_t m_at = 0;
};

class MemoryStorage final : public sync::BundleStorage {
public:
    explicit MemoryStorage(ByteView bytes) : m_bytes(bytes) {}
    Result<std::unique_ptr<sync::BundleSink>> create(const Path&) override {
        return fail(ErrorCode::ReadOnly, "files.read-only", "expected to read only");
    }
    Result<std::unique_ptr<sync::BundleSource>> open(const Path&) override {
        return std::make_unique<MemorySource>(m_bytes);
    }
    Result<> rename(const Path&, const Path&) override { return {}; }
    void remove(const Path&) override {}

private:
    ByteView m_bytes;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const bool started = crypto::start().has_value();
    TEKEN_ASSERT(started, "libsodium starts");
    MemoryStorage storage(ByteView(data, size));
    const auto reader = sync::BundleReader::open(storage, "x");
    if (!reader)
        return 0;
    auto item = (*reader)->next();
    while (item && *item)
        item = (*reader)->next();
    if (!item) {
        const auto again = (*reader)->next();
        TEKEN_ASSERT(!again && again.error() == item.error(), "a reader that failed stays failed");
    }
    return 0;
}
