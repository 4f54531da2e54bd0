#include "app/teken/controllers/papers_controller.h"

namespace teken::app {

namespace {

constexpr int kMostPictures = 12; // what a person leafs through; the file has all pages

} // namespace

PapersController::PapersController(PapersService& service, QObject* parent)
    : PageController(parent), m_service(service) {}

QStringList PapersController::kinds() const {
    return {QStringLiteral("minutes"),    QStringLiteral("sheet"), QStringLiteral("pakta"),
            QStringLiteral("attendance"), QStringLiteral("recap"), QStringLiteral("follow-up"),
            QStringLiteral("head")};
}

bool PapersController::isSecret() const {
    return kind() == QLatin1String("head");
}

QVariantList PapersController::pictures() const {
    QVariantList pictures;
    for (const auto& picture : m_paper.pictures)
        pictures.append(picture);
    return pictures;
}

void PapersController::begin(const SessionRow& session) {
    m_session = session;
    m_current = 0;
    forgetOutcome();
    emit sessionChanged();
    emit currentChanged();
    prepare();
}

void PapersController::setCurrent(int index) {
    if (index == m_current || index < 0 || index >= kinds().size())
        return;
    m_current = index;
    forgetOutcome();
    emit currentChanged();
    prepare();
}

void PapersController::setSize(const QString& size) {
    if (size == m_size)
        return;
    m_size = size;
    emit sizeChanged();
    prepare();
}

void PapersController::prepare() {
    m_paper = {};
    m_loaded = false;
    emit preparedChanged();
    m_service.prepare(m_session.session, kind(), m_size, isSecret() ? 0 : kMostPictures,
                      answer<PreparedPaper>(
                          [this, asked = ++m_asked](PreparedPaper paper) {
                              if (asked != m_asked)
                                  return;
                              m_paper = std::move(paper);
                              m_loaded = true;
                              emit preparedChanged();
                          },
                          [this] { prepare(); }));
}

void PapersController::saveTo(const QString& folder, bool all) {
    if (isBusy() || folder.isEmpty())
        return;
    forgetOutcome();
    QStringList wanted{kind()};
    if (all) {
        wanted = kinds();
        wanted.removeAll(QStringLiteral("head"));
    }
    m_service.save(m_session.session, wanted, m_size, folder,
                   answer<SavedPapers>(
                       [this](SavedPapers saved) {
                           m_saved = std::move(saved);
                           emit outcomeChanged();
                       },
                       [this, folder, all] { saveTo(folder, all); }));
}

void PapersController::print() {
    if (isBusy())
        return;
    forgetOutcome();
    m_service.print(m_session.session, kind(), m_size,
                    answer(
                        [this] {
                            m_printed = true;
                            emit outcomeChanged();
                        },
                        [this] { print(); }));
}

void PapersController::forgetOutcome() {
    m_saved = {};
    m_printed = false;
    emit outcomeChanged();
}

void PapersController::forget() {
    PageController::forget();
    ++m_asked;
    m_paper = {};
    m_loaded = false;
    forgetOutcome();
    emit preparedChanged();
}

} // namespace teken::app
