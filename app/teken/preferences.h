// What the window remembers between two runs. Nothing personal: a file that anyone on the laptop may read.
#pragma once

#include <QRect>
#include <QSettings>
#include <QString>

#include <algorithm>

namespace teken::app {

class Preferences {
public:
    /// An INI file of its own; made when the first value is kept.
    explicit Preferences(const QString& file) : m_settings(file, QSettings::IniFormat) {}

    /// "light", "dark" or "outdoor".
    [[nodiscard]] QString theme() const { return text("look/theme", "light"); }
    void setTheme(const QString& theme) { m_settings.setValue("look/theme", theme); }
    /// "id" or "en".
    [[nodiscard]] QString language() const { return text("look/language", "id"); }
    void setLanguage(const QString& language) { m_settings.setValue("look/language", language); }
    static constexpr int kLeastTextPercent = 100;
    static constexpr int kMostTextPercent = 200;
    /// Size of letters; within the two.
    [[nodiscard]] int textPercent() const {
        return std::clamp(m_settings.value("look/text", kLeastTextPercent).toInt(), kLeastTextPercent,
                          kMostTextPercent);
    }
    void setTextPercent(int percent) { m_settings.setValue("look/text", percent); }
    [[nodiscard]] bool tourSeen() const { return m_settings.value("look/tour-seen", false).toBool(); }
    void setTourSeen() { m_settings.setValue("look/tour-seen", true); }
    /// Zero: never by itself.
    [[nodiscard]] int lockAfterMinutes() const { return m_settings.value("lock/minutes", 15).toInt(); }
    [[nodiscard]] QRect window() const { return m_settings.value("look/window").toRect(); }
    void setWindow(const QRect& window) { m_settings.setValue("look/window", window); }
    [[nodiscard]] bool isMaximized() const { return m_settings.value("look/maximized", false).toBool(); }
    void setMaximized(bool maximized) { m_settings.setValue("look/maximized", maximized); }

private:
    [[nodiscard]] QString text(const char* key, const char* otherwise) const {
        return m_settings.value(QLatin1String(key), QLatin1String(otherwise)).toString();
    }
    QSettings m_settings;
};

} // namespace teken::app
