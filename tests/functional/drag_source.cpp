// A small window that gives away files by drag and drop, as a file manager does: for tests that drop on the
// real program.   teken_drag_source X Y FILE…
#include <QDrag>
#include <QGuiApplication>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QRasterWindow>
#include <QUrl>

namespace {

class Source final : public QRasterWindow {
public:
    explicit Source(QList<QUrl> files) : m_files(std::move(files)) {
        setTitle(QStringLiteral("teken_drag_source"));
        setFlags(Qt::BypassWindowManagerHint | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(QRect(QPoint(0, 0), size()), Qt::darkGray);
    }
    void mouseMoveEvent(QMouseEvent* event) override {
        if (event->buttons() != Qt::LeftButton)
            return;
        auto* data = new QMimeData; // the drag's own
        data->setUrls(m_files);
        auto* drag = new QDrag(this); // Qt deletes it
        drag->setMimeData(data);
        drag->exec(Qt::CopyAction);
    }

private:
    QList<QUrl> m_files;
};

} // namespace

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    const auto words = QGuiApplication::arguments();
    QList<QUrl> files;
    for (const auto& file : words.mid(3))
        files.append(QUrl::fromLocalFile(file));
    Source source(files);
    source.setGeometry(words.value(1).toInt(), words.value(2).toInt(), 48, 32);
    source.show();
    return QGuiApplication::exec();
}
