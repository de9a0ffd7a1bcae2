// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A vault with people who work in it.
#pragma once

#include "app/drafts/draftstore.h"
#include "app/drafts/receptionstore.h"
#include "tests/app/support/teststation.h"

namespace madoguchi {

class TestVault {
public:
    TestVault() {
        const QString path = station.folder() + QStringLiteral("/vault.db");
        expect(Vault::create(path, key()));
        for (const char* id : {"op1", "op2"})
            station.enroll(QString::fromLatin1(id));
        vault = std::make_unique<Vault>(expect(Vault::open(path, session(QStringLiteral("op1")))));
        receptions = std::make_unique<ReceptionStore>(
            *vault, clock, QList<Purpose>{{QStringLiteral("application"), QStringLiteral("申請")}});
        directory = std::make_unique<OperatorDirectory>(station.database());
        drafts = std::make_unique<DraftStore>(*vault, *directory, clock);
    }

    static SecretBytes key() { return SecretBytes::copyOf(QByteArray(32, 'v')); }
    static Session session(const QString& operatorId, Role role = Role::Operator) {
        return TestStation::session(role, operatorId, key());
    }
    static Procedure procedure() {
        Procedure procedure;
        procedure.id = QStringLiteral("tennyu");
        procedure.version = 3;
        procedure.nameField = QStringLiteral("name");
        procedure.kanaField = QStringLiteral("kana");
        procedure.birthField = QStringLiteral("birth");
        return procedure;
    }
    static FieldValues values(const QString& name, const QString& kana, const QString& birth = {}) {
        return {
            {QStringLiteral("name"), name}, {QStringLiteral("kana"), kana}, {QStringLiteral("birth"), birth}};
    }
    QString reception(const Session& by) {
        return expect(receptions->open(by, QStringLiteral("application"))).number;
    }

    TestStation station;
    FakeClock clock;
    std::unique_ptr<Vault> vault;
    std::unique_ptr<ReceptionStore> receptions;
    std::unique_ptr<OperatorDirectory> directory;
    std::unique_ptr<DraftStore> drafts;
};

} // namespace madoguchi
