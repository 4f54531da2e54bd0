#include "fake_world.h"

#include "core/crypto/random.h"
#include "fake_people.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace teken::app::test {

namespace {

SessionId sessionId(std::uint8_t number) {
    SessionId id;
    id.bytes[0] = 0x5E;
    id.bytes[15] = number;
    return id;
}

FeedId feedId(std::uint8_t number) {
    FeedId id;
    id.bytes[0] = 0xFE;
    id.bytes[31] = number;
    return id;
}

EntryId entryId(int number) {
    EntryId id;
    id.bytes[0] = 0xE0;
    id.bytes[30] = std::uint8_t(number >> 8);
    id.bytes[31] = std::uint8_t(number & 0xFF);
    return id;
}

PledgeText pamekasanText() {
    PledgeText text;
    text.code = QStringLiteral("PMK-ASN");
    text.version = 1;
    text.title = QStringLiteral("Ikrar Netralitas Pegawai Pemerintah Kabupaten Pamekasan");
    text.opening = QStringLiteral("Dengan ini saya menyatakan akan:");
    text.points = {
        QStringLiteral(
            "menjaga dan menegakkan prinsip netralitas pegawai di lingkungan Pemerintah Kabupaten "
            "Pamekasan dalam melaksanakan fungsi pelayanan publik baik sebelum, selama, maupun sesudah "
            "pelaksanaan Pemilu tahun 2024;"),
        QStringLiteral(
            "menghindari konflik kepentingan, tidak melakukan praktik-praktik intimidasi dan ancaman "
            "kepada pegawai dan seluruh elemen masyarakat serta tidak berpihak kepada pasangan calon "
            "tertentu;"),
        QStringLiteral(
            "menggunakan media sosial secara bijak, tidak dipergunakan untuk kepentingan pasangan calon "
            "tertentu, tidak menyebarkan ujaran kebencian serta berita bohong;"),
        QStringLiteral("menolak politik uang dan segala jenis pemberian dalam bentuk apapun.")};
    text.fingerprint = QStringLiteral("9f31c07ae4d25b88016fa7d3c2e94b50d7718e2ab3cc460f5e9a1d84f27b6035");
    text.kinds = {QStringLiteral("pns"), QStringLiteral("cpns"), QStringLiteral("pppk")};
    return text;
}

QList<UnitRow> someUnits() {
    const auto unit = [](const char* code, const char* name, int people) {
        return UnitRow{QString::fromUtf8(code), QString::fromUtf8(name), {}, people, people};
    };
    return {unit("SETDA", "Sekretariat Daerah", 176),  unit("SETWAN", "Sekretariat DPRD", 45),
            unit("INSP", "Inspektorat", 51),           unit("DINSOS", "Dinas Sosial", 43),
            unit("DISHUB", "Dinas Perhubungan", 81),   unit("KEC-PADEMAWU", "Kecamatan Pademawu", 35),
            unit("KEC-PROPPO", "Kecamatan Proppo", 22)};
}

// Folded as the real search folds: case, dots, commas and apostrophes do not matter.
QString folded(const QString& text) {
    QString result;
    for (const QChar letter : text.toLower())
        if (letter.isLetterOrNumber() || letter == QLatin1Char(' '))
            result.append(letter);
    return result.simplified();
}

} // namespace

FakeDesk::FakeDesk() {
    TEKEN_ASSERT(crypto::start().has_value(), "guarded memory for passphrases");
    now = QDateTime(QDate(2023, 11, 17), QTime(8, 42), QTimeZone(7 * 3600)).toLocalTime();
    device = {DeviceState::Enrolled,
              QStringLiteral("PMK-017"),
              {},
              {{feedId(1), QStringLiteral("Nanik Purwati, S.Sos."), QStringLiteral("Petugas")},
               {feedId(2), QStringLiteral("Achmad Jalaluddin, S.Kom."), QStringLiteral("Petugas")}},
              false,
              {},
              QStringLiteral("WIB")};
    welcome.zone = device.zone;
    units = someUnits();
    texts = {pamekasanText()};
    people = inventPeople(176, QStringLiteral("Sekretariat Daerah"), {});
    health = {true, 12, 41'800'000'000, 78, true, now, now.addSecs(-3 * 3600 - 240)};

    const auto session = [&](std::uint8_t number, const char* unit, const char* place, int minutes,
                             int signedCount, int expected, int waiting, SessionState::Value state,
                             bool followUp) {
        return SessionRow{sessionId(number),
                          QString::fromUtf8(unit),
                          QString::fromUtf8(place),
                          now.addSecs(60 * minutes),
                          signedCount,
                          expected,
                          waiting,
                          state,
                          followUp};
    };
    sessions = {
        session(1, "Sekretariat Daerah", "Pendopo kabupaten", -27, 48, 175, 14, SessionState::Open, false),
        session(2, "Dinas Sosial", "Aula Dinas Sosial", 108, 0, 43, 0, SessionState::Planned, false),
        session(3, "Kecamatan Pademawu", "Halaman kantor kecamatan", 288, 0, 35, 0, SessionState::Planned,
                false),
        session(4, "Inspektorat", "Ruang rapat Inspektorat", -1482, 49, 51, 0, SessionState::Closed, false)};
    running = {sessions[0], QStringLiteral("Drs. H. Moh. Ramli Hasbullah, M.Si."), now.addSecs(-27 * 60),
               QStringLiteral("7Q4M-K2PX-9TBA-41HC-W8ZE-0R3D-5GJ0"), 0};
    drive = {QStringLiteral("Netralitas ASN Kabupaten Pamekasan 2024"),
             QStringLiteral("Pemerintah Kabupaten Pamekasan"),
             QStringLiteral("Surat Edaran Bupati Nomor 800/1183/432.403/2023"),
             QStringLiteral("Mencatat pembacaan dan penandatanganan ikrar netralitas pegawai."),
             QStringLiteral("Bidang Pembinaan BKPSDM, 0324-000111"),
             1825};
    events = {{QStringLiteral("Listrik padam 20 menit; sesi dijeda, lalu dilanjutkan dengan genset."),
               now.addSecs(-900)}};
    folderRows = {
        {QStringLiteral("Arsip Inspektorat 2023"), {}, true, now, 0},
        {QStringLiteral("Foto"), {}, true, now, 0},
        {QStringLiteral("Laporan pemeriksaan netralitas, kecamatan dan kelurahan"), {}, true, now, 0},
        {QStringLiteral("bukti-netral-2023.teken"), {}, false, now.addSecs(-7200), 48'300'000}};
    scans = {{QStringLiteral("lembar-basah-1.pdf"),
              QStringLiteral("/media/petugas/SANDISK/lembar-basah-1.pdf"),
              QStringLiteral("Flashdisk SANDISK"), now.addSecs(-600), 1'240'000},
             {QStringLiteral("IMG_0042.JPG"), QStringLiteral("/media/petugas/SANDISK/IMG_0042.JPG"),
              QStringLiteral("Flashdisk SANDISK"), now.addSecs(-1200), 3'900'000},
             {QStringLiteral("lambang-kabupaten.png"),
              QStringLiteral("/media/petugas/SANDISK/lambang-kabupaten.png"),
              QStringLiteral("Flashdisk SANDISK"), now.addSecs(-86'400), 184'000}};

    for (int i = 8; i < 54; ++i) {
        people[i].state = PersonState::Signed;
        people[i].stateSince = now.addSecs(-(54 - i) * 34);
    }
    people[54].state = PersonState::SignedElsewhere;
    people[54].signedAtPlace = QStringLiteral("Inspektorat");
    people[54].stateSince = now.addDays(-1);
    people[55].state = PersonState::Excused;
    people[55].excuse = ExcuseKind::Duty;
    people[56].state = PersonState::Excused;
    people[56].excuse = ExcuseKind::Leave;
    people[57].state = PersonState::Excused;
    people[57].excuse = ExcuseKind::Study;
    people[58].state = PersonState::Absent;
    people[59].state = PersonState::Refused;
    people[60].state = PersonState::OffRoster;
    people[61].state = PersonState::SignedElsewhere; // of the centre's list: nobody says where, nor when

    for (int i = 0; i < 52; ++i) {
        QueueRow row;
        row.entry = entryId(i + 1);
        const bool person = i < 46;
        row.name = person ? people[53 - i].name : i < 51 ? people[55 + i - 46].name : sessions[0].unit;
        row.what = person    ? QStringLiteral("sign")
                   : i < 49  ? QStringLiteral("excuse")
                   : i == 49 ? QStringLiteral("absent")
                   : i == 50 ? QStringLiteral("refuse")
                             : QStringLiteral("open-session");
        row.sessionUnit = sessions[0].unit;
        row.madeAt = now.addSecs(-(i + 1) * 34);
        row.state = i < 14 ? EntryState::Waiting : EntryState::Received;
        if (i >= 14)
            row.receivedAt = now.addSecs(-500);
        else if (i > 3)
            row.lastTry = now.addSecs(-75);
        queue.append(row);
    }
    status = {52,
              38,
              0,
              14,
              0,
              {},
              {},
              false,
              0,
              0,
              true,
              45,
              {ErrorCode::Offline, "sync.no-network", "no route", ""},
              now.addSecs(-500)};
    places = {{QStringLiteral("Flashdisk SANDISK"), QStringLiteral("/media/petugas/SANDISK"), 6'900'000'000,
               true, true},
              {QStringLiteral("Folder Dokumen"), QStringLiteral("/home/petugas/Dokumen"), 41'800'000'000,
               false, true}};
    files = {{QStringLiteral("balasan-PMK-017.teken"),
              QStringLiteral("/media/petugas/SANDISK/balasan-PMK-017.teken"),
              QStringLiteral("Flashdisk SANDISK"), now.addSecs(-3600), 2'400'000}};
    closing = {};
    closing.expected = 175;
    closing.signedHere = 46;
    closing.signedElsewhere = 2;
    closing.excused = 3;
    closing.absent = 1;
    closing.refused = 1;
    closing.notYet = 122;
    closing.waiting = 14;
    closing.signers = {running.head, QStringLiteral("Lailatul Badriyah, S.H."),
                       QStringLiteral("Kusnadi Prasetyo, S.E.")};
    closing.inkStands = {false, false, false};
    closing.events = int(events.size());
}

void FakeDesk::later(std::function<void()> answer) {
    m_answers.push_back(std::move(answer));
    if (m_held || m_posted)
        return;
    m_posted = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_posted = false;
            if (!m_held)
                settle();
        },
        Qt::QueuedConnection);
}

void FakeDesk::release() {
    m_held = false;
    settle();
}

void FakeDesk::settle() {
    while (!m_held && !m_answers.empty()) {
        const auto answer = std::move(m_answers.front());
        m_answers.pop_front();
        answer();
    }
}

PersonRow* FakeDesk::find(const PersonId& person) {
    for (auto& row : people)
        if (row.person == person)
            return &row;
    return nullptr;
}

SessionCounts FakeDesk::counts() const {
    SessionCounts counts;
    for (const auto& row : people) {
        switch (row.state) {
        case PersonState::NotYet:
            ++counts.notYet;
            break;
        case PersonState::Signed:
        case PersonState::SignedElsewhere:
            ++counts.signedHere;
            break;
        case PersonState::Excused:
        case PersonState::Absent:
        case PersonState::Refused:
            ++counts.other;
            break;
        case PersonState::OffRoster:
            continue;
        }
        ++counts.expected;
    }
    return counts;
}

void FakeDesk::becomeSigned(const PersonId& person) {
    if (auto* row = find(person)) {
        row->state = PersonState::Signed;
        row->stateSince = now;
    }
}

void FakeUnlock::describeDevice(Finish<DeviceInfo> finish) {
    m_desk.answer<DeviceInfo>("describeDevice", std::move(finish), [this] { return m_desk.device; });
}

void FakeUnlock::unlock(const FeedId&, crypto::SecretBytes passphrase, Finish<Welcome> finish) {
    const bool right = textOf(passphrase.view()) == kPassphrase;
    m_desk.answer<Welcome>("unlock", std::move(finish), [this, right]() -> Result<Welcome> {
        if (!right)
            return fail(ErrorCode::Unauthorized, "store.wrong-passphrase", "no recipient opened");
        return m_desk.welcome;
    });
}

void FakeUnlock::lock(Finish<> finish) {
    m_desk.answer<void>("lock", std::move(finish), [] { return Result<>(); });
}

void FakeUnlock::writeRequest(EnrolmentRequest request, Finish<QString> finish) {
    m_desk.lastRequestFolder = request.folder;
    const QString file =
        request.folder + QStringLiteral("/permintaan-") + request.deviceName + QStringLiteral(".teken");
    m_desk.answer<QString>("writeRequest", std::move(finish), [this, file] {
        m_desk.device.state = DeviceState::Requested;
        m_desk.device.requestFile = file;
        return file;
    });
}

void FakeUnlock::loadProvisioning(ProvisioningRequest, Finish<QString> finish) {
    m_desk.answer<QString>("loadProvisioning", std::move(finish), [this] {
        m_desk.device.state = DeviceState::Enrolled;
        m_desk.device.deviceName = QStringLiteral("PMK-017");
        m_desk.device.officers = {
            {feedId(1), QStringLiteral("Nanik Purwati, S.Sos."), QStringLiteral("Petugas")}};
        return QStringLiteral("Netralitas 2024");
    });
}

void FakeSigning::search(const SessionId&, const QString& question, int limit,
                         Finish<QList<PersonRow>> finish) {
    m_desk.answer<QList<PersonRow>>("search", std::move(finish), [this, question, limit] {
        QList<PersonRow> rows;
        const QString wanted = folded(question);
        QString digits = wanted;
        digits.remove(QLatin1Char(' '));
        for (const auto& row : m_desk.people) {
            QString number = row.number;
            number.remove(QLatin1Char(' '));
            const bool byNumber = digits.size() >= 3 && number.contains(digits);
            if (rows.size() < limit && (byNumber || folded(row.name).contains(wanted)))
                rows.append(row);
        }
        return rows;
    });
}

void FakeSigning::find(const SessionId&, const PersonId& person, Finish<PersonRow> finish) {
    m_desk.answer<PersonRow>("find", std::move(finish), [this, person]() -> Result<PersonRow> {
        if (const auto* row = m_desk.find(person))
            return *row;
        return fail(ErrorCode::NotFound, "roster.unknown-person", "no such person in the session's roster");
    });
}

void FakeSigning::nextInList(const SessionId&, std::optional<PersonId> after,
                             Finish<std::optional<PersonRow>> finish) {
    m_desk.answer<std::optional<PersonRow>>(
        "nextInList", std::move(finish), [this, after]() -> std::optional<PersonRow> {
            const auto open = m_desk.openPeople(after);
            return open.isEmpty() ? std::nullopt : std::optional(open.constFirst());
        });
}

void FakeSigning::count(const SessionId&, Finish<SessionCounts> finish) {
    m_desk.answer<SessionCounts>("count", std::move(finish), [this] { return m_desk.counts(); });
}

void FakeSigning::begin(const SessionId&, const PersonId& person, const SigningWishes& wishes,
                        Finish<SigningSheet> finish) {
    m_desk.answer<SigningSheet>("begin", std::move(finish), [=, this]() -> Result<SigningSheet> {
        const auto* row = m_desk.find(person);
        if (!row)
            return fail(ErrorCode::NotFound, "roster.unknown-person",
                        "no such person in the session's roster");
        m_desk.wishes = wishes;
        if (row->state == PersonState::SignedElsewhere && !wishes.despiteElsewhere)
            return fail(ErrorCode::Conflict, "signing.already-signed", "a signature exists elsewhere");
        const auto kept = m_desk.journal.find(person);
        return SigningSheet{*row, m_desk.texts.value(0), m_desk.running.readJointlyAt,
                            kept == m_desk.journal.end() ? InkStrokes() : kept->second};
    });
}

void FakeSigning::keepStrokes(const SessionId&, const PersonId& person, const InkStrokes& strokes,
                              Finish<> finish) {
    m_desk.answer<void>("keepStrokes", std::move(finish), [this, person, strokes] {
        if (strokes.isEmpty())
            m_desk.journal.erase(person);
        else
            m_desk.journal[person] = strokes;
        return Result<>();
    });
}

void FakeSigning::sign(const SessionId&, const PersonId& person, const InkStrokes& ink,
                       Finish<SignedSlip> finish) {
    m_desk.answer<SignedSlip>("sign", std::move(finish), [this, person, ink]() -> Result<SignedSlip> {
        if (const auto* row = m_desk.find(person); row && row->state == PersonState::Signed)
            return fail(ErrorCode::Conflict, "signing.already-signed", "a valid signature exists");
        m_desk.becomeSigned(person);
        m_desk.signatures[person] = ink;
        m_desk.journal.erase(person);
        ++m_desk.status.saved;
        ++m_desk.status.waiting;
        emit m_desk.statusEdited();
        return SignedSlip{m_desk.counts().signedHere, QStringLiteral("7KQ2-M0V9-TXAB-CDEFG"), m_desk.now,
                          m_desk.slipText};
    });
}

void FakeSigning::note(const QString& operation, const PersonId& person, PersonState::Value state,
                       Finish<> finish) {
    m_desk.answer<void>(operation, std::move(finish), [this, person, state] {
        if (auto* row = m_desk.find(person))
            row->state = state;
        return Result<>();
    });
}

void FakeSigning::excuse(const SessionId&, const PersonId& person, ExcuseKind::Value kind, Finish<> finish) {
    if (auto* row = m_desk.find(person))
        row->excuse = kind;
    note("excuse", person, PersonState::Excused, std::move(finish));
}

void FakeSigning::refuse(const SessionId&, const PersonId& person, Finish<> finish) {
    note("refuse", person, PersonState::Refused, std::move(finish));
}

void FakeSigning::markAbsent(const SessionId&, const PersonId& person, Finish<> finish) {
    note("markAbsent", person, PersonState::Absent, std::move(finish));
}

void FakeSigning::addPerson(const SessionId&, const NewPerson& person, Finish<PersonId> finish) {
    m_desk.answer<PersonId>("addPerson", std::move(finish), [this, person] {
        PersonRow row;
        row.person.bytes[0] = 0xAD;
        row.person.bytes[15] = std::uint8_t(m_desk.people.size());
        row.name = person.name;
        row.number = person.number;
        row.numberLabel = person.number.isEmpty() ? QString() : QStringLiteral("NIP");
        row.post = person.post;
        row.unit = person.unit;
        row.addedHere = true;
        m_desk.people.append(row);
        return row.person;
    });
}

void FakeSigning::voidSignature(const SessionId&, const PersonId& person, const VoidRequest& request,
                                Finish<> finish) {
    m_desk.voided = request;
    note("voidSignature", person, PersonState::NotYet, std::move(finish));
}

void FakeSigning::voidNote(const SessionId&, const PersonId& person, const VoidRequest& request,
                           Finish<> finish) {
    m_desk.voided = request;
    note("voidNote", person, PersonState::NotYet, std::move(finish));
}

void FakeWorld::unlock() {
    app.start();
    settle();
    app.unlock()->unlock(QString::fromUtf8(kPassphrase));
    settle();
}

void FakeWorld::enterSession() {
    unlock();
    app.home()->choose(0);
    settle();
}

} // namespace teken::app::test
