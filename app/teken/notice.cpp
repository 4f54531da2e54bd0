#include "app/teken/notice.h"

#include <QCoreApplication>

namespace teken::app {

namespace {

// The screens' language is whatever translation is installed; this one word of it says which.
words::Language shownLanguage() {
    //: translate as the code of your language
    const auto code = QCoreApplication::translate("Notice", "id", "code of the language shown");
    return code == QLatin1String("id") ? words::Language::Indonesian : words::Language::English;
}

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

} // namespace

Notice noticeFor(const Error& error) {
    if (error.reason.empty())
        return {};
    const auto sentence = words::wordsFor(error, shownLanguage());
    return {text(sentence.safe), text(sentence.why), text(sentence.next),
            QString::fromStdString(describe(error)), QString::fromStdString(error.reason)};
}

words::Language languageNamed(const QString& code) {
    return code == QLatin1String("en") ? words::Language::English : words::Language::Indonesian;
}

} // namespace teken::app
