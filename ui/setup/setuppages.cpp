// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/setup/setuppages.h"

#include "app/setup/officeroot.h"
#include "app/station/stationfacts.h"
#include "ui/screens/pageparts.h"
#include "ui/setup/media.h"
#include "ui/setup/placepicker.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/notice.h"

#include <QFileInfo>
#include <QLabel>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestName = 64; // X.509 has no longer ones

} // namespace

// ---- who makes the cards -------------------------------------------------------------------------------

AuthorityPage::AuthorityPage(const StationFolder& station, QWidget* parent)
    : SetupPage(parent)
    , m_kind(new ChoiceField({{u"office"_s, tr("This office itself")}, {u"outside"_s, tr("Somebody else")}}))
    , m_file(new PlacePicker(u"certificates"_s,
                             {.label = tr("File with their certificates"),
                              .hint = tr("PEM: the authorities whose cards may log in here."),
                              .listName = tr("Certificates on media that are plugged in"),
                              .noneFound = tr("None was found.")},
                             [station] { return certificateFiles(station); })) {
    explain(
        tr("Nobody can log in at this terminal yet. It takes about five minutes to set it up. You need a "
           "card reader. If this office makes its cards itself: two new cards, the two people who get them, "
           "and a removable medium such as a USB stick; otherwise the first card administrator's card."));
    add(u"authority"_s, m_kind, tr("Cards are made by"),
        tr("This office itself: the key that all cards come from is made now and kept in your safe. "
           "Somebody else: the cards come with certificates of an authority that you were told; also for a "
           "further terminal of an office with a root of its own, with root.pem."));
    column()->addWidget(m_file);
    column()->addStretch();
    m_kind->setValue(u"office"_s);
    m_file->hide();
    connect(m_kind, &FieldEditor::edited, this,
            [this] { m_file->setVisible(authority() == CardAuthority::Outside); });
}

void AuthorityPage::takeKeyboard() {
    m_kind->setFocus(Qt::OtherFocusReason);
}

CardAuthority AuthorityPage::authority() const {
    return m_kind->value() == u"outside"_s ? CardAuthority::Outside : CardAuthority::Office;
}

QString AuthorityPage::certificates() const {
    return authority() == CardAuthority::Outside ? m_file->path() : QString();
}

bool AuthorityPage::check() {
    beginCheck();
    if (authority() == CardAuthority::Outside) {
        const QFileInfo file(certificates());
        require(m_file->row(), file.isFile() && file.isReadable(),
                certificates().isEmpty() ? tr("Choose the file.") : tr("There is no such file to read."));
    }
    return endCheck();
}

// ---- names ---------------------------------------------------------------------------------------------

NamesPage::NamesPage(QWidget* parent)
    : SetupPage(parent), m_office(new LineField(LongestName)), m_terminal(new LineField(LongestName)) {
    explain(tr("Both are on every page, in every record and, the office, in every certificate. They can't be "
               "changed later."));
    m_officeRow = add(u"office"_s, m_office, tr("Office"), tr("Its code, its name or both."));
    m_terminalRow = add(u"terminal"_s, m_terminal, tr("Terminal"), tr("Such as the counter's number."));
    column()->addStretch();
}

void NamesPage::takeKeyboard() {
    m_office->setFocus(Qt::OtherFocusReason);
}

QString NamesPage::office() const {
    return m_office->value().trimmed();
}

QString NamesPage::terminal() const {
    return m_terminal->value().trimmed();
}

bool NamesPage::check() {
    beginCheck();
    const QString problem = tr("Enter 1 to %1 characters.").arg(LongestName);
    require(m_officeRow, checkStationNames(office(), u"-"_s).has_value(), problem);
    require(m_terminalRow, checkStationNames(u"-"_s, terminal()).has_value(), problem);
    return endCheck();
}

// ---- the end -------------------------------------------------------------------------------------------

DonePage::DonePage(const StationFolder& station, CardAuthority authority, const QString& medium,
                   QWidget* parent)
    : SetupPage(parent) {
    auto* facts = new FactList;
    QList<Fact> made{{tr("Data of this terminal"), station.path()}};
    QStringList todo;
    const bool isOffice = authority == CardAuthority::Office;
    if (isOffice) {
        made.append({tr("The office's root"), medium});
        const bool isOnMedium = !medium.isEmpty() && !isOnDiskOf(station, medium);
        todo = {isOnMedium ? tr("Copy root-key.pem and root.pem to a second medium.")
                           : tr("Move root-key.pem and root.pem from this terminal's disk to two media, and "
                                "delete them here."),
                tr("Take both media out and lock them into two safes, the passphrase into a third place.")};
    }
    todo += {tr("Leave the card in the reader: the login is next. Go on with F12."),
             isOffice ? tr("From now on the two make all further cards together, on the page Issue card.")
                      : tr("Take the other people's cards in with madoguchictl card enroll.")};
    facts->setFacts(made);
    column()->addWidget(
        new Notice(NoticeKind::Success, isOffice ? tr("Both card administrators can log in.")
                                                 : tr("The first card administrator can log in.")));
    column()->addWidget(facts);
    column()->addWidget(pageparts::text(tr("What to do now"), theme::TextRole::Heading));
    for (qsizetype i = 0; i < todo.size(); ++i)
        column()->addWidget(pageparts::text(u"%1. %2"_s.arg(i + 1).arg(todo.at(i))));
    column()->addStretch();
}

} // namespace madoguchi
