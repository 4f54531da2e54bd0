// Slips over a real book: what somebody brings to the table is checked, and what was just saved is printed.
#include "tests/unit/app_desk/desk_services_fixture.h"

namespace teken::app::test {
namespace {

using teken::test::orThrow;

class SlipsAtTheTable : public OfficersDay {
protected:
    void SetUp() override {
        OfficersDay::SetUp();
        m_session = open();
        m_person = search(m_session, {}).value(0).person;
        m_slip = orThrow(sign(m_session, m_person));
    }
    [[nodiscard]] Result<SlipVerdict> check(const QString& text) {
        return wait<SlipVerdict>([&](auto finish) { on().signing.checkSlip(text, finish); });
    }
    [[nodiscard]] Result<> print(const QString& code) {
        return wait<void>([&](auto finish) { on().papers.printSlip(code, finish); });
    }
    [[nodiscard]] std::string refusal(const QString& text) {
        const auto verdict = check(text);
        return verdict ? "" : verdict.error().reason;
    }

    SessionId m_session;
    PersonId m_person;
    SignedSlip m_slip;
};

TEST_F(SlipsAtTheTable, AreGoodAsTheyWereMade) {
    const auto verdict = check(m_slip.text);
    ASSERT_TRUE(verdict) << describe(verdict.error());
    EXPECT_EQ(verdict->state, SlipState::Good);
    EXPECT_EQ(verdict->code, m_slip.code);
    EXPECT_EQ(verdict->device, QStringLiteral("PMK-017"));
    EXPECT_NE(verdict->unit, QStringLiteral("KEC-04")) << "its name, not its code";
    EXPECT_FALSE(verdict->inLog) << "nothing was sent yet";
}

TEST_F(SlipsAtTheTable, AreFoundByTheirCodeHoweverItIsTyped) {
    const auto verdict = check(QStringLiteral("  ") + QString(m_slip.code).toLower().replace('-', ' '));
    ASSERT_TRUE(verdict) << describe(verdict.error());
    EXPECT_EQ(verdict->state, SlipState::Good);
    EXPECT_EQ(verdict->code, m_slip.code);
}

TEST_F(SlipsAtTheTable, SayThatTheyWereVoided) {
    orThrow(wait<void>([&](auto finish) {
                on().signing.voidSignature(m_session, m_person,
                                           {VoidKind::WrongPerson, {}, QStringLiteral("Bu Camat")}, finish);
            }).map([] { return true; }));
    const auto verdict = check(m_slip.text);
    ASSERT_TRUE(verdict) << describe(verdict.error());
    EXPECT_EQ(verdict->state, SlipState::Voided);
}

TEST_F(SlipsAtTheTable, AreRefusedInWordsWhenTheyAreNone) {
    EXPECT_EQ(refusal(QStringLiteral("https://contoh.invalid/slip/dengan/alamat/yang/panjang")), "slip.form");
    EXPECT_EQ(refusal(m_slip.text.left(200)), "slip.cut");
    EXPECT_EQ(refusal(QStringLiteral("7KQ2-M0V9")), "slip.code-form");
    QString mistyped = m_slip.code;
    mistyped[0] = mistyped[0] == u'7' ? u'8' : u'7';
    const auto said = refusal(mistyped);
    EXPECT_TRUE(said == "slip.code-check" || said == "slip.unknown") << said;
}

TEST_F(SlipsAtTheTable, ArePrintedWithoutAName) {
    ASSERT_TRUE(print(m_slip.code));
    ASSERT_EQ(m_tray.papers.size(), 1U);
    EXPECT_EQ(::teken::textOf(ByteView(m_tray.papers[0]).first(5)), "%PDF-");
}

TEST_F(SlipsAtTheTable, AreNotPrintedForACodeThatIsNotHere) {
    const auto refused = print(QStringLiteral("7KQ2-M0V9"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "slip.code-form");
    EXPECT_TRUE(m_tray.papers.empty());
}

} // namespace
} // namespace teken::app::test
