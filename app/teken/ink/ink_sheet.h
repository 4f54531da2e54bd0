// One person's drawing while it is being made. Owned by a controller; pads only show it and feed it, so
// strokes outlive pages, resizes and reloads. GUI thread.
#pragma once

#include "app/teken/ink/ink_frame.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace teken::app {

class InkSheet : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("sheets belong to controllers")
    Q_PROPERTY(int strokeCount READ strokeCount NOTIFY changed FINAL)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY changed FINAL)
    Q_PROPERTY(Amount amount READ amount NOTIFY changed FINAL)
    Q_PROPERTY(bool drawing READ isDrawing NOTIFY drawingChanged FINAL)
    Q_PROPERTY(bool locked READ isLocked WRITE setLocked NOTIFY lockedChanged FINAL)

public:
    enum Amount { Nothing, TooLittle, Enough };
    Q_ENUM(Amount)

    explicit InkSheet(QObject* parent = nullptr);

    [[nodiscard]] const InkStrokes& strokes() const { return m_strokes; }
    [[nodiscard]] const InkStroke& strokeInProgress() const { return m_open; }
    [[nodiscard]] int strokeCount() const { return int(m_strokes.size()); }
    [[nodiscard]] bool canRedo() const { return !m_undone.isEmpty(); }
    [[nodiscard]] Amount amount() const;
    [[nodiscard]] bool isDrawing() const { return m_drawing; }
    [[nodiscard]] const InkFrame& frame() const { return m_frame; }
    /// A locked sheet is shown, not drawn on: while it is being saved and afterwards.
    [[nodiscard]] bool isLocked() const { return m_locked; }
    void setLocked(bool locked);
    /// What is enough; the entry is judged by the same.
    void setLimits(const domain::InkLimits& limits);

    void beginStroke(QPointF pixel, QSizeF pad);
    void continueStroke(QPointF pixel, QSizeF pad);
    /// A touch that left no more than a dot is kept beside ink (the dot of an i), and dropped where nobody
    /// wrote: on an empty sheet, or far from all strokes.
    void endStroke();
    /// The stroke in progress was no writing: a palm that lay there before the pen came.
    void dropStroke();
    /// A pointer that was taken away (palm, second finger, window switch): what was drawn so far is kept as a
    /// stroke, because nothing that a person wrote vanishes by itself.
    void interruptStroke() { endStroke(); }

    /// Strokes kept before a crash; they replace what is there.
    void restore(InkStrokes strokes);

    Q_INVOKABLE void undoStroke();
    /// Brings back what the last undo or clear took; nothing after a new stroke.
    Q_INVOKABLE void redoStroke();
    Q_INVOKABLE void clear();

signals:
    void changed();
    void drawingChanged();
    void lockedChanged();
    /// A point was added to the stroke in progress.
    void pointAdded();
    /// A whole stroke is on the sheet: the moment to write it into the journal.
    void strokeFinished(const teken::app::InkStroke& stroke);
    /// The stroke in progress is gone again; nothing that is kept has changed.
    void dropped();
    /// Strokes went away (undo, clear) or came back (restore): pads redraw, the journal is rewritten.
    void redrawn();

private:
    void setDrawing(bool drawing);
    [[nodiscard]] bool isStray(const InkStroke& stroke) const;

    InkStrokes m_strokes;
    QList<InkStrokes> m_undone; ///< each what one undo or clear took
    InkStroke m_open;
    InkFrame m_frame;
    domain::InkLimits m_limits;
    bool m_drawing = false;
    bool m_locked = false;
};

} // namespace teken::app
