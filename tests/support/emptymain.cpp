// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A program that does nothing: it lends its precompiled headers to the tests (cmake/precompile.cmake).
int main() {
    return 0;
}
