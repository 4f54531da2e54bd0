#include "app/teken/look/seen_text.h"

#include "app/teken/look/look_check.h"

#include <QFont>

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace teken::app {

namespace {

constexpr double kTolerance = 2; // px: italics, rounding of layouts

struct SeenText {
    QQuickItem* item;
    QRectF painted; ///< letters, in the window
    QRectF seen;    ///< the part that nothing cuts off
    bool glyph;
    double opacity;
};

bool scrolls(const QQuickItem& item) {
    return item.inherits("QQuickFlickable");
}

QRectF inScene(const QQuickItem& item) {
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()));
}

QRectF paintedRect(const QQuickItem& text) {
    const double width = text.property("contentWidth").toReal();
    const double height = text.property("contentHeight").toReal();
    const int across = text.property("effectiveHorizontalAlignment").toInt();
    const int down = text.property("verticalAlignment").toInt();
    const double x = (across & Qt::AlignRight)     ? text.width() - width
                     : (across & Qt::AlignHCenter) ? (text.width() - width) / 2
                                                   : text.property("leftPadding").toReal();
    const double y = (down & Qt::AlignBottom)    ? text.height() - height
                     : (down & Qt::AlignVCenter) ? (text.height() - height) / 2
                                                 : text.property("topPadding").toReal();
    return text.mapRectToScene(QRectF(x, y, width, height));
}

void collect(QQuickItem& item, const QRectF& view, double opacity, std::vector<SeenText>& found) {
    opacity *= item.opacity();
    if (!item.isVisible() || isPutAway(item) || opacity < 0.1 || item.property("decoration").toBool())
        return;
    QRectF inner = view;
    if (item.clip())
        inner = inner.intersected(inScene(item));
    if (item.inherits("QQuickText") && !item.property("text").toString().isEmpty()) {
        const QRectF painted = paintedRect(item);
        const bool glyph =
            item.property("font").value<QFont>().family().startsWith(QLatin1String("Material"));
        found.push_back({&item, painted, painted.intersected(view), glyph, opacity});
    }
    for (auto* child : item.childItems())
        collect(*child, inner, opacity, found);
}

QString quoted(const QQuickItem& item) {
    QString text = item.property("text").toString().simplified();
    if (text.size() > 40)
        text = text.left(39) + QStringLiteral("…");
    QString where;
    for (const auto* above = &item; above && where.isEmpty(); above = above->parentItem())
        where = above->objectName();
    return QStringLiteral("'%1' in %2").arg(text, where.isEmpty() ? QStringLiteral("the window") : where);
}

bool holds(const QRectF& room, const QRectF& text) {
    return room.adjusted(-kTolerance, -kTolerance, kTolerance, kTolerance).contains(text);
}

/// The nearest sheet, badge or button that the text belongs to; nothing when it may be scrolled.
const QQuickItem* sheetAround(const QQuickItem& text) {
    for (const auto* above = text.parentItem(); above; above = above->parentItem()) {
        if (scrolls(*above))
            return nullptr;
        if (above->inherits("QQuickRectangle") || above->inherits("QQuickAbstractButton") ||
            above->inherits("QQuickComboBox"))
            return above;
    }
    return nullptr;
}

void checkRoom(const SeenText& text, const QRectF& window, QStringList& flaws) {
    const auto& item = *text.item;
    if (item.property("truncated").toBool() && !item.property("mayElide").toBool())
        flaws.append(quoted(item) + QStringLiteral(": is cut with an ellipsis"));
    else if (item.property("contentWidth").toReal() > item.width() + kTolerance)
        flaws.append(quoted(item) + QStringLiteral(": is wider than its place"));
    if (item.property("contentHeight").toReal() > item.height() + kTolerance)
        flaws.append(quoted(item) + QStringLiteral(": is taller than its place"));
    if (const auto* sheet = sheetAround(item); sheet && !holds(inScene(*sheet), text.painted))
        flaws.append(quoted(item) + QStringLiteral(": runs over the edge of what it stands on"));
    if (!holds(roomOf(item, window), text.painted))
        flaws.append(quoted(item) + QStringLiteral(": runs out of the window"));
}

bool isAbove(const QQuickItem* ancestor, const QQuickItem* item) {
    for (; item; item = item->parentItem())
        if (item == ancestor)
            return true;
    return false;
}

void checkOverlaps(const std::vector<SeenText>& texts, QStringList& flaws) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t k = i + 1; k < texts.size(); ++k) {
            const QRectF shared = texts[i].seen.intersected(texts[k].seen);
            if (shared.width() > 2 * kTolerance && shared.height() > 3 * kTolerance &&
                !isAbove(texts[i].item, texts[k].item))
                flaws.append(quoted(*texts[i].item) + QStringLiteral(" and ") + quoted(*texts[k].item) +
                             QStringLiteral(": lie on each other"));
        }
    }
}

// Nearer to the letters' own colour than this is their edge, not what they stand on.
constexpr double kOwnColour = 1.15;

/// What is painted most where the letters stand: they cover less than half of their place. A bold glyph
/// covers most of it itself, with edges of nearly its colour: those are not looked at.
QColor groundOf(const QImage& picture, const SeenText& text, const QColor& letters, double ratio) {
    const QRect pixels = QRectF(text.seen.topLeft() * ratio, text.seen.size() * ratio)
                             .toAlignedRect()
                             .intersected(picture.rect());
    std::unordered_map<QRgb, int> counts;
    for (int y = pixels.top(); y <= pixels.bottom(); y += 2)
        for (int x = pixels.left(); x <= pixels.right(); x += 2)
            ++counts[picture.pixel(x, y) | 0xFF000000U];
    if (text.glyph)
        std::erase_if(counts, [&letters](const auto& one) {
            return contrastOf(letters, QColor::fromRgb(one.first)) < kOwnColour;
        });
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? QColor() : QColor::fromRgb(most->first);
}

void checkContrast(const SeenText& text, const QImage& picture, double ratio, QStringList& flaws) {
    // A control that cannot be used now needs no contrast (WCAG 1.4.3), and half a line tells little.
    if (!text.item->isEnabled() || text.seen.height() < 0.6 * text.painted.height() || text.seen.width() < 4)
        return;
    const auto letters = text.item->property("color").value<QColor>();
    const QColor ground = groundOf(picture, text, letters, ratio);
    if (!ground.isValid() || letters.rgb() == ground.rgb())
        return; // a bold glyph covers most of its place itself
    if (const double contrast = contrastOf(letters, ground);
        contrast < (text.glyph ? kLeastGlyphContrast : kLeastContrast))
        flaws.append(quoted(*text.item) + QStringLiteral(": contrast of %1 with %2 is only %3 to 1")
                                              .arg(letters.name(), ground.name())
                                              .arg(contrast, 0, 'f', 2));
}

} // namespace

bool isPutAway(const QQuickItem& item) {
    const auto* content = item.parentItem();
    auto* list = content ? content->parentItem() : nullptr;
    const QVariant index = item.property("index");
    if (!list || !list->inherits("QQuickItemView") || !index.isValid())
        return false;
    QQuickItem* shown = nullptr;
    QMetaObject::invokeMethod(list, "itemAtIndex", Q_RETURN_ARG(QQuickItem*, shown),
                              Q_ARG(int, index.toInt()));
    return shown != &item;
}

QRectF roomOf(const QQuickItem& item, const QRectF& window) {
    for (const auto* above = item.parentItem(); above; above = above->parentItem()) {
        if (!scrolls(*above))
            continue;
        const QRectF view = inScene(*above);
        const double x = above->property("contentX").toReal() - above->property("originX").toReal();
        const double y = above->property("contentY").toReal() - above->property("originY").toReal();
        const double width = std::max(view.width(), above->property("contentWidth").toReal());
        const double height = std::max(view.height(), above->property("contentHeight").toReal());
        return {view.left() - x, view.top() - y, width, height};
    }
    return window;
}

void checkTexts(QQuickItem& root, const QRectF& window, const QImage& picture, QStringList& flaws) {
    std::vector<SeenText> texts;
    collect(root, window, 1, texts);
    for (const auto& text : texts) {
        checkRoom(text, window, flaws);
        checkContrast(text, picture, picture.width() / window.width(), flaws);
    }
    std::erase_if(texts, [](const SeenText& text) { return text.glyph; });
    checkOverlaps(texts, flaws);
}

} // namespace teken::app
