#include "job/pages_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/text.h"
#include "folder/beside.h"
#include "job/pages_said.h"

static const char	list_name[] = ".pages", begun_name[] = ".pages-begun";
static const char	first_line[] = "gongshi-pages 1 ";
static const char	made_by[] =
	"<meta name=\"generator\" content=\"gongshi\">";

enum { TABLE_BITS = 12, HEAD_BYTES = 512, LINE_FIELDS = 7 };

struct file {
	const char		*name;
	long long		 size, mtime;	/* -1: not known */
	unsigned long long	 hash;
	struct page_note	 note;
	bool			 met;		/* by this run */
	struct file		*next;		/* of its hash */
};

struct pages_folder {
	struct arena		*arena;
	struct folder		 dir, sub;
	const char		*sub_name;	/* the one open; NULL */
	mode_t			 mode;
	unsigned long long	 mark;
	bool			 same_mark;
	struct file		*table[1 << TABLE_BITS];
	FILE			*begun;
	FILE			*page;		/* the one that is made */
	char			*text;		/* its bytes, once flushed */
	size_t			 len;
	struct pages_written	 done;
	struct teller		*teller;	/* NULL: it is written */
	struct diags		*d;
};

/* ---- what is known */

static struct file **
find(struct pages_folder *p, const char *name)
{
	struct file	**at = &p->table[hash_bits(hash_text(HASH_START, name),
			    TABLE_BITS)];

	while (*at != NULL && strcmp((*at)->name, name) != 0)
		at = &(*at)->next;
	return at;
}

static struct file *
get(struct pages_folder *p, const char *name)
{
	struct file	**at = find(p, name);

	if (*at == NULL) {
		*at = arena_alloc(p->arena, sizeof(**at));
		(*at)->name = arena_dup(p->arena, name);
		(*at)->size = (*at)->mtime = -1;
		(*at)->note = (struct page_note){ 0, DAY_NONE, "" };
	}
	return *at;
}

/* NAME.html, or FOLDER/NAME.html; nothing else is ever a page of ours. */
static bool
is_name(const char *s)
{
	size_t		 len = strlen(s);
	const char	*slash = strchr(s, '/');

	if (len < 6 || len > 200 || strcmp(s + len - 5, ".html") != 0 ||
	    *s == '.' || *s == '/')
		return false;
	return slash == NULL || (strchr(slash + 1, '/') == NULL &&
	    slash[1] != '.');
}

static void
read_line(struct pages_folder *p, char *line)
{
	char		*field[LINE_FIELDS] = { 0 }, *rest = line;
	struct file	*f;
	int		 i;

	for (i = 0; i < LINE_FIELDS && rest != NULL; i++) {
		field[i] = rest;
		rest = strchr(rest, ' ');
		if (rest != NULL)
			*rest++ = '\0';
	}
	if (i < LINE_FIELDS || rest != NULL || !is_name(field[0]))
		return;
	f = get(p, field[0]);
	f->size = strtoll(field[1], NULL, 10);
	f->mtime = strtoll(field[2], NULL, 10);
	f->hash = strtoull(field[3], NULL, 16);
	f->note.facts = strtoull(field[4], NULL, 16);
	if (!day_parse(field[5], &f->note.turn))
		f->note.turn = DAY_NONE;
	f->note.figures = arena_dup(p->arena, field[6]);
}

static FILE *
open_to_read(const struct folder *dir, const char *name)
{
	struct stat	 st;
	int		 fd = folder_read(dir, name, &st);
	FILE		*f = fd < 0 ? NULL : fdopen(fd, "r");

	if (fd >= 0 && f == NULL)
		(void)close(fd);
	return f;
}

static void
read_lines(struct pages_folder *p, const char *name, bool names_alone)
{
	FILE	*f = open_to_read(&p->dir, name);
	char	*line = NULL;
	size_t	 cap = 0;
	ssize_t	 n;
	bool	 first = !names_alone;

	while (f != NULL && (n = getline(&line, &cap, f)) > 0) {
		if (line[n - 1] == '\n')
			line[n - 1] = '\0';
		if (names_alone && is_name(line))
			(void)get(p, line);
		else if (first)
			p->same_mark = strncmp(line, first_line,
			    sizeof(first_line) - 1) == 0 && strtoull(line +
			    sizeof(first_line) - 1, NULL, 16) == p->mark;
		else if (!names_alone)
			read_line(p, line);
		first = false;
	}
	free(line);
	if (f != NULL)
		fclose(f);
}

/* ---- the folder, and the one within it that is at hand */

static bool
refuse(struct pages_folder *p, const char *name)
{
	diag_warn(p->d, (struct place){ .path = arena_printf(p->arena, "%s/%s",
	    p->dir.path, name) }, _("this is none of the pages that gongshi "
	    "wrote, and stays as it is: move it elsewhere, and the page can "
	    "be written"));
	return true;
}

static bool
fail(struct pages_folder *p, const char *name)
{
	return diag_unwritten(p->d, arena_printf(p->arena, "%s/%s",
	    p->dir.path, name));
}

/* Notes go beside the list, which must be ours too. */
static bool
open_begun(struct pages_folder *p)
{
	struct stat	 st;
	struct draft	*draft;

	if (folder_look(&p->dir, list_name, &st) && !S_ISREG(st.st_mode))
		return fail(p, list_name);
	if (folder_look(&p->dir, begun_name, &st) && !S_ISREG(st.st_mode))
		return fail(p, begun_name);
	draft = draft_new(&p->dir, begun_name, BESIDE_INSIDE);
	if (draft == NULL)
		return fail(p, begun_name);
	p->begun = fdopen(draft_fd(draft), "w");
	if (p->begun == NULL || !draft_keep(draft))
		return fail(p, begun_name);
	return true;
}

/* Of what a killed run began all stays noted. */
static bool
note_again(struct pages_folder *p)
{
	const struct file	*f;
	size_t			 i;

	for (i = 0; i < 1 << TABLE_BITS; i++)
		for (f = p->table[i]; f != NULL; f = f->next)
			if (f->size < 0)
				fprintf(p->begun, "%s\n", f->name);
	return fflush(p->begun) == 0 || fail(p, begun_name);
}

struct pages_folder *
pages_folder_open(struct arena *a, const char *dir, mode_t mode,
    unsigned long long mark, struct diags *d)
{
	struct pages_folder	*p = arena_alloc(a, sizeof(*p));

	*p = (struct pages_folder){ .arena = a, .dir = FOLDER_NONE,
	    .sub = FOLDER_NONE, .mode = mode, .mark = mark, .d = d };
	if (!folder_open_made(dir, &p->dir)) {
		(void)diag_unwritten(d, dir);
		return NULL;
	}
	draft_sweep(&p->dir, NULL);
	read_lines(p, list_name, false);
	read_lines(p, begun_name, true);
	if (open_begun(p) && note_again(p))
		return p;
	folder_close(&p->dir);
	return NULL;
}

/* The folder that a name lies in, and its last part; NULL: errno. */
static const struct folder *
enter(struct pages_folder *p, const char *name, bool make, const char **last)
{
	const char	*slash = strchr(name, '/'), *path, *sub;
	bool		 good;

	*last = slash == NULL ? name : slash + 1;
	if (slash == NULL)
		return &p->dir;
	sub = arena_ndup(p->arena, name, (size_t)(slash - name));
	if (p->sub_name != NULL && strcmp(sub, p->sub_name) == 0)
		return &p->sub;
	if (p->sub_name != NULL)
		folder_close(&p->sub);
	p->sub_name = NULL;
	path = arena_printf(p->arena, "%s/%s", p->dir.path, sub);
	good = make ? folder_make(&p->dir, sub, p->mode == BESIDE_INSIDE ?
	    0750 : 0777, path, &p->sub) :
	    folder_enter(&p->dir, sub, path, &p->sub);
	if (!good)
		return NULL;
	p->sub_name = sub;
	draft_sweep(&p->sub, NULL);
	return &p->sub;
}

static long long
mtime_of(const struct stat *st)
{
	return (long long)st->st_mtim.tv_sec * 1000000000 +
	    st->st_mtim.tv_nsec;
}

static bool
is_as_left(const struct file *f, const struct stat *st)
{
	return S_ISREG(st->st_mode) && f->size == (long long)st->st_size &&
	    f->mtime == mtime_of(st);
}

static bool
lies(struct pages_folder *p, const struct file *f)
{
	const struct folder	*dir;
	const char		*last;
	struct stat		 st;

	dir = enter(p, f->name, false, &last);
	return dir != NULL && folder_look(dir, last, &st) &&
	    is_as_left(f, &st);
}

const struct page_note *
pages_folder_knows(struct pages_folder *p, const char *name)
{
	struct file	*f = *find(p, name);

	if (f == NULL || f->size < 0 || !p->same_mark || !lies(p, f))
		return NULL;
	return &f->note;
}

void
pages_folder_tell(struct pages_folder *p, struct teller *t)
{
	p->teller = t;
}

void
pages_folder_stay(struct pages_folder *p, const char *name)
{
	if (p->teller != NULL) {
		teller_tell(p->teller, (struct said){ .what = SAYING_STAY,
		    .name = name });
		return;
	}
	get(p, name)->met = true;
	p->done.pages++;
}

/* ---- a page */

FILE *
pages_folder_new(struct pages_folder *p)
{
	if (p->teller != NULL)
		return teller_begin(p->teller);
	if (p->page == NULL)
		p->page = open_memstream(&p->text, &p->len);
	if (p->page != NULL && fseeko(p->page, 0, SEEK_SET) == 0)
		return p->page;
	(void)diag_unwritten(p->d, p->dir.path);
	return NULL;
}

/* One that is not noted: did a gongshi make it, whose list is gone? */
static bool
is_made_by_us(const struct folder *dir, const char *name)
{
	char	 head[HEAD_BYTES + 1];
	FILE	*f = open_to_read(dir, name);
	size_t	 n = f == NULL ? 0 : fread(head, 1, HEAD_BYTES, f);

	if (f != NULL)
		fclose(f);
	head[n] = '\0';
	return strstr(head, made_by) != NULL;
}

static bool
is_ours(const struct file *known, const struct folder *dir, const char *name,
    const struct stat *st)
{
	return S_ISREG(st->st_mode) && st->st_uid == geteuid() &&
	    (known != NULL || is_made_by_us(dir, name));
}

static bool
write_draft(struct pages_folder *p, const struct folder *dir,
    const char *last, struct stat *st)
{
	struct draft	*draft = draft_new(dir, last, p->mode);
	FILE		*f = draft == NULL ? NULL : fdopen(draft_fd(draft),
			    "w");
	bool		 good = f != NULL && fwrite(p->text, 1, p->len, f) ==
			    p->len && fflush(f) == 0 &&
			    fstat(fileno(f), st) == 0;

	if (f != NULL && fclose(f) != 0)
		good = false;
	else if (f == NULL && draft != NULL)
		(void)close(draft_fd(draft));
	if (good)
		return draft_keep(draft);
	if (draft != NULL)
		draft_drop(draft);
	return false;
}

static bool
write_page(struct pages_folder *p, const char *name, const struct folder *dir,
    const char *last, unsigned long long hash)
{
	struct file	*f = get(p, name);
	struct stat	 st;

	fprintf(p->begun, "%s\n", name);
	if (fflush(p->begun) != 0 || !write_draft(p, dir, last, &st))
		return fail(p, name);
	f->size = (long long)st.st_size;
	f->mtime = mtime_of(&st);
	f->hash = hash;
	p->done.written++;
	return true;
}

static unsigned long long
hash_bytes(const char *s, size_t n)
{
	unsigned long long	h = HASH_START, word;
	size_t			i;

	for (i = 0; i + sizeof(word) <= n; i += sizeof(word)) {
		memcpy(&word, s + i, sizeof(word));
		h = hash_add(h, word);
		h ^= h >> 32;	/* what stood high moves all of it, too */
	}
	for (; i < n; i++)
		h = hash_add(h, (unsigned char)s[i]);
	return h;
}

static bool
put(struct pages_folder *p, const char *name, const struct page_note *note)
{
	unsigned long long	 hash = hash_bytes(p->text, p->len);
	struct file		*known = *find(p, name);
	const struct folder	*dir;
	const char		*last;
	struct stat		 st;

	dir = enter(p, name, true, &last);
	if (dir == NULL)
		return folder_fault(errno) == FOLDER_FOREIGN ?
		    refuse(p, name) : fail(p, name);
	if (folder_look(dir, last, &st)) {
		if (!is_ours(known, dir, last, &st))
			return refuse(p, name);
		if (known == NULL || known->hash != hash ||
		    !is_as_left(known, &st))
			known = NULL;
	} else if (folder_fault(errno) != FOLDER_ABSENT)
		return fail(p, name);
	else
		known = NULL;
	if (known == NULL && !write_page(p, name, dir, last, hash))
		return false;
	known = get(p, name);
	known->note = note == NULL ? (struct page_note){ 0, DAY_NONE, "" } :
	    (struct page_note){ note->facts, note->turn,
	    arena_dup(p->arena, note->figures) };
	pages_folder_stay(p, name);
	return true;
}

bool
pages_folder_put(struct pages_folder *p, const char *name,
    const struct page_note *note)
{
	if (p->teller != NULL) {
		teller_tell_bytes(p->teller, (struct said){
		    .what = SAYING_PAGE, .name = name, .is.note = *note });
		return true;
	}
	if (fflush(p->page) != 0 || ferror(p->page))
		return diag_unwritten(p->d, p->dir.path);
	return put(p, name, note);
}

/* ---- its end */

/* One that is no more; of ours only what lies as it was left. */
static void
take_away(struct pages_folder *p, const struct file *f)
{
	const struct folder	*dir;
	const char		*last;
	struct stat		 st;
	bool			 ours;

	dir = enter(p, f->name, false, &last);
	if (dir == NULL || !folder_look(dir, last, &st))
		return;
	ours = f->size < 0 ? is_ours(NULL, dir, last, &st) :
	    is_as_left(f, &st);
	if (ours && unlinkat(dir->fd, last, 0) == 0)
		p->done.removed++;
	if (ours && last != f->name)
		(void)unlinkat(p->dir.fd, p->sub_name, AT_REMOVEDIR);
}

static void
write_line(FILE *out, const struct file *f)
{
	char	turn[DAY_TEXT];

	day_print(f->note.turn, turn);
	fprintf(out, "%s %lld %lld %llx %llx %s %s\n", f->name, f->size,
	    f->mtime, f->hash, f->note.facts, *turn == '\0' ? "-" : turn,
	    *f->note.figures == '\0' ? "-" : f->note.figures);
}

static bool
write_list(struct pages_folder *p)
{
	const struct file	*f;
	struct beside		 b;
	size_t			 i;

	if (!beside_at(p->arena, &p->dir, list_name, BESIDE_INSIDE, &b, p->d))
		return false;
	fprintf(b.file, "%s%llx\n", first_line, p->mark);
	for (i = 0; i < 1 << TABLE_BITS; i++)
		for (f = p->table[i]; f != NULL; f = f->next)
			if (f->met && f->size >= 0)
				write_line(b.file, f);
	return beside_close(&b, true, p->d);
}

static void
sweep(struct pages_folder *p)
{
	const struct file	*f;
	size_t			 i;

	for (i = 0; i < 1 << TABLE_BITS; i++)
		for (f = p->table[i]; f != NULL; f = f->next)
			if (!f->met)
				take_away(p, f);
}

bool
pages_folder_close(struct pages_folder *p, bool good,
    struct pages_written *done)
{
	if (p->page != NULL)
		fclose(p->page);
	free(p->text);
	if (good)
		sweep(p);
	good = good && write_list(p);
	if (good)
		(void)unlinkat(p->dir.fd, begun_name, 0);
	if (fclose(p->begun) != 0 && good)
		good = fail(p, begun_name);
	if (p->sub_name != NULL)
		folder_close(&p->sub);
	folder_close(&p->dir);
	*done = p->done;
	return good;
}
