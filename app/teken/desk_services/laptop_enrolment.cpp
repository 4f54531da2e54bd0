// First start: a book is made, a request goes out, provisioning comes back.
#include "app/teken/desk_services/checked_bundle.h"
#include "app/teken/desk_services/laptop_desk.h"
#include "app/teken/desk_services/rows.h"
#include "core/desk/enrolment.h"
#include "core/store/journal.h"

#include <QDir>

namespace teken::app {

namespace {

// A label becomes part of a file's name: nothing in it may lead to another folder.
QString fileLabel(const QString& device) {
    QString label;
    for (const QChar letter : device)
        label.append(letter.isLetterOrNumber() || letter == QLatin1Char('-') ? letter : QLatin1Char('-'));
    return label;
}

} // namespace

Result<> LaptopDesk::unlockAs(const std::string& name, const crypto::SecretBytes& passphrase) {
    TEKEN_TRY(const auto holders, m_book->keyring().holders());
    for (const auto& holder : holders)
        if (holder.name == name && !holder.retired)
            return m_book->keyring().unlock(holder.id, passphrase);
    TEKEN_TRY(const auto made, m_book->keyring().add(name, entry::Role::Field, passphrase, m_outside.kdf()));
    return m_book->keyring().unlock(made.id, passphrase);
}

// Who asked is not named on the page: whoever's passphrase it is.
Result<> LaptopDesk::unlockSomebody(const crypto::SecretBytes& passphrase) {
    TEKEN_TRY(const auto holders, m_book->keyring().holders());
    Result<> last =
        fail(ErrorCode::NotFound, "store.no-holder", "expected a holder of this book, found none");
    for (const auto& holder : holders) {
        if (holder.retired)
            continue;
        last = m_book->keyring().unlock(holder.id, passphrase);
        if (last)
            break;
    }
    return last;
}

Result<QString> LaptopDesk::writeRequest(const EnrolmentRequest& request) {
    TEKEN_CHECK(lock());
    if (!m_book && !m_outside.files.exists(m_outside.home.book())) {
        TEKEN_CHECK(m_outside.files.createFolders(m_outside.home.folder));
        TEKEN_TRY(m_book, store::Book::create(m_outside.home.book(), store::Protection::Sealed, bookSeams()));
    }
    TEKEN_CHECK(openBook());
    TEKEN_CHECK(unlockAs(request.officerName.toStdString(), request.passphrase));
    auto written = saveRequest(request);
    forgetKeys();
    return written;
}

Result<QString> LaptopDesk::saveRequest(const EnrolmentRequest& request) {
    const auto device = request.deviceName.toStdString();
    TEKEN_TRY(const auto bytes, desk::requestOfHolder(*m_book, m_outside.random, device));
    const QString file =
        QDir(request.folder)
            .filePath(QStringLiteral("permintaan-%1.teken").arg(fileLabel(request.deviceName)));
    TEKEN_CHECK(m_outside.files.writeAtomic(file.toStdString(), bytes));
    const auto noted = m_book->write([&](store::Transaction& transaction) -> Result<> {
        TEKEN_CHECK(m_book->settings().put(transaction, desk::setting::kDeviceName, device));
        return m_book->settings().put(transaction, desk::setting::kRequestFile, file.toStdString());
    });
    TEKEN_CHECK(noted);
    return file;
}

Result<QString> LaptopDesk::loadProvisioning(const ProvisioningRequest& request) {
    TEKEN_CHECK(lock());
    TEKEN_CHECK(openBook());
    TEKEN_CHECK(unlockSomebody(request.passphrase));
    auto drive = acceptProvisioning(request);
    forgetKeys();
    return drive;
}

Result<QString> LaptopDesk::acceptProvisioning(const ProvisioningRequest& request) {
    TEKEN_TRY(const auto reader, openChecked(m_outside.storage, *m_book, request.file.toStdString()));
    const auto& header = reader->header();
    if (header.purpose != sync::Purpose::Provisioning || !header.root)
        return fail(ErrorCode::InvalidInput, "enrolment.not-provisioning",
                    "expected a provisioning file, found " + std::string(sync::slug(header.purpose)));
    const desk::Provisioning provisioning{*header.root, header.drive, header.serverUrl};
    TEKEN_CHECK(desk::pinRoot(*m_book, provisioning, request.rootFingerprint.toStdString()));
    TEKEN_TRY(m_ledger, ledger::Ledger::open(*m_book, provisioning.root));
    TEKEN_TRY(const auto summary, sync::importBundle(*reader, *m_book, *m_ledger, m_outside.clock));
    static_cast<void>(summary);
    TEKEN_TRY(const auto accepted, desk::finishAccept(*m_book, *m_ledger, provisioning));
    return textOf(accepted.driveTitle);
}

} // namespace teken::app
