/// Bytes that are no text, and what strata says of them, word for word.
extension Mistake {
  static let bytes: [Mistake] = [
    Mistake(
      "an overlong character",
      bytes: [
        0x61, 0x3A, 0x20, 0xC0, 0xAF, 0x0A,
      ],
      says: #"""
        file:1:4: error: byte 0xC0 at offset 3 begins a character in more bytes than it needs: not UTF-8
        a: ��
           ^
        hint: save the file as UTF-8
        """#),
    Mistake(
      "a surrogate",
      bytes: [
        0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80, 0x0A,
      ],
      says: #"""
        file:1:4: error: byte 0xED at offset 3 begins half of a UTF-16 pair: not UTF-8
        a: ���
           ^
        hint: save the file as UTF-8
        """#),
    Mistake(
      "a character beyond Unicode",
      bytes: [
        0x61, 0x3A, 0x20, 0xF4, 0x90, 0x80, 0x80, 0x0A,
      ],
      says: #"""
        file:1:4: error: byte 0xF4 at offset 3 begins a character beyond U+10FFFF: not UTF-8
        a: ����
           ^
        hint: save the file as UTF-8
        """#),
    Mistake(
      "Latin-1",
      bytes: [
        0x6E, 0x61, 0x6D, 0x65, 0x3A, 0x20, 0x63, 0x61, 0x66, 0xE9, 0x20, 0x6E, 0x6F, 0x69, 0x72, 0x0A,
      ],
      says: #"""
        file:1:10: error: byte 0xE9 at offset 9 begins a character that lacks bytes: not UTF-8
        name: caf� noir
                 ^
        hint: save the file as UTF-8
        """#),
    Mistake(
      "a stray byte",
      bytes: [
        0x61, 0x3A, 0x20, 0x80, 0x0A,
      ],
      says: #"""
        file:1:4: error: byte 0x80 at offset 3 is not UTF-8
        a: �
           ^
        hint: save the file as UTF-8
        """#),
    Mistake(
      "a NUL",
      bytes: [
        0x61, 0x3A, 0x20, 0x62, 0x00, 0x63, 0x0A,
      ],
      says: #"""
        file:1:5: error: a NUL byte at offset 4
        a: b\#u{0}c
            ^
        hint: remove it; is this a text file?
        """#),
    Mistake(
      "bytes of a program",
      bytes: [
        0x61, 0x3A, 0x20, 0x00, 0x00, 0x07, 0xFF, 0x80, 0x0D, 0x00, 0x62, 0x01, 0x0A,
      ],
      says: #"""
        file:1:4: error: a NUL byte at offset 3, the first of 7 bytes in a row that are no text
        a: \#u{0}\#u{0}\#u{7}��\#r\#u{0}b\#u{1}
           ^~~~~~~
        hint: remove it; is this a text file?
        file:1:12: error: the control character U+0001
        a: \#u{0}\#u{0}\#u{7}��\#r\#u{0}b\#u{1}
                   ^
        hint: remove it, or write it as "\u0001" in double quotes
        """#),
    Mistake(
      "a bell",
      bytes: [
        0x61, 0x3A, 0x20, 0x62, 0x07, 0x0A,
      ],
      says: #"""
        file:1:5: error: the control character U+0007
        a: b\#u{7}
            ^
        hint: remove it, or write it as "\u0007" in double quotes
        """#),
    Mistake(
      "DEL outside quotes",
      bytes: [
        0x61, 0x3A, 0x20, 0x62, 0x7F, 0x0A,
      ],
      says: #"""
        file:1:5: error: the control character U+007F
        a: b\#u{7F}
            ^
        hint: remove it, or write it as "\u007F" in double quotes
        """#),
    Mistake(
      "a byte order mark inside",
      bytes: [
        0x61, 0x3A, 0x20, 0xEF, 0xBB, 0xBF, 0x62, 0x0A,
      ],
      says: #"""
        file:1:4: error: a byte order mark inside the text
        a: \#u{FEFF}b
           ^
        hint: remove it: it may only begin a file
        """#),
    Mistake(
      "a lone carriage return",
      bytes: [
        0x61, 0x3A, 0x20, 0x31, 0x0D, 0x62, 0x3A, 0x20, 0x32, 0x0A,
      ],
      says: #"""
        file:1:5: error: a carriage return without a line feed
        a: 1\#rb: 2
            ^
        hint: save the file with LF or CRLF at the ends of lines
        """#),
    Mistake(
      "UTF-16",
      bytes: [
        0xFF, 0xFE, 0x61, 0x00, 0x3A, 0x00, 0x20, 0x00, 0x62, 0x00,
      ],
      says: #"""
        file:1:1: error: the file is UTF-16, wanted UTF-8
        ��a\#u{0}:\#u{0} \#u{0}b\#u{0}
        ^
        hint: save it as UTF-8
        """#),
    Mistake(
      "UTF-16 without a mark",
      bytes: [
        0x61, 0x00, 0x3A, 0x00, 0x20, 0x00, 0x62, 0x00,
      ],
      says: #"""
        file:1:1: error: the file is UTF-16, wanted UTF-8
        a\#u{0}:\#u{0} \#u{0}b\#u{0}
        ^
        hint: save it as UTF-8
        """#),
    Mistake(
      "UTF-32",
      bytes: [
        0x00, 0x00, 0xFE, 0xFF, 0x00, 0x00, 0x00, 0x61,
      ],
      says: #"""
        file:1:1: error: the file is UTF-32, wanted UTF-8
        \#u{0}\#u{0}��\#u{0}\#u{0}\#u{0}a
        ^
        hint: save it as UTF-8
        """#),
  ]
}
