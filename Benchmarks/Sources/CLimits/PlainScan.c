#include "CLimits.h"

#include <immintrin.h>
#include <string.h>

__attribute__((target("avx2"))) size_t plain_scan(const char *bytes, size_t count, const char *word, size_t length) {
  if (length < 2 || count < length) return 0;
  const __m256i first = _mm256_set1_epi8(word[0]), last = _mm256_set1_epi8(word[length - 1]);
  const size_t end = count - length + 1;
  size_t places = 0, at = 0;
  for (; at + 32 <= end; at += 32) {
    __m256i a = _mm256_cmpeq_epi8(_mm256_loadu_si256((const void *)(bytes + at)), first);
    __m256i b = _mm256_cmpeq_epi8(_mm256_loadu_si256((const void *)(bytes + at + length - 1)), last);
    for (unsigned bits = (unsigned)_mm256_movemask_epi8(_mm256_and_si256(a, b)); bits; bits &= bits - 1)
      places += !memcmp(bytes + at + __builtin_ctz(bits), word, length);
  }
  for (; at < end; at++) places += !memcmp(bytes + at, word, length);
  return places;
}
