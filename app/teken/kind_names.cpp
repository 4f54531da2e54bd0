// The words of app/words/kind_words.h as QML asks for them.
#include "app/teken/app.h"
#include "app/words/kind_words.h"
#include "core/domain/people.h"

namespace teken::app {

namespace {

// The screens' kinds of signers are the domain's, in the same order.
static_assert(int(SignerKind::Other) == int(domain::SignerKind::Other));
static_assert(int(SignerKind::PppkPartTime) == int(domain::SignerKind::PppkPartTime));
static_assert(int(SignerKind::VillageHead) == int(domain::SignerKind::VillageHead));

QString shownWord(std::string_view word) {
    return QString::fromUtf8(word.data(), qsizetype(word.size()));
}

} // namespace

QString App::entryWord(const QString& kind, const QString& language) const {
    return shownWord(words::quietEntryWord(kind.toStdString(), languageNamed(language)));
}

QString App::signerWord(const QString& slug, const QString& language) const {
    return shownWord(words::signerWord(slug.toStdString(), languageNamed(language)));
}

QString App::signerKindWord(int kind, const QString& language) const {
    const bool known = kind >= 0 && kind < int(domain::kSignerKinds);
    const auto slug = domain::slug(known ? domain::SignerKind(kind) : domain::SignerKind::Other);
    return shownWord(words::signerWord(slug, languageNamed(language)));
}

} // namespace teken::app
