/*
 * testwords.h -- the words of the tests of a pack, in both languages.
 *
 * One table, as for rule files (rule/vocab): who reads tests, who shows what
 * came instead, and the manual.  A file may use either language, word by word.
 */
#ifndef RULE_TESTWORDS_H
#define RULE_TESTWORDS_H

#include "base/text.h"

enum test_group {
	IN_HEAD = 1 << 0,		/* begins a line of the head, */
	IN_TRIAL = 1 << 1,		/* of a case or its neighbour, */
	IN_GIVEN = 1 << 2,		/* of facts that cases share */
	IN_BLOCK = 1 << 3,		/* begins one of these */
	OF_POSTING = 1 << 4, OF_OBJECTION = 1 << 5, OF_EXPECT = 1 << 6,
	OF_WITHOUT = 1 << 7,		/* the kinds of facts */
	OF_POINT = 1 << 8		/* in place of a step or an event */
};

enum test_word {
	TW_NONE,
	TW_PROCEDURE, TW_AT, TW_PLACES, TW_TRAITS, TW_PERIOD, TW_WHERE,
	TW_GIVEN, TW_CASE, TW_NEIGHBOUR, TW_OTHERWISE,
	TW_WITH, TW_WITHOUT, TW_EVENT, TW_POSTING, TW_OBJECTION, TW_TODAY,
	TW_EXPECT,
	TW_TO, TW_MEDIUM, TW_PLACE, TW_REVIEWED, TW_CONTENT, TW_EVIDENCE,
	TW_RECEIVED, TW_RESOLVED, TW_OUTCOME, TW_BY, TW_NUMBER,
	TW_DUE, TW_ACTUAL, TW_SEVERITY, TW_BASIS,
	TEST_WORDS
};

/* The word that `text` is in one of the groups, in either language. */
enum test_word	 test_word_find(const char *text, unsigned groups);

const char	*test_word(enum test_word, enum lang);

/* The word of those groups nearest to a wrong one, in its language; or NULL. */
const char	*test_word_nearest(const char *text, unsigned groups);

/* All of those groups in the language set up, for "expected one of". */
const char	*test_word_list(struct arena *, unsigned groups);

#endif
