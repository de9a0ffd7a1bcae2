// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/draftheader.h"

#include "ui/clocktext.h"
#include "ui/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int ButtonsNeedWidth = 1000;
constexpr int IconSize = 20;

} // namespace

DraftHeader::DraftHeader(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_person(new ElidedLabel)
    , m_reception(new ElidedLabel)
    , m_buttons(makeButtons()) {
    m_row->setContentsMargins(theme::px(16), theme::px(4), theme::px(16), 0);
    m_row->setSpacing(theme::px(16));
    m_person->setObjectName(u"applicant"_s);
    m_person->setFont(theme::font(theme::TextRole::Name));
    m_reception->setObjectName(u"reception-number"_s);
    m_row->addWidget(m_person);
    m_row->addWidget(m_reception, 1);
    m_row->addWidget(makeState());
    m_row->addWidget(m_buttons);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setPerson({});
}

QWidget* DraftHeader::makeState() {
    m_icon = new IconLabel(IconShape::Success, QColor(theme::colour::success), IconSize);
    m_state = new QLabel;
    m_state->setTextFormat(Qt::PlainText);
    m_state->setObjectName(u"saved-state"_s);
    auto* state = new QWidget;
    auto* row = new QHBoxLayout(state);
    row->setContentsMargins(0, 0, theme::px(8), 0);
    row->setSpacing(theme::px(6));
    row->addWidget(m_icon);
    row->addWidget(m_state, 1);
    return state;
}

QWidget* DraftHeader::makeButtons() {
    auto* handOver = new ActionButton(ActionId::DraftHandOver, tr("Hand over"));
    auto* remove = new ActionButton(ActionId::DraftDelete, tr("Delete"));
    connect(handOver, &ActionButton::clicked, this, &DraftHeader::handOverRequested);
    connect(remove, &ActionButton::clicked, this, &DraftHeader::deleteRequested);
    auto* buttons = new QWidget;
    auto* row = new QHBoxLayout(buttons);
    const int ring = theme::px(theme::focusRingWidth);
    row->setContentsMargins(ring, ring, ring, ring);
    row->setSpacing(theme::px(16));
    row->addWidget(handOver);
    row->addWidget(remove);
    return buttons;
}

void DraftHeader::setReception(const QString& number, const QString& purpose) {
    m_number = number;
    m_purpose = purpose;
    showReception();
}

void DraftHeader::showReception() {
    const bool hasRoom = !m_buttons->isHidden();
    //: %1 is the reception number, %2 the purpose of the visit
    m_reception->setText(m_purpose.isEmpty() || !hasRoom
                             ? tr("Reception %1").arg(m_number)
                             : tr("Reception %1, purpose: %2").arg(m_number, m_purpose));
}

void DraftHeader::setPerson(const QString& name) {
    //: %1 is a person's name
    m_person->setText(name.isEmpty() ? tr("No name yet") : tr("%1, applicant").arg(name));
}

void DraftHeader::showSaved(const QDateTime& at) {
    m_icon->setShape(IconShape::Success, QColor(theme::colour::success));
    //: %1 is the time with seconds
    m_state->setText(tr("Saved %1").arg(clocktext::timeInList(at)));
}

void DraftHeader::showUnchanged(const QDateTime& at) {
    m_icon->setShape(IconShape::Success, QColor(theme::colour::success));
    //: %1 is the time with seconds
    m_state->setText(tr("Saved %1, nothing changed since").arg(clocktext::timeInList(at)));
}

void DraftHeader::showSaving() {
    m_icon->setShape(IconShape::Clock, QColor(theme::colour::supporting));
    m_state->setText(tr("Saving"));
}

void DraftHeader::showNotSaved() {
    m_icon->setShape(IconShape::Error, QColor(theme::colour::errorText));
    m_state->setText(tr("Not saved"));
}

QString DraftHeader::state() const {
    return m_state->text();
}

void DraftHeader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_buttons->setVisible(width() >= theme::px(ButtonsNeedWidth));
    showReception();
}

} // namespace madoguchi
