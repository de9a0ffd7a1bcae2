// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/theme.h"

#include "ui/focusring.h"
#include "ui/themestyle.h"

#include <QApplication>
#include <QPalette>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int bodyPixels = 16;

QFont screenFont(int pixels, QFont::Weight weight) {
    QFont font(u"Noto Sans CJK JP"_s);
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

QPalette themePalette() {
    using namespace theme;
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(colour::paper));
    palette.setColor(QPalette::Base, QColor(colour::paper));
    palette.setColor(QPalette::AlternateBase, QColor(colour::surface));
    palette.setColor(QPalette::Button, QColor(colour::paper));
    palette.setColor(QPalette::WindowText, QColor(colour::body));
    palette.setColor(QPalette::Text, QColor(colour::text));
    palette.setColor(QPalette::ButtonText, QColor(colour::text));
    palette.setColor(QPalette::Highlight, QColor(colour::selected));
    palette.setColor(QPalette::HighlightedText, QColor(colour::text));
    palette.setColor(QPalette::Link, QColor(colour::primary));
    palette.setColor(QPalette::PlaceholderText, QColor(colour::supporting));
    palette.setColor(QPalette::ToolTipBase, QColor(colour::paper));
    palette.setColor(QPalette::ToolTipText, QColor(colour::text));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(colour::supporting));
    palette.setColor(QPalette::Disabled, QPalette::Base, QColor(colour::surface));
    return palette;
}

} // namespace

Scale Scale::fromPercent(int percent) {
    Scale scale;
    scale.m_percent = std::clamp(percent, 100, 200);
    return scale;
}

void applyTheme(QApplication& application, Scale scale) {
    QApplication::setStyle(new ThemeStyle);
    QApplication::setFont(screenFont(bodyPixels * scale.percent() / 100, QFont::Normal));
    QApplication::setPalette(themePalette());
    if (application.findChild<FocusRing*>(QString(), Qt::FindDirectChildrenOnly) == nullptr)
        new FocusRing(&application);
}

namespace theme {

int px(int designPixels) {
    const int body = QGuiApplication::font().pixelSize();
    return body > 0 ? qRound(designPixels * body / double(bodyPixels)) : designPixels;
}

QFont font(TextRole role) {
    switch (role) {
    case TextRole::Body:
        return screenFont(px(bodyPixels), QFont::Normal);
    case TextRole::Strong:
        return screenFont(px(bodyPixels), QFont::Bold);
    case TextRole::Dense:
    case TextRole::Supporting:
        return screenFont(px(14), QFont::Normal);
    case TextRole::Heading:
        return screenFont(px(20), QFont::Bold);
    case TextRole::Title:
        return screenFont(px(24), QFont::Bold);
    case TextRole::Large:
        return screenFont(px(32), QFont::Bold);
    case TextRole::Clock:
        return screenFont(px(96), QFont::Bold);
    case TextRole::Name: {
        QFont name(QStringList{u"IPAmjMincho"_s, u"Noto Serif CJK JP"_s, u"Noto Sans CJK JP"_s});
        name.setPixelSize(px(20));
        return name;
    }
    }
    Q_UNREACHABLE();
}

} // namespace theme
} // namespace madoguchi
