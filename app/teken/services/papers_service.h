// Papers of a session: what they look like, where they are saved, and the system's printer.
#pragma once

#include "app/teken/services/finish.h"
#include "core/base/bytes.h"

#include <QImage>
#include <QList>
#include <QObject>
#include <QStringList>

namespace teken::app {

/// A paper as it will be printed. Pages beyond the first few come without a picture.
struct PreparedPaper {
    int pages = 0;
    QList<QImage> pictures;
};

struct SavedPapers {
    int files = 0;
    QString folder;
};

/// A kind is a slug of app/papers ("minutes", "sheet", …), a size "A4" or "F4".
class PapersService : public QObject {
    Q_OBJECT

public:
    /// `pictures`: how many pages are drawn, from the first on.
    virtual void prepare(const SessionId& session, const QString& kind, const QString& size, int pictures,
                         Finish<PreparedPaper> finish) = 0;
    /// One file for each kind; kinds without anybody on them are left out. NoSpace, ReadOnly.
    virtual void save(const SessionId& session, const QStringList& kinds, const QString& size,
                      const QString& folder, Finish<SavedPapers> finish) = 0;
    /// NotFound "papers.no-print-program", "papers.no-printer"; Timeout "papers.printer-silent".
    virtual void print(const SessionId& session, const QString& kind, const QString& size,
                       Finish<> finish) = 0;
    /// The slip with this code, on a corner of A4. Errors of print(), and "slip.…".
    virtual void printSlip(const QString& code, Finish<> finish) = 0;
};

} // namespace teken::app
