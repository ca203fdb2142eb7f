/*
 * bare -- the least that the libraries alone need for what gongshi does.
 *
 *	bare scan MADE text|blob
 *	bare insert MADE NEW REGIONS SEED
 *	bare ics FILE COUNT
 *
 * scan steps the five statements of a full scan of MADE, a database that
 * gongshi made, and reads the columns that the judge and its printer read (so
 * not who posted, the evidence, the outcome, the batch).  insert puts the
 * rows of the sheets that `generate` writes, in the same order, through
 * prepared statements into a database with the schema and the settings of
 * MADE; only the inserts and the commit are timed.  ics builds the very
 * components of FILE, one at a time, through libical and prints them to
 * /dev/null, going over FILE again until it has printed COUNT; only building
 * and printing is timed.
 *
 * Each prints `NUMBER SECONDS SECONDS`: rows or components, wall, processor.
 */
#include <libical/ical.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench/region.h"

static double	wall, processor;

static double
read_clock(clockid_t id)
{
	struct timespec	t;

	clock_gettime(id, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
watch_start(void)
{
	wall -= read_clock(CLOCK_MONOTONIC);
	processor -= read_clock(CLOCK_PROCESS_CPUTIME_ID);
}

static void
watch_stop(void)
{
	wall += read_clock(CLOCK_MONOTONIC);
	processor += read_clock(CLOCK_PROCESS_CPUTIME_ID);
}

static void *
memory(size_t n)
{
	void	*p = malloc(n);

	if (p == NULL)
		abort();
	return p;
}

/* ---- SQLite */

static sqlite3	*db;

static void
check(int rc)
{
	if (rc == SQLITE_OK || rc == SQLITE_ROW || rc == SQLITE_DONE)
		return;
	fprintf(stderr, "bare: %s\n", sqlite3_errmsg(db));
	exit(3);
}

static void
run(const char *sql)
{
	check(sqlite3_exec(db, sql, NULL, NULL, NULL));
}

static sqlite3_stmt *
prepare(const char *sql)
{
	sqlite3_stmt	*st;

	check(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &st,
	    NULL));
	return st;
}

static void
connect(const char *path, int flags)
{
	check(sqlite3_open_v2(path, &db, flags | SQLITE_OPEN_NOMUTEX, NULL));
	run("PRAGMA mmap_size = 0");
}

/* t: a text, i: a number */
static const struct {
	const char	*sql;
	const char	*columns;
} scans[] = {
	{ "SELECT division, id, procedure, title, named FROM matter"
	  " ORDER BY division, id", "tttti" },
	{ "SELECT division, id, place FROM place"
	  " ORDER BY division, id, place", "ttt" },
	{ "SELECT division, id, event, day FROM event"
	  " ORDER BY division, id, event, day", "ttti" },
	{ "SELECT division, id, step, at, posted, medium, place, until,"
	  " reviewed, content, has FROM posting"
	  " ORDER BY division, id, step, at, posted, medium, place",
	  "ttttittiiti" },
	{ "SELECT division, id, step, at, received, number, resolved,"
	  " handler FROM objection"
	  " ORDER BY division, id, step, at, received, number",
	  "ttttitit" },
};

/* What is read is summed, so that no compiler leaves the reading out. */
static long long
read_row(sqlite3_stmt *st, const char *columns, bool text)
{
	long long	sum = 0;
	int		i;

	for (i = 0; columns[i] != '\0'; i++)
		if (columns[i] == 'i')
			sum += sqlite3_column_int64(st, i);
		else {
			if (text)
				sum += sqlite3_column_text(st, i) != NULL;
			else
				sum += sqlite3_column_blob(st, i) != NULL;
			sum += sqlite3_column_bytes(st, i);
		}
	return sum;
}

static long long
scan(const char *made, bool text)
{
	sqlite3_stmt	*st;
	long long	 rows = 0, sum = 0;
	size_t		 i;
	int		 rc;

	connect(made, SQLITE_OPEN_READONLY);
	run("PRAGMA cache_size = -16384; PRAGMA query_only = ON; BEGIN");
	watch_start();
	for (i = 0; i < sizeof(scans) / sizeof(*scans); i++) {
		st = prepare(scans[i].sql);
		for (; (rc = sqlite3_step(st)) == SQLITE_ROW; rows++)
			sum += read_row(st, scans[i].columns, text);
		check(rc);
		sqlite3_finalize(st);
	}
	watch_stop();
	if (sum == 0)
		fputs("bare: an empty database\n", stderr);
	return rows;
}

/* ---- inserting: rows are gathered untimed, then inserted timed */

enum { CHUNK = 200000, BYTES = 64 << 20, FIELDS = 14 };

enum table { DIVISION, MATTER, PLACE, EVENT, POSTING, OBJECTION, TABLES };

static const char *const inserts[TABLES] = {
	"INSERT INTO division (code, name, src) VALUES (?1, ?2, ?3)",
	/* the form of a number that its twins share is another, as long */
	"INSERT INTO matter (division, id, procedure, title, batch, named,"
	" has, src, twin) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?2)",
	"INSERT INTO place VALUES (?1, ?2, ?3)",
	"INSERT INTO event VALUES (?1, ?2, ?3, ?4, ?5)",
	"INSERT INTO posting VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,"
	" ?10, ?11, ?12, ?13, ?14)",
	"INSERT INTO objection VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,"
	" ?10, ?11, ?12)",
};

static const char *const table_names[TABLES] = {
	"division", "matter", "place", "event", "posting", "objection"
};

/* t: a text, i: a number, d: a day or NULL */
static const char *const fields[TABLES] = {
	"tti", "tttttiii", "ttt", "tttii", "ttttittddtttii", "ttttitdttiii"
};

struct value {
	const char	*text;
	int32_t		 n;
};

struct filled {
	enum table	table;
	struct value	v[FIELDS];
};

static struct {
	sqlite3_stmt	*st[TABLES];
	int		 has[TABLES], src[TABLES];
	enum sheet	 now;		/* the sheet that is put */
	struct filled	*rows;
	size_t		 n;
	char		*bytes;
	size_t		 used;
	long long	 count;
} in;

static void
flush(void)
{
	const struct filled	*r;
	const char		*f;
	size_t			 k;
	int			 i;

	watch_start();
	for (k = 0; k < in.n; k++) {
		sqlite3_stmt	*st;

		r = &in.rows[k];
		st = in.st[r->table];
		for (f = fields[r->table], i = 0; f[i] != '\0'; i++)
			if (f[i] == 't')
				sqlite3_bind_text(st, i + 1, r->v[i].text,
				    -1, SQLITE_STATIC);
			else if (f[i] == 'd' && r->v[i].n == NO_DAY)
				sqlite3_bind_null(st, i + 1);
			else
				sqlite3_bind_int64(st, i + 1, r->v[i].n);
		if (sqlite3_step(st) != SQLITE_DONE)
			check(sqlite3_errcode(db));
		sqlite3_reset(st);
	}
	watch_stop();
	in.count += (long long)in.n;
	in.n = 0;
	in.used = 0;
}

static struct value
text(const char *s)
{
	size_t	n = strlen(s) + 1;
	char	*p = in.bytes + in.used;

	memcpy(p, s, n);
	in.used += n;
	return (struct value){ p, 0 };
}

static struct value
number(int32_t n)
{
	return (struct value){ NULL, n };
}

static struct value *
add(enum table t)
{
	struct filled	*r;

	if (in.n == CHUNK || in.used > BYTES - 65536)
		flush();
	r = &in.rows[in.n++];
	r->table = t;
	return r->v;
}

static void
put_case(const struct row *r)
{
	struct value	*v = add(MATTER);
	int		 i;

	*v++ = text(r->division);
	*v++ = text(r->id);
	*v++ = text(r->procedure);
	*v++ = text(r->name);
	*v++ = text(r->batch);
	*v++ = number(r->named);
	*v++ = number(in.has[MATTER]);
	*v++ = number(in.src[MATTER]);
	for (i = 0; i < r->nplaces; i++) {
		v = add(PLACE);
		*v++ = text(r->division);
		*v++ = text(r->id);
		*v++ = text(r->places[i]);
	}
}

static void
put_posting(const struct row *r)
{
	struct value	*v = add(POSTING);

	*v++ = text(r->division);
	*v++ = text(r->id);
	*v++ = text(r->what);
	*v++ = text(r->at);
	*v++ = number(r->day);
	*v++ = text(r->online ? "website" : "board");
	*v++ = text(r->place);
	*v++ = number(r->until);
	*v++ = number(NO_DAY);
	*v++ = text("");
	*v++ = text(r->by);
	*v++ = text("");
	*v++ = number(in.has[POSTING]);
	*v++ = number(in.src[POSTING]);
}

static void
put_objection(const struct row *r)
{
	struct value	*v = add(OBJECTION);

	*v++ = text(r->division);
	*v++ = text(r->id);
	*v++ = text(r->what);
	*v++ = text(r->at);
	*v++ = number(r->day);
	*v++ = text("1");
	*v++ = number(r->until);
	*v++ = text(r->until == NO_DAY ? "" : "rejected");
	*v++ = text(r->by);
	*v++ = number(in.has[OBJECTION]);
	*v++ = number(in.src[OBJECTION]);
	*v++ = number(strcmp(r->at, r->division) != 0);
}

static void
put_row(void *ctx, const struct row *r)
{
	struct value	*v;

	(void)ctx;
	if (r->sheet != in.now)
		return;
	switch (r->sheet) {
	case DIVISIONS:
		v = add(DIVISION);
		*v++ = text(r->division);
		*v++ = text(r->name);
		*v++ = number(in.src[DIVISION]);
		break;
	case CASES:
		put_case(r);
		break;
	case EVENTS:
		v = add(EVENT);
		*v++ = text(r->division);
		*v++ = text(r->id);
		*v++ = text(r->what);
		*v++ = number(r->day);
		*v++ = number(in.src[EVENT]);
		break;
	case POSTINGS:
		put_posting(r);
		break;
	default:
		put_objection(r);
	}
}

static int
ask(const char *column, const char *table)
{
	sqlite3_stmt	*st;
	char		 sql[128];
	int		 n = 0;

	snprintf(sql, sizeof(sql), "SELECT %s FROM made.%s LIMIT 1", column,
	    table);
	st = prepare(sql);
	if (sqlite3_step(st) == SQLITE_ROW)
		n = sqlite3_column_int(st, 0);
	sqlite3_finalize(st);
	return n;
}

/* The schema of MADE, its run and its files, and what never varies. */
static void
take_schema(const char *made)
{
	sqlite3_stmt	*st;
	char		*sql;
	int		 t;

	sql = sqlite3_mprintf("ATTACH %Q AS made", made);
	run(sql);
	sqlite3_free(sql);
	st = prepare("SELECT sql FROM made.sqlite_schema WHERE sql <> ''"
	    " AND name NOT LIKE 'sqlite%' ORDER BY rowid");
	while (sqlite3_step(st) == SQLITE_ROW)
		run((const char *)sqlite3_column_text(st, 0));
	sqlite3_finalize(st);
	run("INSERT INTO run SELECT * FROM made.run;"
	    "INSERT INTO file SELECT * FROM made.file");
	for (t = DIVISION; t < TABLES; t++) {
		if (t != PLACE)
			in.src[t] = ask("src", table_names[t]);
		if (t == MATTER || t == POSTING || t == OBJECTION)
			in.has[t] = ask("has", table_names[t]);
	}
	run("DETACH made");
}

static long long
insert(const char *made, const char *new, int regions, uint64_t seed)
{
	int	s, t, i;

	connect(new, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
	run("PRAGMA cache_size = -65536; PRAGMA journal_mode = DELETE;"
	    "PRAGMA foreign_keys = ON; PRAGMA temp_store = FILE");
	take_schema(made);
	in.rows = memory(CHUNK * sizeof(*in.rows));
	in.bytes = memory(BYTES);
	for (t = DIVISION; t < TABLES; t++)
		in.st[t] = prepare(inserts[t]);
	run("BEGIN IMMEDIATE");
	for (s = DIVISIONS; s < SHEETS; s++)
		for (i = 0; i < regions; i++) {
			in.now = (enum sheet)s;
			region_year(region_codes[i], seed, put_row, NULL);
		}
	flush();
	watch_start();
	run("COMMIT");
	watch_stop();
	return in.count;
}

/* ---- libical */

enum { LINES = 64, EVENTS_AT_ONCE = 20000 };

/* The unfolded lines of an event; an alarm is `BEGIN:VALARM` and on. */
struct lines {
	char	*line[LINES];
	int	 n;
};

static char *
unescape(char *s)
{
	char	*to = s, *from = s;

	while (*from != '\0') {
		if (*from == '\\' && from[1] != '\0') {
			from++;
			*to++ = *from == 'n' || *from == 'N' ? '\n' : *from;
			from++;
		} else
			*to++ = *from++;
	}
	*to = '\0';
	return s;
}

/* Reads an unfolded line without its end; false at the end of the file. */
static bool
read_line(FILE *f, char *buf, size_t size)
{
	size_t	n = 0;
	int	c;

	while ((c = getc(f)) != EOF) {
		if (c == '\r')
			continue;
		if (c == '\n') {
			c = getc(f);
			if (c == ' ')
				continue;
			if (c != EOF)
				ungetc(c, f);
			buf[n] = '\0';
			return true;
		}
		if (n + 1 < size)
			buf[n++] = (char)c;
	}
	return false;
}

static bool
read_event(FILE *f, struct lines *e)
{
	static char	buf[65536];
	bool		inside = false;

	e->n = 0;
	while (read_line(f, buf, sizeof(buf))) {
		if (strcmp(buf, "BEGIN:VEVENT") == 0)
			inside = true;
		else if (strcmp(buf, "END:VEVENT") == 0)
			return true;
		else if (inside && e->n < LINES) {
			e->line[e->n] = memory(strlen(buf) + 1);
			strcpy(e->line[e->n++], buf);
		}
	}
	return false;
}

static struct icaltimetype
time_of(const char *s)
{
	struct icaltimetype	t = { 0 };

	if (sscanf(s, "%4d%2d%2dT%2d%2d%2d", &t.year, &t.month, &t.day,
	    &t.hour, &t.minute, &t.second) == 6)
		t.zone = icaltimezone_get_utc_timezone();
	else
		t.is_date = 1;
	return t;
}

enum what {
	UID, DTSTAMP, LAST_MODIFIED, SEQUENCE, DTSTART, DTEND, SUMMARY,
	DESCRIPTION, LOCATION, STATUS, TRANSP, CATEGORIES, ACTION, TRIGGER,
	BEGIN, END, X
};

/* A property with its value as the libical functions take it. */
struct prepared {
	enum what		 what;
	const char		*name;
	const char		*text;
	struct icaltimetype	 time;
	int			 n;
};

static const char *const properties[] = {
	"UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND",
	"SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "TRANSP",
	"CATEGORIES", "ACTION", "TRIGGER", "BEGIN", "END"
};

static struct prepared
prepare_line(char *line)
{
	struct prepared	p = { .what = X, .name = line };
	char		*value = strchr(line, ':');
	size_t		 n = strcspn(line, ":;"), i;

	if (value == NULL)
		abort();
	for (i = 0; i < X; i++)
		if (strlen(properties[i]) == n &&
		    memcmp(line, properties[i], n) == 0)
			p.what = (enum what)i;
	*value++ = '\0';
	p.text = unescape(value);
	if (p.what == SEQUENCE)
		p.n = atoi(value);
	else if (p.what == TRIGGER)
		p.n = icaldurationtype_as_int(
		    icaldurationtype_from_string(value));
	else if (p.what == STATUS)
		p.n = *value == 'T' ? ICAL_STATUS_TENTATIVE : *value == 'C' &&
		    value[1] == 'A' ? ICAL_STATUS_CANCELLED :
		    ICAL_STATUS_CONFIRMED;
	else
		p.time = time_of(value);
	return p;
}

static icalproperty *
property(const struct prepared *p)
{
	struct icaltriggertype	 t = { 0 };
	icalproperty		*x;

	switch (p->what) {
	case UID:
		return icalproperty_new_uid(p->text);
	case DTSTAMP:
		return icalproperty_new_dtstamp(p->time);
	case LAST_MODIFIED:
		return icalproperty_new_lastmodified(p->time);
	case SEQUENCE:
		return icalproperty_new_sequence(p->n);
	case DTSTART:
		return icalproperty_new_dtstart(p->time);
	case DTEND:
		return icalproperty_new_dtend(p->time);
	case SUMMARY:
		return icalproperty_new_summary(p->text);
	case DESCRIPTION:
		return icalproperty_new_description(p->text);
	case LOCATION:
		return icalproperty_new_location(p->text);
	case STATUS:
		return icalproperty_new_status((icalproperty_status)p->n);
	case TRANSP:
		return icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT);
	case CATEGORIES:
		return icalproperty_new_categories(p->text);
	case ACTION:
		return icalproperty_new_action(ICAL_ACTION_DISPLAY);
	case TRIGGER:
		t.duration = icaldurationtype_from_int(p->n);
		return icalproperty_new_trigger(t);
	default:
		x = icalproperty_new_x(p->text);
		icalproperty_set_x_name(x, p->name);
		return x;
	}
}

/* Bytes printed. */
static size_t
print_event(FILE *f, const struct prepared *p, int n)
{
	icalcomponent	*event = icalcomponent_new_vevent(), *c = event;
	char		*text;
	size_t		 size;
	int		 i;

	for (i = 0; i < n; i++)
		if (p[i].what == BEGIN) {
			c = icalcomponent_new_valarm();
			icalcomponent_add_component(event, c);
		} else if (p[i].what == END)
			c = event;
		else
			icalcomponent_add_property(c, property(&p[i]));
	text = icalcomponent_as_ical_string_r(event);
	size = strlen(text);
	fputs(text, f);
	icalmemory_free_buffer(text);
	icalcomponent_free(event);
	return size;
}

static long long
ics(const char *path, long long count)
{
	static struct lines	 events[EVENTS_AT_ONCE];
	static struct prepared	 ready[EVENTS_AT_ONCE][LINES];
	FILE			*f = fopen(path, "r");
	FILE			*null = fopen("/dev/null", "w");
	long long		 done = 0;
	size_t			 bytes = 0;
	int			 i, k, n;

	if (f == NULL || null == NULL) {
		perror(path);
		exit(3);
	}
	while (done < count) {
		for (n = 0; n < EVENTS_AT_ONCE && done + n < count; n++)
			if (!read_event(f, &events[n]))
				break;
		for (i = 0; i < n; i++)
			for (k = 0; k < events[i].n; k++)
				ready[i][k] = prepare_line(events[i].line[k]);
		watch_start();
		for (i = 0; i < n; i++)
			bytes += print_event(null, ready[i], events[i].n);
		watch_stop();
		for (i = 0; i < n; i++)
			while (events[i].n > 0)
				free(events[i].line[--events[i].n]);
		done += n;
		if (n == 0 && done == 0)
			abort();
		if (feof(f))
			rewind(f);
	}
	fclose(f);
	fclose(null);
	fprintf(stderr, "%zu bytes\n", bytes);
	return done;
}

int
main(int argc, char **argv)
{
	long long	n;

	if (argc == 4 && strcmp(argv[1], "scan") == 0)
		n = scan(argv[2], strcmp(argv[3], "text") == 0);
	else if (argc == 6 && strcmp(argv[1], "insert") == 0)
		n = insert(argv[2], argv[3], atoi(argv[4]),
		    strtoull(argv[5], NULL, 10));
	else if (argc == 4 && strcmp(argv[1], "ics") == 0)
		n = ics(argv[2], atoll(argv[3]));
	else {
		fputs("usage: bare scan MADE text|blob\n"
		    "       bare insert MADE NEW REGIONS SEED\n"
		    "       bare ics FILE COUNT\n", stderr);
		return 2;
	}
	sqlite3_close(db);
	printf("%lld %.6f %.6f\n", n, wall, processor);
	return 0;
}
