// Puts the modules and the style of the checking page into one HTML file that works from a stick, and names
// their hashes in its content security policy, so that the browser runs nothing else.
//   make_page TEMPLATE STYLE OUT MODULE...        modules in the order in which they need one another
// An OUT ending in .cpp becomes sync::server::checkPage(): the page inside a program that serves it.
#include "core/base/files.h"
#include "core/crypto/hash.h"
#include "core/crypto/random.h"

#include <cstdio>
#include <sstream>

namespace {

using namespace teken;

constexpr std::uint64_t kMostFileBytes = 1024 * 1024;

Result<std::string> readText(const PosixFileSystem& files, const char* path) {
    TEKEN_TRY(const auto bytes, files.read(path, kMostFileBytes));
    return std::string(textOf(bytes));
}

/// One module out of several: what they import from one another lies above already.
std::string withoutImports(const std::string& module) {
    std::istringstream lines(module);
    std::string text;
    for (std::string line; std::getline(lines, line);)
        if (!line.starts_with("import "))
            text += line + "\n";
    return text;
}

Result<> put(std::string& page, const std::string& mark, const std::string& value) {
    const auto at = page.find(mark);
    if (at == std::string::npos || page.find(mark, at + 1) != std::string::npos)
        return fail(ErrorCode::InvalidInput, "demo.usage", "expected " + mark + " once in the template");
    page.replace(at, mark.size(), value);
    return {};
}

/// Raw strings of C++ may not be endless, so it is cut into pieces.
std::string asSource(const std::string& page) {
    constexpr std::size_t kPiece = 8'000;
    std::string source = "#include \"sync/server/check_desk.h\"\n\nnamespace teken::sync::server {\n\n"
                         "std::string_view checkPage() {\n    static constexpr std::string_view kPage =\n";
    for (std::size_t at = 0; at < page.size(); at += kPiece)
        source += "R\"TEKEN(" + page.substr(at, kPiece) + ")TEKEN\"\n";
    return source + ";\n    return kPage;\n}\n\n} // namespace teken::sync::server\n";
}

Result<> run(int count, char** values) {
    if (count < 5)
        return fail(ErrorCode::InvalidInput, "demo.usage", "expected TEMPLATE STYLE OUT MODULE...");
    TEKEN_CHECK(crypto::start());
    PosixFileSystem files;
    TEKEN_TRY(auto page, readText(files, values[1]));
    TEKEN_TRY(const auto style, readText(files, values[2]));
    std::string script = "\n";
    for (int i = 4; i < count; ++i) {
        TEKEN_TRY(const auto module, readText(files, values[i]));
        script += withoutImports(module) + "\n";
    }
    if (script.find("</script") != std::string::npos || style.find("</style") != std::string::npos)
        return fail(ErrorCode::InvalidInput, "demo.usage", "expected no closing tag inside a module");
    TEKEN_CHECK(put(page, "@SCRIPT_HASH@", encodeBase64(crypto::sha256(script).bytes)));
    TEKEN_CHECK(put(page, "@STYLE_HASH@", encodeBase64(crypto::sha256(style).bytes)));
    TEKEN_CHECK(put(page, "@STYLE@", style));
    TEKEN_CHECK(put(page, "@SCRIPT@", script)); // last: a module may hold anything
    const std::string out = values[3];
    return files.writeAtomic(out, view(out.ends_with(".cpp") ? asSource(page) : page));
}

} // namespace

int main(int count, char** values) {
    if (const auto done = run(count, values); !done) {
        std::fprintf(stderr, "make_page: %s\n", describe(done.error()).c_str());
        return 1;
    }
    return 0;
}
