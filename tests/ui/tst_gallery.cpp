// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Every building block in every state at 100 and 200 %, as pictures for people (build/.../gallery) and with
// the one check that a machine can make of them: that no text lacks the room it needs.
#include "app/base/clock.h"
#include "app/procedures/procedurecatalogue.h"
#include "app/procedures/resources.h"
#include "tests/support/testcase.h"
#include "tests/ui/typing.h"
#include "ui/errortext.h"
#include "ui/forms/procedureform.h"
#include "ui/theme.h"
#include "ui/translation.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/checkfield.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/eradateedit.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/functionkeybar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/kanaedit.h"
#include "ui/widgets/lineedit.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/nameedit.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/numberedit.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/pinfield.h"
#include "ui/widgets/postaledit.h"
#include "ui/widgets/practiceribbon.h"

#include <QApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int screenWidth = 1280;
constexpr int screenHeight = 800;

QHBoxLayout* side(std::initializer_list<QWidget*> widgets) {
    auto* row = new QHBoxLayout;
    for (QWidget* widget : widgets)
        row->addWidget(widget, 0, Qt::AlignLeft);
    row->addStretch();
    return row;
}

template <class Editor>
Editor* filled(Editor* editor, const QString& value) {
    editor->setValue(value);
    return editor;
}

FunctionKeyBar* fullBar() {
    auto* bar = new FunctionKeyBar;
    QList<FunctionKey> keys;
    for (const Qt::Key key : {Qt::Key_F1, Qt::Key_F2, Qt::Key_F3, Qt::Key_F4, Qt::Key_F5, Qt::Key_F8,
                              Qt::Key_F9, Qt::Key_F11, Qt::Key_F12})
        keys.append({key, ActionId::ShowHelp, {}, key != Qt::Key_F4, {}});
    bar->setKeys(keys);
    return bar;
}

} // namespace

class GalleryTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        (void)installJapanese(*qApp); // pictures in English are better than none
        initResources();
        QVERIFY(QDir().mkpath(folder()));
    }

    void controls_data() { scales(); }
    void controls() {
        auto window = makeWindow();
        auto* column = new QVBoxLayout(window.get());
        column->addWidget(new PracticeRibbon);
        auto* header = new PageHeader(m_clock);
        header->setTitle(u"窓口"_s);
        header->setOperator(u"見本 花子"_s, u"窓口操作者"_s);
        column->addWidget(header);
        auto* primary = new ActionButton(ActionId::DraftSave, u"保存する"_s, ButtonKind::Primary);
        auto* off = new ActionButton(ActionId::DraftSave, u"使えないボタン"_s);
        off->setEnabled(false);
        column->addLayout(
            side({primary, new ActionButton(ActionId::GoBack, u"戻る"_s),
                  new ActionButton(ActionId::DraftDelete, u"下書きを削除する"_s, ButtonKind::Danger), off}));
        auto* pin = new PinField;
        auto* wrong = new PinField;
        wrong->setInvalid(true);
        auto* disabled = new PinField;
        disabled->setEnabled(false);
        column->addLayout(side({pin, wrong, disabled}));
        auto* icons = new QHBoxLayout;
        for (int shape = 0; shape <= static_cast<int>(IconShape::Clock); ++shape)
            icons->addWidget(
                new IconLabel(static_cast<IconShape>(shape), QColor(theme::colour::primary), 40));
        icons->addStretch();
        column->addLayout(icons);
        column->addStretch();
        column->addWidget(fullBar());
        present(*window);
        typeText(pin, u"123456"_s);
        primary->setFocus();
        save(*window, u"controls"_s);
        pin->setFocus();
        typeText(pin, u"123456"_s);
        save(*window, u"pin"_s);
    }

    void notices_data() { scales(); }
    void notices() {
        auto window = makeWindow();
        auto* column = new QVBoxLayout(window.get());
        const ErrorText removed = errorText(ErrorCode::CardRemoved);
        column->addWidget(
            new Notice(NoticeKind::Error, removed.happened, removed.safe + u'\n' + removed.next));
        column->addWidget(
            new Notice(NoticeKind::Warning, u"あと1回間違えると、このカードは使えなくなります。"_s));
        column->addWidget(new Notice(NoticeKind::Success, u"保存しました"_s, u"14:03:22"_s));
        column->addWidget(
            new Notice(NoticeKind::Info, u"前回のログイン"_s, u"令和8年11月20日 17:12 第1窓口"_s));
        column->addStretch();
        present(*window);
        save(*window, u"notices"_s);
        auto* panel = new MessagePanel(window.get());
        panel->ask({NoticeKind::Warning,
                    u"この下書きを削除しますか"_s,
                    u"転入届　葛城　髙子　20261121-0007\n削除すると元に戻せません。"_s,
                    {{ActionId::DismissMessage, u"やめる"_s, ButtonKind::Secondary, {}},
                     {ActionId::DraftDelete, u"削除する"_s, ButtonKind::Danger, {}}}});
        save(*window, u"messagepanel"_s);
    }

    void fields_data() { scales(); }
    void fields() {
        auto window = makeWindow();
        auto* columns = new QHBoxLayout(window.get());
        auto* left = new QVBoxLayout;
        auto* right = new QVBoxLayout;
        columns->addLayout(left, 1);
        columns->addLayout(right, 1);
        auto* name = filled(new NameEdit(20), u"葛\U000E0100城　髙子辻\U000E0101"_s);
        left->addWidget(new FieldRow({u"氏名"_s, u"転出証明書のとおりの字で入力します。"_s, true}, name));
        left->addWidget(
            new FieldRow({u"フリガナ"_s, {}, true}, filled(new KanaEdit(20), u"カツラギ　タカコ"_s)));
        auto* birth = new EraDateEdit(QDate(2026, 11, 21), EraGuess::Refuse);
        typeText(birth->line(), u"S60.4.1"_s);
        left->addWidget(new FieldRow({u"生年月日"_s, u"例: S60.4.1"_s, true}, birth));
        auto* ended = new EraDateEdit(QDate(2026, 11, 21), EraGuess::Refuse);
        typeText(ended->line(), u"S64.1.8"_s);
        auto* endedRow = new FieldRow({u"生年月日"_s, {}, true}, ended);
        endedRow->setProblem(u"昭和64年は1月7日までです。平成元年1月8日ではありませんか。"_s);
        left->addWidget(endedRow);
        right->addWidget(new FieldRow({u"郵便番号"_s}, filled(new PostalEdit, u"1000001"_s)));
        auto* address = filled(new LineField(10), u"東京都千代田区千代田1番1号"_s);
        right->addWidget(new FieldRow({u"住所"_s, u"番地・号まで入力します。"_s, true}, address));
        right->addWidget(new FieldRow(
            {u"性別"_s, {}, true}, filled(new ChoiceField({{u"f"_s, u"女"_s}, {u"m"_s, u"男"_s}}), u"f"_s)));
        right->addWidget(new FieldRow({u"通数"_s}, filled(new NumberEdit, u"2"_s)));
        right->addWidget(new FieldRow({u"同意"_s, {}, false, false},
                                      filled(new CheckField(u"原本を見て確かめた"_s), u"yes"_s)));
        left->addStretch();
        right->addStretch();
        present(*window, 1);
        name->setFocus();
        save(*window, u"fields"_s);
    }

    void form_data() { scales(); }
    void form() {
        const Result<ProcedureCatalogue> catalogue = ProcedureCatalogue::load();
        QVERIFY(catalogue.has_value());
        auto window = makeWindow();
        auto* column = new QVBoxLayout(window.get());
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(new PracticeRibbon);
        auto* header = new PageHeader(m_clock);
        header->setTitle(u"転入届　20261121-0007"_s);
        header->setOperator(u"見本 花子"_s, u"窓口操作者"_s);
        column->addWidget(header);
        auto* made = new ProcedureForm(*catalogue->procedure(u"moving-in"_s), QDate(2026, 11, 21), m_postal);
        column->addWidget(made, 1);
        column->addWidget(fullBar());
        present(*window);
        made->setValues(
            {{u"person-name"_s, u"葛\U000E0100城　髙子"_s}, {u"person-birth"_s, u"1985-04-01"_s}});
        made->setPosition({u"notifier-relation"_s, 0});
        save(*window, u"form-start"_s);
        made->setPosition({u"person-name"_s, 2});
        save(*window, u"form-person"_s);
        made->checkAll();
        QVERIFY(made->goToNextProblem());
        save(*window, u"form-errors"_s);
    }

private:
    static QString folder() { return QCoreApplication::applicationDirPath() + u"/gallery"_s; }

    static void scales() {
        QTest::addColumn<int>("percent");
        QTest::newRow("100") << 100;
        QTest::newRow("200") << 200;
    }

    static std::unique_ptr<QWidget> makeWindow() {
        QFETCH(int, percent);
        applyTheme(*qApp, Scale::fromPercent(percent));
        return std::make_unique<QWidget>();
    }

    /// Large scales get a larger screen where a page shows more than one screenful by intent.
    static void present(QWidget& window, int largeFrom = 2) {
        QFETCH(int, percent);
        const int factor = percent / 100 > largeFrom ? percent / 100 : 1;
        window.resize(screenWidth * factor, screenHeight * factor);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

    static void save(QWidget& window, const QString& name) {
        QFETCH(int, percent);
        QCoreApplication::sendPostedEvents();
        QTest::qWait(0);
        const QString path = u"%1/%2-%3.png"_s.arg(folder(), name).arg(percent);
        QVERIFY(window.grab().save(path));
        for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
            const bool cut = button->isVisible() && button->width() < button->sizeHint().width();
            QVERIFY2(!cut, qUtf8Printable(name + u": "_s + button->text()));
        }
        for (const QLabel* label : window.findChildren<QLabel*>()) {
            const int needed =
                label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            const bool cut =
                label->isVisible() && (label->height() < needed ||
                                       (!label->wordWrap() && label->width() < label->sizeHint().width()));
            QVERIFY2(!cut, qUtf8Printable(name + u": "_s + label->text()));
        }
    }

    SystemClock m_clock;
    PostalDirectory m_postal;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::GalleryTest)
#include "tst_gallery.moc"
