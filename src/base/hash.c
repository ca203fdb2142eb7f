#include "base/hash.h"

#include <sha1.h>
#include <sha256.h>
#include <string.h>

struct sum {
	SHA2_CTX	sha;
};

_Static_assert(SUM_TEXT == SHA256_DIGEST_STRING_LENGTH, "of libmd");

struct sum *
sum_new(struct arena *a)
{
	struct sum	*s = arena_alloc(a, sizeof(*s));

	SHA256Init(&s->sha);
	return s;
}

void
sum_add(struct sum *s, const void *bytes, size_t n)
{
	SHA256Update(&s->sha, bytes, n);
}

void
sum_end(const struct sum *s, char out[static SUM_TEXT])
{
	SHA2_CTX	so_far = s->sha;

	(void)SHA256End(&so_far, out);
}

/* Padded as SHA1Final does it, but that pads byte by byte. */
static void
sha1_end(SHA1_CTX *sha)
{
	static const uint8_t	pad[SHA1_BLOCK_LENGTH] = { 0x80 };
	const uint64_t		bits = sha->count;
	const size_t		used = (size_t)(bits / 8) % SHA1_BLOCK_LENGTH;
	uint8_t			length[8];
	int			i;

	for (i = 0; i < 8; i++)
		length[i] = (uint8_t)(bits >> (56 - 8 * i));
	/* the length stands at the end of a block, this one or the next */
	SHA1Update(sha, pad, 1 + (2 * SHA1_BLOCK_LENGTH - 9 - used) %
	    SHA1_BLOCK_LENGTH);
	SHA1Update(sha, length, sizeof(length));
}

/* The namespace of URLs, RFC 9562, 6.6; version and variant, 5.5. */
void
uuid_of(const char *name, char out[static UUID_TEXT])
{
	static const uint8_t	space[] = {
		0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
		0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8
	};
	static const char	hex[] = "0123456789abcdef";
	uint8_t			d[SHA1_DIGEST_LENGTH];
	SHA1_CTX		sha;
	int			i;

	SHA1Init(&sha);
	SHA1Update(&sha, space, sizeof(space));
	SHA1Update(&sha, (const uint8_t *)name, strlen(name));
	sha1_end(&sha);
	for (i = 0; i < SHA1_DIGEST_LENGTH; i++)
		d[i] = (uint8_t)(sha.state[i / 4] >> (24 - 8 * (i % 4)));
	d[6] = (uint8_t)((d[6] & 0x0f) | 0x50);
	d[8] = (uint8_t)((d[8] & 0x3f) | 0x80);
	for (i = 0; i < 16; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			*out++ = '-';
		*out++ = hex[d[i] >> 4];
		*out++ = hex[d[i] & 0x0f];
	}
	*out = '\0';
}
