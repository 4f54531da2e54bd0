#include "app/teken/controllers/letterhead_controller.h"

#include <QFileInfo>

namespace teken::app {

LetterheadController::LetterheadController(LetterheadService& service, PlacesService& places, QObject* parent)
    : PageController(parent), m_service(service), m_places(places) {
    m_wait.setSingleShot(true);
    m_wait.setInterval(kPreviewMilliseconds);
    connect(&m_wait, &QTimer::timeout, this, &LetterheadController::draw);
    // A stick with the crest comes while the page is open.
    connect(&places, &PlacesService::placesChanged, this, [this] {
        if (m_picturesLoaded)
            readPictures();
    });
}

QStringList LetterheadController::filled(QStringList lines, int count) {
    while (lines.size() < count)
        lines.append(QString());
    return lines;
}

void LetterheadController::setLineOf(QStringList& lines, int index, const QString& text) {
    auto changed = filled(lines, index + 1);
    changed[index] = text;
    while (!changed.isEmpty() && changed.constLast().trimmed().isEmpty())
        changed.removeLast();
    change(lines, changed);
}

void LetterheadController::setLine(int index, const QString& text) {
    if (index >= 0 && index < kMostLines)
        setLineOf(m_form.lines, index, text);
}

void LetterheadController::setAddressLine(int index, const QString& text) {
    if (index >= 0 && index < kMostAddress)
        setLineOf(m_form.address, index, text);
}

QString LetterheadController::crestName() const {
    return m_form.newCrest.isEmpty() ? m_form.crest : QFileInfo(m_form.newCrest).fileName();
}

void LetterheadController::begin() {
    m_form = m_saved = {};
    m_loaded = false;
    m_preview = {};
    emit formChanged();
    emit previewChanged();
    m_service.read(answer<LetterheadForm>([this](LetterheadForm form) {
        m_form = m_saved = std::move(form);
        m_loaded = true;
        emit formChanged();
        draw();
    }));
}

void LetterheadController::chooseCrest(const QString& path) {
    change(m_form.newCrest, path);
}

void LetterheadController::removeCrest() {
    m_form.newCrest.clear();
    m_form.crest.clear();
    touched();
}

void LetterheadController::readPictures() {
    m_places.listScans(listen<QList<FileRow>>([this](QList<FileRow> files) {
        files.removeIf([](const FileRow& file) {
            return !file.name.endsWith(QLatin1String(".png"), Qt::CaseInsensitive);
        });
        m_pictures.replaceAll(std::move(files));
        m_picturesLoaded = true;
        emit picturesChanged();
    }));
}

void LetterheadController::touched() {
    emit formChanged();
    m_wait.start();
}

void LetterheadController::draw() {
    m_wait.stop();
    m_service.preview(m_form, listen<QImage>([this, asked = ++m_asked](const QImage& picture) {
                          if (asked != m_asked)
                              return;
                          setError({});
                          m_preview = picture;
                          emit previewChanged();
                      }));
}

void LetterheadController::save() {
    if (isBusy())
        return;
    m_wait.stop();
    m_service.save(m_form, answer<LetterheadForm>([this](LetterheadForm form) {
                       m_form = m_saved = std::move(form);
                       // A file that was wrong before is whole now.
                       m_loaded = true;
                       emit formChanged();
                       draw();
                       emit saved();
                   }));
}

void LetterheadController::forget() {
    PageController::forget();
    m_wait.stop();
    ++m_asked;
    m_form = m_saved = {};
    m_loaded = false;
    m_preview = {};
    m_pictures.clear();
    m_picturesLoaded = false;
    emit formChanged();
    emit previewChanged();
    emit picturesChanged();
}

} // namespace teken::app
