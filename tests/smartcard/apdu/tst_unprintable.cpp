// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Secrets and commands can't be printed by accident: nothing that writes text or data takes them. A line of
// code that tries does not compile; here the compiler is asked whether it would.

#include "smartcard/apdu/commandapdu.h"
#include "smartcard/apdu/responseapdu.h"
#include "smartcard/piv/cardpersonalisation.h"
#include "smartcard/piv/pinlogin.h"
#include "tests/support/testcase.h"

#include <QDataStream>
#include <QDebug>
#include <QTextStream>
#include <QVariant>

#include <ostream>

namespace madoguchi {
namespace {

template <class Stream, class T>
concept Writes = requires(Stream& stream, const T& value) {
    stream << value;
};
template <class T>
concept BecomesText = requires(const T& value) {
    QString(value);
}
|| requires(const T& value) {
    QByteArray(value);
}
|| requires(const T& value) {
    toString(value);
};
template <class T>
concept TravelsInAVariant = std::is_copy_constructible_v<T>;

template <class T>
constexpr bool IsPrintable = Writes<QDebug, T> || Writes<QTextStream, T> || Writes<QDataStream, T> ||
                             Writes<std::ostream, T> || BecomesText<T> || TravelsInAVariant<T>;

} // namespace

class UnprintableTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void theCompilerSaysNo() {
        QVERIFY(!IsPrintable<SecretBytes>);
        QVERIFY(!IsPrintable<CommandApdu>);
        QVERIFY(!IsPrintable<ResponseApdu>);
        QVERIFY(!IsPrintable<PivManagementKey>);
        QVERIFY(!IsPrintable<CardSecrets>);
        QVERIFY(!IsPrintable<PinLoginRequest>);
        QVERIFY(!IsPrintable<PinLogin>);
    }

    void itSaysYesToWhatMayBePrinted() {
        QVERIFY((Writes<QDebug, QByteArray>));
        QVERIFY((Writes<QTextStream, QString>));
        QVERIFY((Writes<QDataStream, QByteArray>));
        QVERIFY((Writes<std::ostream, int>));
        QVERIFY(BecomesText<StatusWord>);
        QVERIFY(TravelsInAVariant<QByteArray>);
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::UnprintableTest)
#include "tst_unprintable.moc"
