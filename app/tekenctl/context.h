// What every command is given: the machine's seams, the common options and the way to answer.
#pragma once

#include "app/words/words.h"
#include "core/base/files.h"
#include "core/base/system.h"
#include "core/crypto/passphrase.h"
#include "core/crypto/random.h"
#include "core/desk/desk_seams.h"
#include "core/store/book.h"
#include "sync/bundle/storage.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <memory>
#include <string>

namespace teken::ctl {

/// Exit codes; README.md lists them for people.
enum Exit : int {
    kDone = 0,
    kAltered = 1,    ///< audit: TIDAK UTUH
    kIncomplete = 2, ///< audit: TIDAK LENGKAP; sync or queue: something still waits or needs help
    kUsage = 64
};
[[nodiscard]] int exitCodeOf(ErrorCode code);

struct Options {
    bool json = false;
    bool fastKdf = false;
    std::string language = "id";
    std::filesystem::path book;
    std::filesystem::path passphraseFile;
    std::string as; ///< name of the holder to unlock
};

/// A book that is open, unlocked if it was sealed, and folded.
struct OpenBook {
    std::unique_ptr<store::Book> book;
    std::unique_ptr<ledger::Ledger> ledger;
};

class Context {
public:
    Options options;
    SystemClock clock;
    crypto::SystemRandom random;
    PosixFileSystem files;
    sync::PosixBundleStorage storage;

    [[nodiscard]] store::BookSeams bookSeams() { return {clock, random, files, {}}; }
    [[nodiscard]] desk::DeskSeams seams(OpenBook& open) { return {*open.book, *open.ledger, clock, random}; }
    [[nodiscard]] crypto::KdfParams kdf();
    [[nodiscard]] std::int64_t nowMs() const { return clock.now().time_since_epoch().count(); }

    [[nodiscard]] words::Language language() const;
    /// The text in the chosen language.
    [[nodiscard]] const std::string& say(const std::string& indonesian, const std::string& english) const;
    /// A line for people on standard output; nothing with --json.
    void line(const std::string& text) const;
    /// The one JSON object of a command; nothing without --json.
    void answer(const nlohmann::json& facts) const;
    /// What is safe, why, one next step, then the details. Returns the exit code.
    int report(const Error& error) const;

    /// From --passphrase-file, else typed without echo. `twice`: asked again and compared.
    [[nodiscard]] Result<crypto::SecretBytes> passphrase(const std::string& prompt, bool twice = false) const;
    /// Opens --book; unlocks it as --as, or as its only holder.
    [[nodiscard]] Result<OpenBook> open();
    /// The same without a ledger (no root pinned yet).
    [[nodiscard]] Result<std::unique_ptr<store::Book>> openUnlocked();
    /// The file that the next error is about, should the error name none itself.
    void about(const std::filesystem::path& file) const { m_about = file.string(); }
    [[nodiscard]] Result<Bytes> readFile(const std::filesystem::path& path, std::uint64_t limit) const;

private:
    mutable std::string m_about;
};

/// What a parsed command line comes down to.
using Command = std::function<Result<int>(Context&)>;

} // namespace teken::ctl
