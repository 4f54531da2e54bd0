#include "app/teken/desk_services/papers_desk.h"

#include "app/papers/gather.h"
#include "core/desk/one_record.h"
#include "core/desk/practice.h"

#include <algorithm>

namespace teken::app {

namespace {

constexpr int kPictureWidth = 420; // twice a thumbnail: sharp at 200 %

Result<PreparedPaper> pictured(const papers::Document& document, int pictures) {
    PreparedPaper paper;
    paper.pages = static_cast<int>(document.pages.size());
    for (int i = 0; i < std::min(pictures, paper.pages); ++i) {
        TEKEN_TRY(const auto picture, papers::preview(document, static_cast<std::size_t>(i), kPictureWidth));
        const QImage whole(picture.pixels.data(), picture.width, picture.height, picture.width * 4,
                           QImage::Format_ARGB32_Premultiplied);
        paper.pictures.append(whole.copy());
    }
    return paper;
}

std::optional<papers::CentreList> centreListOf(LaptopDesk& desk, desk::OfficerDesk& officer) {
    if (!desk.centreList())
        return std::nullopt;
    return papers::CentreList{desk.centreList()->time_since_epoch().count(),
                              officer.people().signedElsewhere()};
}

} // namespace

PapersDesk::PapersDesk(DeskLine& line, const Outside& outside, std::unique_ptr<Printer> printer)
    : m_line(line), m_files(outside.files), m_clock(outside.clock),
      m_letterhead(outside.files, outside.home.folder / papers::kLetterheadName),
      m_printer(std::move(printer)) {}

template <class T>
void PapersDesk::withData(const SessionId& session, Finish<T> finish,
                          std::function<Result<T>(const Data&)> work) {
    m_line.read<Data>(
        [this, finish = std::move(finish), work = std::move(work)](Result<Data> data) mutable {
            if (!data)
                return finish(fail(std::move(data).error()));
            m_thread.run<T>(std::move(finish),
                            [data = std::move(*data), work = std::move(work)] { return work(data); });
        },
        [this, session](LaptopDesk& desk) -> Result<Data> {
            TEKEN_TRY(auto* const officer, desk.desk());
            TEKEN_TRY(m_practice, desk::isPracticeBook(desk.book()));
            const auto centre = centreListOf(desk, *officer);
            TEKEN_TRY(auto data, papers::gatherSession(desk.book(), desk.ledger(), officer->drive(), session,
                                                       centre ? &*centre : nullptr));
            return std::make_shared<const papers::PaperData>(std::move(data));
        });
}

Result<papers::PaperStyle> PapersDesk::style(const QString& size) const {
    papers::PaperStyle style;
    TEKEN_TRY(style.head, m_letterhead.read());
    TEKEN_TRY(style.size, papers::paperSizeFromName(size.toStdString()));
    style.printedAt = m_clock.now();
    if (m_practice)
        style.watermark = "LATIHAN";
    return style;
}

Result<papers::Document> PapersDesk::document(const papers::PaperData& data, const QString& kind,
                                              const QString& size) const {
    TEKEN_TRY(const auto look, style(size));
    TEKEN_TRY(const auto which, papers::paperKindFromSlug(kind.toStdString()));
    return papers::compose(which, data, look);
}

void PapersDesk::prepare(const SessionId& session, const QString& kind, const QString& size, int pictures,
                         Finish<PreparedPaper> finish) {
    withData<PreparedPaper>(session, std::move(finish),
                            [this, kind, size, pictures](const Data& data) -> Result<PreparedPaper> {
                                TEKEN_TRY(const auto paper, document(*data, kind, size));
                                return pictured(paper, pictures);
                            });
}

void PapersDesk::save(const SessionId& session, const QStringList& kinds, const QString& size,
                      const QString& folder, Finish<SavedPapers> finish) {
    withData<SavedPapers>(
        session, std::move(finish), [this, kinds, size, folder](const Data& data) -> Result<SavedPapers> {
            SavedPapers saved{0, folder};
            const std::filesystem::path place(folder.toStdString());
            for (const auto& kind : kinds) {
                const auto paper = document(*data, kind, size);
                if (!paper && paper.error().reason == "papers.nobody" && kinds.size() > 1)
                    continue;
                if (!paper)
                    return fail(paper.error());
                TEKEN_TRY(const auto which, papers::paperKindFromSlug(kind.toStdString()));
                TEKEN_TRY(const auto pdf, papers::toPdf(*paper));
                TEKEN_CHECK(m_files.writeAtomic(place / papers::fileNameOf(which, *data, paper->size), pdf));
                ++saved.files;
            }
            return saved;
        });
}

void PapersDesk::print(const SessionId& session, const QString& kind, const QString& size, Finish<> finish) {
    withData<void>(session, std::move(finish), [this, kind, size](const Data& data) -> Result<> {
        TEKEN_TRY(const auto paper, document(*data, kind, size));
        TEKEN_TRY(const auto pdf, papers::toPdf(paper));
        return m_printer->print(pdf, QStringLiteral("Teken"), size);
    });
}

void PapersDesk::printSlip(const QString& code, Finish<> finish) {
    m_line.read<papers::SlipOnPaper>(
        [this, finish = std::move(finish)](Result<papers::SlipOnPaper> slip) mutable {
            if (!slip)
                return finish(fail(std::move(slip).error()));
            m_thread.run<void>(std::move(finish), [this, slip = std::move(*slip)]() -> Result<> {
                TEKEN_TRY(const auto look, style(QStringLiteral("A4")));
                TEKEN_TRY(const auto paper, papers::composeSlip(slip, look));
                TEKEN_TRY(const auto pdf, papers::toPdf(paper));
                return m_printer->print(pdf, QStringLiteral("Teken"), QStringLiteral("slip"));
            });
        },
        [this, code](LaptopDesk& desk) -> Result<papers::SlipOnPaper> {
            TEKEN_TRY(auto* const officer, desk.desk());
            TEKEN_TRY(m_practice, desk::isPracticeBook(desk.book()));
            TEKEN_TRY(const auto record, desk::findRecord(desk.book(), code.toStdString()));
            return papers::gatherSlip(desk.book(), desk.ledger(), officer->drive(), record.id);
        });
}

} // namespace teken::app
