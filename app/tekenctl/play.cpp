#include "app/tekenctl/play.h"

#include "app/tekenctl/parsing.h"
#include "app/tekenctl/terminal.h"
#include "core/crypto/hash.h"
#include "core/desk/centre_list.h"
#include "core/desk/officer_desk.h"
#include "core/desk/scan_file.h"
#include "core/desk/session_code.h"
#include "sync/client/elsewhere.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace teken::ctl {

namespace {

using nlohmann::json;
constexpr std::uint64_t kMostScriptBytes = 1024 * 1024;

entry::Party partyOf(const json& from) {
    return {from.at("name").get<std::string>(), from.value("number", ""), from.value("post", "")};
}

/// Keys that say whom a step is about; peopleOf() reads them.
constexpr std::string_view kWhom = "who find from count after";

bool isAmong(std::string_view keys, std::string_view key) {
    for (std::size_t at = 0; at < keys.size();) {
        const auto end = std::min(keys.find(' ', at), keys.size());
        if (keys.substr(at, end - at) == key)
            return true;
        at = end + 1;
    }
    return false;
}

/// One run of a script. Step functions may throw json exceptions: run() is the fence.
class Player {
public:
    Player(Context& context, desk::OfficerDesk& desk, const PlayOptions& options)
        : m_context(context), m_desk(desk), m_options(options) {}

    Result<> run(const json& script) {
        std::uint64_t done = 0;
        try {
            const auto& steps = script.at("steps");
            ProgressBar bar(m_context.say("Sesi", "Session"));
            for (const auto& step : steps) {
                const auto result = runStep(step);
                if (!result) {
                    auto error = result.error();
                    error.place =
                        "step " + std::to_string(done + 1) + (error.place.empty() ? "" : ", " + error.place);
                    return fail(error);
                }
                bar.show(++done, steps.size());
            }
            return {};
        } catch (const json::exception&) {
            return fail(ErrorCode::InvalidInput, "ctl.script",
                        "expected a session script, found a key that is missing or of another type",
                        "step " + std::to_string(done + 1));
        }
    }

    [[nodiscard]] const json& facts() const { return m_facts; }

private:
    using Step = Result<> (Player::*)(const json&);

    struct StepKind {
        std::string_view name;
        Step function;
        bool aboutPeople;
        std::string_view keys; ///< beside "do" and, about people, kWhom
    };
    // packaging/HANDBOOK.md, section 10, lists them for people.
    static const StepKind* kindNamed(std::string_view name) {
        static constexpr std::array kKinds{
            StepKind{"open", &Player::open, false, "session parent title place desk units head witnesses"},
            StepKind{"sign", &Player::sign, true, "as despite form mark identified second"},
            StepKind{"paper", &Player::paper, true, "scan title despite second"},
            StepKind{"attach", &Player::attach, false, "scan title"},
            StepKind{"excuse", &Player::excuse, true, "reason"},
            StepKind{"refuse", &Player::refuse, true, ""},
            StepKind{"absent", &Player::absent, true, ""},
            StepKind{"add", &Player::add, false, "name number unit post kind as"},
            StepKind{"propose", &Player::propose, true, "field value"},
            StepKind{"void", &Player::voidOne, true, "reason second"},
            StepKind{"note", &Player::note, false, "topic text"},
            StepKind{"joint-reading", &Player::jointReading, false, ""},
            StepKind{"pause", &Player::pause, false, "reason"},
            StepKind{"resume", &Player::resume, false, ""},
            StepKind{"strokes", &Player::strokes, true, "clear"},
            StepKind{"close", &Player::close, false, ""},
            StepKind{"minutes", &Player::minutes, false, "role name"}};
        const auto found = std::ranges::find(kKinds, name, &StepKind::name);
        return found == kKinds.end() ? nullptr : &*found;
    }

    Result<> runStep(const json& step) {
        const auto name = step.at("do").get<std::string>();
        const auto* kind = kindNamed(name);
        if (kind == nullptr)
            return fail(ErrorCode::InvalidInput, "ctl.script", "expected a known step, found another", "do");
        // A mistyped key would be another step than the one that was meant.
        for (const auto& [key, value] : step.items())
            if (key != "do" && !isAmong(kind->keys, key) && !(kind->aboutPeople && isAmong(kWhom, key)))
                return fail(ErrorCode::InvalidInput, "ctl.script",
                            "expected only keys of the step '" + name + "', found another", key);
        if (name != "open" && m_session.isZero())
            return fail(ErrorCode::InvalidInput, "ctl.script",
                        "expected a step that opens the session before this one, found none", "do");
        return (this->*kind->function)(step);
    }

    void said(const char* what, const std::string& detail) {
        if (m_options.each) {
            // Flushed at once: whoever kills this process must find every line's entry in the book.
            std::printf("%s %s\n", what, detail.c_str());
            std::fflush(stdout);
        }
    }

    Result<> open(const json& step) {
        if (m_options.resume) {
            TEKEN_TRY(const auto sessions, m_desk.sessions());
            for (const auto& card : sessions)
                if (card.openHere) {
                    m_session = card.state.session;
                    m_units = card.state.units;
                    return remember();
                }
        }
        desk::OpenRequest request;
        const auto joined = !m_options.session.empty() ? m_options.session : step.value("session", "");
        if (!joined.empty()) {
            TEKEN_TRY(request.session, desk::sessionFromCode(joined));
        }
        TEKEN_TRY(request.parent, optionalId<SessionId>(step.value("parent", "")));
        request.title = step.value("title", "");
        request.place = step.value("place", "");
        request.desk = step.value("desk", "");
        request.units = step.value("units", std::vector<std::string>{});
        request.head = partyOf(step.at("head"));
        for (const auto& witness : step.at("witnesses"))
            request.witnesses.push_back(partyOf(witness));
        TEKEN_TRY(m_session, m_desk.openSession(request));
        TEKEN_TRY(const auto card, m_desk.session(m_session));
        m_units = card.state.units;
        said("opened", m_session.hex());
        return remember();
    }

    Result<> remember() {
        m_facts["session"] = m_session.hex();
        m_facts["session_code"] = desk::sessionCode(m_session);
        return {};
    }

    // Whom a step is about: a name given by "add" ("who"), a number or name ("find"), a place in the list
    // ("from", "count"), or the next who is still Belum.
    Result<std::vector<PersonId>> peopleOf(const json& step) {
        if (step.contains("who")) {
            const auto found = m_named.find(step.at("who").get<std::string>());
            if (found == m_named.end())
                return fail(ErrorCode::InvalidInput, "ctl.script", "expected a name given by a step before",
                            "who");
            return std::vector{found->second};
        }
        if (step.contains("find")) {
            const auto cards =
                m_desk.people().search(step.at("find").get<std::string>(), m_units, m_session, 1);
            if (cards.empty())
                return fail(ErrorCode::NotFound, "desk.person-unknown", "expected a person, found nobody",
                            "find");
            return std::vector{cards.front().person};
        }
        const auto count = step.value("count", std::size_t{1});
        std::vector<PersonId> people;
        if (step.contains("from")) {
            const auto from = step.at("from").get<std::size_t>();
            const auto all = m_desk.people().roster().peopleOf(m_units);
            for (std::size_t i = from; i < std::min(all.size(), from + count); ++i)
                people.push_back(all[i]->id);
            return people;
        }
        std::optional<PersonId> after;
        if (const auto place = step.value("after", std::size_t{0}); place > 0) {
            const auto all = m_desk.people().roster().peopleOf(m_units);
            if (place > all.size())
                return fail(ErrorCode::InvalidInput, "ctl.script",
                            "expected a place in the list, found one behind it", "after");
            after = all[place - 1]->id;
        }
        while (people.size() < count) {
            const auto card = m_desk.people().next(m_units, m_session, after);
            if (!card || std::find(people.begin(), people.end(), card->person) != people.end())
                break;
            people.push_back(card->person);
            after = card->person;
        }
        return people;
    }

    Result<> sign(const json& step) {
        TEKEN_TRY(const auto people, peopleOf(step));
        for (const auto& person : people)
            TEKEN_CHECK(signOne(person, step));
        if (step.contains("as") && !people.empty())
            m_named[step.at("as").get<std::string>()] = people.front();
        return {};
    }

    Result<> signOne(const PersonId& person, const json& step) {
        const bool despite = step.value("despite", false);
        const auto sheet = m_desk.begin(m_session, person, despite);
        const bool skip = !sheet && (sheet.error().reason == "signing.already-signed-here" ||
                                     sheet.error().reason == "signing.off-roster");
        if (skip && (m_options.resume || step.contains("from")))
            return {};
        if (!sheet)
            return fail(sheet.error());
        desk::SignRequest request;
        request.session = m_session;
        request.person = person;
        request.text = sheet->text.text;
        request.ink = drawnInk(person);
        TEKEN_TRY(request.form, word<entry::SignForm>(step.value("form", "ink")));
        TEKEN_TRY(request.mark, word<entry::Mark>(step.value("mark", "none")));
        TEKEN_TRY(request.identified, word<entry::Identified>(step.value("identified", "roster")));
        request.reading = sheet->jointReadingMs ? entry::Reading::Joint : entry::Reading::Self;
        if (step.contains("second"))
            request.second = partyOf(step.at("second"));
        request.knowsSignedElsewhere = despite;
        TEKEN_CHECK(m_desk.keepStrokes(m_session, person, request.ink));
        TEKEN_TRY(const auto slip, m_desk.sign(request));
        m_facts["signed"] = m_facts.value("signed", 0) + 1;
        said("saved", slip.entry.hex());
        return {};
    }

    // Signed on paper: "scan" is a file beside the script.
    Result<Bytes> scanOf(const json& step) {
        const std::filesystem::path file(step.at("scan").get<std::string>());
        return m_context.readFile(file.is_absolute() ? file : m_options.script.parent_path() / file,
                                  desk::kMostScanBytes);
    }

    Result<> paper(const json& step) {
        TEKEN_TRY(const auto people, peopleOf(step));
        for (const auto& person : people) {
            desk::PaperRequest request;
            request.session = m_session;
            request.person = person;
            TEKEN_TRY(request.scan, scanOf(step));
            request.title = step.value("title", "");
            request.knowsSignedElsewhere = step.value("despite", false);
            if (step.contains("second"))
                request.second = partyOf(step.at("second"));
            TEKEN_TRY(const auto slip, m_desk.signFromPaper(request));
            m_facts["signed"] = m_facts.value("signed", 0) + 1;
            said("saved", slip.entry.hex());
        }
        return {};
    }

    Result<> attach(const json& step) {
        TEKEN_TRY(const auto content, scanOf(step));
        TEKEN_TRY(const auto media, desk::scanMedia(content));
        TEKEN_TRY(const auto id,
                  m_desk.attach(m_session, std::nullopt, content, media, step.value("title", "")));
        said("saved", id.hex());
        return {};
    }

    Result<> excuse(const json& step) {
        TEKEN_TRY(const auto reason, word<entry::ExcuseReason>(step.value("reason", "duty")));
        TEKEN_TRY(const auto people, peopleOf(step));
        for (const auto& person : people) {
            TEKEN_TRY(const auto id, m_desk.excuse(m_session, person, reason));
            said("saved", id.hex());
        }
        return {};
    }

    Result<> refuse(const json& step) {
        TEKEN_TRY(const auto people, peopleOf(step));
        for (const auto& person : people) {
            TEKEN_TRY(const auto id, m_desk.refuse(m_session, person));
            said("saved", id.hex());
        }
        return {};
    }

    Result<> absent(const json& step) {
        TEKEN_TRY(const auto people, peopleOf(step));
        TEKEN_TRY(const auto ids, m_desk.markAbsent(m_session, people));
        for (const auto& id : ids)
            said("saved", id.hex());
        return {};
    }

    Result<> add(const json& step) {
        desk::AddRequest request;
        request.session = m_session;
        request.name = step.at("name").get<std::string>();
        request.number = step.value("number", "");
        request.unit = step.value("unit", m_units.front());
        request.post = step.value("post", "");
        TEKEN_TRY(request.kind, domain::signerKindFromSlug(step.value("kind", "pns")));
        TEKEN_TRY(const auto person, m_desk.addPerson(request));
        if (step.contains("as"))
            m_named[step.at("as").get<std::string>()] = person;
        m_facts["added"].push_back(person.hex());
        return {};
    }

    Result<> propose(const json& step) {
        TEKEN_TRY(const auto people, peopleOf(step));
        TEKEN_TRY(const auto field, word<entry::CorrectionField>(step.at("field").get<std::string>()));
        for (const auto& person : people) {
            TEKEN_TRY(const auto id, m_desk.proposeCorrection(m_session, person, field,
                                                              step.at("value").get<std::string>()));
            said("saved", id.hex());
        }
        return {};
    }

    Result<> voidOne(const json& step) {
        TEKEN_TRY(const auto people, peopleOf(step));
        TEKEN_TRY(const auto reason, word<entry::VoidReason>(step.value("reason", "other")));
        for (const auto& person : people) {
            TEKEN_TRY(const auto id,
                      m_desk.voidSignature(m_session, person, reason, partyOf(step.at("second"))));
            said("saved", id.hex());
        }
        return {};
    }

    Result<> note(const json& step) {
        TEKEN_TRY(const auto topic, word<entry::NoteTopic>(step.value("topic", "special-event")));
        TEKEN_TRY(const auto id, m_desk.note(m_session, topic, step.at("text").get<std::string>()));
        said("saved", id.hex());
        return {};
    }

    Result<> jointReading(const json&) {
        TEKEN_TRY(const auto id, m_desk.jointReading(m_session));
        said("saved", id.hex());
        return {};
    }

    Result<> pause(const json& step) {
        TEKEN_TRY(const auto reason, word<entry::PauseReason>(step.value("reason", "power")));
        TEKEN_TRY(const auto id, m_desk.pause(m_session, reason));
        said("saved", id.hex());
        return {};
    }

    Result<> resume(const json&) {
        TEKEN_TRY(const auto id, m_desk.resume(m_session));
        said("saved", id.hex());
        return {};
    }

    // Ink that stays on the pad: what a power cut leaves behind.
    Result<> strokes(const json& step) {
        TEKEN_TRY(const auto people, peopleOf(step));
        for (const auto& person : people)
            TEKEN_CHECK(m_desk.keepStrokes(
                m_session, person, step.value("clear", false) ? domain::InkStrokes{} : drawnInk(person)));
        return {};
    }

    Result<> close(const json&) {
        TEKEN_TRY(const auto closed, m_desk.closeSession(m_session));
        const auto& counts = closed.counts;
        m_facts["closing"] = closed.closing.hex();
        m_facts["close_code"] = closed.code;
        m_facts["counts"] = {{"signed", counts.signedCount}, {"voided", counts.voided},
                             {"excused", counts.excused},    {"absent", counts.absent},
                             {"refused", counts.refused},    {"added", counts.added}};
        said("closed", closed.closing.hex());
        m_context.line(m_context.say("Sesi ditutup. Kode penutupan: ", "Session closed. Close code: ") +
                       closed.code);
        return {};
    }

    Result<> minutes(const json& step) {
        TEKEN_TRY(const auto role, word<entry::Present>(step.value("role", "head")));
        const auto name = step.at("name").get<std::string>();
        PersonId hand;
        const auto digest = crypto::sha256(name);
        std::copy_n(digest.bytes.begin(), PersonId::kSize, hand.bytes.begin());
        TEKEN_TRY(const auto id, m_desk.signMinutes(m_session, role, name, drawnInk(hand)));
        said("saved", id.hex());
        return {};
    }

    Context& m_context;
    desk::OfficerDesk& m_desk;
    const PlayOptions& m_options;
    SessionId m_session;
    entry::Units m_units;
    std::map<std::string, PersonId> m_named;
    json m_facts{{"ok", true}, {"signed", 0}, {"added", json::array()}};
};

Result<json> readScript(ByteView bytes) {
    try {
        auto script = json::parse(bytes.begin(), bytes.end());
        if (script.is_object())
            return script;
    } catch (const json::parse_error& error) {
        return fail(ErrorCode::InvalidInput, "ctl.script", "expected JSON, found something else",
                    "byte " + std::to_string(error.byte));
    }
    return fail(ErrorCode::InvalidInput, "ctl.script", "expected a JSON object, found another value");
}

} // namespace

Result<int> play(Context& context, const PlayOptions& options) {
    TEKEN_TRY(const auto file, context.readFile(options.script, kMostScriptBytes));
    TEKEN_TRY(const auto script, readScript(file));
    TEKEN_TRY(auto open, context.open());
    TEKEN_TRY(const auto desk, desk::OfficerDesk::open(context.seams(open)));
    TEKEN_TRY(const auto elsewhere, sync::client::readElsewhere(*open.book, *open.ledger, desk->drive()));
    if (elsewhere)
        TEKEN_CHECK(desk->setElsewhere(
            elsewhere->persons, elsewhere->asOf - desk::clockOffset(*open.book).value_or(Milliseconds(0))));
    TEKEN_TRY(const auto before, desk->beginRun());
    Player player(context, *desk, options);
    if (const auto played = player.run(script); !played) {
        if (played.error().reason == "ctl.script")
            context.about(options.script); // it is the script's fault, not the book's
        return fail(played.error());
    }
    TEKEN_CHECK(desk->endRun());
    TEKEN_TRY(const auto counts, desk->queueCounts());
    auto facts = player.facts();
    facts["after_crash"] = before.afterCrash;
    facts["unfinished"] = before.unfinished.size();
    facts["saved"] = counts.saved;
    context.line(context.say("Tersimpan di laptop: ", "Saved on this laptop: ") +
                 std::to_string(counts.saved));
    context.answer(facts);
    return kDone;
}

} // namespace teken::ctl
