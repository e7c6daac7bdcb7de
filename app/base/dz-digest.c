/* dz-digest.c - SHA-256 (FIPS 180-4), in plain C and in the instructions x86 has for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-digest.h"

#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#include <cpuid.h>
#include <immintrin.h>
#define HAS_INSTRUCTIONS
#endif

static const guint32 first_state[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };

static const guint32 rounds[64] = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
};

static inline guint32
turn (guint32 x,
      int     n)
{
  return x >> n | x << (32 - n);
}

static void
add_blocks_plain (guint32       state[8],
                  const guint8 *data,
                  gsize         n_blocks)
{
  for (; n_blocks > 0; n_blocks--, data += 64)
    {
      guint32 w[64];
      guint32 s[8];

      for (guint i = 0; i < 16; i++)
        {
          memcpy (&w[i], data + 4 * i, 4);
          w[i] = GUINT32_FROM_BE (w[i]);
        }
      for (guint i = 16; i < 64; i++)
        w[i] = w[i - 16] + w[i - 7] +
               (turn (w[i - 15], 7) ^ turn (w[i - 15], 18) ^ w[i - 15] >> 3) +
               (turn (w[i - 2], 17) ^ turn (w[i - 2], 19) ^ w[i - 2] >> 10);
      memcpy (s, state, sizeof s);
      for (guint i = 0; i < 64; i++)
        {
          guint32 one = s[7] + (turn (s[4], 6) ^ turn (s[4], 11) ^ turn (s[4], 25)) +
                        ((s[4] & s[5]) ^ (~s[4] & s[6])) + rounds[i] + w[i];
          guint32 two = (turn (s[0], 2) ^ turn (s[0], 13) ^ turn (s[0], 22)) +
                        ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));

          memmove (s + 1, s, 7 * sizeof *s);
          s[4] += one;
          s[0] = one + two;
        }
      for (guint i = 0; i < 8; i++)
        state[i] += s[i];
    }
}

#ifdef HAS_INSTRUCTIONS

/* The instructions keep the state as ABEF and CDGH. */
__attribute__ ((target ("sha,sse4.1")))
static void
add_blocks_sha (guint32       state[8],
                const guint8 *data,
                gsize         n_blocks)
{
  const __m128i order = _mm_set_epi64x (0x0c0d0e0f08090a0b, 0x0405060700010203);
  __m128i low = _mm_loadu_si128 ((const __m128i *) (gconstpointer) state);
  __m128i high = _mm_loadu_si128 ((const __m128i *) (gconstpointer) (state + 4));
  __m128i badc = _mm_shuffle_epi32 (low, 0xb1);
  __m128i hgfe = _mm_shuffle_epi32 (high, 0x1b);
  __m128i abef = _mm_alignr_epi8 (badc, hgfe, 8);
  __m128i cdgh = _mm_blend_epi16 (hgfe, badc, 0xf0);

  for (; n_blocks > 0; n_blocks--, data += 64)
    {
      __m128i was_abef = abef, was_cdgh = cdgh;
      __m128i w[4];

      for (guint i = 0; i < 4; i++)
        w[i] = _mm_shuffle_epi8 (_mm_loadu_si128 ((const __m128i *) (gconstpointer) (data + 16 * i)),
                                 order);
      for (guint i = 0; i < 16; i++)
        {
          __m128i now = w[i % 4];
          __m128i sum = _mm_add_epi32 (now, _mm_loadu_si128 ((const __m128i *) (gconstpointer)
                                                             (rounds + 4 * i)));

          cdgh = _mm_sha256rnds2_epu32 (cdgh, abef, sum);
          abef = _mm_sha256rnds2_epu32 (abef, cdgh, _mm_shuffle_epi32 (sum, 0x0e));
          /* the four words that come sixteen later */
          w[i % 4] = _mm_sha256msg2_epu32 (
            _mm_add_epi32 (_mm_sha256msg1_epu32 (now, w[(i + 1) % 4]),
                           _mm_alignr_epi8 (w[(i + 3) % 4], w[(i + 2) % 4], 4)),
            w[(i + 3) % 4]);
        }
      abef = _mm_add_epi32 (abef, was_abef);
      cdgh = _mm_add_epi32 (cdgh, was_cdgh);
    }

  low = _mm_shuffle_epi32 (abef, 0x1b);
  high = _mm_shuffle_epi32 (cdgh, 0xb1);
  _mm_storeu_si128 ((__m128i *) (gpointer) state, _mm_blend_epi16 (low, high, 0xf0));
  _mm_storeu_si128 ((__m128i *) (gpointer) (state + 4), _mm_alignr_epi8 (high, low, 8));
}

static gboolean
has_instructions (void)
{
  guint a, b, c, d;

  if (!__get_cpuid (1, &a, &b, &c, &d) || (c & bit_SSE4_1) == 0 || (c & bit_SSSE3) == 0)
    return FALSE;

  return __get_cpuid_count (7, 0, &a, &b, &c, &d) && (b & bit_SHA) != 0;
}

#endif

typedef void (*AddBlocks) (guint32       state[8],
                           const guint8 *data,
                           gsize         n_blocks);

static AddBlocks
choose_add_blocks (void)
{
#ifdef HAS_INSTRUCTIONS
  if (has_instructions ())
    return add_blocks_sha;
#endif

  return add_blocks_plain;
}

static void
add_blocks (DzDigest     *self,
            const guint8 *data,
            gsize         n_blocks)
{
  static gsize chosen;

  if (n_blocks == 0)
    return;
  if (g_once_init_enter (&chosen))
    g_once_init_leave (&chosen, (gsize) choose_add_blocks ());
  ((AddBlocks) chosen) (self->state, data, n_blocks);
}

void
dz_digest_init (DzDigest *self)
{
  memcpy (self->state, first_state, sizeof first_state);
  self->length = 0;
}

void
dz_digest_update (DzDigest      *self,
                  gconstpointer  data,
                  gsize          len)
{
  const guint8 *bytes = data;
  gsize kept = self->length % 64;

  self->length += len;
  if (kept > 0)
    {
      gsize n = MIN (64 - kept, len);

      memcpy (self->block + kept, bytes, n);
      if (kept + n < 64)
        return;
      add_blocks (self, self->block, 1);
      bytes += n;
      len -= n;
    }
  add_blocks (self, bytes, len / 64);
  if (len % 64 > 0)
    memcpy (self->block, bytes + len / 64 * 64, len % 64);
}

/**
 * dz_digest_finish:
 *
 * Returns: (transfer full): the digest, 64 hexadecimal digits; init it before using it again
 */
char *
dz_digest_finish (DzDigest *self)
{
  static const guint8 padding[64] = { 0x80 };
  guint64 bits = GUINT64_TO_BE (self->length * 8);
  char *hex = g_new (char, 65);

  dz_digest_update (self, padding, 1 + (119 - self->length % 64) % 64);
  dz_digest_update (self, &bits, 8);
  for (guint i = 0; i < 64; i++)
    hex[i] = "0123456789abcdef"[self->state[i / 8] >> (28 - i % 8 * 4) & 0xf];
  hex[64] = '\0';

  return hex;
}

/**
 * dz_digest_of_bytes:
 *
 * Returns: (transfer full): the digest of @data
 */
char *
dz_digest_of_bytes (gconstpointer data,
                    gsize         len)
{
  DzDigest digest;

  dz_digest_init (&digest);
  dz_digest_update (&digest, data, len);

  return dz_digest_finish (&digest);
}
