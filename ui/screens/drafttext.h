// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A draft in words, for questions and messages. Any thread.
#pragma once

#include "app/drafts/draft.h"
#include "app/procedures/procedure.h"
#include "app/procedures/purpose.h"

#include <QSet>

namespace madoguchi::drafttext {

/// Whose draft of what, with its reception number.
QString subject(const Procedure& procedure, const FieldValues& values, const QString& reception);
/// The label of a purpose; of one that is not among them its id.
QString purpose(const QList<Purpose>& purposes, const QString& id);
/// Of the fields with these ids, in the order of the form, each with its part of the form.
QStringList labels(const Procedure& procedure, const QSet<QString>& fields);
/// What of a draft could not be saved, as Screen::unsaved() gives it; empty without labels.
QStringList unsaved(const Procedure& procedure, const QString& reception, const QStringList& labels);

} // namespace madoguchi::drafttext
