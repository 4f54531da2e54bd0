#include "app/teken/desk_services/send_desk.h"

#include "app/teken/desk_services/checked_bundle.h"
#include "app/teken/desk_services/rows.h"
#include "core/store/journal.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <map>

namespace teken::app {

namespace {

int secondsUntil(WallTime then, WallTime now) {
    return static_cast<int>(
        std::max<std::int64_t>(std::chrono::ceil<std::chrono::seconds>(then - now).count(), 1));
}

SendStatus statusOf(const LineNews& news, WallTime now) {
    SendStatus status;
    status.saved = static_cast<int>(news.counts.saved);
    status.received = static_cast<int>(news.counts.received);
    status.waiting = static_cast<int>(news.counts.waiting);
    status.needHelp = static_cast<int>(news.counts.trouble);
    status.witnessed = static_cast<int>(news.counts.witnessed);
    if (const auto& alarm = news.counts.alarm) {
        status.alarm = {ErrorCode::VerificationFailed,
                        alarm->reason,
                        "the centre's log contradicts itself, findings: " + std::to_string(alarm->findings),
                        {}};
        status.evidenceFolder = QString::fromStdString(alarm->folder.string());
    }
    if (news.contact.last)
        status.lastContact = timeOf(*news.contact.last);
    if (!news.unlocked)
        return status;
    const auto& worker = news.worker;
    status.sending = worker.running;
    if (worker.running) {
        status.sendingDone = static_cast<int>(worker.progress.done);
        status.sendingTotal = static_cast<int>(worker.progress.total);
    }
    if (worker.last) {
        const auto& error = worker.last->error ? worker.last->error : worker.last->readingError;
        status.trouble = error.value_or(Error{ErrorCode::Internal, {}, {}, {}});
        status.offline = worker.last->error && (worker.last->error->code == ErrorCode::Offline ||
                                                worker.last->error->code == ErrorCode::Timeout);
    }
    // A look for news every quarter of an hour is no retry.
    const bool retry = (worker.last && worker.last->error) || status.waiting > 0;
    if (worker.nextTry && !worker.running && retry)
        status.retryInSeconds = secondsUntil(*worker.nextTry, now);
    return status;
}

/// For names of files: the drive's wall clock, the laptop's while no zone is known.
QDateTime wallClock(LaptopDesk& desk) {
    const auto now = timeOf(desk.nowMs());
    const auto zone = desk.zone();
    return zone ? now.toOffsetFromUtc((7 + static_cast<int>(*zone)) * 3'600) : now; // WIB is UTC+7, and so on
}

QString bundleName(LaptopDesk& desk, const QString& device) {
    QString label;
    for (const QChar letter : device)
        label.append(letter.isLetterOrNumber() ? letter : QLatin1Char('-'));
    return QStringLiteral("kiriman-%1-%2.teken")
        .arg(label, wallClock(desk).toString(QStringLiteral("yyyyMMdd-HHmmss")));
}

sync::BundleProgress inParts(const CarryProgress& progress) {
    return [progress](std::uint64_t done, std::uint64_t total) {
        progress(total == 0 ? 1 : static_cast<double>(done) / static_cast<double>(total));
    };
}

/// A file of unknown size from a stick must leave room for the book beside it.
Result<> leavesRoom(const QString& file, const std::filesystem::path& between) {
    constexpr qint64 kReserve = 256LL * 1024 * 1024;
    const QStorageInfo disk(QString::fromStdString(between.parent_path().string()));
    if (!disk.isValid() || disk.bytesAvailable() - QFileInfo(file).size() >= kReserve)
        return {};
    return fail(ErrorCode::NoSpace, "files.disk-full",
                "expected room for the file and 256 MB more, found " + std::to_string(disk.bytesAvailable()) +
                    " bytes");
}

/// Writes to this laptop's own disk; what is returned names the file it shall be on the stick.
Result<SavedBundle> writeNow(LaptopDesk& desk, sync::BundleStorage& storage,
                             const std::filesystem::path& between, const CarryProgress& progress) {
    TEKEN_TRY(auto* const officer, desk.desk());
    static_cast<void>(officer);
    TEKEN_TRY(const auto request, unsentRequest(desk.book(), desk.ledger(), desk.outside().clock.now()));
    TEKEN_TRY(const auto device, desk.book().settings().get(desk::setting::kDeviceName));
    TEKEN_TRY(const auto summary, sync::exportBundle(desk.book(), desk.ledger(), storage, between, request,
                                                     desk.outside().random, inParts(progress)));
    return SavedBundle{bundleName(desk, textOf(device.value_or("laptop"))),
                       static_cast<int>(summary.records)};
}

} // namespace

/// A file on its way into the book, in steps. Used by one thread after another, never by two at a time.
struct SendDesk::Taking {
    std::uint64_t unlocking = 0;
    std::uint64_t receivedBefore = 0;
    CarryProgress progress;
    std::optional<crypto::RecipientSecret> secret;
    std::unique_ptr<sync::BundleReader> reader;
    std::unique_ptr<sync::BundleImport> import;
};

Result<std::shared_ptr<SendDesk::Taking>> SendDesk::openTaking(LaptopDesk& desk, CarryProgress progress) {
    TEKEN_TRY(auto* const officer, desk.desk());
    static_cast<void>(officer);
    auto taking = std::make_shared<Taking>();
    taking->unlocking = desk.unlocking();
    taking->receivedBefore = desk.counts().received;
    taking->progress = std::move(progress);
    TEKEN_TRY(taking->reader, sync::BundleReader::open(m_storage, m_between));
    if (taking->reader->header().recipient) {
        TEKEN_TRY(auto own, desk.book().keyring().recipientSecret());
        taking->secret.emplace(std::move(own));
        TEKEN_CHECK(taking->reader->unseal(*taking->secret));
    }
    return taking;
}

/// True: the whole file is in the book. Locked, or Cancelled when somebody locked the desk in between.
Result<bool> SendDesk::takeStep(LaptopDesk& desk, Taking& taking) {
    TEKEN_TRY(auto* const officer, desk.desk());
    static_cast<void>(officer);
    if (desk.unlocking() != taking.unlocking)
        return fail(ErrorCode::Cancelled, "bundle.cancelled", "the desk was locked in between");
    if (!taking.import)
        taking.import = std::make_unique<sync::BundleImport>(*taking.reader, desk.book(), desk.ledger(),
                                                             desk.outside().clock);
    TEKEN_TRY(const bool whole, taking.import->step({kItemsAtOnce}));
    taking.progress(static_cast<double>(taking.reader->position()) /
                    static_cast<double>(std::max<std::uint64_t>(taking.reader->fileBytes(), 1)));
    return whole;
}

namespace {

// Entries that are refused say why in the queue or to the admin; the rest of the file counts.
Result<TakenFile> whatWasTaken(LaptopDesk& desk, const sync::ImportSummary& summary, std::uint64_t before) {
    TEKEN_CHECK(desk.takeNews());
    TEKEN_CHECK(desk::keepLogEvidence(desk.book(), desk.outside().files));
    TakenFile taken;
    // A restored centre takes receipts back: then there may be fewer than before.
    const auto after = desk.counts().received;
    taken.received = after > before ? static_cast<int>(after - before) : 0;
    taken.news = static_cast<int>(summary.stored);
    taken.refused = static_cast<int>(summary.refused + summary.receiptsRefused);
    taken.former = static_cast<int>(summary.receiptsFormer + summary.logStale);
    taken.unproven = static_cast<int>(summary.logRefused);
    taken.centreRestored = summary.serverRestored;
    return taken;
}

/// Names of persons and sessions for a list; each session is asked for once.
class QueueNames {
public:
    QueueNames(LaptopDesk& desk, desk::OfficerDesk& officer) : m_desk(desk), m_officer(officer) {}

    QueueRow row(const desk::QueueItem& item) {
        auto row = queueRow(item);
        if (item.session)
            row.sessionUnit = unitOf(*item.session);
        row.name = row.sessionUnit;
        // Entries of another officer of this laptop may be about people outside this one's scope.
        if (item.person)
            if (const auto card = m_officer.people().card(*item.person, item.session))
                row.name = textOf(card->name);
        if (row.state == EntryState::Waiting && m_desk.lastTry() && timeOf(*m_desk.lastTry()) > row.madeAt)
            row.lastTry = timeOf(*m_desk.lastTry());
        return row;
    }

private:
    QString unitOf(const SessionId& session) {
        const auto known = m_units.find(session);
        if (known != m_units.end())
            return known->second;
        QStringList names;
        const auto state = m_desk.ledger().session(m_officer.drive(), session);
        if (state && *state)
            for (const auto& code : (*state)->units) {
                const auto* unit = m_officer.people().roster().unit(code);
                names.append(textOf(unit != nullptr ? unit->name : code));
            }
        return m_units.emplace(session, names.join(QStringLiteral(", "))).first->second;
    }

    LaptopDesk& m_desk;
    desk::OfficerDesk& m_officer;
    std::map<SessionId, QString> m_units;
};

std::vector<desk::QueueState> storedStates(EntryState::Value state) {
    switch (state) {
    case EntryState::Waiting:
        return {desk::QueueState::Waiting, desk::QueueState::Saved};
    case EntryState::Received:
        return {desk::QueueState::Received, desk::QueueState::Witnessed};
    case EntryState::NeedsHelp:
        return {desk::QueueState::Trouble};
    case EntryState::Sending:
        break; // what is on its way waits until the centre has said that it arrived
    }
    return {};
}

Result<QList<QueueRow>> listNow(LaptopDesk& desk, EntryState::Value state, int limit) {
    TEKEN_TRY(auto* const officer, desk.desk());
    QueueNames names(desk, *officer);
    QList<QueueRow> rows;
    const auto wanted = storedStates(state);
    if (wanted.empty())
        return rows;
    TEKEN_TRY(const auto items, officer->queue(wanted, static_cast<std::size_t>(std::max(limit, 0))));
    for (const auto& item : items)
        rows.append(names.row(item));
    return rows;
}

} // namespace

SendDesk::SendDesk(DeskLine& line, const Outside& outside)
    : m_line(line), m_clock(outside.clock), m_between(outside.home.folder / "flashdisk.sementara"),
      m_storage(outside.storage, m_stop) {
    // What a crash, or a close in mid-carry, left behind may be readable to others.
    m_stick.post([this] {
        m_storage.remove(m_between);
        m_storage.remove(m_between.string() + ".bagian");
    });
}

void SendDesk::close() {
    m_stop = true;
    m_stick.stop();
}

SendDesk::~SendDesk() {
    for (const auto& finish : m_untilRoundEnds)
        finish(fail(ErrorCode::Cancelled, "sync.cancelled", "the program is closing"));
}

void SendDesk::sendNow(Finish<> finish) {
    m_line.sendNow([this, finish = std::move(finish)](Result<> started) {
        if (started)
            m_untilRoundEnds.push_back(finish);
        else
            finish(std::move(started));
    });
}

void SendDesk::take(const LineNews& news) {
    const auto status = statusOf(news, m_clock.now());
    if (!(status == m_status)) {
        m_status = status;
        emit statusChanged();
    }
    if (!news.roundEnded)
        return;
    for (const auto& finish : std::exchange(m_untilRoundEnds, {}))
        finish({});
}

CarryProgress SendDesk::stage(double from, double share) {
    return [this, from, share, told = std::make_shared<int>(-1)](double part) {
        const int percent = static_cast<int>(100 * (from + share * part));
        if (std::exchange(*told, percent) != percent)
            m_line.toGui([this, percent] { setCarried(percent / 100.0); });
    };
}

void SendDesk::setCarried(double part) {
    if (m_carried == part)
        return;
    m_carried = part;
    emit carriedChanged();
}

template <class T>
Finish<T> SendDesk::whenCarried(Finish<T> finish) {
    m_stop = false;
    setCarried(0);
    return [this, finish = std::move(finish)](Result<T> result) {
        m_stick.post([this] { m_storage.remove(m_between); });
        setCarried(-1);
        finish(std::move(result));
    };
}

// First to this laptop's disk, then to the stick: the book is busy only as long as its own disk needs.
void SendDesk::saveToFolder(const QString& folder, Finish<SavedBundle> finish) {
    const auto done = whenCarried<SavedBundle>(std::move(finish));
    m_line.read<SavedBundle>(
        [this, folder, done](Result<SavedBundle> written) {
            if (!written)
                return done(std::move(written));
            m_stick.run<SavedBundle>(done, [this, folder, bundle = *written]() -> Result<SavedBundle> {
                const QString path = QDir(folder).filePath(bundle.path);
                TEKEN_CHECK(carry(m_storage, m_between, path.toStdString(), stage(0.3, 0.7)));
                return SavedBundle{path, bundle.entries};
            });
        },
        [this, progress = stage(0, 0.3)](LaptopDesk& desk) {
            return writeNow(desk, m_storage, m_between, progress);
        });
}

void SendDesk::loadFile(const QString& file, Finish<TakenFile> finish) {
    const auto done = whenCarried<TakenFile>(std::move(finish));
    const auto checked = [this, done](std::shared_ptr<Taking> taking, Result<> whole) {
        if (!whole)
            return done(fail(whole.error()));
        takeOn(std::move(taking), done);
    };
    const auto opened = [this, done, checked](Result<std::shared_ptr<Taking>> taking) {
        if (!taking)
            return done(fail(taking.error()));
        // The longest part needs no book: it is read to its last byte here.
        m_stick.run<void>([checked, taking = *taking](Result<> whole) { checked(taking, std::move(whole)); },
                          [this, taking = *taking]() -> Result<> {
                              return sync::checkBundle(m_storage, m_between,
                                                       taking->secret ? &*taking->secret : nullptr)
                                  .map([](const auto&) {});
                          });
    };
    const auto copied = [this, done, opened](Result<> here) {
        if (!here)
            return done(fail(here.error()));
        m_line.read<std::shared_ptr<Taking>>(opened, [this, progress = stage(0.5, 0.5)](LaptopDesk& desk) {
            return openTaking(desk, progress);
        });
    };
    m_stick.run<void>(copied, [this, file]() -> Result<> {
        TEKEN_CHECK(leavesRoom(file, m_between));
        return carry(m_storage, file.toStdString(), m_between, stage(0, 0.5));
    });
}

// A step at a time: whoever signs meanwhile waits for one step, not for the whole file.
void SendDesk::takeOn(std::shared_ptr<Taking> taking, Finish<TakenFile> done) {
    m_line.read<bool>(
        [this, taking, done](Result<bool> whole) {
            if (whole && !*whole)
                return takeOn(taking, done);
            m_line.change<TakenFile>(done, [taking, whole](LaptopDesk& desk) -> Result<TakenFile> {
                TEKEN_CHECK(whole);
                TEKEN_TRY(auto* const officer, desk.desk());
                static_cast<void>(officer);
                return whatWasTaken(desk, taking->import->summary(), taking->receivedBefore);
            });
        },
        [this, taking](LaptopDesk& desk) { return takeStep(desk, *taking); });
}

void QueueDesk::list(EntryState::Value state, int limit, Finish<QList<QueueRow>> finish) {
    m_line.read<QList<QueueRow>>(std::move(finish),
                                 [=](LaptopDesk& desk) { return listNow(desk, state, limit); });
}

} // namespace teken::app
