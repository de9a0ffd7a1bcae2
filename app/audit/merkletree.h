// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The hash tree of RFC 9162 2.1 (Certificate Transparency): one hash stands for all records in their order.
// leaf = SHA-256(00 || record), node = SHA-256(01 || left || right), the empty tree SHA-256("").
// Values; any thread, one at a time.
#pragma once

#include "app/crypto/hash.h"

#include <QByteArray>

#include <optional>
#include <span>
#include <vector>

namespace madoguchi {

/// Leaf hash of one record.
Sha256Digest leafHash(Sha256& hash, QByteArrayView record);

/// The roots of the perfect subtrees that a tree of size() leaves is made of, largest first: all that is
/// needed to append and to give the root, at most 64 hashes.
class MerkleRange {
public:
    MerkleRange();
    /// From what peaks() gave; nothing when the number of hashes does not fit the size.
    static std::optional<MerkleRange> fromPeaks(quint64 size, QByteArrayView peaks);

    void append(const Sha256Digest& leaf);
    quint64 size() const { return m_size; }
    Sha256Digest root() const;
    /// The hashes one after another, 32 bytes each.
    QByteArray peaks() const;

private:
    quint64 m_size = 0;
    std::vector<Sha256Digest> m_peaks;
    mutable Sha256 m_hash;
};

using MerkleProof = std::vector<Sha256Digest>;

Sha256Digest merkleRoot(std::span<const Sha256Digest> leaves);
/// RFC 9162 2.1.3.1. Empty for an index outside the leaves, and for the only leaf of a tree.
MerkleProof inclusionProof(std::span<const Sha256Digest> leaves, std::size_t index);
/// RFC 9162 2.1.4.1: that the first `oldSize` of `leaves` are a tree that only grew.
MerkleProof consistencyProof(std::span<const Sha256Digest> leaves, std::size_t oldSize);

/// RFC 9162 2.1.3.2.
bool verifyInclusion(const Sha256Digest& leaf, quint64 index, quint64 size, const MerkleProof& proof,
                     const Sha256Digest& root);
/// RFC 9162 2.1.4.2.
bool verifyConsistency(quint64 oldSize, const Sha256Digest& oldRoot, quint64 newSize,
                       const Sha256Digest& newRoot, const MerkleProof& proof);

} // namespace madoguchi
