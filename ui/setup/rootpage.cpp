// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/setup/rootpage.h"

#include "app/setup/officeroot.h"
#include "ui/setup/media.h"
#include "ui/setup/placepicker.h"
#include "ui/widgets/checkfield.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/pinrow.h"

#include <QFileInfo>
#include <QVBoxLayout>

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

RootPage::RootPage(const StationFolder& station, Task task, QWidget* parent)
    : SetupPage(parent)
    , m_station(station)
    , m_task(task)
    , m_place(new PlacePicker(
          u"medium"_s,
          {.label = task == Task::Make ? tr("Folder for the root") : tr("Folder with the root"),
           .hint = task == Task::Make ? tr("On a medium that is taken out afterwards.")
                                      : tr("Where root-key.pem is."),
           .listName = tr("Media that are plugged in"),
           .noneFound = tr("None was found. Plug one in and look again, or type a folder.")},
          [station] { return writableMedia(station); }))
    , m_there(new Notice(NoticeKind::Info, tr("There is a root in this folder already."),
                         tr("It is used for this terminal too. Enter the passphrase that it was made with.")))
    , m_sameDisk(new CheckField(tr("Use it all the same, and move the files to a medium afterwards")))
    , m_passphrase(new PinRow(ActionId::StationInit, tr("Passphrase of the root"),
                              task == Task::Make ? tr("At least 12 letters, digits and signs, such as four "
                                                      "words. Without it the root is lost.")
                                                 : QString(),
                              SecretKind::Passphrase))
    , m_repeat(new PinRow(ActionId::StationInit, tr("Passphrase once more"), {}, SecretKind::Passphrase)) {
    explain(task == Task::Make
                ? tr("The root is the key that all of this office's cards come from. It is made now, locked "
                     "with a passphrase, and is never on this terminal.")
                : tr("This terminal is set up, but the two card administrators do not both have a card. Put "
                     "the medium with the office's root in, to make what is missing."));
    m_passphrase->field()->setObjectName(u"passphrase"_s);
    m_repeat->field()->setObjectName(u"repeatedPassphrase"_s);
    column()->addWidget(m_place);
    m_sameDiskRow = add(u"sameDisk"_s, m_sameDisk, tr("This folder is on the terminal's own disk."),
                        tr("Whoever takes the terminal would have the root."));
    for (QWidget* part : {static_cast<QWidget*>(m_there), static_cast<QWidget*>(m_passphrase),
                          static_cast<QWidget*>(m_repeat)})
        column()->addWidget(part);
    column()->addStretch();
    chain(m_passphrase->field(), m_repeat->field());
    chain(m_repeat->field(), nullptr);
    connect(m_place, &PlacePicker::pathChanged, this, &RootPage::showWhatIsThere);
    showWhatIsThere();
}

QString RootPage::title() const {
    return m_task == Task::Make ? tr("The office's root") : tr("Continue: the office's root");
}

void RootPage::takeKeyboard() {
    m_place->takeKeyboard();
}

QString RootPage::medium() const {
    return m_place->path();
}

bool RootPage::isNew() const {
    return m_task == Task::Make && rootPresenceIn(medium()) == RootPresence::None;
}

void RootPage::showWhatIsThere() {
    const bool isFolder = !medium().isEmpty() && QFileInfo(medium()).isDir();
    m_there->setVisible(isFolder && m_task == Task::Make && !isNew());
    m_repeat->setVisible(isNew());
    m_sameDiskRow->setVisible(isFolder && isNew() && isOnDiskOf(m_station, medium()));
}

bool RootPage::check() {
    beginCheck();
    showWhatIsThere();
    checkPlace();
    if (endCheck()) // only then, so that nobody types it for nothing
        checkPassphrases();
    return endCheck();
}

void RootPage::checkPlace() {
    const QFileInfo folder(medium());
    const bool isFolder = !medium().isEmpty() && folder.isDir();
    if (!isFolder || (isNew() && !folder.isWritable())) {
        require(m_place->row(), false,
                isFolder ? tr("Nothing can be written there. Use another medium.")
                         : tr("There is no such folder. Is the medium plugged in?"));
        return;
    }
    require(m_place->row(), placeForRoot(m_station, medium()).has_value(),
            tr("This folder is inside the terminal's own. Choose one on a medium."));
    const RootPresence presence = rootPresenceIn(medium());
    if (presence == RootPresence::Certificate || (m_task == Task::Open && presence != RootPresence::Whole))
        require(m_place->row(), false, tr("The root's key is not there. Use the medium that has it."));
    if (m_sameDiskRow->isVisibleTo(this)) {
        require(m_sameDiskRow, !m_sameDisk->value().isEmpty(),
                tr("Choose a folder on a medium, or tick the box."));
    }
}

void RootPage::checkPassphrases() {
    m_taken = m_passphrase->field()->takePin();
    const SecretBytes repeated = m_repeat->field()->takePin();
    const bool strong = isNew() ? RootKey::checkPassphrase(m_taken).has_value() : !m_taken.isEmpty();
    const bool same = !isNew() || m_taken == repeated;
    m_passphrase->setProblem(strong ? QString()
                             : isNew()
                                 ? tr("It is too easy to guess. Use at least 12 characters, and not always "
                                      "the same ones.")
                                 : tr("Enter the passphrase."));
    m_repeat->setProblem(strong && !same ? tr("The two are not the same. Type both again.") : QString());
    if (!strong || !same) {
        m_taken.clear();
        noteWrong(m_passphrase->field());
    }
}

SecretBytes RootPage::takePassphrase() {
    return std::exchange(m_taken, SecretBytes());
}

void RootPage::showWrongPassphrase(const QString& problem) {
    showWhatIsThere();
    m_passphrase->setProblem(problem);
    m_passphrase->field()->setFocus(Qt::OtherFocusReason);
}

} // namespace madoguchi
