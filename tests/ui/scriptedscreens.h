// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Made-up screens whose every move can be seen. GUI thread.
#pragma once

#include "ui/screens/screencatalogue.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <array>
#include <functional>

namespace madoguchi {

/// What the made-up screens do, and what was done to them.
struct ScreenScript {
    QStringList events; ///< "load desk", "save desk" ...
    std::optional<ErrorCode> loadError;
    std::optional<ErrorCode> saveError;
    QStringList unsaved = {}; ///< labels
    bool mayLeave = true;
    std::function<void()> onSave = {}; ///< also called
};

inline ScreenScript& screenScript() {
    static ScreenScript script;
    return script;
}

/// A screen with two fields, "first" and "second".
class ScriptedScreen : public Screen {
public:
    ScriptedScreen(const char* name, const ScreenContext& context, const QString& target)
        : Screen(context, target), m_name(QString::fromLatin1(name)) {
        auto* layout = new QVBoxLayout(this);
        for (const char* id : {"first", "second"}) {
            auto* field = new QLineEdit;
            field->setObjectName(QString::fromLatin1(id));
            layout->addWidget(field);
        }
    }
    ~ScriptedScreen() override { note("gone"); }

    QString name() const override { return m_name; }
    QString title() const override { return QStringLiteral("Title of ") + m_name; }
    Result<> load() override {
        note("load");
        return outcome(screenScript().loadError);
    }
    Result<> refresh() override {
        note("refresh");
        return {};
    }
    Result<> save() override {
        note("save");
        if (screenScript().onSave)
            screenScript().onSave();
        return outcome(screenScript().saveError);
    }

    QStringList unsaved() const override { return screenScript().unsaved; }
    bool mayLeave() override {
        note("ask");
        return screenScript().mayLeave;
    }

private:
    void note(const char* what) { screenScript().events += QString::fromLatin1(what) + u' ' + m_name; }
    static Result<> outcome(const std::optional<ErrorCode>& code) {
        if (code)
            return fail(*code);
        return {};
    }
    QString m_name;
};

inline constexpr char deskName[] = "desk";
inline constexpr char draftName[] = "draft";
inline constexpr char auditName[] = "audit";

template <const char* name>
std::unique_ptr<Screen> makeScripted(const ScreenContext& context, const QString& target) {
    return std::make_unique<ScriptedScreen>(name, context, target);
}

/// An operator may see the first two.
inline constexpr std::array ScriptedCatalogue{
    ScreenEntry{deskName, Permission::OpenReception, true, "Desk", makeScripted<deskName>},
    ScreenEntry{draftName, Permission::ViewOwnDrafts, false, "Draft", makeScripted<draftName>},
    ScreenEntry{auditName, Permission::ViewAuditLog, true, "Operation log", makeScripted<auditName>},
};

} // namespace madoguchi
