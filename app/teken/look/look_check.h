// What a person could not read, reach or hit: looked at in a window as it stands, on whichever page. The
// self-test of the program and the tests of screens share it, so that a page added tomorrow is held to it.
#pragma once

#include <QColor>
#include <QQuickWindow>
#include <QStringList>

namespace teken::app {

inline constexpr double kLeastTarget = 44;       ///< px, both sides of whatever can be pressed
inline constexpr double kLeastContrast = 4.5;    ///< letters, WCAG 2.2 success criterion 1.4.3
inline constexpr double kLeastGlyphContrast = 3; ///< icons and frames, 1.4.11

/// WCAG relative luminance ratio, 1 to 21. Opaque colours.
[[nodiscard]] double contrastOf(const QColor& one, const QColor& other);

/// One sentence for each pair of colours of that palette (a ColorSet) that reads too weakly.
[[nodiscard]] QStringList weakPairs(const QObject& palette);

/// One sentence for each control or text in sight that breaks a rule: no name or role for screen readers, no
/// objectName, too small for a finger, outside the window, text that is cut, overflows or lies on another,
/// letters too weak against what is painted behind them. Text may only end in "…" where its item says
/// `mayElide: true`. Paints the window once.
[[nodiscard]] QStringList findFlaws(QQuickWindow& window);

/// Controls that the Tab key does not come by, though they can be pressed. Those in a list are reached by
/// arrow keys and say so with `activeFocusOnTab: false`.
[[nodiscard]] QStringList unreachableByTab(QQuickWindow& window);

struct Look {
    QString language;
    QString theme;
    int textPercent = 100;
    QSize size;

    [[nodiscard]] QString name() const;
};

/// Usual: two languages, three themes and two sizes of the window; and with letters of 200 % each language in
/// each size of the window, the lighter frames in the larger one and the thick ones in the smaller. Thorough:
/// every theme at 200 % too.
enum class Looks { Usual, Thorough };
/// Ends with letters of 100 %.
[[nodiscard]] QList<Look> allLooks(Looks which = Looks::Usual);

} // namespace teken::app
