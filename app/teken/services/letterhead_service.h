// Kop surat: what the office prints at the head of all papers of this laptop.
#pragma once

#include "app/teken/services/finish.h"

#include <QImage>
#include <QObject>
#include <QStringList>

namespace teken::app {

/// As it is edited. A line is one line of at most 160 letters.
struct LetterheadForm {
    QStringList lines;                      ///< at most 6; the last one is set large
    QStringList address;                    ///< at most 3
    QString city;                           ///< before the date above signatures; empty: the session's place
    QString minutesNumber;                  ///< empty: a dotted line to write on
    QString font = QStringLiteral("serif"); ///< serif, sans, inter
    QString size;                           ///< A4, F4; empty: as chosen when printing
    bool stampBox = false;
    QString crest;    ///< the picture there is, by its file name; empty: none
    QString newCrest; ///< path of a PNG that shall take its place; empty: it stays

    friend bool operator==(const LetterheadForm&, const LetterheadForm&) = default;
};

class LetterheadService : public QObject {
    Q_OBJECT

public:
    /// Empty when there is none. InvalidInput "papers.letterhead" for a file that is wrong, with the line or
    /// key in its place.
    virtual void read(Finish<LetterheadForm> finish) = 0;
    /// The upper part of a page as it would be printed. "papers.letterhead", "papers.crest",
    /// "papers.font-missing", "papers.letter-missing".
    virtual void preview(const LetterheadForm& form, Finish<QImage> finish) = 0;
    /// All or nothing. As preview, and ReadOnly, NoSpace. Gives the form as it was written.
    virtual void save(const LetterheadForm& form, Finish<LetterheadForm> finish) = 0;
};

} // namespace teken::app
