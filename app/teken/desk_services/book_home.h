// Where a laptop keeps its data: one folder with the book and the window's preferences.
#pragma once

#include <filesystem>

namespace teken::app {

struct BookHome {
    std::filesystem::path folder;

    /// XDG_DATA_HOME/teken, or ~/.local/share/teken.
    [[nodiscard]] static BookHome ofThisPerson();

    /// LATIHAN: a folder of its own below this one, so that neither ever opens the other's book.
    [[nodiscard]] BookHome practice() const { return {folder / "latihan"}; }

    [[nodiscard]] std::filesystem::path book() const { return folder / "laptop.book"; }
    [[nodiscard]] std::filesystem::path preferences() const { return folder / "teken.ini"; }
};

} // namespace teken::app
