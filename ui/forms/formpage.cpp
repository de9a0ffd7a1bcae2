// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/forms/formpage.h"

#include "ui/forms/editorfactory.h"
#include "ui/theme.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/kanaedit.h"
#include "ui/widgets/keepinsight.h"
#include "ui/widgets/nameedit.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace madoguchi {

namespace {

constexpr int pageWidth = 880;

QLabel* wrapped(const QString& text, theme::TextRole role) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setFont(theme::font(role));
    label->setWordWrap(true);
    return label;
}

} // namespace

FormPage::FormPage(const FieldGroup& group, QDate today, QWidget* parent)
    : QScrollArea(parent), m_column(nullptr) {
    auto* content = new QWidget;
    content->setMaximumWidth(theme::px(pageWidth));
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(theme::px(24), theme::px(16), theme::px(24), theme::px(16));
    m_column->setSpacing(theme::px(14));
    m_column->addWidget(wrapped(group.title, theme::TextRole::Heading));
    if (!group.hint.isEmpty())
        m_column->addWidget(wrapped(group.hint, theme::TextRole::Body));
    for (const Field& field : group.fields)
        addRow(field, today);
    m_column->addStretch();
    linkReadings(group);
    setWidget(content);
    content->installEventFilter(this);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

FieldEditor* FormPage::editor(const QString& fieldId) const {
    const FieldRow* found = row(fieldId);
    return found == nullptr ? nullptr : found->editor();
}

FieldRow* FormPage::row(const QString& fieldId) const {
    return m_rows.value(fieldId);
}

void FormPage::setFieldShown(const QString& fieldId, bool shown) {
    if (FieldRow* found = row(fieldId))
        found->setVisible(shown);
}

void FormPage::focusFirst() {
    for (const QString& id : std::as_const(m_ids)) {
        if (row(id)->isHidden())
            continue;
        editor(id)->setFocus(Qt::OtherFocusReason);
        return;
    }
}

void FormPage::appendFooter(QWidget* footer) {
    m_column->insertWidget(m_column->count() - 1, footer);
}

void FormPage::addRow(const Field& field, QDate today) {
    FieldEditor* made = makeEditor(field, today).release(); // the row owns it
    made->setObjectName(field.id);
    const bool labelShown = field.type != FieldType::Check;
    auto* added = new FieldRow({field.label, field.hint, field.required, labelShown}, made);
    m_column->addWidget(added);
    m_ids.append(field.id);
    m_rows.insert(field.id, added);
    connect(made, &FieldEditor::edited, this, [this, id = field.id] { Q_EMIT edited(id); });
    connect(made, &FieldEditor::left, this, [this, id = field.id] { Q_EMIT left(id); });
    connect(made, &FieldEditor::entered, this, [this, id = field.id] {
        Q_EMIT entered(id);
        keepKeyboardInSight();
    });
}

void FormPage::linkReadings(const FieldGroup& group) {
    for (const Field& field : group.fields) {
        auto* kana = qobject_cast<KanaEdit*>(editor(field.id));
        auto* name = qobject_cast<NameEdit*>(editor(field.kanaOf));
        if (kana != nullptr && name != nullptr)
            connect(name, &NameEdit::readingCaught, kana, &KanaEdit::offerReading);
    }
}

bool FormPage::eventFilter(QObject* watched, QEvent* event) {
    // What appears or goes in a row, such as an error, moves everything below it.
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, &FormPage::keepKeyboardInSight, Qt::QueuedConnection);
    return QScrollArea::eventFilter(watched, event);
}

void FormPage::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    // A summary of errors that opens above must not push the field with the keyboard out of sight.
    keepKeyboardInSight();
}

void FormPage::keepKeyboardInSight() {
    QWidget* control = widget() == nullptr ? nullptr : widget()->focusWidget();
    if (control == nullptr || !control->hasFocus())
        return;
    m_column->activate();
    keepInSight(*this, *control);
}

} // namespace madoguchi
