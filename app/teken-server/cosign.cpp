#include "app/teken-server/cosign.h"

#include "app/words/help/help.h"
#include "core/desk/enrolment.h"
#include "sync/cosigner/request.h"

#include <CLI/CLI.hpp>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace teken::service {

namespace {

namespace cosigner = sync::cosigner;

/// Nobody but its owner may read a key.
Result<> checkMode(const std::filesystem::path& file) {
    struct stat info {};
    if (::stat(file.c_str(), &info) != 0)
        return fail(systemError(errno, "open", file));
    if ((info.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return fail(ErrorCode::Unauthorized, "cosigner.key-open",
                    "expected a key that only its owner can read", file.string());
    return {};
}

void tellKey(Context& context, const log::VerifierKey& key) {
    std::printf("%s\n  %s\n",
                context.say("Kunci saksi (untuk disematkan):", "Witness's key (to be pinned):").c_str(),
                key.text().c_str());
    std::printf("%s %s\n",
                context.say("Sidik kunci, untuk dibacakan:", "Fingerprint, to be read aloud:").c_str(),
                desk::fingerprintForPeople(key.key).c_str());
    std::printf("%s\n  tekenctl authority certify --role cosigner --name %s --key %s\n",
                context.say("Pemegang akar menjalankan:", "The holder of the root runs:").c_str(),
                key.name.c_str(), key.key.hex().c_str());
}

Result<std::vector<log::VerifierKey>> parseLogs(const std::vector<std::string>& texts) {
    std::vector<log::VerifierKey> logs;
    for (const auto& text : texts) {
        TEKEN_TRY(logs.emplace_back(), log::VerifierKey::parse(text));
    }
    return logs;
}

/// Every witness answers a size to a question from another: this is what its operator is told about it.
Error conflictOf(const cosigner::AddCheckpoint& request, log::TreeSize size, log::TreeSize signedLast) {
    if (size == signedLast)
        return {ErrorCode::Conflict,
                "cosigner.two-trees",
                "two roots for the size " + std::to_string(signedLast.value),
                {}};
    return {ErrorCode::Conflict,
            "cosigner.other-size",
            "expected a request from " + std::to_string(signedLast.value) + ", found one from " +
                std::to_string(request.old.value),
            {}};
}

/// Asks once more from the checkpoint itself if that was signed already: its answer may have been lost on the
/// way.
cosigner::Answer askAgain(cosigner::Cosigner& witness, const cosigner::AddCheckpoint& request) {
    auto answer = witness.answer(cosigner::formatRequest(request));
    const auto note = log::parseNote(request.note);
    const auto checkpoint = note ? log::parseCheckpoint(note->text) : fail(note.error());
    if (answer.status != 409 || !checkpoint || answer.body != std::to_string(checkpoint->size.value) + "\n")
        return answer;
    return witness.answer(cosigner::formatRequest({checkpoint->size, {}, request.note}));
}

Result<> writeForOthers(Context& context, const std::filesystem::path& file, std::string_view text) {
    TEKEN_CHECK(context.files.writeAtomic(file, view(text)));
    std::error_code ignored; // a stick may know no modes
    std::filesystem::permissions(file,
                                 std::filesystem::perms::group_read | std::filesystem::perms::others_read,
                                 std::filesystem::perm_options::add, ignored);
    return {};
}

} // namespace

Result<MemoryLock> MemoryLock::take(const std::filesystem::path& memory) {
    const auto file = memory / "lock";
    const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return fail(systemError(errno, "open", file));
    MemoryLock lock(fd);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0)
        return fail(ErrorCode::Locked, "cosigner.in-use",
                    "expected no other program at work with this memory", memory.string());
    return lock;
}

MemoryLock::~MemoryLock() {
    if (m_fd >= 0)
        ::close(m_fd);
}

MemoryLock::MemoryLock(MemoryLock&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}

Result<cosigner::Config> readCosignConfig(Context& context, const std::filesystem::path& file) {
    TEKEN_TRY(const auto bytes, context.files.read(file, cosigner::kMostConfigBytes));
    auto config = cosigner::parseConfig(textOf(bytes), file.parent_path());
    if (!config) {
        auto error = std::move(config).error();
        error.place = file.string() + (error.place.empty() ? "" : ", " + error.place);
        return fail(std::move(error));
    }
    return config;
}

Result<std::unique_ptr<cosigner::Cosigner>> openCosigner(Context& context, const cosigner::Config& config) {
    TEKEN_CHECK(checkMode(config.key));
    TEKEN_TRY(auto bytes, context.files.read(config.key, cosigner::kMostKeyFileBytes));
    auto key = cosigner::parseKeyFile(textOf(bytes));
    crypto::wipe(bytes);
    if (!key)
        return fail(key.error());
    return cosigner::Cosigner::create(*std::move(key), config.logs, config.memory, context.files,
                                      context.clock);
}

Result<> cosignInit(Context& context, const CosignInit& options) {
    cosigner::Config config;
    config.key = "cosigner.key";
    config.memory = "memory";
    config.address = options.address;
    config.port = options.port;
    TEKEN_TRY(config.logs, parseLogs(options.logs));
    const auto file = options.folder / "cosigner.toml";
    const auto memory = options.folder / config.memory;
    for (const auto& path : {file, options.folder / config.key, memory})
        if (context.files.exists(path))
            return fail(ErrorCode::Conflict, "cosigner.exists", "this is there already and stays as it is",
                        path.string());
    auto key = crypto::SigningKey::generate(context.random);
    TEKEN_TRY(const auto secret,
              cosigner::formatKeyFile({options.name, *crypto::SigningKey::fromSeed(key.seed().view())}));
    // Refuses bad logs and names before anything is written.
    TEKEN_TRY(const auto witness, cosigner::Cosigner::create({options.name, std::move(key)}, config.logs,
                                                             memory, context.files, context.clock));
    TEKEN_CHECK(context.files.createFolders(memory));
    TEKEN_CHECK(context.files.writeAtomic(options.folder / config.key, secret.view()));
    for (const auto& origin : witness->origins())
        TEKEN_CHECK(witness->memory().begin(origin));
    TEKEN_CHECK(context.files.writeAtomic(file, view(cosigner::exampleConfig(config))));
    std::printf("%s %s\n", context.say("Saksi dibuat di", "Witness made in").c_str(), options.folder.c_str());
    tellKey(context, witness->verifier());
    std::printf("%s\n", context
                            .say("Langkah berikut: periksa dengan `teken-server cosign --check`.",
                                 "Next: check it with `teken-server cosign --check`.")
                            .c_str());
    return {};
}

Result<> cosignBegin(Context& context, const std::filesystem::path& file, const std::string& origin) {
    TEKEN_TRY(const auto config, readCosignConfig(context, file));
    TEKEN_TRY(const auto witness, openCosigner(context, config));
    TEKEN_TRY(const auto lock, MemoryLock::take(config.memory));
    const auto origins = witness->origins();
    if (std::ranges::find(origins, origin) == origins.end())
        return fail(ErrorCode::NotFound, "cosigner.unknown-log", "expected a log of the configuration",
                    origin);
    TEKEN_CHECK(witness->memory().begin(origin));
    std::printf("%s %s\n", context.say("Mulai menyaksikan:", "From now on watched:").c_str(), origin.c_str());
    return {};
}

Result<> cosignSign(Context& context, const std::filesystem::path& file, const std::filesystem::path& from,
                    const std::filesystem::path& to) {
    if (context.files.exists(to))
        return fail(ErrorCode::Conflict, "cosigner.answer-there", "expected a new file for the answer",
                    to.string());
    TEKEN_TRY(const auto config, readCosignConfig(context, file));
    TEKEN_TRY(const auto witness, openCosigner(context, config));
    TEKEN_TRY(const auto lock, MemoryLock::take(config.memory));
    TEKEN_TRY(const auto bytes, context.files.read(from, cosigner::kMostRequestBytes));
    TEKEN_TRY(const auto request, cosigner::parseRequest(textOf(bytes)));
    const auto answer = askAgain(*witness, request);
    if (answer.status == 500)
        return fail(witness->trouble().value());
    TEKEN_TRY(const auto reading, cosigner::readAnswer(answer.status, answer.contentType, answer.body));
    TEKEN_CHECK(writeForOthers(context, to, answer.body));
    // Well-formed: the witness answered 200 or 409.
    TEKEN_TRY(const auto note, log::parseNote(request.note));
    TEKEN_TRY(const auto checkpoint, log::parseCheckpoint(note.text));
    if (const auto* conflict = std::get_if<cosigner::Conflict>(&reading))
        return fail(conflictOf(request, checkpoint.size, conflict->signedLast));
    std::printf("%s %s, %s %llu\n", context.say("Disaksikan:", "Witnessed:").c_str(),
                checkpoint.origin.c_str(), context.say("ukuran", "size").c_str(),
                static_cast<unsigned long long>(checkpoint.size.value));
    std::printf("%s %s\n", context.say("Bawa kembali berkas jawaban:", "Take the answer back:").c_str(),
                to.c_str());
    return {};
}

namespace {

using Command = std::function<Result<>(Context&)>;

void addInit(CLI::App& group, Command& chosen) {
    auto options = std::make_shared<CosignInit>();
    auto* init = group.add_subcommand("init", words::both("Buat kunci, ingatan, dan pengaturan saksi",
                                                          "Make key, memory and configuration of a witness"));
    init->add_option("--folder", options->folder, words::both("Folder saksi", "Folder of the witness"));
    init->add_option("--name", options->name,
                     words::both("Nama saksi, tanpa spasi: bawaslu.contoh.go.id/saksi",
                                 "Name of the witness, without spaces: bawaslu.example.go.id/witness"))
        ->required();
    init->add_option("--log", options->logs,
                     words::both("Kunci log yang disaksikan: nama+sidik+kunci",
                                 "Key of the log to be witnessed: name+hash+key"))
        ->required();
    init->add_option("--listen", options->address,
                     words::both("Alamat jaringan untuk mendengarkan", "Network address to listen on"));
    init->add_option("--port", options->port,
                     words::both("Port; 0: port bebas mana pun", "Port; 0: any free one"))
        ->check(CLI::Range(0, 65'535));
    init->callback([&chosen, options] {
        chosen = [options](Context& context) { return cosignInit(context, *options); };
    });
}

} // namespace

void addCosign(CLI::App& app, Command& chosen) {
    auto* group = app.add_subcommand(
        "cosign",
        words::both("Saksi log yang mandiri (tanpa perintah lain: melayani lewat jaringan)",
                    "An independent witness of the log (without another command: serves over the network)"));
    group->require_subcommand(0, 1);
    group->fallthrough(false);
    auto config = std::make_shared<std::filesystem::path>("cosigner.toml");
    auto check = std::make_shared<bool>(false);
    group->add_option(
        "--config", *config,
        words::both("Berkas pengaturan saksi (TOML)", "Configuration file of the witness (TOML)"));
    group->add_flag("--check", *check,
                    words::both("Periksa apakah saksi ini bekerja, dan katakan",
                                "Check whether this witness works, and say so"));
    addInit(*group, chosen);

    auto origin = std::make_shared<std::string>();
    auto* begin = group->add_subcommand(
        "begin", words::both("Mulai menyaksikan log yang baru disematkan di pengaturan",
                             "Begin to witness a log newly pinned in the configuration"));
    begin->add_option("origin", *origin, words::both("Asal log", "Origin of the log"))->required();
    begin->callback([&chosen, config, origin] {
        chosen = [config, origin](Context& context) { return cosignBegin(context, *config, *origin); };
    });

    auto files = std::make_shared<std::pair<std::filesystem::path, std::filesystem::path>>();
    auto* sign = group->add_subcommand("sign", words::both("Jawab permintaan yang datang lewat flashdisk",
                                                           "Answer a request that came by USB stick"));
    sign->add_option("request", files->first, words::both("Berkas permintaan", "The request file"))
        ->required();
    sign->add_option("answer", files->second,
                     words::both("Berkas jawaban, belum ada", "Answer file, not there yet"))
        ->required();
    sign->callback([&chosen, config, files] {
        chosen = [config, files](Context& context) {
            return cosignSign(context, *config, files->first, files->second);
        };
    });

    group->callback([&chosen, group, config, check] {
        if (!group->get_subcommands().empty())
            return;
        chosen = [config, check](Context& context) {
            return *check ? cosignCheck(context, *config) : cosignServe(context, *config);
        };
    });
}

} // namespace teken::service
