// Kop surat: edited, looked at as it will be printed, and written as a whole.
#pragma once

#include "app/teken/controllers/page_controller.h"
#include "app/teken/models/row_model.h"
#include "app/teken/services/letterhead_service.h"
#include "app/teken/services/places_service.h"

#include <QTimer>
#include <QVariant>

namespace teken::app {

class LetterheadController final
    : public teken::app::PageController { // in full: qmllint takes the base's name as it is written
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY formChanged FINAL)
    Q_PROPERTY(bool changed READ isChanged NOTIFY formChanged FINAL)
    Q_PROPERTY(QStringList lines READ lines NOTIFY formChanged FINAL)
    Q_PROPERTY(QStringList address READ address NOTIFY formChanged FINAL)
    Q_PROPERTY(QString city READ city WRITE setCity NOTIFY formChanged FINAL)
    Q_PROPERTY(QString font READ font WRITE setFont NOTIFY formChanged FINAL)
    Q_PROPERTY(QString size READ size WRITE setSize NOTIFY formChanged FINAL)
    Q_PROPERTY(bool stampBox READ hasStampBox WRITE setStampBox NOTIFY formChanged FINAL)
    Q_PROPERTY(QString crestName READ crestName NOTIFY formChanged FINAL)
    Q_PROPERTY(teken::app::RowModelBase* pictures READ pictures CONSTANT FINAL)
    Q_PROPERTY(bool picturesLoaded READ arePicturesLoaded NOTIFY picturesChanged FINAL)
    Q_PROPERTY(QVariant preview READ preview NOTIFY previewChanged FINAL)

public:
    static constexpr int kMostLines = 6;
    static constexpr int kMostAddress = 3;
    /// A page is drawn after the last key, not after each.
    static constexpr int kPreviewMilliseconds = 300;

    LetterheadController(LetterheadService& service, PlacesService& places, QObject* parent = nullptr);

    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] bool isChanged() const { return m_form != m_saved; }
    /// Always kMostLines of them, empty ones at the end.
    [[nodiscard]] QStringList lines() const { return filled(m_form.lines, kMostLines); }
    [[nodiscard]] QStringList address() const { return filled(m_form.address, kMostAddress); }
    Q_INVOKABLE void setLine(int index, const QString& text);
    Q_INVOKABLE void setAddressLine(int index, const QString& text);
    [[nodiscard]] QString city() const { return m_form.city; }
    void setCity(const QString& city) { change(m_form.city, city); }
    [[nodiscard]] QString font() const { return m_form.font; }
    void setFont(const QString& font) { change(m_form.font, font); }
    [[nodiscard]] QString size() const { return m_form.size; }
    void setSize(const QString& size) { change(m_form.size, size); }
    [[nodiscard]] bool hasStampBox() const { return m_form.stampBox; }
    void setStampBox(bool wanted) { change(m_form.stampBox, wanted); }
    /// Of the picture that will be printed; empty: none.
    [[nodiscard]] QString crestName() const;
    [[nodiscard]] RowModelBase* pictures() { return &m_pictures; }
    [[nodiscard]] bool arePicturesLoaded() const { return m_picturesLoaded; }
    [[nodiscard]] QVariant preview() const { return m_preview; }

    Q_INVOKABLE void begin();
    Q_INVOKABLE void chooseCrest(const QString& path);
    Q_INVOKABLE void removeCrest();
    /// PNG files on sticks and in the usual folders.
    Q_INVOKABLE void readPictures();
    Q_INVOKABLE void save();

    void forget() override;

signals:
    void formChanged();
    void picturesChanged();
    void previewChanged();
    void saved();

private:
    [[nodiscard]] static QStringList filled(QStringList lines, int count);
    void setLineOf(QStringList& lines, int index, const QString& text);
    template <class T>
    void change(T& field, const T& value) {
        if (field == value)
            return;
        field = value;
        touched();
    }
    void touched();
    void draw();

    LetterheadService& m_service;
    PlacesService& m_places;
    LetterheadForm m_form;
    LetterheadForm m_saved;
    RowModel<FileRow> m_pictures;
    QVariant m_preview;
    QTimer m_wait;
    int m_asked = 0; ///< only the newest drawing is shown
    bool m_loaded = false;
    bool m_picturesLoaded = false;
};

} // namespace teken::app
