/*
 * writer.h -- what the formats of report.h share; inside report/ only.
 *
 * A backend writes one format.  report.c asks the one that the layout names;
 * words/message has the parts of a finding's sentence that text.c sets apart.
 */
#ifndef REPORT_WRITER_H
#define REPORT_WRITER_H

#include "base/text.h"
#include "report/report.h"

struct backend {
	void	(*scan_begin)(struct writer *);
	void	(*scan_case)(struct writer *, struct arena *,
		    const struct matter *, const struct verdict *);
	void	(*scan_end)(struct writer *, const struct totals *);
	void	(*plan_begin)(struct writer *);
	void	(*plan_case)(struct writer *, struct arena *,
		    const struct matter *, const struct plan *all,
		    const struct plan *now);
	void	(*plan_end)(struct writer *, const struct totals *);
};

extern const struct backend	json_backend, csv_backend, text_backend;

struct writer {
	struct layout		 l;
	const struct backend	*backend;
	bool			 parted;	/* a comma stands before all
						   but the first */
	bool			 begun;		/* something came before */
	bool			 printed;	/* of a part: something was */
	bool			 forecast;	/* text: one was marked */
	bool			 grouped;	/* text: `group` is set */
	char			 group[DIVISION_MAX + 1];
	const struct procedure	*goals_of;
	const struct reach	*goals;
	size_t			 ngoals;
};

/* Is there a slot to show?  Without rules: only where all is shown. */
bool		 writer_shows(const struct writer *, const struct plan *);

#endif
