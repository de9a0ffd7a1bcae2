// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The rules of a station in words, in the order of their form: for the form itself and for the log, which
// names them by id. GUI thread.
#pragma once

#include <QString>

#include <span>

namespace madoguchi {

enum class PolicyRuleKind {
    Number,     ///< one or, where the policy has a list, several
    Switch,     ///< on or off
    Characters, ///< one of PinCharacters
};

struct PolicyRule {
    const char* id; ///< as in toJson(StationPolicy)
    PolicyRuleKind kind;
    const char* label; ///< to be translated in "PolicyRules"; so is the hint
    const char* hint;
};

std::span<const PolicyRule> policyRules();
/// Translated; empty for what is no rule.
QString policyRuleLabel(const QString& id);

} // namespace madoguchi
