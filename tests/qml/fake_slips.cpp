// Slips in the world of the screens: one good one, which every signature there gets, and strangers.
#include "tests/qml/fake_world.h"

namespace teken::app::test {

namespace {

/// The example of core/entry/SLIP.md.
constexpr const char* kSlipOfPractice =
    "TEKEN1:ZH8WV3K232GT73D4FV804C7GB041DV8KQ8SG7B2XXE8HAJ4GG0JH4K41A7CBY8BW74KY8YPYRA4VHRD86W7233PMGMWX4"
    "0R1NKEMERBKPC5GGTGPRZDP81N6PKZ6A33QV65X8EMYGXN318VBQWJBXFM10G0DYDZDG45SRHXZZHVK8XN6K0WVEJ2S362NTA5Q4"
    "Z75YPYS2QRJ05MM07R05R1A0FFJTCE9GFJ25JXGAGJW6TYCP2VP5REKMD50KK45Q5KEK84GCCVPWBG4WM0RQPPRE8G0BR83X03CY"
    "001081G81860W40J2GB1G6GW3R7J1P6YSSECNW62VBGDHJJYX35DDJPW272048Q02EZZF9FZ3GXYYBD8T1DQ99WCXKV0AS0RMP6P"
    "NNZDBN4R03DFPZ3Q0CGNKZGY7SF7X7NYVVZHYFTZFYFVZQZ1K7G28T5CY4TQKFF04HMASW9NF6YY3EFZVEBN63PAGS11ZPWQAC7C"
    "N1J207S6JV5DHTQ4RB8C5Q20GV1SAY62VBGENGPW4EZAR7ZK0682XJZGQX26PW8NR7C1MRRJTDQW76AED1J5VJ8GBB79PH15QV6G"
    "G6XM5AEH88KRCEX1B9JYZST6SN81T0KD5WXHXD1079X57BFE89JM5H03WHHEBGR2DRB6Y8";

} // namespace

QString practiceSlip() {
    return QString::fromLatin1(kSlipOfPractice);
}

void FakeSigning::checkSlip(const QString& text, Finish<SlipVerdict> finish) {
    m_desk.answer<SlipVerdict>("checkSlip", std::move(finish), [this, text]() -> Result<SlipVerdict> {
        if (!text.startsWith(QStringLiteral("TEKEN1:")))
            return fail(ErrorCode::InvalidInput, "slip.form", "no slip");
        SlipVerdict verdict;
        // The words behind the form say what the laptop shall know of it.
        verdict.state = text == practiceSlip()          ? SlipState::Good
                        : text.endsWith(u"DICABUT")     ? SlipState::Revoked
                        : text.endsWith(u"DIBATALKAN")  ? SlipState::Voided
                        : text.endsWith(u"LAPTOP LAIN") ? SlipState::Elsewhere
                                                        : SlipState::Unknown;
        verdict.code = QStringLiteral("7KQ2-M0V9-TXAB-CDEFG");
        verdict.unit = QStringLiteral("Kecamatan Pamekasan");
        verdict.device = verdict.state == SlipState::Unknown ? QString() : QStringLiteral("PMK-017");
        verdict.signedAt = m_desk.now;
        verdict.inLog = verdict.state == SlipState::Good;
        return verdict;
    });
}

} // namespace teken::app::test
