// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/notice.h"

#include "ui/theme.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace madoguchi {

namespace {

struct Look {
    IconShape icon;
    QRgb strong;
    QRgb surface;
};

Look lookOf(NoticeKind kind) {
    switch (kind) {
    case NoticeKind::Info:
        return {IconShape::Info, theme::colour::primary, theme::colour::selected};
    case NoticeKind::Success:
        return {IconShape::Success, theme::colour::success, theme::colour::successSurface};
    case NoticeKind::Warning:
        return {IconShape::Warning, theme::colour::warning, theme::colour::warningSurface};
    case NoticeKind::Error:
        return {IconShape::Error, theme::colour::errorText, theme::colour::errorSurface};
    }
    Q_UNREACHABLE();
}

void setColour(QLabel* label, QRgb colour) {
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, QColor(colour));
    label->setPalette(palette);
}

} // namespace

QString noticeWord(NoticeKind kind) {
    switch (kind) {
    case NoticeKind::Info:
        return Notice::tr("Information");
    case NoticeKind::Success:
        return Notice::tr("Done");
    case NoticeKind::Warning:
        return Notice::tr("Caution");
    case NoticeKind::Error:
        return Notice::tr("Error");
    }
    Q_UNREACHABLE();
}

Notice::Notice(NoticeKind kind, const QString& title, const QString& text, QWidget* parent)
    : QFrame(parent)
    , m_kind(kind)
    , m_icon(new IconLabel(lookOf(kind).icon, QColor(lookOf(kind).strong), 28))
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_column(new QVBoxLayout) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::px(24), theme::px(16), theme::px(16), theme::px(16));
    row->setSpacing(theme::px(12));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(m_column, 1);
    m_column->setSpacing(theme::px(6));
    m_column->addWidget(m_title);
    m_column->addWidget(m_text);
    for (QLabel* label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_title->setFont(theme::font(theme::TextRole::Strong));
    setColour(m_text, theme::colour::text);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // its hint is that of lines that do not wrap
    say(kind, title, text);
}

void Notice::say(NoticeKind kind, const QString& title, const QString& text) {
    m_kind = kind;
    const Look look = lookOf(kind);
    m_icon->setShape(look.icon, QColor(look.strong));
    //: %1 is the word for the kind of notice, %2 its title
    m_title->setText(tr("%1: %2").arg(noticeWord(kind), title));
    setColour(m_title, look.strong);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(m_title->text());
    setAccessibleDescription(text);
    update();
}

void Notice::setCompact(bool compact) {
    const int edge = theme::px(compact ? 6 : 16);
    layout()->setContentsMargins(theme::px(compact ? 16 : 24), edge, edge, edge);
    m_column->setSpacing(theme::px(compact ? 0 : 6));
    m_text->setFont(theme::font(compact ? theme::TextRole::Supporting : theme::TextRole::Body));
}

QString Notice::title() const {
    return m_title->text();
}

void Notice::append(QWidget* widget) {
    m_column->addWidget(widget);
}

void Notice::paintEvent(QPaintEvent*) {
    const Look look = lookOf(m_kind);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = theme::px(theme::radius);
    painter.setPen(QPen(QColor(look.strong), theme::px(2)));
    painter.setBrush(QColor(look.surface));
    const double inset = theme::px(1);
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.fillRect(QRectF(theme::px(1), radius, theme::px(8), height() - 2 * radius), QColor(look.strong));
}

} // namespace madoguchi
