// The same strokes on whichever back end Qt Quick is told to use, and a comparison of what came of it.
//   teken_ink_pictures draw FOLDER       pictures of a pad, PNG; prints "backend software" or "backend
//   opengl" teken_ink_pictures compare ONE OTHER exits 0 when no pixel differs by more than kTolerance
// ink_backends_test.py plays both.
#include "app/teken/ink/ink_pad.h"
#include "fake_world.h"

#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QQuickWindow>
#include <QSGRendererInterface>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace teken::app;

/// Of 255, in any channel: what a graphics card may round differently when it lays one colour over another.
constexpr int kTolerance = 2;
constexpr QSizeF kPad(1'260, 280);

const char* nameOf(QSGRendererInterface::GraphicsApi api) {
    return api == QSGRendererInterface::Software ? "software"
           : api == QSGRendererInterface::OpenGL ? "opengl"
                                                 : "another";
}

class Drawing {
public:
    explicit Drawing(const QDir& folder) : m_folder(folder) {
        m_window.setColor(Qt::white);
        m_window.resize(1'300, 360);
        m_page.setParentItem(m_window.contentItem());
        m_pad.setParentItem(&m_page);
        m_pad.setPosition({20, 40});
        m_pad.setSize(kPad);
        m_pad.setInkColor(QColor(0x14, 0x22, 0x3A));
        m_pad.setPenWidth(2.6);
        m_pad.setSheet(&m_sheet);
        m_window.show();
    }

    bool run() {
        if (!QTest::qWaitForWindowExposed(&m_window))
            return false;
        (void)m_window.grabWindow();
        std::printf("backend %s\n", nameOf(m_window.rendererInterface()->graphicsApi()));
        bool kept = keep("empty");
        test::drawSignature(m_sheet, kPad);
        m_sheet.beginStroke({900, 60}, kPad);
        for (int i = 1; i <= 40; ++i)
            m_sheet.continueStroke({900.0 + i * 7.3, 60 + i * 3.1 + (i % 5) * 4.7}, kPad);
        kept = keep("pen-still-down") && kept;
        m_sheet.endStroke();
        kept = keep("whole") && kept;
        m_sheet.undoStroke();
        kept = keep("undone") && kept;
        m_sheet.redoStroke();
        kept = keep("redone") && kept;
        // Whole pixels of every scale, as SigningPad sees to: Qt 6.8 paints half a pixel in two ways.
        m_pad.setSize({908, 200});
        kept = keep("smaller") && kept;
        // Between pixels, as a page stands that is being scrolled, or whose letters are 115 % large.
        m_pad.setSize({912, 204});
        m_page.setPosition({0.37, -0.61});
        kept = keep("between-pixels") && kept;
        m_pad.setPosition({20.5, 41.25});
        m_pad.setSize({910.4, 202.7});
        return keep("between-pixels-and-sizes") && kept;
    }

private:
    bool keep(const char* name) {
        QCoreApplication::processEvents();
        const QImage picture = m_window.grabWindow().convertToFormat(QImage::Format_RGB32);
        return !picture.isNull() && picture.save(m_folder.filePath(QLatin1String(name) + ".png"));
    }

    QDir m_folder;
    InkSheet m_sheet; // outlives the pad
    QQuickWindow m_window;
    QQuickItem m_page;
    InkPad m_pad;
};

int farthest(QRgb one, QRgb other) {
    return std::max({std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)),
                     std::abs(qBlue(one) - qBlue(other))});
}

/// False when they differ, or when nothing is drawn where something should be.
bool same(const QString& name, const QImage& one, const QImage& other) {
    if (one.isNull() || one.size() != other.size()) {
        std::printf("%s: pictures of different sizes\n", qPrintable(name));
        return false;
    }
    int most = 0, different = 0, inked = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const int by = farthest(one.pixel(x, y), other.pixel(x, y));
            most = std::max(most, by);
            different += by > kTolerance ? 1 : 0;
            inked += qGray(one.pixel(x, y)) < 128 ? 1 : 0;
        }
    }
    std::printf("%s: %d pixels inked, %d differ by more than %d, the most by %d\n", qPrintable(name), inked,
                different, kTolerance, most);
    return different == 0 && (inked > 0) == (name != QLatin1String("empty.png"));
}

int compare(const QDir& one, const QDir& other) {
    const auto names = one.entryList({"*.png"}, QDir::Files, QDir::Name);
    bool all = !names.isEmpty();
    for (const auto& name : names)
        all = same(name, QImage(one.filePath(name)), QImage(other.filePath(name))) && all;
    return all ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    if (words.value(1) == QLatin1String("compare") && words.size() == 4)
        return compare(QDir(words[2]), QDir(words[3]));
    if (words.value(1) != QLatin1String("draw") || words.size() != 3 || !QDir().mkpath(words[2]))
        return 64;
    return Drawing(QDir(words[2])).run() ? 0 : 1;
}
