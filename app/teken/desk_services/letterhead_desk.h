// The letterhead of the data folder: read, drawn and written on a thread of its own.
#pragma once

#include "app/papers/letterhead_folder.h"
#include "app/teken/desk_services/laptop_desk.h"
#include "app/teken/desk_services/work_thread.h"
#include "app/teken/services/letterhead_service.h"

namespace teken::app {

class LetterheadDesk final : public LetterheadService {
public:
    explicit LetterheadDesk(const Outside& outside);
    void read(Finish<LetterheadForm> finish) override;
    void preview(const LetterheadForm& form, Finish<QImage> finish) override;
    void save(const LetterheadForm& form, Finish<LetterheadForm> finish) override;

    void close() { m_thread.stop(); }

private:
    papers::LetterheadFolder m_folder;
    const Clock& m_clock;
    WorkThread m_thread; ///< last: its work uses all of the above
};

} // namespace teken::app
