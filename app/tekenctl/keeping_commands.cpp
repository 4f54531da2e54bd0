// Backup, recovery of a forgotten passphrase, and the check of a file.
#include "app/tekenctl/bundle_file.h"
#include "app/tekenctl/commands.h"
#include "app/tekenctl/terminal.h"
#include "app/words/help/help.h"
#include "app/words/kind_words.h"
#include "core/desk/enrolment.h"
#include "core/desk/recovery.h"
#include "core/store/journal.h"
#include "core/store/keyring.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace teken::ctl {

namespace {

struct RecoverOptions {
    std::filesystem::path file, out;
    std::string code;
};

// A sealed book is copied as it is: nobody has to unlock it for that.
Result<int> backup(Context& context, const std::filesystem::path& out) {
    TEKEN_TRY(const auto book, store::Book::open(context.options.book, context.bookSeams()));
    context.about(out);
    TEKEN_CHECK(book->backupTo(out));
    context.line(context.say("Cadangan ditulis: ", "Backup written: ") + out.string());
    context.answer({{"ok", true}, {"file", out.string()}});
    return kDone;
}

Result<int> ask(Context& context, const RecoverOptions& options) {
    TEKEN_TRY(const auto book, store::Book::open(context.options.book, context.bookSeams()));
    TEKEN_TRY(const auto file, desk::askRecovery(*book));
    TEKEN_CHECK(context.files.writeAtomic(options.out, file));
    context.line(context.say("Permintaan pemulihan ditulis: ", "Recovery request written: ") +
                 options.out.string());
    context.answer({{"ok", true}, {"file", options.out.string()}});
    return kDone;
}

Result<int> answer(Context& context, const RecoverOptions& options) {
    TEKEN_TRY(const auto asked, context.readFile(options.file, desk::kMostRecoveryBytes));
    TEKEN_TRY(const auto book, context.openUnlocked());
    TEKEN_TRY(const auto secret, book->keyring().recipientSecret());
    TEKEN_TRY(const auto answer, desk::answerRecovery(secret, asked, context.kdf(), context.random));
    TEKEN_CHECK(context.files.writeAtomic(options.out, answer.file));
    context.line(context.say("Berkas jawaban ditulis: ", "Answer written: ") + options.out.string());
    context.line(context.say("Kode (bacakan lewat telepon, jangan dikirim bersama berkasnya): ",
                             "Code (read it out, never send it with the file): ") +
                 answer.code);
    context.answer({{"ok", true}, {"file", options.out.string()}, {"code", answer.code}});
    return kDone;
}

Result<int> use(Context& context, const RecoverOptions& options) {
    TEKEN_TRY(const auto file, context.readFile(options.file, desk::kMostRecoveryBytes));
    TEKEN_TRY(const auto book, store::Book::open(context.options.book, context.bookSeams()));
    TEKEN_TRY(const auto holders, book->keyring().holders());
    for (const auto& holder : holders) {
        if (holder.retired || (!context.options.as.empty() && holder.name != context.options.as))
            continue;
        TEKEN_TRY(const auto secret,
                  context.passphrase(context.say("Kata sandi baru", "New passphrase"), true));
        TEKEN_TRY(const auto renewed,
                  desk::useRecovery(*book, file, options.code, holder.id, secret, context.kdf()));
        TEKEN_TRY(const auto device, book->settings().get(desk::setting::kDeviceName));
        TEKEN_TRY(const auto request,
                  desk::requestOfHolder(*book, context.random, device.value_or("laptop"), holder.feed));
        TEKEN_CHECK(context.files.writeAtomic(options.out, request));
        context.line(context.say("Kata sandi baru berlaku untuk ", "New passphrase set for ") + renewed.name);
        context.line(context.say("Kunci baru memerlukan sertifikat; permintaannya: ",
                                 "The new key needs a certificate; its request: ") +
                     options.out.string());
        context.answer({{"ok", true},
                        {"holder", renewed.name},
                        {"feed", renewed.feed.hex()},
                        {"file", options.out.string()}});
        return kDone;
    }
    return fail(ErrorCode::NotFound, "ctl.no-holder",
                "expected a holder of that name in this book, found none");
}

Result<int> verifyBundle(Context& context, const std::filesystem::path& file) {
    std::unique_ptr<store::Book> book;
    TEKEN_TRY(const auto peek, sync::BundleReader::open(context.storage, file));
    if (peek->header().recipient && !context.options.book.empty()) {
        TEKEN_TRY(book, context.openUnlocked());
    }
    TEKEN_TRY(const auto reader, openBundle(context, book.get(), file));
    context.line(context.say("Berkas utuh: ", "File intact: ") +
                 std::string(words::purposeWord(sync::slug(reader->header().purpose), context.language())));
    context.answer({{"ok", true},
                    {"purpose", sync::slug(reader->header().purpose)},
                    {"origin", reader->header().origin.hex()},
                    {"sealed", reader->header().recipient.has_value()}});
    return kDone;
}

Result<int> verify(Context& context, const std::filesystem::path& file) {
    if (looksLikeBundle(context, file))
        return verifyBundle(context, file);
    TEKEN_TRY(const auto book, store::Book::open(file, context.bookSeams()));
    TEKEN_CHECK(book->checkFile());
    context.line(context.say("Berkas buku utuh sebagai berkas. Isinya diperiksa dengan: tekenctl audit.",
                             "The book is intact as a file. Its content is checked by: tekenctl audit."));
    context.answer({{"ok", true}, {"purpose", "book"}});
    return kDone;
}

} // namespace

void addKeeping(CLI::App& app, Command& chosen) {
    auto out = std::make_shared<std::filesystem::path>();
    auto* backupCommand =
        app.add_subcommand("backup", words::both("Salin buku ke berkas lain, tetap bersegel",
                                                 "Copy the book to another file, still sealed"));
    backupCommand->add_option("--out", *out, words::both("Berkas cadangan", "Backup file"))->required();
    backupCommand->callback(
        [&chosen, out] { chosen = [out](Context& context) { return backup(context, *out); }; });

    auto* group = app.add_subcommand("recover", words::both("Kata sandi lupa: minta, jawab, pakai",
                                                            "Forgotten passphrase: ask, answer, use"));
    group->require_subcommand(1);
    auto recovering = std::make_shared<RecoverOptions>();
    auto* askCommand =
        group->add_subcommand("request", words::both("Di laptop: tulis permintaan pemulihan",
                                                     "On the laptop: write a recovery request"));
    askCommand->add_option("--out", recovering->out, words::both("Berkas permintaan", "Request file"))
        ->required();
    askCommand->callback([&chosen, recovering] {
        chosen = [recovering](Context& context) { return ask(context, *recovering); };
    });
    auto* answerCommand = group->add_subcommand(
        "answer", words::both("Di pusat: buka dan jawab", "At the centre: open and answer it"));
    answerCommand->add_option("file", recovering->file, words::both("Berkas permintaan", "Request file"))
        ->required();
    answerCommand->add_option("--out", recovering->out, words::both("Berkas jawaban", "Answer file"))
        ->required();
    answerCommand->callback([&chosen, recovering] {
        chosen = [recovering](Context& context) { return answer(context, *recovering); };
    });
    auto* useCommand =
        group->add_subcommand("use", words::both("Di laptop: pakai jawaban dan kode",
                                                 "On the laptop: use the answer and the code"));
    useCommand->add_option("file", recovering->file, words::both("Berkas jawaban", "Answer file"))
        ->required();
    useCommand
        ->add_option("--code", recovering->code,
                     words::both("Kode yang dibacakan pusat", "The code that the centre reads out"))
        ->required();
    useCommand
        ->add_option("--out", recovering->out,
                     words::both("Berkas permintaan untuk kunci baru", "Request file for the new key"))
        ->required();
    useCommand->callback([&chosen, recovering] {
        chosen = [recovering](Context& context) { return use(context, *recovering); };
    });

    auto file = std::make_shared<std::filesystem::path>();
    auto* verifyCommand =
        app.add_subcommand("verify", words::both("Periksa satu berkas .teken atau buku sebagai berkas",
                                                 "Check one .teken file or book as a file"));
    verifyCommand->add_option("file", *file, words::both("Berkas", "The file"))->required();
    verifyCommand->callback(
        [&chosen, file] { chosen = [file](Context& context) { return verify(context, *file); }; });
}

} // namespace teken::ctl
