#include "fake_world.h"

namespace teken::app::test {

namespace {

EntryId idOf(std::uint8_t first) {
    EntryId id;
    id.bytes[0] = first;
    return id;
}

} // namespace

void FakeAudit::look(const QString& file, const QString& keyBook, Finish<AuditSeal> finish) {
    m_desk.answer<AuditSeal>("look", std::move(finish), [file, keyBook]() -> Result<AuditSeal> {
        AuditSeal seal;
        seal.sealed = file.contains(QLatin1String("segel"));
        if (!seal.sealed)
            return seal;
        seal.recipient = QStringLiteral("9f3c 17d0 42ab 8e6d");
        if (keyBook.contains(QLatin1String("lain")))
            return fail(ErrorCode::Unauthorized, "audit.other-recipient", "another's book");
        if (keyBook.contains(QLatin1String("berdua")))
            seal.holders = {QStringLiteral("Inspektur Pembantu III"), QStringLiteral("Inspektorat (umum)")};
        else if (!keyBook.isEmpty())
            seal.holders = {QStringLiteral("Inspektur Pembantu III")};
        return seal;
    });
}

void FakeAudit::audit(const AuditQuestion& question, crypto::SecretBytes passphrase,
                      Finish<AuditResult> finish) {
    asked = question;
    const bool fits = crypto::equalSecrets(passphrase.view(), view(std::string_view(kAuditPassphrase)));
    m_desk.answer<AuditResult>("audit", std::move(finish),
                               [this, sealed = !question.holder.isEmpty(), fits]() -> Result<AuditResult> {
                                   if (sealed && !fits)
                                       return fail(ErrorCode::Unauthorized, "store.wrong-passphrase", "no");
                                   return result;
                               });
}

void FakeAudit::cancel() {
    m_desk.failNext("audit", {ErrorCode::Cancelled, "audit.cancelled", "cancelled", ""});
    m_desk.release();
}

void FakeAudit::describe(const QString&, Finish<AuditResult> finish) {
    m_desk.answer<AuditResult>("describe", std::move(finish), [this] { return result; });
}

void FakeAudit::showEntry(const EntryId&, const QString&, Finish<AuditEntryView> finish) {
    m_desk.answer<AuditEntryView>("showEntry", std::move(finish), [this] {
        AuditEntryView view;
        view.title = QStringLiteral("Tanda tangan");
        view.facts = {
            {QStringLiteral("Penanda tangan"), QStringLiteral("Ach. FAISOL, S.Sos."), false},
            {QStringLiteral("Nomor pegawai"), QStringLiteral("••• 9xx"), false},
            {QStringLiteral("Unit kerja"), QStringLiteral("Kecamatan Pamekasan"), false},
            {QStringLiteral("Sesi"), QStringLiteral("Penandatanganan Kecamatan Pamekasan"), false},
            {QStringLiteral("Dihitung"), QStringLiteral("ya"), false},
            {QStringLiteral("Segel perangkat"), QStringLiteral("cocok"), false},
            {QStringLiteral("Jam perangkat (pengakuan)"), QStringLiteral("17 November 2023, 08.15 WIB"),
             false},
            {QStringLiteral("Umpan"), QStringLiteral("Pak Rahmat · PMK-017 · petugas · 1a2b3c4d5e6f"), false},
            {QStringLiteral("Nomor dalam umpan"), QStringLiteral("17"), false},
            {QStringLiteral("Sidik entri"),
             QStringLiteral("99aabbccddeeff00112233445566778899aabbccddeeff001122334455667788"), true}};
        for (int seq = 15; seq <= 19; ++seq)
            view.neighbours.append({QStringLiteral("%1 · Tanda tangan").arg(seq), idOf(std::uint8_t(seq)),
                                    seq == 17, seq != 18});
        if (outsideLog) {
            view.placeText = QStringLiteral("Tidak ada tempat yang terbukti dalam log.");
            return view;
        }
        view.placeText = QStringLiteral("Daun 17 dari 52 dalam log pusat.example/log. Dari daun ke akar:");
        for (int level = 0; level < 6; ++level)
            view.path.append({QStringLiteral("%1c0ffee12ab").arg(level),
                              QStringLiteral("%1badcafe34cd").arg(level), level % 2 == 1});
        view.path.append({QStringLiteral("6a56459372c3"), QString(), false});
        view.ink = {
            {{600, 1300}, {900, 500}, {1100, 1500}, {1500, 700}, {1900, 1300}, {2600, 900}, {3300, 1200}},
            {{800, 1600}, {3400, 1500}}};
        return view;
    });
}

void FakeAudit::draw(int size, Finish<AuditSample> finish) {
    m_desk.answer<AuditSample>("draw", std::move(finish), [this, size] {
        AuditSample sample;
        sample.seed = QStringLiteral("13938afc32253254775da9dfa544116358f7d17e9c60692535357de708aa0c5f");
        sample.basis = QStringLiteral("pusat.example/log, 52");
        sample.population = m_desk.people.size();
        for (int i = 0; i < std::min(size, int(m_desk.people.size())); ++i)
            sample.rows.append({i + 1, m_desk.people[i].name, m_desk.people[i].unit,
                                QStringLiteral("Penandatanganan Kecamatan"), QStringLiteral("••• 234"),
                                idOf(std::uint8_t(i + 1))});
        return sample;
    });
}

void FakeAudit::exportReport(const QString& folder, const QString&, Finish<QStringList> finish) {
    m_desk.answer<QStringList>("exportReport", std::move(finish), [folder] {
        return QStringList{folder + QStringLiteral("/bukti-laporan.pdf"),
                           folder + QStringLiteral("/bukti-laporan.html"),
                           folder + QStringLiteral("/bukti-laporan.json")};
    });
}

void FakeAudit::exportSample(const QString& folder, const QString&, Finish<QStringList> finish) {
    m_desk.answer<QStringList>("exportSample", std::move(finish), [folder] {
        return QStringList{folder + QStringLiteral("/bukti-contoh.pdf"),
                           folder + QStringLiteral("/bukti-contoh.html")};
    });
}

AuditResult FakeAudit::intact() {
    AuditResult result;
    result.word = QStringLiteral("UTUH");
    result.sentence = QStringLiteral("Semua yang diperiksa cocok.");
    result.tone = AuditTone::Good;
    result.checked = {QStringLiteral("entri dibaca: 6.240"),
                      QStringLiteral("segel perangkat cocok: 6.240"),
                      QStringLiteral("rantai umpan diikuti dari nomor 1: 14"),
                      QStringLiteral("sesi dihitung ulang: 31"),
                      QStringLiteral("daun log dibaca dan akarnya dihitung ulang: 6.240"),
                      QStringLiteral("kelengkapan: daun log yang dijamin bukti dari luar: 6.102")};
    result.notChecked = {QStringLiteral("saksi: titik periksa terbaru belum disaksikan cukup saksi")};
    result.canSample = true;
    return result;
}

AuditResult FakeAudit::altered() {
    auto result = intact();
    result.word = QStringLiteral("TIDAK UTUH");
    result.sentence = QStringLiteral("Sedikitnya satu bukti tidak cocok. Lihat temuan di bawah.");
    result.tone = AuditTone::Bad;
    result.findings = {
        {AuditTone::Bad, QStringLiteral("tidak cocok"),
         QStringLiteral(
             "Segel perangkat tidak cocok: isi entri ini diubah sesudah disegel, atau segelnya bukan dari "
             "perangkat itu."),
         QStringLiteral("umpan 1a2b3c4d…, nomor 17, entri 99aabbcc…"), QStringLiteral("entry.signature"),
         idOf(17)},
        {AuditTone::Missing,
         QStringLiteral("tidak ada"),
         QStringLiteral(
             "Log mencatat 3 entri umpan ini yang tidak ada di sini: entri dihilangkan dari bukti."),
         QStringLiteral("umpan 77aa00bb…, nomor 4"),
         QStringLiteral("log.entry-absent"),
         {}},
        {AuditTone::Look, QStringLiteral("perlu dilihat"),
         QStringLiteral("Sesi dibuka di perangkat ini tetapi tidak pernah ditutup."),
         QStringLiteral("umpan 1a2b3c4d…, sesi 0badcafe…"), QStringLiteral("session.not-closed"), idOf(9)}};
    result.findingsTotal = 3;
    return result;
}

AuditResult FakeAudit::incomplete() {
    auto result = altered();
    result.word = QStringLiteral("TIDAK LENGKAP");
    result.sentence = QStringLiteral("Yang ada cocok, tetapi sebagian bukti tidak ada di sini.");
    result.tone = AuditTone::Missing;
    result.findings.removeFirst();
    result.findingsTotal = 2;
    return result;
}

} // namespace teken::app::test
