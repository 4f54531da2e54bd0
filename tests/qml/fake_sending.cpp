// The fake laptop's way out: sending, the queue, sticks; and the hand that signs.
#include "fake_world.h"

#include <cmath>
#include <numbers>

namespace teken::app::test {

void FakeSend::report(const SendStatus& status) {
    m_desk.status = status;
    emit statusChanged();
}

void FakeSend::sendNow(Finish<> finish) {
    auto status = m_desk.status;
    status.sending = true;
    status.sendingTotal = status.waiting;
    report(status);
    m_desk.answer<void>(
        "sendNow",
        [this, finish = std::move(finish)](Result<> result) {
            auto now = m_desk.status;
            now.sending = false;
            now.offline = !result.has_value();
            now.trouble = result ? Error{} : result.error();
            if (result) {
                now.received += now.waiting;
                now.waiting = 0;
                now.retryInSeconds = -1;
            }
            report(now);
            finish(result);
        },
        [] { return Result<>(); });
}

void FakeSend::cancelSending() {
    auto status = m_desk.status;
    status.sending = false;
    report(status);
}

void FakeSend::saveToFolder(const QString& folder, Finish<SavedBundle> finish) {
    m_desk.answer<SavedBundle>("saveToFolder", std::move(finish), [this, folder] {
        return SavedBundle{folder + QStringLiteral("/kiriman-PMK-017-20231117-0842.teken"),
                           m_desk.status.waiting};
    });
}

// The centre has everything that waited, and says so.
void FakeSend::loadFile(const QString&, Finish<TakenFile> finish) {
    m_desk.answer<TakenFile>("loadFile", std::move(finish), [this] {
        auto status = m_desk.status;
        const TakenFile taken{status.waiting, 2, 0};
        status.received += std::exchange(status.waiting, 0);
        report(status);
        return taken;
    });
}

void FakeSend::cancelCarrying() {
    m_desk.failNext("saveToFolder", {ErrorCode::Cancelled, "bundle.cancelled", "stopped", ""});
    showCarried(-1);
}

void FakeSend::showCarried(double part) {
    m_desk.carried = part;
    emit carriedChanged();
}

void FakeQueue::list(EntryState::Value state, int limit, Finish<QList<QueueRow>> finish) {
    m_desk.answer<QList<QueueRow>>("list", std::move(finish), [this, state, limit] {
        QList<QueueRow> rows;
        for (const auto& row : m_desk.queue)
            if (row.state == state && rows.size() < limit)
                rows.append(row);
        return rows;
    });
}

void FakePlaces::listPlaces(Finish<QList<PlaceRow>> finish) {
    m_desk.answer<QList<PlaceRow>>("listPlaces", std::move(finish), [this] { return m_desk.places; });
}

void FakePlaces::listFiles(Finish<QList<FileRow>> finish) {
    m_desk.answer<QList<FileRow>>("listFiles", std::move(finish), [this] { return m_desk.files; });
}

void FakePlaces::listBooks(Finish<QList<FileRow>> finish) {
    m_desk.answer<QList<FileRow>>("listBooks", std::move(finish), [this] { return m_desk.books; });
}

void FakePlaces::listScans(Finish<QList<FileRow>> finish) {
    m_desk.answer<QList<FileRow>>("listScans", std::move(finish), [this] { return m_desk.scans; });
}

void FakePlaces::lookInto(const QString& folder, const QStringList& patterns, Finish<FolderView> finish) {
    m_desk.answer<FolderView>(
        "lookInto", std::move(finish), [this, folder, patterns]() -> Result<FolderView> {
            if (folder.contains(QLatin1String("tertutup")))
                return fail(ErrorCode::Unauthorized, "places.closed-folder", "no");
            FolderView view;
            view.folder = folder.isEmpty() ? QStringLiteral("/home/pemeriksa") : folder;
            view.parent = view.folder == QLatin1String("/") ? QString() : view.folder.section(u'/', 0, -2);
            if (view.parent.isEmpty() && view.folder != QLatin1String("/"))
                view.parent = QStringLiteral("/");
            view.freeBytes = 61'300'000'000;
            view.writable = !view.folder.contains(QLatin1String("terkunci"));
            for (auto row : m_desk.folderRows) {
                row.path = view.folder + u'/' + row.name;
                if (row.isFolder || !patterns.isEmpty())
                    view.rows.append(row);
            }
            return view;
        });
}

void FakePapers::prepare(const SessionId&, const QString& kind, const QString& size, int pictures,
                         Finish<PreparedPaper> finish) {
    m_desk.answer<PreparedPaper>("prepare", std::move(finish), [kind, size, pictures] {
        PreparedPaper paper;
        paper.pages = kind == QLatin1String("pakta") ? 40 : 4;
        for (int page = 0; page < std::min(pictures, paper.pages); ++page) {
            QImage picture(210, size == QLatin1String("F4") ? 322 : 297, QImage::Format_RGB32);
            picture.fill(Qt::white);
            for (int line = 0; line < 18; ++line)
                for (int x = 24; x < 186 - (line % 5) * 20; ++x)
                    picture.setPixel(x, 40 + line * 11, 0xFF666666U);
            paper.pictures.append(picture);
        }
        return paper;
    });
}

void FakePapers::save(const SessionId&, const QStringList& kinds, const QString&, const QString& folder,
                      Finish<SavedPapers> finish) {
    m_desk.answer<SavedPapers>("savePapers", std::move(finish), [this, kinds, folder] {
        saved = kinds;
        return SavedPapers{static_cast<int>(kinds.size()), folder};
    });
}

void FakePapers::print(const SessionId&, const QString& kind, const QString&, Finish<> finish) {
    m_desk.answer<void>("print", std::move(finish), [this, kind]() -> Result<> {
        printed.append(kind);
        return {};
    });
}

void FakePapers::printSlip(const QString& code, Finish<> finish) {
    m_desk.answer<void>("print", std::move(finish), [this, code]() -> Result<> {
        printed.append(code);
        return {};
    });
}

void FakeLetterhead::read(Finish<LetterheadForm> finish) {
    m_desk.answer<LetterheadForm>("readLetterhead", std::move(finish), [this] { return stored; });
}

void FakeLetterhead::preview(const LetterheadForm& form, Finish<QImage> finish) {
    m_desk.answer<QImage>("previewLetterhead", std::move(finish), [this, form] {
        ++previews;
        QImage picture(600, 390, QImage::Format_RGB32);
        picture.fill(Qt::white);
        for (int line = 0; line < form.lines.size() + form.address.size(); ++line)
            for (int x = 140; x < 460; ++x)
                for (int thick = 0; thick < 8; ++thick)
                    picture.setPixel(x, 40 + line * 24 + thick, 0xFF333333U);
        return picture;
    });
}

void FakeLetterhead::save(const LetterheadForm& form, Finish<LetterheadForm> finish) {
    m_desk.answer<LetterheadForm>("saveLetterhead", std::move(finish), [this, form] {
        stored = form;
        if (!stored.newCrest.isEmpty())
            stored.crest = QStringLiteral("lambang-0a1b2c3d.png");
        stored.newCrest.clear();
        return stored;
    });
}

FakeWorld::FakeWorld(const QString& folder)
    : preferences(folder + QStringLiteral("/teken.ini")),
      app({unlocking, unlocking, sessions, signing, signing, sending, queue, places, flows, papers,
           letterhead, audit},
          preferences) {
    preferences.setTourSeen(); // the first day is over; scenes of it say so
    app.setAnimated(false);
}

void drawSignature(InkSheet& sheet, QSizeF pad) {
    const auto stroke = [&](int from, int to, const std::function<QPointF(double)>& at) {
        sheet.beginStroke(at(from / 100.0), pad);
        for (int i = from + 1; i <= to; ++i)
            sheet.continueStroke(at(i / 100.0), pad);
        sheet.endStroke();
    };
    const double unit = pad.height() / 10;
    const QPointF start(pad.width() * 0.32, pad.height() * 0.62);
    using std::numbers::pi;
    // A tall first letter, a run of loops, and a line back under the name.
    stroke(0, 100, [&](double t) {
        return start + QPointF(unit * (2.2 * std::sin(2.6 * pi * t) + 2 * t),
                               unit * (1.2 - 5.0 * std::sin(pi * t) + 1.5 * t));
    });
    stroke(0, 160, [&](double t) {
        return start + QPointF(unit * (2.5 + 7.5 * t + 0.9 * std::sin(9 * pi * t)),
                               unit * (-0.4 + 1.5 * std::cos(9 * pi * t) * (1.25 - 0.55 * t)));
    });
    stroke(0, 100, [&](double t) {
        return start + QPointF(unit * (17 - 15 * t), unit * (1.6 + 0.9 * std::sin(pi * t) - 0.6 * t));
    });
}

} // namespace teken::app::test
