#include "app/teken-server/log_commands.h"

#include "app/teken-server/cosigners.h"
#include "app/words/help/help.h"
#include "core/desk/enrolment.h"
#include "core/log/checkpoint_signer.h"
#include "core/log/proof_file.h"
#include "core/store/entries.h"
#include "core/store/keyring.h"
#include "core/store/log_table.h"
#include "sync/client/http_transport.h"
#include "sync/protocol/codec_log.h"
#include "sync/protocol/errors.h"
#include "sync/protocol/strict_json.h"
#include "sync/server/tls.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace teken::service {

namespace {

using sync::server::Config;

constexpr std::uint64_t kMostPortBytes = 16;

/// A server that runs has its book for itself: it is asked instead.
Result<sync::LogProofsAnswer> askServer(Context& context, const Config& config,
                                        const sync::LogProofsRequest& question) {
    int port = config.port;
    if (!config.portFile.empty() && context.files.exists(config.portFile)) {
        TEKEN_TRY(const auto text, context.files.read(config.portFile, kMostPortBytes));
        port = std::atoi(std::string(textOf(text)).c_str());
    }
    const auto host = config.address == "0.0.0.0" || config.address == "::" ? "127.0.0.1" : config.address;
    sync::client::HttpSettings settings;
    settings.address = (config.tls ? "https://" : "http://") + host + ":" + std::to_string(port);
    if (config.tls) {
        TEKEN_TRY(const auto pin, sync::server::pinOfFiles(context.files, config.certificate, config.key));
        settings.pins = {pin};
    }
    TEKEN_TRY(const auto transport, sync::client::HttpTransport::create(settings));
    TEKEN_TRY(const auto response, transport->exchange({std::string(sync::path::kLogProofs),
                                                        std::string(sync::kJsonContent),
                                                        {},
                                                        sync::encode(question)}));
    if (response.status != 200)
        return fail(sync::errorOf(response));
    return sync::decode<sync::LogProofsAnswer>(response.body);
}

/// What the book and the signer's file say, without signing anything.
Result<sync::LogProofsAnswer> askBook(Context& context, store::Book& book, const Config& config,
                                      const sync::LogProofsRequest& question) {
    TEKEN_TRY(const auto key, loadLogKey(context, config));
    TEKEN_TRY(const auto signer,
              log::CheckpointSigner::open(context.files, signerState(config), config.origin, *key));
    if (!signer.last())
        return fail(ErrorCode::Busy, "log.no-checkpoint", "no checkpoint has been signed yet");
    const auto& newest = *signer.last();
    sync::LogProofsAnswer answer;
    answer.checkpoint = newest.note;
    if (question.since && *question.since <= newest.checkpoint.size) {
        TEKEN_TRY(answer.consistency,
                  log::proveConsistency(*question.since, newest.checkpoint.size, book.log().nodes()));
    }
    for (const auto& id : question.entries) {
        auto& proof = answer.proofs.emplace_back();
        TEKEN_TRY(const bool here, book.entries().has(id));
        TEKEN_TRY(const auto index, book.log().find(id));
        if (!here)
            continue;
        proof.place = sync::LogPlace::Pending;
        if (!index || index->value >= newest.checkpoint.size.value)
            continue;
        proof = {sync::LogPlace::Included, *index, {}};
        TEKEN_TRY(proof.hashes, log::proveInclusion(*index, newest.checkpoint.size, book.log().nodes()));
        TEKEN_TRY(const auto leaf, book.log().leaves(*index, 1));
        TEKEN_CHECK(log::verifyInclusion(*index, newest.checkpoint.size, log::hashLeaf(leaf.front()),
                                         proof.hashes, newest.checkpoint.root));
    }
    return answer;
}

struct Answered {
    Config config;
    log::VerifierKey key;
    log::SignedCheckpoint checkpoint; ///< verified
    sync::LogProofsAnswer answer;
    bool running = false;                ///< the server itself answered
    std::optional<store::LogState> tree; ///< known only while it does not run
};

Result<Answered> ask(Context& context, const LogQuestion& question, std::vector<EntryId> entries) {
    Answered asked;
    TEKEN_TRY(asked.config, readConfig(context, question.config));
    TEKEN_TRY(asked.key, verifierKey(context, asked.config));
    const sync::LogProofsRequest request{std::nullopt, std::move(entries)};
    const auto book = store::Book::open(asked.config.book, context.bookSeams());
    if (!book && book.error().code != ErrorCode::Locked)
        return fail(book.error());
    asked.running = !book;
    if (asked.running) {
        TEKEN_TRY(asked.answer, askServer(context, asked.config, request));
    } else {
        TEKEN_TRY(asked.tree, (*book)->log().state());
        TEKEN_TRY(asked.answer, askBook(context, **book, asked.config, request));
    }
    TEKEN_TRY(asked.checkpoint, log::openCheckpoint(asked.answer.checkpoint, asked.key));
    return asked;
}

void print(const std::string& label, const std::string& value) {
    std::printf("%s %s\n", label.c_str(), value.c_str());
}

void printJson(const sync::JsonWriter& json) {
    std::printf("%s\n", std::string(textOf(json.finish())).c_str());
}

} // namespace

Result<log::VerifierKey> verifierKey(Context& context, const Config& config) {
    TEKEN_TRY(const auto key, loadLogKey(context, config));
    if (!key)
        return fail(ErrorCode::NotFound, "log.off",
                    "expected 'transparency.key' in the configuration, found none", config.book.string());
    return log::VerifierKey{config.origin, log::SignatureType::Ed25519, key->publicKey()};
}

std::string originFor(const std::string& url) {
    const auto start = url.find("://");
    auto host = start == std::string::npos ? url : url.substr(start + 3);
    while (host.ends_with('/'))
        host.pop_back();
    return host + "/log";
}

std::filesystem::path signerState(const Config& config) {
    auto file = config.logKey;
    return file += ".signed";
}

std::filesystem::path historyFolder(const Config& config) {
    auto folder = config.logKey;
    return folder += ".history";
}

Result<PublicKey> makeLogKey(Context& context, const LogFiles& files, const std::string& origin) {
    if (!log::isOrigin(origin))
        return fail(ErrorCode::InvalidInput, "checkpoint.origin", "expected the origin of a log", origin);
    TEKEN_TRY(const auto book, store::Book::create(files.key, store::Protection::Open, context.bookSeams()));
    TEKEN_TRY(const auto holder, book->keyring().addUnprotected(origin, entry::Role::Log));
    desk::EnrolmentRequest request;
    request.role = entry::Role::Log;
    request.name = origin;
    request.device = origin;
    request.key = holder.key;
    request.nonce = context.random.make<Nonce>();
    TEKEN_TRY(const auto file, desk::encodeRequest(request, *book->keyring().signingKey()));
    TEKEN_CHECK(context.files.writeAtomic(files.request, file));
    return holder.key;
}

Result<sync::LogProofsAnswer> askLog(Context& context, const Config& config,
                                     const sync::LogProofsRequest& request) {
    const auto book = store::Book::open(config.book, context.bookSeams());
    if (!book && book.error().code != ErrorCode::Locked)
        return fail(book.error());
    return book ? askBook(context, **book, config, request) : askServer(context, config, request);
}

Result<std::optional<crypto::SigningKey>> loadLogKey(Context& context, const Config& config) {
    if (config.logKey.empty())
        return std::optional<crypto::SigningKey>{};
    TEKEN_TRY(const auto book, store::Book::open(config.logKey, context.bookSeams()));
    const auto* holder = book->keyring().current();
    if (holder == nullptr || holder->role != entry::Role::Log)
        return fail(ErrorCode::InvalidInput, "log.no-key",
                    "expected a key of role log in this book, found none", config.logKey.string());
    TEKEN_TRY(auto key, crypto::SigningKey::fromSeed(book->keyring().signingKey()->seed().view()));
    return std::optional(std::move(key));
}

Result<> logInit(Context& context, const LogQuestion& question, const std::string& origin) {
    TEKEN_TRY(const auto config, readConfig(context, question.config));
    if (!config.logKey.empty())
        return fail(ErrorCode::Conflict, "server.exists", "this server keeps a log already",
                    config.logKey.string());
    const auto folder = config.book.parent_path();
    const LogFiles files{folder / "log.book", folder / "log.minta"};
    if (context.files.exists(files.request))
        return fail(ErrorCode::Conflict, "server.exists", "this file is there already and stays as it is",
                    files.request.string());
    TEKEN_TRY(const auto key, makeLogKey(context, files, origin));
    print(context.say("Permintaan ditulis:", "Request written:"), files.request.string());
    print(context.say("Sidik kunci log:", "Fingerprint of the log's key:"), desk::fingerprintForPeople(key));
    std::printf(
        "%s\n\n[transparency]\nkey = \"%s\"\norigin = \"%s\"\n",
        context
            .say("Tambahkan ke berkas pengaturan, lalu minta pemegang akar mensertifikasi permintaan itu:",
                 "Add this to the configuration, and have the holder of the root certify the request:")
            .c_str(),
        files.key.filename().c_str(), origin.c_str());
    return {};
}

Result<> logKey(Context& context, const LogQuestion& question) {
    TEKEN_TRY(const auto config, readConfig(context, question.config));
    TEKEN_TRY(const auto key, verifierKey(context, config));
    if (question.json) {
        sync::JsonWriter json;
        printJson(json.open('{').key("origin").text(key.name).key("key").text(key.text()).close('}'));
        return {};
    }
    print(context.say("Kunci log:", "Key of the log:"), key.text());
    print(context.say("Sidik, untuk dibacakan:", "Fingerprint, to be read aloud:"),
          desk::fingerprintForPeople(key.key));
    return {};
}

Result<> logStatus(Context& context, const LogQuestion& question) {
    TEKEN_TRY(const auto asked, ask(context, question, {}));
    const auto& newest = asked.checkpoint.checkpoint;
    const auto leaves = asked.tree ? asked.tree->range.size().value : newest.size.value;
    if (question.json) {
        sync::JsonWriter json;
        json.open('{').key("origin").text(newest.origin).key("key").text(asked.key.text());
        json.key("running").boolean(asked.running).key("signed").number(newest.size.value);
        json.key("root").hex(newest.root).key("leaves").number(leaves);
        printJson(json.close('}'));
        return {};
    }
    print(context.say("Nama log:", "Origin:"), newest.origin);
    print(context.say("Kunci log:", "Key of the log:"), asked.key.text());
    print(context.say("Ditandatangani sampai:", "Signed up to:"), std::to_string(newest.size.value));
    print(context.say("Akar:", "Root:"), newest.root.hex());
    if (!asked.running)
        print(context.say("Daun tersimpan:", "Leaves stored:"), std::to_string(leaves));
    return {};
}

Result<> logCheckpoint(Context& context, const LogQuestion& question) {
    TEKEN_TRY(const auto asked, ask(context, question, {}));
    if (question.json) {
        sync::JsonWriter json;
        printJson(json.open('{').key("checkpoint").text(asked.answer.checkpoint).close('}'));
        return {};
    }
    std::fputs(asked.answer.checkpoint.c_str(), stdout);
    return {};
}

Result<> logProof(Context& context, const LogQuestion& question) {
    TEKEN_TRY(const auto id, EntryId::fromHex(question.entry));
    TEKEN_TRY(const auto asked, ask(context, question, {id}));
    if (asked.answer.proofs.size() != 1 || asked.answer.proofs[0].place == sync::LogPlace::Absent)
        return fail(ErrorCode::NotFound, "log.no-entry", "no entry with this id is in the log", id.hex());
    const auto& proof = asked.answer.proofs[0];
    if (proof.place == sync::LogPlace::Pending)
        return fail(ErrorCode::Busy, "log.pending", "stored, but no checkpoint covers it yet", id.hex());
    const auto out =
        question.out.empty() ? std::filesystem::path(id.hex().substr(0, 16) + ".tlog-proof") : question.out;
    const auto text = log::formatProofFile({proof.index, proof.hashes, asked.answer.checkpoint});
    TEKEN_CHECK(context.files.writeAtomic(out, view(text)));
    const auto& newest = asked.checkpoint.checkpoint;
    if (question.json) {
        sync::JsonWriter json;
        json.open('{').key("entry").hex(id).key("index").number(proof.index.value);
        json.key("size").number(newest.size.value).key("root").hex(newest.root);
        printJson(json.key("file").text(out.string()).close('}'));
        return {};
    }
    print(context.say("Bukti ditulis:", "Proof written:"), out.string());
    print(context.say("Nomor daun:", "Leaf number:"), std::to_string(proof.index.value));
    print(context.say("Di bawah titik periksa:", "Under the checkpoint of size:"),
          std::to_string(newest.size.value) + " " + newest.root.hex());
    return {};
}

void addLog(CLI::App& app, const std::filesystem::path& config, std::function<Result<>(Context&)>& chosen) {
    auto* group =
        app.add_subcommand("log", words::both("Log transparansi: kunci, keadaan, titik periksa, bukti",
                                              "The transparency log: key, state, checkpoint, proofs"));
    group->require_subcommand(1);
    const auto question = std::make_shared<LogQuestion>();
    group->add_flag("--json", question->json, words::both("Jawaban sebagai JSON", "The answer as JSON"));
    using Ask = Result<> (*)(Context&, const LogQuestion&);
    const auto offer = [&chosen, &config, question, group](const char* name, const std::string& what,
                                                           Ask ask) {
        auto* command = group->add_subcommand(name, what);
        command->callback([&chosen, &config, question, ask] {
            chosen = [&config, question, ask](Context& context) {
                question->config = config;
                return ask(context, *question);
            };
        });
        return command;
    };
    offer("key",
          words::both("Kunci log, untuk disematkan oleh saksi dan pemeriksa",
                      "Key of the log, to be pinned by witnesses and auditors"),
          logKey);
    offer("status", words::both("Nama, kunci, dan titik periksa terbaru", "Name, key and newest checkpoint"),
          logStatus);
    offer("checkpoint", words::both("Tampilkan titik periksa terbaru", "Show the newest checkpoint"),
          logCheckpoint);
    auto* proof = offer("proof",
                        words::both("Tulis bukti letak satu entri (.tlog-proof)",
                                    "Write the proof of the place of one entry (.tlog-proof)"),
                        logProof);
    proof
        ->add_option("entry", question->entry,
                     words::both("Id entri, 64 digit hex", "Id of the entry, 64 hex digits"))
        ->required();
    proof->add_option("--out", question->out, words::both("Berkas bukti", "The proof file"));
    const auto stick = std::make_shared<StickQuestion>();
    const auto byStick = [&chosen, &config, stick, group](const char* name, const std::string& what,
                                                          Result<> (*run)(Context&, const StickQuestion&)) {
        auto* command = group->add_subcommand(name, what);
        command
            ->add_option("--cosigner", stick->cosigner,
                         words::both("Nama saksi, seperti di pengaturan",
                                     "Name of the witness, as in the configuration"))
            ->required();
        command->callback([&chosen, &config, stick, run] {
            chosen = [&config, stick, run](Context& context) {
                stick->config = config;
                return run(context, *stick);
            };
        });
        return command;
    };
    auto* asking = byStick("ask",
                           words::both("Tulis permintaan bagi saksi tanpa jaringan",
                                       "Write a request for a witness without a network"),
                           logAsk);
    asking->add_option("--out", stick->request, words::both("Berkas permintaan", "The request file"))
        ->required();
    asking
        ->add_option("--from", stick->from,
                     words::both("Ukuran yang terakhir disaksikannya", "The size it witnessed last"))
        ->check(CLI::NonNegativeNumber);
    auto* taking = byStick(
        "take",
        words::both("Terima jawaban saksi dari flashdisk", "Take a witness's answer from a USB stick"),
        logTake);
    taking
        ->add_option("answer", stick->answer,
                     words::both("Berkas jawaban saksi", "The witness's answer file"))
        ->required();
    taking
        ->add_option("--request", stick->request,
                     words::both("Berkas permintaan yang dijawabnya", "The request file it answers"))
        ->required();
    const auto origin = std::make_shared<std::string>();
    auto* init =
        group->add_subcommand("init", words::both("Buat kunci log bagi peladen yang sudah ada",
                                                  "Make the log's key for a server that exists already"));
    init->add_option("--origin", *origin,
                     words::both("Nama log, tetap untuk selamanya: nama.peladen/log",
                                 "Name of the log, for ever: name.of.server/log"))
        ->required();
    init->callback([&chosen, &config, question, origin] {
        chosen = [&config, question, origin](Context& context) {
            question->config = config;
            return logInit(context, *question, *origin);
        };
    });
}

} // namespace teken::service
