/*
 * --complete: what may stand where the cursor is, for the shell.
 *
 * `gongshi --complete WORD...` gets the words behind the program's name, the
 * last of them unfinished or empty.  It prints, one a line, the words that
 * may stand there and begin so; a tab and `files` or `folders` where such
 * may.  What they are comes from the tables of commands and options, the
 * rules and the database.  It never complains and never takes long.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "rule/vocab.h"
#include "store/night.h"
#include "rule/terms.h"

enum { PATIENCE = 3, SHOWN = 200, TOKENS = 8 };

struct asked {
	struct context		*x;
	const char		*word;		/* unfinished */
	const char		*head;		/* before it: "--format=" */
	int			 option;	/* whose value it is, or -1 */
	bool			 only;		/* `--` came before */
	bool			 help;		/* of which command? */
	const struct command	*command;	/* NULL: none so far */
	char			**operand;	/* those before the word */
	int			 noperands;
	const char		*id;		/* the case of them, or NULL */
	const char		*last;		/* operand offered last */
};

static bool
begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

static void
offer(const struct asked *q, const char *text)
{
	if (*text != '\0' && begins(text, q->word) &&
	    text_safe(q->x->arena, text) == text)
		printf("%s%s\n", q->head, text);
}

/* To an empty word the names of the reader's language, else any that fit. */
static void
offer_named(const struct asked *q, const char *id, const char *title)
{
	bool	zh = text_lang() == LANG_ZH, any = *q->word != '\0';

	if (strcmp(id, title) == 0)
		title = "";
	if (any || !zh || *title == '\0')
		offer(q, id);
	if (any || zh)
		offer(q, title);
}

static void
offer_list(const struct asked *q, const char *list, const char *between)
{
	size_t		 skip = strlen(between);
	const char	*end;

	for (; list != NULL; list = end == NULL ? NULL : end + skip) {
		end = strstr(list, between);
		offer(q, end == NULL ? list : arena_ndup(q->x->arena, list,
		    (size_t)(end - list)));
	}
}

/* ---- what the words in capitals stand for */

static void
offer_files(const struct asked *q)
{
	(void)q;
	puts("\tfiles");
}

static void
offer_folders(const struct asked *q)
{
	(void)q;
	puts("\tfolders");
}

static void
visit_id(void *ctx, const char *id)
{
	offer(ctx, id);
}

static void
offer_cases(const struct asked *q)
{
	struct store	*s = open_store(q->x, STORE_READ);
	struct asked	 copy = *q;

	if (s == NULL)
		return;
	store_each_id(s, q->word, SHOWN, visit_id, &copy);
	store_close(s);
}

struct codes {
	const struct asked	*asked;
	size_t			 len;		/* of the first */
};

static bool
visit_division(void *ctx, const char *code, const char *name)
{
	struct codes	*c = ctx;

	(void)name;
	if (c->len == 0)
		c->len = strlen(code);
	if (strlen(code) == c->len)
		offer(c->asked, code);
	return true;
}

/* The division itself, if the word is one, and the next level below it. */
static void
offer_divisions(const struct asked *q)
{
	struct store	*s = open_store(q->x, STORE_READ);
	struct codes	 c = { q, 0 };

	if (s == NULL)
		return;
	if (*q->word != '\0' && *store_name(s, q->x->arena, q->word) != '\0')
		offer(q, q->word);
	store_each_division(s, q->word, NULL, visit_division, &c);
	store_close(s);
}

/* A finding's code as an operand, a division's as an option's value. */
static void
offer_codes(const struct asked *q)
{
	int	i;

	if (q->option >= 0)
		offer_divisions(q);
	for (i = 0; q->option < 0 && i < CODES; i++)
		offer(q, code_name((enum code)i));
}

/* Steps or events of the case, of any version of its procedure. */
static void
offer_points(const struct asked *q, bool steps)
{
	const struct rulebook	*book = open_rules(q->x);
	const struct procedure	*p;
	struct store		*s = open_store(q->x, STORE_READ);
	struct matter		*m = NULL;
	struct named		 n;
	int			 i, k;

	if (s != NULL && q->id != NULL) {
		store_find(s, q->x->arena, "", q->id, &n);
		m = n.one;
	}

	for (k = 0; book != NULL && m != NULL; k++) {
		p = rulebook_version(book, m->procedure, k);
		if (p == NULL)
			break;
		for (i = 0; steps && i < p->nsteps; i++)
			offer_named(q, p->steps[i].id, p->steps[i].title);
		for (i = 0; !steps && i < p->nevents; i++)
			if (p->events[i].calendar == CYCLE_NO_EDGE)
				offer_named(q, p->events[i].id,
				    p->events[i].title);
	}
	if (s != NULL)
		store_close(s);
}

static void
offer_steps(const struct asked *q)
{
	offer_points(q, true);
}

static void
offer_events(const struct asked *q)
{
	offer_points(q, false);
}

/* Packs and procedures as operands; of an option it is somebody's name. */
static void
offer_rules(const struct asked *q)
{
	const struct rulebook	*b = q->option >= 0 ? NULL : open_rules(q->x);
	const struct pack	*p;
	int			 i, j;

	for (i = 0; b != NULL && i < b->npacks; i++) {
		p = &b->packs[i];
		offer(q, p->id);
		for (j = 0; j < p->nprocedures; j++)
			offer_named(q, p->procedures[j].id,
			    p->procedures[j].title);
	}
}

static void
offer_packs(const struct asked *q)
{
	const struct rulebook	*b = open_rules(q->x);
	int			 i;

	for (i = 0; b != NULL && i < b->npacks; i++)
		offer(q, b->packs[i].id);
}

/* Those that come round: what `duty` asks for. */
static void
offer_procedures(const struct asked *q)
{
	const struct rulebook	*b = q->option >= 0 ? NULL : open_rules(q->x);
	const struct pack	*p;
	int			 i, j;

	for (i = 0; b != NULL && i < b->npacks; i++) {
		p = &b->packs[i];
		for (j = 0; j < p->nprocedures; j++)
			if (p->procedures[j].every != CYCLE_NONE)
				offer_named(q, p->procedures[j].id,
				    p->procedures[j].title);
	}
}

/* ---- keys of findings, a part at a time: CASE/, then STEP/ behind it, ... */

struct keys {
	const struct asked	*asked;
	const char		**part;
	size_t			 n, cap;
};

static void
add_key(struct keys *k, const char *key)
{
	struct arena	*a = k->asked->x->arena;
	size_t		 typed = strlen(k->asked->word), len;

	if (!begins(key, k->asked->word))
		return;
	len = typed + strcspn(key + typed, "/");
	len += key[len] == '/';
	if (k->n > 0 && strlen(k->part[k->n - 1]) == len &&
	    strncmp(k->part[k->n - 1], key, len) == 0)
		return;
	k->part = arena_grow(a, k->part, k->n, &k->cap, sizeof(*k->part));
	k->part[k->n++] = arena_ndup(a, key, len);
}

static bool
visit_finding(void *ctx, const struct kept *kept)
{
	add_key(ctx, kept->key);
	return true;
}

static void
add_waived(struct keys *k, struct store *s)
{
	struct context	*x = k->asked->x;
	struct waiver	*list;
	size_t		 n, i;

	if (store_waivers(s, x->arena, &list, &n, x->diags))
		for (i = 0; i < n; i++)
			add_key(k, list[i].key);
}

/* As with cases: the first, and the last. */
static void
offer_parts_of_keys(struct keys *k)
{
	size_t	i, shown = 0;

	if (k->n > 1)
		qsort(k->part, k->n, sizeof(*k->part), text_by_bytes);
	for (i = 0; i < k->n; i++) {
		if (i > 0 && strcmp(k->part[i], k->part[i - 1]) == 0)
			continue;
		if (shown++ < SHOWN || i + 1 == k->n)
			offer(k->asked, k->part[i]);
	}
}

/* What may be waived; of --end what is. */
static void
offer_keys(const struct asked *q)
{
	struct store	*s = open_store(q->x, STORE_READ);
	struct keys	 k = { .asked = q };

	if (s == NULL)
		return;
	if (q->option >= 0)
		add_waived(&k, s);
	else
		(void)store_each_kept(s, KEPT_ALL, q->x->today,
		    visit_finding, &k, q->x->diags);
	offer_parts_of_keys(&k);
	store_close(s);
}

/* ---- words of the program's own */

static void
offer_severities(const struct asked *q)
{
	int	i;

	for (i = 0; i < SEVERITIES; i++)
		offer(q, severity_name((enum severity)i));
}

static void
offer_choices(const struct asked *q, const struct choice *c)
{
	for (; c->name != NULL; c++)
		offer(q, c->name);
}

/* --by is a level of `ics`, a person of other commands. */
static void
offer_levels(const struct asked *q)
{
	if (q->command != NULL &&
	    (q->command->options & OPTION_BIT(OPT_OUT_DIR)) != 0)
		offer_choices(q, by_levels);
}

static void
offer_counts(const struct asked *q)
{
	offer_choices(q, counts);
}

static void
offer_units(const struct asked *q)
{
	enum lang	lang = text_lang();
	char		buf[256];

	offer_list(q, vocab_list(IN_UNITS, lang, buf, sizeof(buf)),
	    lang == LANG_ZH ? "、" : ", ");
}

/* To an empty word those of the reader's language, else any that fit. */
static void
offer_terms(const struct asked *q, const struct term *all)
{
	bool			 zh = text_lang() == LANG_ZH;
	bool			 any = *q->word != '\0';
	const struct term	*t;

	for (t = all; (zh || any) && t->id != NULL; t++)
		offer(q, t->zh);
	for (t = all; (!zh || any) && t->id != NULL; t++)
		offer(q, t->id);
}

static void
offer_outcomes(const struct asked *q)
{
	offer_terms(q, outcome_terms);
}

static void
offer_media(const struct asked *q)
{
	offer_terms(q, media_terms);
}

static const struct {
	const char	*name;
	void		(*offer)(const struct asked *);
} classes[] = {
	{ "FILE", offer_files }, { "DIR", offer_folders },
	{ "INBOX", offer_folders }, { "KEY", offer_keys },
	{ "CASE", offer_cases }, { "STEP", offer_steps },
	{ "EVENT", offer_events }, { "CODE", offer_codes },
	{ "NAME", offer_rules }, { "PACK", offer_packs },
	{ "A", offer_rules }, { "B", offer_rules },
	{ "SEVERITY", offer_severities }, { "LEVEL", offer_levels },
	{ "UNIT", offer_units }, { "PARCEL", offer_files },
	{ "KEYFILE", offer_files },
	{ "KIND", offer_counts }, { "MEDIUM", offer_media },
	{ "OUTCOME", offer_outcomes }, { "PROCEDURE", offer_procedures },
};

/* One part of what a table says: a word as it is, or one in capitals. */
static void
offer_class(const struct asked *q, const char *part)
{
	size_t	i;

	if (*part >= 'a' && *part <= 'z') {
		offer(q, part);
		return;
	}
	for (i = 0; i < sizeof(classes) / sizeof(*classes); i++)
		if (strcmp(part, classes[i].name) == 0)
			classes[i].offer(q);
}

static void
offer_parts(const struct asked *q, const char *parts)
{
	char	*copy = arena_dup(q->x->arena, parts), *part, *save = NULL;

	for (part = strtok_r(copy, "|", &save); part != NULL;
	    part = strtok_r(NULL, "|", &save))
		offer_class(q, part);
}

/* ---- operands, as the command's line of help names them */

/* Cuts "show [NAME...]" into show and NAME; *more: the last one again. */
static int
cut(char *text, char *token[TOKENS], bool *more)
{
	char	*save = NULL, *t, *from, *to;
	int	 n = 0;

	*more = false;
	for (t = strtok_r(text, " ", &save); t != NULL && n < TOKENS;
	    t = strtok_r(NULL, " ", &save)) {
		if (begins(t, "--"))
			break;
		for (from = to = t; *from != '\0'; from++)
			if (strchr("[].", *from) == NULL)
				*to++ = *from;
			else
				*more = *more || *from == '.';
		*to = '\0';
		token[n++] = t;
	}
	return n;
}

static void
offer_operand(struct asked *q, char *alternative)
{
	char	*token[TOKENS];
	bool	 more;
	int	 n = cut(alternative, token, &more), i;

	q->id = NULL;
	for (i = 0; i < q->noperands && i < n; i++) {
		if (*token[i] >= 'a' && *token[i] <= 'z' &&
		    strcmp(token[i], q->operand[i]) != 0)
			return;
		if (strcmp(token[i], "CASE") == 0)
			q->id = q->operand[i];
	}
	i = q->noperands < n ? q->noperands : n - 1;
	/* several begin with `void`: it is offered once */
	if (i < 0 || (q->noperands >= n && !more) || (q->last != NULL &&
	    strcmp(q->last, token[i]) == 0))
		return;
	q->last = token[i];
	offer_parts(q, arena_dup(q->x->arena, token[i]));
}

static void
offer_operands(struct asked *q)
{
	char	*text = arena_dup(q->x->arena, q->command->operands), *bar;

	for (; text != NULL; text = bar) {
		bar = strstr(text, " | ");
		if (bar != NULL) {
			*bar = '\0';
			bar += strlen(" | ");
		}
		offer_operand(q, text);
	}
}

/* ---- the line so far */

static void
offer_options(const struct asked *q)
{
	unsigned long long	mask = command_options(q->command);
	int		i;

	for (i = 0; i < OPTIONS; i++)
		if ((mask & OPTION_BIT(i)) != 0 && q->x->value[i] == NULL)
			offer(q, arena_printf(q->x->arena, "--%s",
			    option_table[i].name));
}

/* Takes an option, and its value, if that comes before the unfinished word. */
static int
pass_option(struct asked *q, int argc, char **argv, int i)
{
	const char	*name = argv[i] + 2;
	size_t		 len = strcspn(name, "=");
	int		 o = find_option(name, len);

	if (o < 0)
		return i;
	if (option_table[o].value == NULL || name[len] == '=')
		q->x->value[o] = name + len + (name[len] == '=');
	else if (i + 1 < argc - 1)
		q->x->value[o] = argv[++i];
	else
		q->option = o;
	return i;
}

static void
read_line(struct asked *q, int argc, char **argv)
{
	const char	*word, *equals;
	int		 i;

	for (i = 0; i + 1 < argc; i++)
		if (!q->only && strcmp(argv[i], "--") == 0)
			q->only = true;
		else if (!q->only && begins(argv[i], "--"))
			i = pass_option(q, argc, argv, i);
		else if (q->command == NULL && strcmp(argv[i], "help") == 0)
			q->help = true;
		else if (q->command == NULL)
			q->command = find_command(argv[i]);
		else
			argv[q->noperands++] = argv[i];
	q->operand = argv;
	word = argc > 0 ? argv[argc - 1] : "";
	equals = strchr(word, '=');
	if (q->option < 0 && !q->only && begins(word, "--") &&
	    equals != NULL) {
		q->option = find_option(word + 2, (size_t)(equals - word) - 2);
		q->head = arena_ndup(q->x->arena, word,
		    (size_t)(equals - word) + 1);
		word = equals + 1;
	}
	q->word = word;
}

static void
offer_commands(const struct asked *q)
{
	const struct command	*c;

	for (c = commands; c->name != NULL; c++)
		offer(q, c->name);
	if (!q->help)
		offer(q, "help");
}

int
cmd_complete(struct context *x, int argc, char **argv)
{
	struct asked	q = { .x = x, .head = "", .option = -1 };

	(void)alarm(PATIENCE);
	read_line(&q, argc, argv);
	if (q.option >= 0) {
		if (option_table[q.option].value != NULL)
			offer_parts(&q, q.option == OPT_FORMAT &&
			    q.command != NULL ?
			    command_formats(x->arena, q.command) :
			    option_table[q.option].value);
	} else if (*q.head != '\0')
		;
	else if (!q.only && *q.word == '-')
		offer_options(&q);
	else if (q.command == NULL)
		offer_commands(&q);
	else if (!q.help)
		offer_operands(&q);
	x->diags = diags_new(x->arena);
	return EXIT_FINE;
}
