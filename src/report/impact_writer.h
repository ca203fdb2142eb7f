/*
 * impact_writer.h -- what the formats of impact.h share; inside report/ only.
 */
#ifndef REPORT_IMPACT_WRITER_H
#define REPORT_IMPACT_WRITER_H

#include "report/impact.h"
#include "report/writer.h"

struct impact_backend {
	bool	(*begin)(struct impact_writer *);
	void	(*one)(struct impact_writer *, struct arena *,
		    const struct altered *);
	bool	(*end)(struct impact_writer *, const struct impact_totals *);
};

extern const struct impact_backend	impact_text, impact_json, impact_csv;

struct impact_writer {
	struct writer			 page;	/* where cases go */
	const struct impact_backend	*backend;
	const struct names		*names[WORLDS];
	const struct grounds		*grounds;
	FILE				*out;	/* where all goes in the end */
	struct diags			*d;
};

/* "gained", "lost" or "changed". */
const char	*impact_entry_word(const struct two_entries *);

/* One of a pair that is there, the new one first. */
static inline const struct shown_entry *
impact_entry(const struct two_entries *e)
{
	return e->of[IS] != NULL ? e->of[IS] : e->of[WAS];
}

static inline const char *
impact_pack(const struct altered *c, enum world w)
{
	return c->all[w] == NULL ? NULL : c->all[w]->proc->pack->id;
}

#endif
