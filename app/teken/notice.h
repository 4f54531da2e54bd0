// What a person is told when something did not work: what is safe, why it happened, what to do next.
#pragma once

#include "app/words/words.h"
#include "core/base/error.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace teken::app {

struct Notice {
    Q_GADGET
    QML_VALUE_TYPE(notice)
    Q_PROPERTY(bool present READ present CONSTANT)
    Q_PROPERTY(QString safe MEMBER safe)
    Q_PROPERTY(QString why MEMBER why)
    Q_PROPERTY(QString next MEMBER next)
    Q_PROPERTY(QString details MEMBER details)
    Q_PROPERTY(QString reason MEMBER reason)

public:
    QString safe;
    QString why;
    QString next;
    QString details; ///< for whoever helps: the error as engineers see it; never personal
    QString reason;  ///< slug, "store.disk-full"

    [[nodiscard]] bool present() const { return !why.isEmpty(); }
    friend bool operator==(const Notice&, const Notice&) = default;
};

/// In the language shown at the time of the call. Known reasons have sentences of their own; any other error
/// is told by its code. An error with an empty reason gives an absent notice.
[[nodiscard]] Notice noticeFor(const Error& error);

/// "en" is English; any other code Indonesian.
[[nodiscard]] words::Language languageNamed(const QString& code);

} // namespace teken::app
