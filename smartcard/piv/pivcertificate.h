// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Certificates as PIV cards store them, SP 800-73-4 part 1, appendix A table 10. Any thread.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace madoguchi {

/// The DER certificate in the content of a certificate object (what is inside tag 53), unpacked when the card
/// stores it compressed. Errors: CardProtocolError, also for a certificate above 16 KiB; CardObjectMissing
/// for an object without a certificate.
Result<QByteArray> certificateOfObject(QByteArrayView object);

} // namespace madoguchi
