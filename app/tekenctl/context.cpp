#include "app/tekenctl/context.h"

#include "app/tekenctl/terminal.h"
#include "core/store/journal.h"
#include "core/store/keyring.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace teken::ctl {

namespace {
constexpr std::uint64_t kMostPassphraseBytes = 4'096;
}

int exitCodeOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::NotFound:
        return 3;
    case ErrorCode::InvalidInput:
        return 4;
    case ErrorCode::Corrupt:
        return 5;
    case ErrorCode::VerificationFailed:
        return 6;
    case ErrorCode::Conflict:
        return 7;
    case ErrorCode::Unauthorized:
        return 8;
    case ErrorCode::Locked:
        return 9;
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::Busy:
        return 10;
    case ErrorCode::NoSpace:
        return 11;
    case ErrorCode::ReadOnly:
        return 12;
    case ErrorCode::Unsupported:
        return 13;
    case ErrorCode::Cancelled:
        return 14;
    case ErrorCode::Internal:
        return 70;
    }
    return 70;
}

crypto::KdfParams Context::kdf() {
    return options.fastKdf ? crypto::KdfParams::fast(random) : crypto::KdfParams::moderate(random);
}

words::Language Context::language() const {
    return options.language == "en" ? words::Language::English : words::Language::Indonesian;
}

const std::string& Context::say(const std::string& indonesian, const std::string& english) const {
    return options.language == "en" ? english : indonesian;
}

void Context::line(const std::string& text) const {
    if (!options.json)
        std::printf("%s\n", text.c_str());
}

void Context::answer(const nlohmann::json& facts) const {
    if (!options.json)
        return;
    // Names may hold any UTF-8; a byte that is none must not end the program.
    std::printf("%s\n", facts.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
}

int Context::report(const Error& error) const {
    const auto words = words::wordsFor(error, language());
    if (options.json) {
        answer({{"ok", false},
                {"error",
                 {{"code", name(error.code)},
                  {"reason", error.reason},
                  {"message", error.message},
                  {"place", error.place},
                  {"file", m_about},
                  {"why", words.why},
                  {"safe", words.safe},
                  {"next", words.next}}}});
    }
    std::fprintf(stderr, "tekenctl: %s\n", words::sentence(error, language()).c_str());
    std::fprintf(stderr, "tekenctl: %s: %s\n", say("rincian", "details").c_str(), describe(error).c_str());
    if (!m_about.empty() && error.place.find(m_about) == std::string::npos)
        std::fprintf(stderr, "tekenctl: %s: %s\n", say("berkas", "file").c_str(), m_about.c_str());
    return exitCodeOf(error.code);
}

Result<crypto::SecretBytes> Context::passphrase(const std::string& prompt, bool twice) const {
    if (!options.passphraseFile.empty()) {
        TEKEN_TRY(auto bytes, files.read(options.passphraseFile, kMostPassphraseBytes));
        std::size_t length = bytes.size();
        while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r'))
            --length;
        auto secret = crypto::SecretBytes::copyOf(ByteView(bytes).first(length));
        crypto::wipe(bytes);
        if (secret.empty())
            return fail(ErrorCode::InvalidInput, "ctl.passphrase-empty",
                        "expected a passphrase, found an empty file");
        return secret;
    }
    TEKEN_TRY(auto first, askSecret(prompt));
    if (twice) {
        TEKEN_TRY(const auto second, askSecret(say("Ulangi kata sandi", "Passphrase again")));
        if (!crypto::equalSecrets(first.view(), second.view()))
            return fail(ErrorCode::InvalidInput, "ctl.passphrase-differs",
                        "expected the same passphrase twice, found two");
    }
    return first;
}

Result<std::unique_ptr<store::Book>> Context::openUnlocked() {
    if (options.book.empty())
        return fail(ErrorCode::InvalidInput, "ctl.no-book", "expected --book FILE, found none");
    about(options.book);
    TEKEN_TRY(auto book, store::Book::open(options.book, bookSeams()));
    if (book->protection() == store::Protection::Open)
        return book;
    TEKEN_TRY(const auto holders, book->keyring().holders());
    std::vector<store::Holder> fitting;
    for (const auto& holder : holders)
        if (!holder.retired && (options.as.empty() || holder.name == options.as))
            fitting.push_back(holder);
    if (fitting.empty())
        return fail(ErrorCode::NotFound, "ctl.no-holder",
                    "expected a holder of that name in this book, found none");
    if (fitting.size() > 1)
        return fail(ErrorCode::InvalidInput, "ctl.which-holder", "expected --as NAME, found several holders");
    TEKEN_TRY(const auto secret,
              passphrase(say("Kata sandi", "Passphrase") + " (" + fitting.front().name + ")"));
    TEKEN_CHECK(book->keyring().unlock(fitting.front().id, secret));
    return book;
}

Result<OpenBook> Context::open() {
    OpenBook open;
    TEKEN_TRY(open.book, openUnlocked());
    TEKEN_TRY(const auto root, desk::pinnedRoot(*open.book));
    TEKEN_TRY(open.ledger, ledger::Ledger::open(*open.book, root));
    return open;
}

Result<Bytes> Context::readFile(const std::filesystem::path& path, std::uint64_t limit) const {
    about(path);
    return files.read(path, limit);
}

} // namespace teken::ctl
