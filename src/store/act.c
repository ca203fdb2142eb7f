#include "store/act.h"

#include "store/inside.h"

const struct act *
store_act(const struct store *s)
{
	return &s->run.act;
}

static const char *
kept(struct store *s, const char *text)
{
	return text == NULL ? NULL : arena_dup(s->run_arena, text);
}

void
act_note(struct store *s, const struct act *act)
{
	s->run.act = *act;
	s->run.act.division = kept(s, act->division);
	s->run.act.id = kept(s, act->id);
	s->run.act.to_division = kept(s, act->to_division);
	s->run.act.to_id = kept(s, act->to_id);
	s->run.act.key = kept(s, act->key);
	s->run.act.ground = kept(s, act->ground);
	s->run.act.by = kept(s, act->by);
}

bool
act_told(struct store *s, const char *when)
{
	const enum stmt	n = s->run.act.kind == ACT_WAIVE ? WAIVER_MADE :
			    WAIVER_ENDED;

	if (s->run.act.key == NULL)
		return true;
	sql_text(s, n, 1, s->run.act.key);
	sql_text(s, n, 2, when);
	return sql_run(s, n);
}
