// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/nameedit.h"

#include "app/text/kana.h"
#include "ui/theme.h"
#include "ui/widgets/lineedit.h"
#include "ui/widgets/varianthint.h"

#include <QBoxLayout>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

/// The reading that a preedit spells, or nothing while it holds anything but kana. Typing "shin" shows しn
/// when the conversion is asked for: the n is ん then.
QString spelledReading(QString preedit) {
    if (preedit.endsWith(u'n') || preedit.endsWith(u'ｎ'))
        preedit.replace(preedit.size() - 1, 1, u"ん"_s);
    const QString katakana = toKatakana(preedit);
    return isReading(katakana) ? katakana : QString();
}

} // namespace

NameEdit::NameEdit(int maximumLength, QWidget* parent)
    : LineField(maximumLength, 0, parent), m_hint(new VariantHint) {
    line()->setFont(theme::font(theme::TextRole::Name));
    column()->addWidget(m_hint);
    connect(line(), &LineEdit::preeditChanged, this, [this](const QString& preedit) {
        const QString spelled = spelledReading(preedit);
        if (preedit.isEmpty() || !spelled.isEmpty())
            m_composed = spelled;
    });
    connect(line(), &LineEdit::committed, this, &NameEdit::takeCommit);
    connect(line(), &LineEdit::textChanged, this, &NameEdit::followText);
    m_hint->setText({});
}

void NameEdit::setValue(const QString& value) {
    LineField::setValue(value);
    m_catching = value.isEmpty();
    m_reading.clear();
    m_readLength = 0;
}

void NameEdit::takeCommit(const QString& text, bool appended) {
    if (!m_catching)
        return;
    const bool space = text.trimmed().isEmpty();
    const QString own = space ? u"\u3000"_s : spelledReading(text);
    const QString reading = own.isEmpty() ? m_composed : own;
    m_composed.clear();
    m_catching = appended && !reading.isEmpty() && line()->text().size() == m_readLength;
    if (!m_catching)
        return;
    m_reading += reading;
    m_readLength += text.size();
    if (!space)
        Q_EMIT readingCaught(m_reading);
}

void NameEdit::followText(const QString& text) {
    m_hint->setText(text);
    if (text.isEmpty()) {
        m_catching = true;
        m_reading.clear();
        m_readLength = 0;
    } else if (m_catching && text.size() == m_readLength + 1 && text.back().isSpace()) {
        m_reading += u'\u3000'; // a space typed without the input method
        ++m_readLength;
    } else if (text.size() != m_readLength) {
        m_catching = false;
    }
}

} // namespace madoguchi
