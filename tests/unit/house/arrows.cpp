#include "tests/unit/house/arrows.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace teken::house {
namespace {

// Each room with the rooms directly below it; what those may use, it may use too.
const std::map<std::string, std::vector<std::string>>& plan() {
    static const std::map<std::string, std::vector<std::string>> rooms = {
        {"core/base", {}},
        {"core/crypto", {"core/base"}},
        {"core/entry", {"core/crypto"}},
        {"core/log", {"core/entry"}},
        {"core/domain", {"core/entry"}},
        {"core/store", {"core/domain", "core/log"}},
        {"core/ledger", {"core/store"}},
        {"core/audit", {"core/ledger"}},
        {"core/desk", {"core/audit"}},
        {"sync/protocol", {"core/desk"}},
        {"sync/cosigner", {"core/log"}},
        {"sync/client", {"sync/protocol"}},
        {"sync/server", {"sync/protocol", "sync/cosigner"}},
        {"sync/bundle", {"sync/protocol"}},
        {"app/words", {"sync/client", "sync/server", "sync/bundle"}},
        {"app/reports", {"app/words"}},
        {"app/papers", {"app/reports"}},
        {"app/auditing", {"app/reports"}},
        {"app/tekenctl", {"app/auditing", "app/papers"}},
        {"app/teken-server", {"app/auditing", "app/words"}},
        {"app/teken", {"app/auditing", "app/papers"}}};
    return rooms;
}

bool mayUse(const std::string& user, const std::string& used) {
    if (user == used)
        return true;
    const auto found = plan().find(user);
    return found != plan().end() &&
           std::any_of(found->second.begin(), found->second.end(),
                       [&](const std::string& below) { return mayUse(below, used); });
}

// "core/base/bytes.h" -> "core/base". Empty for files of no room (core/CMakeLists.txt, tests, packaging).
std::string roomOf(const std::string& path) {
    const bool roomed = path.starts_with("core/") || path.starts_with("sync/") || path.starts_with("app/");
    const std::size_t first = path.find('/');
    const std::size_t second = path.find('/', first + 1);
    return roomed && second != std::string::npos ? path.substr(0, second) : "";
}

struct Include {
    std::string path;
    bool quoted = false;
};

// `#include <a>`, `# include "a"`, also `__has_include` is none.
std::optional<Include> includeOf(std::string_view line) {
    const auto skipBlanks = [&] { line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size())); };
    skipBlanks();
    if (!line.starts_with("#"))
        return std::nullopt;
    line.remove_prefix(1);
    skipBlanks();
    if (!line.starts_with("include"))
        return std::nullopt;
    line.remove_prefix(7);
    skipBlanks();
    if (line.empty() || (line[0] != '<' && line[0] != '"'))
        return std::nullopt;
    const bool quoted = line[0] == '"';
    const std::size_t end = line.find(quoted ? '"' : '>', 1);
    if (end == std::string_view::npos)
        return std::nullopt;
    return Include{std::string(line.substr(1, end - 1)), quoted};
}

// A quoted include is looked up from the top and, failing that, from the file's own folder.
std::string roomOfInclude(const SourceFile& file, const Include& include) {
    if (const std::string room = roomOf(include.path); !room.empty())
        return room;
    if (!include.quoted || !include.path.starts_with(".."))
        return "";
    const auto resolved = std::filesystem::path(file.path).parent_path() / include.path;
    return roomOf(resolved.lexically_normal().generic_string());
}

bool isQt(const std::string& include) {
    return include.size() > 1 && include[0] == 'Q' &&
           (std::isupper(static_cast<unsigned char>(include[1])) != 0 || include.starts_with("Qt"));
}

bool isHeavy(const std::string& include) {
    static const std::set<std::string> headers = {"nlohmann/json.hpp", "CLI/CLI.hpp", "toml++/toml.h",
                                                  "toml++/toml.hpp",   "regex",       "httplib.h"};
    return headers.contains(include) || include.starts_with("SQLiteCpp/") || include.starts_with("spdlog/");
}

class Checker {
public:
    explicit Checker(const std::vector<SourceFile>& files) : m_files(files) {}

    std::vector<Finding> run() {
        for (const auto& file : m_files)
            checkFile(file);
        return std::move(m_findings);
    }

private:
    void checkFile(const SourceFile& file) {
        const std::string room = roomOf(file.path);
        if (room.empty())
            return;
        if (!plan().contains(room)) {
            if (m_unknown.insert(room).second)
                report(file, 0, "unknown room", room + " is not in the plan of the house");
            return;
        }
        const auto lines = file.lines();
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (file.kind() == "cmake")
                checkLinks(file, room, i + 1, lines[i]);
            else if (file.kind() == "cpp" || file.kind() == "h")
                if (const auto include = includeOf(lines[i]))
                    checkInclude(file, room, i + 1, *include);
        }
    }

    void checkInclude(const SourceFile& file, const std::string& room, std::size_t line,
                      const Include& include) {
        const std::string used = roomOfInclude(file, include);
        if (!used.empty() && !mayUse(room, used))
            report(file, line, "arrow", room + " may not include " + include.path);
        if (include.path.starts_with("tests/"))
            report(file, line, "arrow", "the house does not know its tests: " + include.path);
        const bool sodium = include.path == "sodium.h" || include.path.starts_with("sodium/");
        if (sodium && room != "core/crypto")
            report(file, line, "sodium", "only core/crypto may include " + include.path);
        const bool sqlite = include.path.starts_with("sqlite3") || include.path.starts_with("SQLiteCpp/");
        if (sqlite && room != "core/store")
            report(file, line, "sqlite", "only core/store may include " + include.path);
        if (include.path == "httplib.h")
            checkHttplib(file, room, line);
        if (isQt(include.path) && !room.starts_with("app/"))
            report(file, line, "qt", "only app may include " + include.path);
        if (isHeavy(include.path) && file.kind() == "h")
            report(file, line, "heavy header", include.path + " belongs into a .cpp file");
    }

    void checkHttplib(const SourceFile& file, const std::string& room, std::size_t line) {
        if ((room != "sync/client" && room != "sync/server") || file.kind() != "cpp") {
            report(file, line, "httplib",
                   "only one .cpp of sync/client and one of sync/server may include httplib.h");
            return;
        }
        const auto [door, isFirst] = m_httpDoors.emplace(room, file.path);
        if (!isFirst && door->second != file.path)
            report(file, line, "httplib", "this room includes httplib.h in " + door->second + " already");
    }

    // Names of our own targets (core_base) and of Qt's, outside comments.
    void checkLinks(const SourceFile& file, const std::string& room, std::size_t line,
                    std::string_view text) {
        text = text.substr(0, text.find('#'));
        for (const auto& [used, below] : plan()) {
            std::string target = used;
            std::replace(target.begin(), target.end(), '/', '_');
            if (mentions(text, target) && !mayUse(room, used))
                report(file, line, "arrow", room + " may not link " + target);
        }
        if (text.find("Qt6") != std::string_view::npos && !room.starts_with("app/"))
            report(file, line, "qt", "only app may link Qt");
    }

    static bool mentions(std::string_view text, std::string_view word) {
        const auto isPart = [](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
        };
        for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
            const std::size_t end = at + word.size();
            if ((at == 0 || !isPart(text[at - 1])) && (end == text.size() || !isPart(text[end])))
                return true;
        }
        return false;
    }

    void report(const SourceFile& file, std::size_t line, std::string rule, std::string what) {
        m_findings.push_back({file.path, line, std::move(rule), std::move(what)});
    }

    const std::vector<SourceFile>& m_files;
    std::vector<Finding> m_findings;
    std::set<std::string> m_unknown;
    std::map<std::string, std::string> m_httpDoors; // room -> the one file
};

} // namespace

std::vector<Finding> checkArrows(const std::vector<SourceFile>& files) {
    return Checker(files).run();
}

} // namespace teken::house
