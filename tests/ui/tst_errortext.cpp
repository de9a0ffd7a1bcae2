// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/error.h"
#include "tests/support/testcase.h"
#include "ui/errortext.h"

#include <QMetaEnum>

namespace madoguchi {

using namespace Qt::StringLiterals;

class ErrorTextTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void everyCodeSaysWhatHappenedWhatIsSafeAndWhatToDo() {
        const QMetaEnum codes = QMetaEnum::fromType<ErrorCode>();
        QVERIFY(codes.keyCount() > 50);
        for (int i = 0; i < codes.keyCount(); ++i) {
            const ErrorText text = errorText(static_cast<ErrorCode>(codes.value(i)));
            for (const QString& part : {text.happened, text.safe, text.next})
                QVERIFY2(part.size() > 10 && part.endsWith(u'.'), codes.key(i));
        }
    }

    void noTwoCodesSayThatTheSameThingHappened() {
        const QMetaEnum codes = QMetaEnum::fromType<ErrorCode>();
        QMap<QString, QByteArray> seen;
        for (int i = 0; i < codes.keyCount(); ++i) {
            const QString happened = errorText(static_cast<ErrorCode>(codes.value(i))).happened;
            QVERIFY2(!seen.contains(happened), QByteArray(codes.key(i)) + " as " + seen.value(happened));
            seen.insert(happened, codes.key(i));
        }
    }

    void theSentenceIsTheThreePartsALineEach() {
        const ErrorText text = errorText(ErrorCode::DiskFull);
        QCOMPARE(errorSentence(ErrorCode::DiskFull), text.happened + u'\n' + text.safe + u'\n' + text.next);
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::ErrorTextTest)
#include "tst_errortext.moc"
