#!/bin/sh
#
# screenshot.sh -- alerts as a real notification service shows them, to look
# at: dunst under a server of X without a screen, on a bus of its own, with the
# sample data's calendars.  Not part of `make check`: eyes must judge it.
#
#	tests/alert/screenshot.sh [FOLDER]	pictures go there (default: .)
#
# It needs what `make` needs, and dunst, xvfb, imagemagick, x11-utils or none,
# librsvg2-common and a Chinese font (fonts-noto-cjk or fonts-wqy-zenhei).

set -u
top=$(cd "$(dirname "$0")/../.." && pwd) || exit 3
B=${B:-$top/build}
case $B in /*) ;; *) B=$top/$B ;; esac
bin=${GONGSHI_BIN:-$B}
out=$(cd "${1:-.}" && pwd) || exit 2
for p in dunst Xvfb import dbus-daemon; do
	command -v "$p" >/dev/null || { echo "$p is not there" >&2; exit 2; }
done

tmp=$(mktemp -d) || exit 3
pids=
finish() {
	for p in $pids; do kill "$p" 2>/dev/null; done
	wait
	rm -rf "$tmp"
}
trap finish EXIT
trap 'exit 1' INT TERM

g() {
	"$bin/gongshi" --db "$tmp/db" --rules "$top/rules" \
	    --calendars "$top/calendars" --today 2020-10-20 --lang zh "$@"
}
{ g init && g import "$top"/contrib/demo/*.csv && g ics \
    --out-dir "$tmp/calendars" --by township; } >"$tmp/log" 2>&1 || {
	cat "$tmp/log" >&2
	exit 3
}

display=:$((100 + $$ % 500))
Xvfb "$display" -screen 0 1000x640x24 >/dev/null 2>&1 &
pids="$pids $!"
DISPLAY=$display
HOME=$tmp XDG_CONFIG_HOME=$tmp XDG_STATE_HOME=$tmp/state XDG_RUNTIME_DIR=$tmp
TZ=Asia/Shanghai
export DISPLAY HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_RUNTIME_DIR TZ

mkdir -p "$tmp/dunst" "$tmp/icons"
cp "$top/contrib/desktop/gongshi.svg" "$tmp/icons"
cat >"$tmp/dunst/dunstrc" <<END
[global]
font = Noto Sans CJK SC, WenQuanYi Zen Hei 12
width = 620
height = 320
origin = top-right
offset = 20x20
padding = 12
horizontal_padding = 14
gap_size = 6
icon_path = $tmp/icons
icon_position = left
min_icon_size = 48
max_icon_size = 48
word_wrap = yes
markup = full
format = "<b>%s</b>\n%b"
show_age_threshold = -1
[urgency_low]
background = "#f4f4f4"
foreground = "#303030"
frame_color = "#b0b0b0"
[urgency_normal]
background = "#ffffff"
foreground = "#202020"
frame_color = "#2a6fb5"
[urgency_critical]
background = "#fff4f2"
foreground = "#701010"
frame_color = "#c8201e"
END

DBUS_SESSION_BUS_ADDRESS=unix:path=$tmp/bus
export DBUS_SESSION_BUS_ADDRESS
desktop() {
	rm -f "$tmp/bus"
	dbus-daemon --session --address="$DBUS_SESSION_BUS_ADDRESS" --nofork \
	    >/dev/null 2>&1 &
	bus=$!
	sleep 1
	dunst >"$tmp/dunst.log" 2>&1 &
	pids="$pids $bus $!"
	sleep 1
}
picture() {
	import -window root "$out/$1.png"
	echo "$out/$1.png"
}

# begin NOW CALENDARS...: one that stays, so that there are buttons.
begin() {
	now=$1
	shift
	"$bin/gongshi-alert" --lang zh --now "$now" "$@" &
	alert=$!
	sleep 2
}
end() {
	kill "$alert"
	wait "$alert" || echo "gongshi-alert: exit status $?" >&2
	dunstctl close-all
}

desktop

# Of the region's own calendar: a window that is over, a deadline to come, and
# the day's digest of those past.
begin 2020-10-19T09:00 "$tmp/calendars/45.ics"
picture alert-few
end

# Started again a minute later: nothing is there.
begin 2020-10-19T09:01 "$tmp/calendars/45.ics"
picture alert-not-twice
end

# The whole county's: more than three.
begin 2020-10-20T09:00 "$tmp/calendars"
picture alert-digest
end

# The bus dies before an alarm and is back behind it.
begin 2020-10-21T08:59:56 "$tmp/calendars/45.ics" 2>"$tmp/kept"
dunstctl close-all
kill "$bus"
sleep 4
kept=$(grep -c 2020-10-22 "$tmp/kept")
desktop
kill -USR1 "$alert"
sleep 2
picture alert-bus-back
end
echo "kept while the bus was away: $kept"
begin 2020-10-22T09:00 "$tmp/calendars/45.ics"
picture alert-last-day
end
