// The letterhead as it lies in a folder: `kop.toml` and a crest beside it. Read and changed as a whole, so
// that whoever prints meanwhile has the old one or the new one.
#pragma once

#include "app/papers/letterhead.h"
#include "core/base/seams.h"

#include <filesystem>

namespace teken::papers {

inline constexpr const char* kLetterheadName = "kop.toml";

class LetterheadFolder {
public:
    /// `file`: usually kLetterheadName in the app's data folder. `files` outlives this.
    LetterheadFolder(FileSystem& files, std::filesystem::path file)
        : m_files(files), m_file(std::move(file)) {}

    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    /// Without a file: an empty one. As parseLetterhead, and errors of the disk.
    [[nodiscard]] Result<LetterheadFile> load() const;
    /// As the papers are printed with it.
    [[nodiscard]] Result<Letterhead> read() const;
    /// The crest that `named` names; none when it names none.
    [[nodiscard]] Result<Bytes> crestOf(const LetterheadFile& named) const;
    /// A picture from elsewhere, checked. InvalidInput "papers.crest" for what is no PNG or too large.
    [[nodiscard]] Result<Bytes> pictureAt(const std::filesystem::path& picture) const;
    /// Checks all of it before anything is written. With `newCrest` that picture is put beside the file under
    /// a name of its own first, and a crest that was put there before is removed last: at no moment does the
    /// file name a picture that is not there. "papers.letterhead", "papers.crest", ReadOnly, NoSpace.
    [[nodiscard]] Result<> save(LetterheadFile file, const std::optional<Bytes>& newCrest);

private:
    FileSystem& m_files;
    std::filesystem::path m_file;
};

} // namespace teken::papers
