#include "app/teken/look/look_check.h"

#include "app/teken/look/seen_text.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QQuickItem>

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

namespace teken::app {

namespace {

bool isControl(const QQuickItem& item) {
    return item.inherits("QQuickAbstractButton") || item.inherits("QQuickTextInput") ||
           item.inherits("QQuickTextEdit") || item.inherits("QQuickComboBox");
}

QString whoIs(const QQuickItem& item) {
    return item.objectName().isEmpty()
               ? QString::fromLatin1(item.metaObject()->className()) + QStringLiteral(" '") +
                     item.property("text").toString() + QLatin1Char('\'')
               : item.objectName();
}

double channel(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}

void checkControl(QQuickItem& item, const QRectF& window, QStringList& flaws) {
    const QString who = whoIs(item);
    if (item.objectName().isEmpty())
        flaws.append(who + QStringLiteral(": no objectName"));
    auto* interface = QAccessible::queryAccessibleInterface(&item);
    if (!interface || interface->text(QAccessible::Name).isEmpty())
        flaws.append(who + QStringLiteral(": no accessible name"));
    if (!interface || interface->role() == QAccessible::NoRole || interface->role() == QAccessible::Client)
        flaws.append(who + QStringLiteral(": no accessible role"));
    if (item.height() < kLeastTarget || item.width() < kLeastTarget)
        flaws.append(
            QStringLiteral("%1: %2 x %3 px is too small").arg(who).arg(item.width()).arg(item.height()));
    const QRectF place = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()));
    const QRectF room = roomOf(item, window);
    if (place.left() < room.left() - 1 || place.right() > room.right() + 1 || place.top() < room.top() - 1 ||
        place.bottom() > room.bottom() + 1)
        flaws.append(QStringLiteral("%1: stands outside of its window").arg(who));
}

void checkControls(QQuickItem& item, const QRectF& window, QStringList& flaws) {
    if (!item.isVisible() || isPutAway(item) || item.width() <= 0)
        return;
    if (isControl(item))
        checkControl(item, window, flaws);
    for (auto* child : item.childItems())
        checkControls(*child, window, flaws);
}

/// With a question open only it can be used; what lies under its veil cannot be read either.
QQuickItem* openQuestion(QQuickItem& root) {
    for (auto* child : root.childItems())
        if (child->inherits("QQuickOverlay") && child->isVisible())
            for (auto* popup : child->childItems())
                if (popup->inherits("QQuickPopupItem") && popup->isVisible())
                    return child;
    return nullptr;
}

void collectPressable(QQuickItem& item, std::set<QQuickItem*>& found) {
    if (!item.isVisible() || isPutAway(item) || !item.isEnabled() || item.width() <= 0)
        return;
    if (isControl(item) && item.activeFocusOnTab())
        found.insert(&item);
    for (auto* child : item.childItems())
        collectPressable(*child, found);
}

void pressTab(QQuickWindow& window) {
    for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent key(type, Qt::Key_Tab, Qt::NoModifier, QStringLiteral("\t"));
        QCoreApplication::sendEvent(&window, &key);
    }
    QCoreApplication::processEvents();
}

/// Of the frames around what can be touched: what a ColorSet calls its colours.
struct Pair {
    const char* front;
    const char* back;
    double least;
};

constexpr Pair kPairs[] = {
    {"ink", "surface", kLeastContrast},
    {"ink", "raised", kLeastContrast},
    {"ink", "sunken", kLeastContrast},
    {"ink", "neutralSoft", kLeastContrast},
    {"ink", "accentSoft", kLeastContrast},
    {"ink", "waitSoft", kLeastContrast},
    {"ink", "stopSoft", kLeastContrast},
    {"ink", "goodSoft", kLeastContrast},
    {"ink", "attentionSoft", kLeastContrast},
    {"muted", "surface", kLeastContrast},
    {"muted", "raised", kLeastContrast},
    {"muted", "sunken", kLeastContrast},
    {"muted", "neutralSoft", kLeastContrast},
    {"accent", "surface", kLeastContrast},
    {"accent", "raised", kLeastContrast},
    {"accent", "neutralSoft", kLeastContrast},
    {"accent", "accentSoft", kLeastContrast},
    {"accentLetters", "accent", kLeastContrast},
    {"accentLetters", "accentHover", kLeastContrast},
    {"good", "raised", kLeastContrast},
    {"good", "goodSoft", kLeastContrast},
    {"wait", "raised", kLeastContrast},
    {"wait", "waitSoft", kLeastContrast},
    {"attention", "raised", kLeastContrast},
    {"attention", "attentionSoft", kLeastContrast},
    {"stop", "raised", kLeastContrast},
    {"stop", "stopSoft", kLeastContrast},
    {"paperLetters", "paper", kLeastContrast},
    {"practiceLetters", "practice", kLeastContrast},
    {"penInk", "paper", kLeastContrast},
    {"focus", "surface", kLeastGlyphContrast},
    {"focus", "raised", kLeastGlyphContrast},
};

} // namespace

double contrastOf(const QColor& one, const QColor& other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QStringList weakPairs(const QObject& palette) {
    QStringList weak;
    for (const auto& pair : kPairs) {
        const auto front = palette.property(pair.front).value<QColor>();
        const auto back = palette.property(pair.back).value<QColor>();
        if (!front.isValid() || !back.isValid())
            weak.append(QStringLiteral("%1 on %2: no such colour")
                            .arg(QLatin1String(pair.front), QLatin1String(pair.back)));
        else if (const double ratio = contrastOf(front, back); ratio < pair.least)
            weak.append(QStringLiteral("%1 on %2: %3 to 1 is too weak")
                            .arg(QLatin1String(pair.front), QLatin1String(pair.back))
                            .arg(ratio, 0, 'f', 2));
    }
    return weak;
}

QStringList findFlaws(QQuickWindow& window) {
    // A row that left its list may live until the event loop deletes it, with its bindings already gone: on a
    // slow machine that is now. What is on its way out is not on the screen.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
    const QImage picture = window.grabWindow();
    QStringList flaws;
    const QRectF whole(QPointF(0, 0), QSizeF(window.size()));
    auto* const question = openQuestion(*window.contentItem());
    auto& top = question ? *question : *window.contentItem();
    checkControls(top, whole, flaws);
    checkTexts(top, whole, picture, flaws);
    return flaws;
}

QStringList unreachableByTab(QQuickWindow& window) {
    auto* const question = openQuestion(*window.contentItem());
    std::set<QQuickItem*> wanted;
    collectPressable(question ? *question : *window.contentItem(), wanted);
    // Twice around: the first steps may begin in the middle.
    for (std::size_t steps = 2 * wanted.size() + 8; steps > 0 && !wanted.empty(); --steps) {
        wanted.erase(window.activeFocusItem());
        pressTab(window);
    }
    QStringList flaws;
    for (const auto* item : wanted)
        flaws.append(whoIs(*item) + QStringLiteral(": the Tab key does not reach it"));
    return flaws;
}

QString Look::name() const {
    return QStringLiteral("%1 %2 %3 % %4x%5")
        .arg(language, theme)
        .arg(textPercent)
        .arg(size.width())
        .arg(size.height());
}

QList<Look> allLooks(Looks which) {
    constexpr QSize kSizes[] = {{1366, 768}, {1280, 720}};
    QList<Look> looks;
    for (const int percent : {200, 100})
        for (const auto& size : kSizes)
            for (const auto* theme : {"light", "dark", "outdoor"})
                for (const auto* language : {"id", "en"}) {
                    const bool chosen = std::string_view(theme) == (size == kSizes[0] ? "light" : "outdoor");
                    if (percent == 100 || which == Looks::Thorough || chosen)
                        looks.append({QLatin1String(language), QLatin1String(theme), percent, size});
                }
    return looks;
}

} // namespace teken::app
