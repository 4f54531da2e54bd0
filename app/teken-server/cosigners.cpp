#include "app/teken-server/cosigners.h"

#include "sync/cosigner/request.h"

#include <algorithm>
#include <cstdio>

namespace teken::service {

namespace {

namespace cosigner = sync::cosigner;
using sync::CosignerHealth;
using sync::server::Config;
using sync::server::EventLog;

constexpr Milliseconds kPause{1000};

std::filesystem::path besideKey(const Config& config, const char* extension) {
    auto file = config.logKey;
    return file += extension;
}

/// "https://host:port/prefix" as address and path.
std::pair<std::string, std::string> splitUrl(const std::string& url) {
    const auto host = url.find("://") + 3;
    const auto slash = url.find('/', host);
    auto prefix = slash == std::string::npos ? std::string() : url.substr(slash);
    while (prefix.ends_with('/'))
        prefix.pop_back();
    return {url.substr(0, slash), prefix + "/add-checkpoint"};
}

Result<log::VerifierKey> keyOf(const Config& config, const std::string& name) {
    for (const auto& one : config.cosigners)
        if (one.key.name == name)
            return one.key;
    return fail(ErrorCode::NotFound, "log.no-cosigner",
                "expected the name of a [[transparency.cosigner]] of the configuration", name);
}

/// The size up to which this witness's signature is known here; 0: none is.
log::TreeSize signedBy(Context& context, const Config& config, const log::VerifierKey& log,
                       const log::VerifierKey& witness) {
    const auto file = besideKey(config, ".witnessed");
    if (!context.files.exists(file))
        return {};
    const auto bytes = context.files.read(file, log::kMostNoteBytes);
    const auto opened = bytes ? log::openCheckpoint(textOf(*bytes), log, {witness}) : fail(bytes.error());
    return opened && opened->signers.size() > 1 ? opened->checkpoint.size : log::TreeSize{};
}

void logAsked(EventLog& log, const CosignerHealth& health) {
    const auto level = health.state == CosignerHealth::State::Signed     ? EventLog::Level::Info
                       : health.state == CosignerHealth::State::TwoTrees ? EventLog::Level::Error
                                                                         : EventLog::Level::Warn;
    log.write(level, "cosigner",
              {{"name", health.name},
               {"state", stateName(health.state)},
               {"reason", health.reason},
               {"signed", static_cast<std::int64_t>(health.signedLeaves)}});
}

} // namespace

std::vector<log::VerifierKey> cosignerKeys(const Config& config) {
    std::vector<log::VerifierKey> keys;
    for (const auto& one : config.cosigners)
        keys.push_back(one.key);
    return keys;
}

CosignerLines::CosignerLines(Context& context, const Config& config, sync::server::Service& service,
                             EventLog& log)
    : m_context(context), m_config(config), m_service(service), m_log(log) {}

Result<std::unique_ptr<CosignerLines>> CosignerLines::open(Context& context, const Config& config,
                                                           sync::server::Service& service, EventLog& log) {
    std::unique_ptr<CosignerLines> lines(new CosignerLines(context, config, service, log));
    std::vector<sync::server::CosignerSeat> seats;
    for (const auto& one : config.cosigners) {
        if (one.url.empty())
            continue; // by stick only
        const auto [address, path] = splitUrl(one.url);
        sync::client::HttpSettings settings;
        settings.address = address;
        settings.pins = one.pins;
        settings.provesItself = true;
        settings.connectTimeout = std::chrono::seconds(5);
        settings.readTimeout = settings.writeTimeout = std::chrono::seconds(10);
        TEKEN_TRY(auto line, sync::client::HttpTransport::create(std::move(settings)));
        seats.push_back({one.key, line.get(), path});
        lines->m_lines.push_back(std::move(line));
    }
    lines->m_asker = std::make_unique<sync::server::CosignerAsker>(service, std::move(seats), context.clock);
    lines->m_asker->onAsked([&log](const CosignerHealth& health) { logAsked(log, health); });
    lines->m_ticker = std::make_unique<sync::server::Ticker>(kPause, [self = lines.get()] {
        self->takeBrought();
        return self->m_asker->tend();
    });
    return lines;
}

void CosignerLines::stop() {
    for (const auto& line : m_lines)
        line->cancel();
}

/// Read, verified anew by the log itself, and gone; what does not hold is told once.
void CosignerLines::takeBrought() {
    const auto file = besideKey(m_config, ".brought");
    if (!m_context.files.exists(file))
        return;
    const auto bytes = m_context.files.read(file, log::kMostNoteBytes);
    const std::string text = bytes ? std::string(textOf(*bytes)) : std::string();
    const auto note = log::parseNote(text);
    std::vector<cosigner::Testimony> testimonies;
    for (const auto& key : cosignerKeys(m_config)) {
        cosigner::Testimony testimony{key, {}};
        if (note)
            std::ranges::copy_if(note->lines, std::back_inserter(testimony.lines), [&](const auto& line) {
                return line.name == key.name && line.hash == key.hash();
            });
        if (!testimony.lines.empty())
            testimonies.push_back(std::move(testimony));
    }
    const auto added = m_service.addCosignatures(text, testimonies);
    if (!added && (added.error().code == ErrorCode::Busy || added.error().code == ErrorCode::NoSpace))
        return; // once more in a second
    m_log.write(added ? EventLog::Level::Info : EventLog::Level::Error, "cosignatures brought",
                {{"added", static_cast<std::int64_t>(added ? added->added : 0)},
                 {"reason", added ? std::string_view() : std::string_view(added.error().reason)}});
    if (const auto removed = m_context.files.remove(file); !removed)
        m_log.write(EventLog::Level::Error, "cosignatures brought", {{"reason", removed.error().reason}});
}

Result<> logAsk(Context& context, const StickQuestion& question) {
    TEKEN_TRY(const auto config, readConfig(context, question.config));
    TEKEN_TRY(const auto log, verifierKey(context, config));
    TEKEN_TRY(const auto witness, keyOf(config, question.cosigner));
    auto old = signedBy(context, config, log, witness);
    if (question.from >= 0)
        old = {static_cast<std::uint64_t>(question.from)};
    sync::LogProofsRequest wanted;
    if (old.value > 0)
        wanted.since = old;
    TEKEN_TRY(const auto answer, askLog(context, config, wanted));
    TEKEN_TRY(const auto newest, log::openCheckpoint(answer.checkpoint, log));
    if (old > newest.checkpoint.size)
        return fail(ErrorCode::Conflict, "cosigner.two-trees",
                    "the witness has signed for more leaves than this log has");
    const cosigner::AddCheckpoint request{
        old, old < newest.checkpoint.size ? answer.consistency.value_or(log::Proof{}) : log::Proof{},
        answer.checkpoint};
    TEKEN_CHECK(context.files.writeAtomic(question.request, view(cosigner::formatRequest(request))));
    std::printf("%s %s\n",
                context.say("Permintaan bagi saksi ditulis:", "Request to the witness written:").c_str(),
                question.request.c_str());
    std::printf("%s\n",
                context
                    .say("Simpan berkas ini sampai jawabannya kembali; jawaban hanya berlaku baginya.",
                         "Keep this file until the answer is back; the answer belongs to it alone.")
                    .c_str());
    return {};
}

Result<> logTake(Context& context, const StickQuestion& question) {
    TEKEN_TRY(const auto config, readConfig(context, question.config));
    TEKEN_TRY(const auto log, verifierKey(context, config));
    TEKEN_TRY(const auto witness, keyOf(config, question.cosigner));
    TEKEN_TRY(const auto asked, context.files.read(question.request, cosigner::kMostRequestBytes));
    TEKEN_TRY(const auto request, cosigner::parseRequest(textOf(asked)));
    TEKEN_TRY(const auto answer, context.files.read(question.answer, cosigner::kMostAnswerBytes));
    TEKEN_TRY(auto reading, cosigner::readAnswerFile(textOf(answer)));
    if (const auto* conflict = std::get_if<cosigner::Conflict>(&reading)) {
        const auto size = std::to_string(conflict->signedLast.value);
        if (conflict->signedLast == request.old)
            return fail(ErrorCode::Conflict, "cosigner.two-trees", "two roots for the size " + size);
        return fail(ErrorCode::Conflict, "cosigner.other-size", "ask again with --from " + size);
    }
    const cosigner::Testimony testimony{witness, std::get<cosigner::Lines>(std::move(reading))};
    TEKEN_TRY(auto collected, cosigner::collectCosignatures(request.note, log, {&testimony, 1}));
    if (!collected.refused.empty())
        return fail(collected.refused.front());
    const auto file = besideKey(config, ".brought");
    if (context.files.exists(file)) {
        // Of another witness, waiting for the server: both stay if they are about the same checkpoint.
        TEKEN_TRY(const auto there, context.files.read(file, log::kMostNoteBytes));
        const auto merged = cosigner::collectCosignatures(textOf(there), log, {&testimony, 1});
        if (merged && merged->refused.empty())
            collected.note = merged->note;
    }
    TEKEN_CHECK(context.files.writeAtomic(file, view(collected.note)));
    std::printf("%s %s\n", context.say("Kesaksian diterima dari:", "Cosignature taken from:").c_str(),
                witness.name.c_str());
    return {};
}

} // namespace teken::service
