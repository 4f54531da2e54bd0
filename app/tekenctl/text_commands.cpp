// Naskah: lock a text that is written in a JSON file, show the locked ones.
#include "app/tekenctl/admin_book.h"
#include "app/tekenctl/commands.h"
#include "app/words/help/help.h"
#include "core/store/blobs.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace teken::ctl {

namespace {

constexpr std::uint64_t kMostTextFileBytes = 256 * 1024;
using nlohmann::json;

std::vector<std::string> lines(const json& from, const char* key) {
    return from.contains(key) ? from.at(key).get<std::vector<std::string>>() : std::vector<std::string>{};
}

// Throws json exceptions; readText() is the fence.
Result<domain::PledgeText> fromJson(const json& file) {
    domain::PledgeText text;
    text.code = file.at("code").get<std::string>();
    text.version = file.at("version").get<std::uint32_t>();
    text.title = file.at("title").get<std::string>();
    text.opening = file.value("opening", "");
    text.points = lines(file, "points");
    text.closing = file.value("closing", "");
    text.legalBases = lines(file, "legal_bases");
    text.prohibitions = lines(file, "prohibitions");
    for (const auto& kind : lines(file, "signer_kinds")) {
        TEKEN_TRY(const auto known, domain::signerKindFromSlug(kind));
        text.signerKinds.push_back(known);
    }
    std::sort(text.signerKinds.begin(), text.signerKinds.end());
    TEKEN_TRY(text.date, domain::parseIsoDate(file.at("date").get<std::string>()));
    if (file.contains("spoken")) {
        const auto& spoken = file.at("spoken");
        text.spoken = domain::SpokenForm{spoken.value("opening", ""), lines(spoken, "points"),
                                         spoken.value("closing", "")};
    }
    return text;
}

Result<domain::PledgeText> readText(ByteView bytes) {
    try {
        return fromJson(json::parse(bytes.begin(), bytes.end()));
    } catch (const json::exception&) {
        return fail(ErrorCode::InvalidInput, "text.file",
                    "expected a JSON object with code, version, title, points, signer_kinds and date");
    }
}

Result<int> lock(Context& context, const std::filesystem::path& file) {
    TEKEN_TRY(const auto bytes, context.readFile(file, kMostTextFileBytes));
    TEKEN_TRY(const auto text, readText(bytes));
    TEKEN_CHECK(domain::checkPledgeText(text));
    TEKEN_TRY(auto admin, openAdmin(context));
    TEKEN_TRY(const auto locked, admin.desk->lockText(text));
    const Digest fingerprint{locked.text.bytes};
    context.line(context.say("Naskah dikunci: ", "Text locked: ") + text.code + " v" +
                 std::to_string(text.version));
    context.line(context.say("Sidik naskah: ", "Text fingerprint: ") +
                 domain::fingerprintForComparing(fingerprint));
    context.answer(
        {{"ok", true}, {"text", locked.text.hex()}, {"code", text.code}, {"version", text.version}});
    return kDone;
}

Result<int> show(Context& context) {
    TEKEN_TRY(auto open, context.open());
    TEKEN_TRY(const auto drive, driveOf(open));
    TEKEN_TRY(const auto state, open.ledger->drive(drive));
    json texts = json::array();
    for (const auto& text : state.texts) {
        TEKEN_TRY(const auto bytes, open.book->blobs().get(text.text));
        TEKEN_TRY(const auto content, domain::decodePledgeText(bytes));
        context.line(domain::renderPlain(content));
        context.line(context.say("Sidik naskah: ", "Text fingerprint: ") +
                     domain::fingerprintForComparing(Digest{text.text.bytes}) + "\n");
        texts.push_back({{"code", text.code},
                         {"version", text.version},
                         {"title", text.title},
                         {"text", text.text.hex()},
                         {"plain", domain::renderPlain(content)}});
    }
    context.answer({{"ok", true}, {"texts", texts}});
    return kDone;
}

} // namespace

void addText(CLI::App& app, Command& chosen) {
    auto* group = app.add_subcommand("text", words::both("Naskah: kunci, lihat", "Texts: lock, show"));
    group->require_subcommand(1);
    auto file = std::make_shared<std::filesystem::path>();
    auto* locking = group->add_subcommand(
        "lock", words::both("Kunci naskah dari berkas JSON", "Lock a text from a JSON file"));
    locking->add_option("file", *file, words::both("Berkas naskah", "The text file"))->required();
    locking->callback(
        [&chosen, file] { chosen = [file](Context& context) { return lock(context, *file); }; });
    group->add_subcommand("show", words::both("Tampilkan naskah terkunci", "Show the locked texts"))
        ->callback([&chosen] { chosen = show; });
}

} // namespace teken::ctl
