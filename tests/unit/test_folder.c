#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "folder/beside.h"

static struct arena	*arena;
static struct folder	 top;
static char		 path[] = "/tmp/folder-XXXXXX";

static int
start(void **state)
{
	(void)state;
	arena = arena_new();
	strcpy(path + strlen(path) - 6, "XXXXXX");
	umask(022);
	return text_setup("en", ".") && mkdtemp(path) != NULL &&
	    folder_open(path, &top) ? 0 : -1;
}

static int
finish(void **state)
{
	int	status = system(arena_printf(arena, "rm -rf %s", path));

	(void)state;
	folder_close(&top);
	arena_free(arena);
	return status;
}

static void
put(const char *name, const char *text)
{
	int	fd = openat(top.fd, name, O_WRONLY | O_CREAT | O_TRUNC, 0644);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), (int)strlen(text));
	close(fd);
}

static void
holds(const char *name, const char *text)
{
	char	buf[64] = "";
	int	fd = openat(top.fd, name, O_RDONLY);

	assert_true(fd >= 0);
	assert_true(read(fd, buf, sizeof(buf) - 1) >= 0);
	close(fd);
	assert_string_equal(buf, text);
}

static void
fails_as(bool good, enum folder_fault fault)
{
	int	error = errno;

	assert_false(good);
	assert_int_equal(folder_fault(error), fault);
}

/* ---- what is opened */

static void
only_ordinary_files_are_read(void **state)
{
	struct stat	st;
	int		fd;

	(void)state;
	put("file", "text");
	assert_int_equal(symlinkat("file", top.fd, "link"), 0);
	assert_int_equal(symlinkat("/dev/zero", top.fd, "zero"), 0);
	assert_int_equal(mkfifoat(top.fd, "fifo", 0666), 0);
	assert_int_equal(mkdirat(top.fd, "sub", 0777), 0);
	fd = folder_read(&top, "file", &st);
	assert_true(fd >= 0 && st.st_size == 4);
	assert_true((fcntl(fd, F_GETFD) & FD_CLOEXEC) != 0);
	close(fd);
	fails_as(folder_read(&top, "link", &st) >= 0, FOLDER_FOREIGN);
	fails_as(folder_read(&top, "zero", &st) >= 0, FOLDER_FOREIGN);
	fails_as(folder_read(&top, "fifo", &st) >= 0, FOLDER_FOREIGN);
	fails_as(folder_read(&top, "sub", &st) >= 0, FOLDER_FOREIGN);
	fails_as(folder_read(&top, "none", &st) >= 0, FOLDER_ABSENT);
}

static void
only_real_folders_are_entered(void **state)
{
	struct folder	f;

	(void)state;
	put("file", "");
	assert_int_equal(mkdirat(top.fd, "sub", 0777), 0);
	assert_int_equal(symlinkat("sub", top.fd, "link"), 0);
	assert_true(folder_enter(&top, "sub", "sub", &f));
	folder_close(&f);
	assert_int_equal(f.fd, -1);
	fails_as(folder_enter(&top, "link", "link", &f), FOLDER_FOREIGN);
	fails_as(folder_enter(&top, "file", "file", &f), FOLDER_FOREIGN);
	fails_as(folder_enter(&top, "none", "none", &f), FOLDER_ABSENT);
	fails_as(folder_make(&top, "link", 0777, "link", &f),
	    FOLDER_FOREIGN);
	fails_as(folder_make(&top, "file", 0777, "file", &f),
	    FOLDER_FOREIGN);
	assert_true(folder_make(&top, "new", 0777, "new", &f));
	folder_close(&f);
	assert_true(folder_make(&top, "sub", 0777, "sub", &f));
	folder_close(&f);
}

static void
what_another_made_is_not_ours(void **state)
{
	struct folder	f;
	struct stat	st;

	(void)state;
	assert_int_equal(mkdirat(top.fd, "open", 0777), 0);
	assert_true(folder_make_private(&top, "open", "open", &f));
	assert_true(fstat(f.fd, &st) == 0 && (st.st_mode & 0777) == 0700);
	folder_close(&f);
	if (geteuid() != 0)
		skip();
	assert_int_equal(mkdirat(top.fd, "other", 0777), 0);
	assert_int_equal(fchownat(top.fd, "other", 60001, 60001, 0), 0);
	fails_as(folder_make(&top, "other", 0777, "other", &f),
	    FOLDER_FOREIGN);
	fails_as(folder_make_private(&top, "other", "other", &f),
	    FOLDER_FOREIGN);
	/* root works for the owner of the folder */
	assert_int_equal(fchown(top.fd, 60001, 60001), 0);
	assert_true(folder_make(&top, "other", 0777, "other", &f));
	folder_close(&f);
	assert_true(folder_make_private(&top, "made", "made", &f));
	assert_true(fstat(f.fd, &st) == 0 && st.st_uid == 60001);
	folder_close(&f);
	assert_int_equal(fchownat(top.fd, "other", 60002, 60001, 0), 0);
	fails_as(folder_make(&top, "other", 0777, "other", &f),
	    FOLDER_FOREIGN);
}

static void
names_come_in_order_of_bytes(void **state)
{
	static const char *const	 want[] = { ".x", "B", "a", "乙" };
	const char			**names;
	size_t				 n, i, turn;

	(void)state;
	for (i = 4; i-- > 0; )
		put(want[i], "");
	for (turn = 0; turn < 2; turn++) {
		assert_true(folder_list(&top, arena, &names, &n));
		assert_int_equal(n, 4);
		for (i = 0; i < n; i++)
			assert_string_equal(names[i], want[i]);
	}
}

static void
nothing_is_replaced_by_a_move(void **state)
{
	(void)state;
	put("a", "1");
	put("b", "2");
	fails_as(folder_move(&top, "a", &top, "b"), FOLDER_FOREIGN);
	assert_int_equal(errno, EEXIST);
	assert_true(folder_move(&top, "a", &top, "c"));
	holds("b", "2");
	holds("c", "1");
	fails_as(folder_move(&top, "a", &top, "d"), FOLDER_ABSENT);
}

static void
faults_are_told_apart(void **state)
{
	static const struct {
		int			error;
		enum folder_fault	fault;
	} rows[] = {
		{ ENOENT, FOLDER_ABSENT }, { ELOOP, FOLDER_FOREIGN },
		{ ENOTDIR, FOLDER_FOREIGN }, { EACCES, FOLDER_DENIED },
		{ EPERM, FOLDER_DENIED }, { EIO, FOLDER_FAILED },
		{ EMFILE, FOLDER_FAILED }, { ENFILE, FOLDER_FAILED },
		{ ENOMEM, FOLDER_FAILED }, { ENOSPC, FOLDER_FAILED },
		{ ESTALE, FOLDER_FAILED }, { EROFS, FOLDER_FAILED },
	};
	size_t	i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_int_equal(folder_fault(rows[i].error), rows[i].fault);
}

/* ---- what is written */

static size_t
count(void)
{
	const char	**names;
	size_t		 n;

	assert_true(folder_list(&top, arena, &names, &n));
	return n;
}

static void
a_draft_takes_its_place_or_goes(void **state)
{
	struct diags	*d = diags_new(arena);
	struct beside	 b;
	struct stat	 st;

	(void)state;
	put("victim", "kept");
	assert_int_equal(symlinkat("victim", top.fd, ".x.tmp"), 0);
	assert_int_equal(symlinkat("victim", top.fd, "x"), 0);
	assert_true(beside_at(arena, &top, "x", BESIDE_INSIDE, &b, d));
	fputs("new", b.file);
	assert_int_equal(count(), 4);
	assert_true(beside_close(&b, true, d));
	holds("x", "new");
	holds("victim", "kept");
	assert_true(folder_look(&top, "x", &st) && S_ISREG(st.st_mode));
	assert_int_equal(st.st_mode & 0777, 0640);
	assert_true(beside_open(arena, path, "x", BESIDE_OUTSIDE, &b, d));
	fputs("other", b.file);
	assert_false(beside_close(&b, false, d));
	holds("x", "new");
	assert_int_equal(count(), 3);
	assert_int_equal(diags_errors(d), 0);
}

static void
two_drafts_of_one_name_are_two(void **state)
{
	struct draft	*a, *b;
	int		 fd;

	(void)state;
	a = draft_new(&top, "x", 0600);
	b = draft_new(&top, "x", 0600);
	assert_true(a != NULL && b != NULL);
	assert_string_not_equal(draft_name(a), draft_name(b));
	assert_int_equal(write(draft_fd(a), "a", 1), 1);
	fd = draft_again(a);
	assert_true(fd >= 0 && write(fd, "b", 1) == 1);
	close(fd);
	close(draft_fd(a));
	close(draft_fd(b));
	assert_true(draft_keep(a));
	draft_drop(b);
	holds("x", "ab");
	assert_int_equal(count(), 1);
}

static void
a_folder_in_its_place_stays(void **state)
{
	struct draft	*a;

	(void)state;
	assert_int_equal(mkdirat(top.fd, "x", 0777), 0);
	a = draft_new(&top, "x", 0600);
	assert_non_null(a);
	close(draft_fd(a));
	fails_as(draft_keep(a), FOLDER_FOREIGN);
	assert_int_equal(count(), 1);
}

/* A child that has two drafts and then a signal. */
static int
end_child(int sig)
{
	struct draft	*a;
	int		 status;
	pid_t		 pid = fork();

	if (pid == 0) {
		a = draft_new(&top, "a", 0600);
		(void)draft_new(&top, "b", 0600);
		(void)unlinkat(top.fd, "nothing", 0);
		if (a != NULL)
			close(openat(top.fd, arena_printf(arena,
			    "%s-journal", draft_name(a)), O_CREAT | O_WRONLY,
			    0600));
		raise(sig);
		_exit(9);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void
signals_take_drafts_away(void **state)
{
	static const int	signals[] = { SIGTERM, SIGINT, SIGHUP };
	size_t			i;

	(void)state;
	for (i = 0; i < 3; i++) {
		assert_int_equal(end_child(signals[i]), signals[i]);
		assert_int_equal(count(), 0);
	}
}

static void
the_dead_are_swept_up_and_no_others(void **state)
{
	struct draft	*mine;

	(void)state;
	assert_int_equal(end_child(SIGKILL), SIGKILL);
	assert_int_equal(count(), 3);
	put(".a.tmp", "");
	put(".a.12-abcdef", "");
	put(".a.x-abcdef.tmp", "");
	mine = draft_new(&top, "a", 0600);
	assert_non_null(mine);
	draft_sweep(&top, "a");
	assert_int_equal(count(), 5);		/* b's, three names, mine */
	draft_sweep(&top, NULL);
	assert_int_equal(count(), 4);
	close(draft_fd(mine));
	draft_drop(mine);
	assert_int_equal(count(), 3);
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, start, finish)

int
main(void)
{
	static const struct CMUnitTest	tests[] = {
		TEST(only_ordinary_files_are_read),
		TEST(only_real_folders_are_entered),
		TEST(what_another_made_is_not_ours),
		TEST(names_come_in_order_of_bytes),
		TEST(nothing_is_replaced_by_a_move),
		TEST(faults_are_told_apart),
		TEST(a_draft_takes_its_place_or_goes),
		TEST(two_drafts_of_one_name_are_two),
		TEST(a_folder_in_its_place_stays),
		TEST(signals_take_drafts_away),
		TEST(the_dead_are_swept_up_and_no_others),
	};

	/* A draft leaves alone what its program was started to ignore. */
	(void)signal(SIGTERM, SIG_DFL);
	(void)signal(SIGINT, SIG_DFL);
	(void)signal(SIGHUP, SIG_DFL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
