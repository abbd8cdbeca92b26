#!/usr/bin/env python3
"""Writes Sources/StrataSearch/FoldTable.swift: what characters a search takes for the same.

    Scripts/generate-fold-table.py > Sources/StrataSearch/FoldTable.swift
    Scripts/generate-fold-table.py --han > Sources/StrataSearch/HanTable.swift

Source: the Unicode Character Database of Debian's package unicode-data (UnicodeData.txt, CaseFolding.txt, DerivedCoreProperties.txt,
Unihan_Variants.txt.bz2). Folded are case, accents (canonical decomposition without the combining diacritical marks), the points of
Arabic and Hebrew, width, superscripts and other compatible forms, ligatures, typographic quotes, the two kana (to hiragana) and
traditional characters (to simplified ones; those from U+4E00 on stand in HanTable.swift); dashes, middle dots and slashes become
the one border between words, which is a space. Characters that are not seen are dropped. Hangul is decomposed in code.
"""
import bz2
import re
import sys

DIRECTORY = "/usr/share/unicode/"
# Letters with a stroke, which Unicode does not decompose.
STROKES = {0xF8: 0x6F, 0x111: 0x64, 0x127: 0x68, 0x131: 0x69, 0x142: 0x6C, 0x167: 0x74, 0x1E9E: 0xDF}
# And letters that are written with two where they are not at hand.
PAIRS = {0xE6: "ae", 0x153: "oe", 0xFE: "th", 0xF0: "d", 0x14B: "n"}
MARKS = [(0x300, 0x36F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F)]
# Points of Hebrew and Arabic.
MARKS += [(0x591, 0x5BD), (0x5BF, 0x5BF), (0x5C1, 0x5C2), (0x5C4, 0x5C5), (0x5C7, 0x5C7), (0x610, 0x61A), (0x640, 0x640)]
MARKS += [(0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6DC), (0x6DF, 0x6E4), (0x6E7, 0x6E8), (0x6EA, 0x6ED)]
QUOTES = {q: "'" for q in "\u2018\u2019\u201A\u201B\u2032\u02BC\u02B9\u00B4"}
QUOTES.update({q: '"' for q in "\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB"})
# Beside the dashes: the minus, middle dots, the slash of fractions.
BORDERS = set(map(ord, "-_./\u2212\u00B7\u30FB\u2027\u2022\u2044\u2215"))
# Bytes that a folded text takes for each byte of the text, at most: Folding.growth.
GROWTH = 3


def simplified():
    """Each traditional character's simplified one."""
    found, same = {}, {}
    for line in bz2.open(DIRECTORY + "Unihan_Variants.txt.bz2", "rt", encoding="utf-8"):
        if "\tkSimplifiedVariant\t" in line:
            scalar, _, variants = line.rstrip("\n").split("\t")
            scalar = int(scalar[2:], 16)
            others = [int(v[2:], 16) for v in variants.split() if int(v[2:], 16) != scalar]
            isKept = len(others) < len(variants.split()) and in_use(scalar)
            if others and not isKept and scalar < 0x10000 and others[0] < 0x10000:
                found[scalar] = others[0]
        elif re.search(r"\tk(Semantic|Z)Variant\t", line):
            scalar, _, variants = line.rstrip("\n").split("\t")
            same.setdefault(int(scalar[2:], 16), []).extend(int(v.split("<")[0][2:], 16) for v in variants.split())
    # Another way to write a character that is simplified, unless it is in use itself.
    targets = set(found.values())
    for scalar, others in same.items():
        other = next((o for o in others if o in found), None)
        if scalar not in found and scalar not in targets and other and scalar < 0x10000 and not in_use(scalar):
            found[scalar] = found[other]
    # Some of these are simplified once more.
    for scalar in found:
        seen = {scalar}
        while found[scalar] in found and found[found[scalar]] not in seen:
            seen.add(found[scalar])
            found[scalar] = found[found[scalar]]
    return found


def in_use(scalar):
    """Whether simplified Chinese has the character."""
    try:
        return bool(chr(scalar).encode("gb2312"))
    except UnicodeEncodeError:
        return False


def size(scalars):
    return len("".join(map(chr, scalars)).encode())


def lines(name):
    for line in open(DIRECTORY + name, encoding="utf-8"):
        line = line.split("#")[0].strip()
        if line:
            yield [f.strip() for f in line.split(";")]


def main():
    if sys.argv[1:] == ["--han"]:
        return han()
    version = re.search(r"CaseFolding-([\d.]+)\.txt", open(DIRECTORY + "CaseFolding.txt").readline()).group(1)
    decomposition, case, dropped, spaces, compatible, variants = {}, {}, set(), set(), {}, simplified()
    for fields in lines("UnicodeData.txt"):
        scalar, parts = int(fields[0], 16), fields[5].split()
        if parts and not parts[0].startswith("<"):
            decomposition[scalar] = [int(p, 16) for p in parts]
        elif parts and (parts[0] in ("<wide>", "<narrow>") or 0xFB00 <= scalar <= 0xFB06):
            decomposition[scalar] = [int(p, 16) for p in parts[1:]]
        elif parts and "0020" not in parts:
            compatible[scalar] = [int(p, 16) for p in parts[1:]]
        if fields[2] in ("Zs", "Zl", "Zp", "Pd") or scalar in BORDERS:
            spaces.add(scalar)
    for fields in lines("CaseFolding.txt"):
        if fields[1] in ("C", "F"):
            case[int(fields[0], 16)] = [int(p, 16) for p in fields[2].split()]
    for fields in lines("DerivedCoreProperties.txt"):
        if fields[1] == "Default_Ignorable_Code_Point":
            first, _, last = fields[0].partition("..")
            for scalar in range(int(first, 16), int(last or first, 16) + 1):
                if scalar < 0xE0000:
                    dropped.add(scalar)

    def fold(scalar):
        if scalar in dropped or any(a <= scalar <= b for a, b in MARKS):
            return []
        if scalar in spaces:
            return [0x20]
        if chr(scalar) in QUOTES:
            return [ord(QUOTES[chr(scalar)])]
        if scalar in STROKES:
            return fold(STROKES[scalar])
        if scalar in PAIRS:
            return list(map(ord, PAIRS[scalar]))
        if 0x30A1 <= scalar <= 0x30F6 or scalar in (0x30FD, 0x30FE):
            return fold(scalar - 0x60)
        if scalar in variants:
            return [variants[scalar]]
        if scalar in decomposition:
            return [f for part in decomposition[scalar] for f in fold(part)]
        if scalar in case and case[scalar] != [scalar]:
            return [f for part in case[scalar] for f in fold(part)]
        if scalar in compatible:
            result = [f for part in compatible[scalar] for f in fold(part)]
            # A space at its edge would be lost or doubled.
            return result if size(result) <= GROWTH * size([scalar]) and 0x20 not in result else [scalar]
        return [scalar]

    keys = set(decomposition) | set(compatible) | set(STROKES) | set(PAIRS) | set(map(ord, QUOTES)) | set(case) | dropped
    keys |= {s for s in variants if not 0x4E00 <= s < 0xA000} | set(range(0x30A1, 0x30F7)) | {0x30FD, 0x30FE}
    keys |= spaces | {s for a, b in MARKS for s in range(a, b + 1)}
    single, several = [], []
    for scalar in sorted(keys):
        if scalar < 0x80:
            continue
        result = fold(scalar)
        if result == [scalar]:
            continue
        if len(result) == 1:
            single.append((scalar, result[0]))
        elif not result:
            single.append((scalar, 0))
        else:
            single.append((scalar, 0x80000000 | len(several)))
            several += result + [0]
    # A run of neighbours with the same distance is one entry: first, last, result of the first; step 0 or 1.
    runs = []
    for scalar, result in single:
        if runs:
            first, last, value, step = runs[-1]
            if last + 1 == scalar and not result & 0x80000000 and not value & 0x80000000:
                if step in (None, 0) and result == value:
                    runs[-1] = (first, scalar, value, 0)
                    continue
                if step in (None, 1) and value and result == value + scalar - first:
                    runs[-1] = (first, scalar, value, 1)
                    continue
        runs.append((scalar, scalar, result, None))

    print("// Generated by Scripts/generate-fold-table.py from Unicode %s (UnicodeData.txt, CaseFolding.txt," % version)
    print("// DerivedCoreProperties.txt, Unihan_Variants.txt). Do not edit.\n")
    print("enum FoldTable {")
    print("  /// Four numbers a run, ascending: first and last scalar, what the first becomes (0: nothing; with the highest bit:")
    print("  /// an index into `several`), and by how much the result grows from one scalar to the next.")
    table("runs", [n for first, last, value, step in runs for n in (first, last, value, step or 0)])
    print("\n  /// The scalars of longer results, each ended by 0.")
    table("several", several)
    print("}")


def han():
    print("// Generated by `Scripts/generate-fold-table.py --han` from Unicode's Unihan_Variants.txt (kSimplifiedVariant, kSemanticVariant, kZVariant). Do not edit.")
    print("// swift-format-ignore-file\n")
    print("enum HanTable {")
    print("  /// Traditional characters from U+4E00 to U+9FFF, each followed by its simplified one.")
    print('  static let pairs: StaticString = """')
    pairs = [chr(a) + chr(b) for a, b in sorted(simplified().items()) if 0x4E00 <= a < 0xA000 and 0x4E00 <= b < 0xA000]
    for start in range(0, len(pairs), 28):
        end = "\\" if start + 28 < len(pairs) else ""
        print("    " + "".join(pairs[start:start + 28]) + end)
    print('    """')
    print("}")


def table(name, numbers):
    print("  static let %s: [UInt32] = [" % name)
    row = "   "
    for number in numbers:
        digits = "%X" % number
        item = " 0x%s," % (digits if len(digits) < 8 else digits[:4] + "_" + digits[4:])
        if len(row) + len(item) > 118:
            print(row)
            row = "   "
        row += item
    print(row)
    print("  ]")


sys.exit(main())
