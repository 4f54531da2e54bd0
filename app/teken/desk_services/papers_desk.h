// Papers over the real book: gathered on the store's thread, drawn, written and printed on one of their own,
// so that neither a stick nor a printer holds up a signature.
#pragma once

#include "app/papers/letterhead_folder.h"
#include "app/papers/papers.h"
#include "app/teken/desk_services/desk_line.h"
#include "app/teken/desk_services/printer.h"
#include "app/teken/services/papers_service.h"

#include <atomic>

namespace teken::app {

class PapersDesk final : public PapersService {
public:
    PapersDesk(DeskLine& line, const Outside& outside, std::unique_ptr<Printer> printer);
    void prepare(const SessionId& session, const QString& kind, const QString& size, int pictures,
                 Finish<PreparedPaper> finish) override;
    void save(const SessionId& session, const QStringList& kinds, const QString& size, const QString& folder,
              Finish<SavedPapers> finish) override;
    void print(const SessionId& session, const QString& kind, const QString& size, Finish<> finish) override;
    void printSlip(const QString& code, Finish<> finish) override;

    /// Ends what is under way. While the line still stands.
    void close() { m_thread.stop(); }

private:
    using Data = std::shared_ptr<const papers::PaperData>;
    /// Gathers, then `work` on the drawing thread.
    template <class T>
    void withData(const SessionId& session, Finish<T> finish, std::function<Result<T>(const Data&)> work);
    [[nodiscard]] Result<papers::PaperStyle> style(const QString& size) const;
    [[nodiscard]] Result<papers::Document> document(const papers::PaperData& data, const QString& kind,
                                                    const QString& size) const;

    DeskLine& m_line;
    FileSystem& m_files;
    const Clock& m_clock;
    const papers::LetterheadFolder m_letterhead;
    /// LATIHAN runs across each page: the book's own word, read with what is drawn.
    std::atomic<bool> m_practice = false;
    std::unique_ptr<Printer> m_printer;
    WorkThread m_thread; ///< last: its work uses all of the above
};

} // namespace teken::app
