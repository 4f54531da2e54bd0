// Opening and closing the sealed store of this laptop.
#pragma once

#include "app/teken/services/finish.h"
#include "app/teken/services/states.h"
#include "core/base/bytes.h"
#include "core/crypto/secret.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace teken::app {

struct OfficerRow {
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString post MEMBER post)

public:
    FeedId officer;
    QString name;
    QString post; ///< what the certificate says: "Petugas · Dinas Sosial"
};

struct DeviceInfo {
    DeviceState::Value state = DeviceState::Unknown;
    QString deviceName;         ///< label of this laptop, "PMK-017"; empty when new
    QString requestFile;        ///< where the request was written, when Requested
    QList<OfficerRow> officers; ///< when Enrolled
    /// LATIHAN: invented people, a root that no real book knows. Its passphrase may be shown to anybody.
    bool practice = false;
    QString practicePassphrase;
    QString zone; ///< of the drive: "WIB", "WITA" or "WIT"; empty while none is known
};

/// What an officer finds after unlocking.
struct Welcome {
    Q_GADGET
    QML_VALUE_TYPE(welcome)
    Q_PROPERTY(bool afterCrash MEMBER afterCrash)
    Q_PROPERTY(QDateTime stoppedAt MEMBER stoppedAt)
    Q_PROPERTY(int safeCount MEMBER safeCount)
    Q_PROPERTY(QString unfinishedName MEMBER unfinishedName)

public:
    std::optional<SessionId> activeSession; ///< the session that was on the screen; the officer returns to it
    bool afterCrash = false;                ///< the last run did not end by itself
    QDateTime stoppedAt;                    ///< last sign of life of that run
    int safeCount = 0;                      ///< signatures that are durable in that session
    QString unfinishedName;                 ///< whose strokes were kept without being saved; empty: nobody's
    QString zone;                           ///< of the drive; whatever the laptop's own clock is set to
};

class UnlockService {
public:
    virtual ~UnlockService() = default;
    virtual void describeDevice(Finish<DeviceInfo> finish) = 0;
    /// Errors: Unauthorized (passphrase), Locked (another copy runs), Corrupt, Unsupported (newer version).
    virtual void unlock(const FeedId& officer, crypto::SecretBytes passphrase, Finish<Welcome> finish) = 0;
    /// Forgets all keys. Strokes on a pad are kept by the journal before.
    virtual void lock(Finish<> finish) = 0;
};

struct EnrolmentRequest {
    QString officerName;
    QString deviceName;
    QString folder; ///< where the request file goes
    crypto::SecretBytes passphrase;
};

struct ProvisioningRequest {
    QString file;
    QString rootFingerprint;        ///< as typed: what the centre read out; at least 32 hex digits
    crypto::SecretBytes passphrase; ///< of whoever asked: the file is sealed to this laptop
};

/// First start: a request goes out as a file, certificate and provisioning come back as a file.
class EnrolmentService {
public:
    virtual ~EnrolmentService() = default;
    /// Result: path of the written file.
    virtual void writeRequest(EnrolmentRequest request, Finish<QString> finish) = 0;
    /// Result: name of the drive this laptop now belongs to. Errors: VerificationFailed (for another laptop
    /// or not certified, or another root than the fingerprint's), Unauthorized (passphrase), InvalidInput,
    /// Corrupt, NotFound.
    virtual void loadProvisioning(ProvisioningRequest request, Finish<QString> finish) = 0;
};

} // namespace teken::app
