#!/bin/sh
#
# alone.sh -- the tree stands alone: no file of it speaks of a folder beside
# it, of a path of one machine, or of a package registry's host.

cd "$(dirname "$0")/../.." || exit 2
passed=0 failed=0
top=$(pwd -P)

# Written so that this file does not match itself.
pattern='[.][.]/share''d|(^|[^A-Za-z0-9_./~-])/(home|Users)/[a-z]'
pattern="$pattern"'|[^A-Za-z0-9_./~-]/ro''ot/'
for host in 'pypi[.]org' 'pythonhosted[.]org' 'npmjs[.](org|com)' \
    'crates[.]io' 'proxy[.]golang[.]org' 'rubygems[.]org' \
    '(deb|security|snapshot)[.]debian[.]org' 'archive[.]ubuntu[.]com' \
    'mirrors?[.][a-z0-9-]+[.](com|cn|org|edu)' 'ghcr[.]io' 'docker[.]io'; do
	pattern="$pattern|$host"
done

# The place of this tree itself, and the folder it is in, unless those are
# places that every machine has.
place() {
	case $1 in
	/ | /tmp | /var | /usr | /opt | /srv | /home | /mnt | /src | \
	/build | /builds | /usr/src | /var/tmp | /var/lib)
		return ;;
	esac
	escaped=$(printf '%s' "$1" | sed 's/[][\.*^$+?(){}|]/[&]/g')
	pattern="$pattern|(^|[^A-Za-z0-9_./~-])$escaped(/|[^A-Za-z0-9_-]|\$)"
}
place "$top"
place "$(dirname "$top")"

files() {
	git ls-files --cached --others --exclude-standard -z 2>/dev/null ||
	    find . -name .git -prune -o -path ./build -prune -o \
	    -type f -print0
}

list=$(mktemp) || exit 2
trap 'rm -f "$list"' EXIT

# -I: what is binary names nothing that one can follow.
files | xargs -0 grep -EIn -e "$pattern" /dev/null 2>/dev/null |
    sort -u >"$list"
if [ -s "$list" ]; then failed=1; else passed=1; fi
cut -c1-200 "$list"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
