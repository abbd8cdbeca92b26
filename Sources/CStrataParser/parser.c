// What swift-argument-parser wants of Foundation, for the release, which is to be small: its one file that does so encodes the
// answer to --experimental-dump-help, which strata refuses (Sentence.swift), and asks whether an error says by
// Foundation's protocol what it is, which none of strata's does. Answered here, the linker takes nothing of Foundation and of
// the regular expressions behind it: 6 MB. Where the parser comes to want more, the linker finds some of these names twice
// and says so.
//
// The names are those of Swift's linker. Only where `make build` asks for it: elsewhere, and in the tests, Foundation is linked.
#ifdef STRATA_WITHOUT_FOUNDATION

#include <stdint.h>
#include <stdlib.h>

#define IN_PLACE_OF(function, symbol)    \
  void function(void) __asm__(symbol);   \
  void function(void) { abort(); }

// JSONEncoder: its type, init(), OutputFormatting.prettyPrinted and .sortedKeys.
IN_PLACE_OF(encoder, "$s20FoundationEssentials11JSONEncoderCMa")
IN_PLACE_OF(encoder_init, "$s20FoundationEssentials11JSONEncoderCACycfc")
IN_PLACE_OF(encoder_pretty, "$s20FoundationEssentials11JSONEncoderC16OutputFormattingV13prettyPrintedAEvau")
IN_PLACE_OF(encoder_sorted, "$s20FoundationEssentials11JSONEncoderC16OutputFormattingV10sortedKeysAEvau")
// String.init(data:encoding:) and String.Encoding.utf8.
IN_PLACE_OF(string_of_data, "$sSS20FoundationEssentialsE4data8encodingSSSgAA4DataVh_SSAAE8EncodingVtcfC")
IN_PLACE_OF(encoding_utf8, "$sSS20FoundationEssentialsE8EncodingV4utf8ACvau")

// The description of a protocol, LocalizedError's, as Swift's runtime reads it: flags (a protocol, the only one of its name, not only
// for classes), and neither context, name nor requirements. No type says that it conforms to it.
const int32_t localized_error[6] __asm__("$s20FoundationEssentials14LocalizedErrorMp") = {0x00010043};

#endif
