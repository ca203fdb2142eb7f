/*
 * The child that talks to the desktop: the one user of libnotify.
 *
 * Only what a server says that it can is asked of it.  Markup is never used:
 * bodies are escaped plain text, which every server shows alike.  Hints that
 * make a bubble pass for a volume bar (x-canonical-private-synchronous) are
 * not set: such bubbles are dropped unseen.
 */
#include "alert/bubble.h"

#include <gio/gio.h>
#include <glib-unix.h>
#include <glib.h>
#include <inttypes.h>
#include <libnotify/notify.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alert/wire.h"
#include "base/text.h"

/* The name of the desktop entry without its suffix. */
#define APPLICATION	"gongshi-alert"
#define ICON		"gongshi"

enum { ASKED = 8 };		/* fields of what the parent asks */

struct talker {
	int		 fd;
	bool		 stays;
	GMainLoop	*loop;
	bool		 body;		/* what the server can */
	bool		 actions;
	bool		 persistence;
	bool		 two;		/* would show "default" as a button */
	GPtrArray	*bubbles;	/* struct open, oldest first */
};

/* A bubble that was shown and may be clicked. */
struct open {
	struct talker		*talker;
	NotifyNotification	*note;
	char			*key;
	char			*title;
	char			*text;
	bool			 closed;
};

static void
open_free(gpointer data)
{
	struct open	*o = data;

	g_signal_handlers_disconnect_by_data(o->note, o);
	g_object_unref(o->note);
	g_free(o->key);
	g_free(o->title);
	g_free(o->text);
	g_free(o);
}

static bool
answer(const struct talker *t, const char *word, const char *x, const char *y)
{
	const char	*f[] = { word, x, y };

	return wire_put(t->fd, f, y == NULL ? 2 : 3);
}

/* Who answers for bubbles: the bus, and the name on it. */
static char *
server_name(void)
{
	GDBusConnection	*bus = g_bus_get_sync(G_BUS_TYPE_SESSION, NULL, NULL);
	GVariant	*v;
	const char	*owner = "";
	char		*name;

	if (bus == NULL)
		return g_strdup("");
	v = g_dbus_connection_call_sync(bus, "org.freedesktop.DBus",
	    "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetNameOwner",
	    g_variant_new("(s)", "org.freedesktop.Notifications"),
	    G_VARIANT_TYPE("(s)"), G_DBUS_CALL_FLAGS_NONE, BUBBLE_WAIT, NULL,
	    NULL);
	if (v != NULL)
		g_variant_get(v, "(&s)", &owner);
	name = g_strdup_printf("%s/%s", g_dbus_connection_get_guid(bus),
	    owner);
	if (v != NULL)
		g_variant_unref(v);
	g_object_unref(bus);
	return name;
}

static void
ask_capabilities(struct talker *t)
{
	GList	*caps = notify_get_server_caps(), *c;

	t->body = t->actions = t->persistence = false;
	for (c = caps; c != NULL; c = c->next) {
		t->body |= strcmp(c->data, "body") == 0;
		t->actions |= strcmp(c->data, "actions") == 0;
		t->persistence |= strcmp(c->data, "persistence") == 0;
	}
	g_list_free_full(caps, g_free);
}

/* Xfce makes a button of the action that others take a click for. */
static void
ask_name(struct talker *t)
{
	char	*name = NULL, *vendor = NULL, *version = NULL, *spec = NULL;

	t->two = notify_get_server_info(&name, &vendor, &version, &spec) &&
	    g_strcmp0(name, "Xfce Notify Daemon") == 0;
	g_free(name);
	g_free(vendor);
	g_free(version);
	g_free(spec);
}

/* ---- buttons */

/* The text as a file, for the program that the desktop reads texts with. */
static bool
open_file(const struct open *o)
{
	char	*folder = g_build_filename(g_get_user_runtime_dir(), "gongshi",
		    NULL);
	char	*sum = g_compute_checksum_for_string(G_CHECKSUM_SHA1, o->key,
		    -1);
	char	*name = g_strdup_printf("%s/%.16s.txt", folder, sum);
	char	*uri = g_filename_to_uri(name, NULL, NULL);
	bool	 good;

	good = uri != NULL && g_mkdir_with_parents(folder, 0700) == 0 &&
	    g_file_set_contents(name, o->text, -1, NULL) &&
	    g_app_info_launch_default_for_uri(uri, NULL, NULL);
	g_free(uri);
	g_free(name);
	g_free(sum);
	g_free(folder);
	return good;
}

/* Where no program reads texts, the bubble itself holds it. */
static void
open_bubble(const struct open *o)
{
	char			*body = g_markup_escape_text(o->text, -1);
	NotifyNotification	*n = notify_notification_new(o->title, body,
				    ICON);

	notify_notification_set_timeout(n, NOTIFY_EXPIRES_NEVER);
	notify_notification_set_hint(n, "desktop-entry",
	    g_variant_new_string(APPLICATION));
	(void)notify_notification_show(n, NULL);
	g_object_unref(n);
	g_free(body);
}

static void
on_action(NotifyNotification *n, char *action, gpointer data)
{
	struct open	*o = data;

	(void)n;
	if (strcmp(action, "later") == 0) {
		if (!answer(o->talker, "again", o->key, NULL))
			g_main_loop_quit(o->talker->loop);
	} else if (!open_file(o))
		open_bubble(o);
}

static gboolean
forget_closed(gpointer data)
{
	struct open	*o = data;

	(void)g_ptr_array_remove(o->talker->bubbles, o);
	return G_SOURCE_REMOVE;
}

/* Some servers close before they say what was clicked. */
static void
on_closed(NotifyNotification *n, gpointer data)
{
	struct open	*o = data;

	(void)n;
	if (o->closed)
		return;
	o->closed = true;
	(void)g_timeout_add_seconds(2, forget_closed, o);
}

/* ---- showing */

/*
 * Titles are plain by the specification, but some desktops show them as rich
 * text: what could be taken for a tag is written full-width.
 */
static char *
harmless(const char *s)
{
	GString	*out = g_string_new(NULL);

	for (; *s != '\0'; s++)
		if (*s == '<')
			g_string_append(out, "＜");
		else if (*s == '>')
			g_string_append(out, "＞");
		else if (*s == '&')
			g_string_append(out, "＆");
		else
			g_string_append_c(out, *s);
	return g_string_free(out, FALSE);
}

/* Title and body in one line, for a server that shows no bodies. */
static char *
title_alone(const char *title, const char *body)
{
	char	*both = g_strdup_printf("%s %s", title, body), *out;

	g_strdelimit(both, "\n", ' ');
	out = harmless(both);
	g_free(both);
	return out;
}

/* An id is another bubble's where another server gave it. */
static NotifyNotification *
make_note(const struct talker *t, const char *const *f, const char *server)
{
	unsigned long		 id = strtoul(f[5], NULL, 10);
	NotifyNotification	*n;
	char			*title, *body;

	title = t->body ? harmless(f[1]) : title_alone(f[1], f[2]);
	body = g_markup_escape_text(t->body ? f[2] : "", -1);
	if (strcmp(f[6], server) != 0 || id > G_MAXINT)
		id = 0;
	n = g_object_new(NOTIFY_TYPE_NOTIFICATION, "summary", title, "body",
	    body, "icon-name", ICON, "id", (gint)id, NULL);
	g_free(title);
	g_free(body);
	return n;
}

/*
 * A server that keeps no bubble that nobody saw is asked to leave it until it
 * is dismissed; so is one of a deadline's day.
 */
static void
dress(const struct talker *t, struct open *o, const char *const *f)
{
	int	urgency = atoi(f[4]);

	notify_notification_set_urgency(o->note, urgency == URGENCY_LOW ?
	    NOTIFY_URGENCY_LOW : urgency == URGENCY_NORMAL ?
	    NOTIFY_URGENCY_NORMAL : NOTIFY_URGENCY_CRITICAL);
	if (!t->persistence || urgency == URGENCY_CRITICAL)
		notify_notification_set_timeout(o->note, NOTIFY_EXPIRES_NEVER);
	if (!t->stays)
		return;
	notify_notification_set_hint(o->note, "desktop-entry",
	    g_variant_new_string(APPLICATION));
	if (!t->actions)
		return;
	/* Of a click beside the buttons; else GNOME starts the application. */
	if (!t->two)
		notify_notification_add_action(o->note, "default", _("Open"),
		    on_action, o, NULL);
	notify_notification_add_action(o->note, "open", _("Open"), on_action,
	    o, NULL);
	if (*f[7] != '\0')
		notify_notification_add_action(o->note, "later",
		    _("Again tomorrow"), on_action, o, NULL);
}

/* One that is listened to no more, or whose place a new one takes. */
static void
make_room(struct talker *t, const char *key)
{
	struct open	*o;
	guint		 i;

	for (i = 0; i < t->bubbles->len; i++) {
		o = g_ptr_array_index(t->bubbles, i);
		if (strcmp(o->key, key) == 0) {
			(void)g_source_remove_by_user_data(o);
			(void)g_ptr_array_remove_index(t->bubbles, i);
			return;
		}
	}
	if (t->bubbles->len >= BUBBLE_MOST) {
		(void)g_source_remove_by_user_data(
		    g_ptr_array_index(t->bubbles, 0));
		(void)g_ptr_array_remove_index(t->bubbles, 0);
	}
}

static bool
show(struct talker *t, const char *const *f)
{
	struct open	*o;
	GError		*error = NULL;
	char		*server, id[16];
	gint		 n = 0;
	bool		 good;

	ask_capabilities(t);
	ask_name(t);
	server = server_name();
	make_room(t, f[0]);
	o = g_new0(struct open, 1);
	*o = (struct open){ .talker = t, .note = make_note(t, f, server),
	    .key = g_strdup(f[0]), .title = g_strdup(f[1]),
	    .text = g_strdup(f[3]) };
	dress(t, o, f);
	good = notify_notification_show(o->note, &error);
	g_object_get(o->note, "id", &n, NULL);
	/* 0: the desktop is not to be disturbed, or not by this program. */
	if (good && n != 0) {
		g_free(server);
		server = server_name();
		snprintf(id, sizeof(id), "%" PRIu32, (uint32_t)n);
		g_signal_connect(o->note, "closed", G_CALLBACK(on_closed), o);
		g_ptr_array_add(t->bubbles, o);
		good = answer(t, "shown", id, server);
	} else {
		good = answer(t, "failed", error != NULL ? error->message :
		    _("the desktop shows none now"), NULL);
		open_free(o);
	}
	g_clear_error(&error);
	g_free(server);
	return good;
}

static gboolean
on_request(gint fd, GIOCondition what, gpointer data)
{
	struct talker	*t = data;
	struct arena	*a = arena_new();
	const char	*f[WIRE_FIELDS];
	size_t		 n;
	bool		 good;

	(void)what;
	good = wire_take(fd, BUBBLE_WAIT, a, f, &n) == WIRE_RECORD &&
	    n == ASKED && show(t, f);
	arena_free(a);
	if (!good)
		g_main_loop_quit(t->loop);
	return good ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* What libraries complain of is said by the parent, in its own words. */
static GLogWriterOutput
say_nothing(GLogLevelFlags level, const GLogField *fields, gsize n,
    gpointer data)
{
	(void)level;
	(void)fields;
	(void)n;
	(void)data;
	return G_LOG_WRITER_HANDLED;
}

/*
 * A sender whose name is that of a desktop entry is known to the desktop by
 * it.  GNOME takes the bubbles of such a sender away when it leaves the bus:
 * one that will not stay has another name.
 */
_Noreturn void
talker_run(int fd, bool stays)
{
	struct talker	t = { .fd = fd, .stays = stays };

	g_log_set_writer_func(say_nothing, NULL, NULL);
	if (!notify_init(stays ? APPLICATION : "gongshi"))
		_exit(1);
	t.bubbles = g_ptr_array_new_with_free_func(open_free);
	t.loop = g_main_loop_new(NULL, FALSE);
	(void)g_unix_fd_add(fd, G_IO_IN | G_IO_HUP | G_IO_ERR, on_request, &t);
	g_main_loop_run(t.loop);
	_exit(0);
}
