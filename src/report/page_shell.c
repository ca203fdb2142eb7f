#include "report/page_shell.h"

#include <string.h>

#include "base/hash.h"
#include "base/text.h"
#include "report/style.h"
#include "words/html.h"

enum { SOURCE_TEXT = 64 };	/* sha256-BASE64 */

struct page_shell {
	const char		*sheet;
	char			 style[SOURCE_TEXT], own[SOURCE_TEXT];
	char			 script[SOURCE_TEXT];
	unsigned long long	 hash;
};

/* Of what page_style does not know: parts of pages as wholes. */
static const char	own_style[] =
"nav.where{display:flex;flex-wrap:wrap;gap:.3em 1.2em;padding:.4em 0}\n"
"th button{background:none;border:0;padding:0;cursor:pointer;"
"text-align:inherit;text-decoration:underline dotted;min-height:1.5rem}\n"
"th[aria-sort=ascending] button::after{content:\" \\2191\"}\n"
"th[aria-sort=descending] button::after{content:\" \\2193\"}\n"
".tools input{max-width:100%}\n"
"ul.plain{list-style:none;padding-left:0}\n"
"ul.plain>li{margin:.45em 0}\n"
"ol.worst>li{margin:.45em 0}\n"
".dates{display:flex;flex-wrap:wrap;gap:1em;list-style:none;padding-left:0}\n"
".codes{display:grid;gap:1em 1.5em;list-style:none;padding-left:0;"
"grid-template-columns:repeat(auto-fill,"
"minmax(min(100%,16rem),1fr))}\n"
".pair{display:grid;gap:0 2.5rem;"
"grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr))}\n"
".todo>li{border-bottom:1px solid var(--rule);padding-bottom:.3em}\n"
".todo a{display:inline-block}\n"
"@media screen and (max-width:59.9rem){.todo>li>*{display:block}}\n"
"@media (min-width:60rem){.todo>li{display:grid;gap:0 1rem;"
"grid-template-columns:3fr 2fr 3fr 4fr}.todo>li>.note{grid-column:2/-1}}\n"
"@media print{.codes{grid-template-columns:repeat(3,1fr)}.codes>li{"
"break-inside:avoid}h2+.note{break-after:avoid}.skip,.tools,nav.where,"
".gone,[aria-labelledby=reports]{display:none}.todo>li{display:grid;"
"gap:0 .8em;break-inside:avoid;"
"grid-template-columns:3fr 2fr 3fr 4fr}.todo>li>.note{grid-column:2/-1}"
".table table{font-size:7pt}.table th,.table td{padding-right:.35em}"
"th button{text-decoration:none}}\n";

static const char	own_script[] =
"(function(){'use strict';var d=document;\n"
"function each(l,f){Array.prototype.forEach.call(l,f);}\n"
"function sort(t,c,i){var h=t.tHead.rows[0].cells,b=t.tBodies[0],"
"n=c.className.indexOf('num')>=0,was=c.getAttribute('aria-sort'),"
"up=was?was!=='ascending':!n,\n"
"rows=Array.prototype.slice.call(b.rows).map(function(r,k){"
"var x=r.cells[i],v=x.getAttribute('data-v')||x.textContent.trim();"
"if(n){v=parseFloat(v);if(isNaN(v))v=-1;}return{v:v,r:r,k:k};});\n"
"rows.sort(function(x,y){var k=x.v<y.v?-1:x.v>y.v?1:0;"
"return(up?k:-k)||x.k-y.k;});\n"
"each(h,function(x){x.removeAttribute('aria-sort');});"
"c.setAttribute('aria-sort',up?'ascending':'descending');"
"rows.forEach(function(x){b.appendChild(x.r);});}\n"
"each(d.querySelectorAll('table.sort'),function(t){"
"each(t.tHead.rows[0].cells,function(c,i){"
"var b=d.createElement('button');b.type='button';"
"while(c.firstChild)b.appendChild(c.firstChild);c.appendChild(b);"
"b.addEventListener('click',function(){sort(t,c,i);});});});\n"
"each(d.querySelectorAll('[data-filter]'),function(e){"
"var p=d.createElement('p'),l=d.createElement('label'),"
"f=d.createElement('input'),o=d.createElement('output'),"
"items=e.tBodies?e.tBodies[0].rows:e.children,"
"box=e.tBodies?e.parentNode:e;\n"
"p.className='tools';f.type='search';"
"l.appendChild(d.createTextNode(e.getAttribute('data-filter')+' '));"
"l.appendChild(f);p.appendChild(l);p.appendChild(d.createTextNode(' '));"
"p.appendChild(o);box.parentNode.insertBefore(p,box);\n"
"f.addEventListener('input',function(){"
"var w=f.value.toLowerCase().split(/\\s+/),n=0;"
"each(items,function(x){var s=x.textContent.toLowerCase(),"
"y=w.every(function(k){return s.indexOf(k)>=0;});"
"x.hidden=!y;if(y)n++;});"
"o.textContent=f.value?n+'/'+items.length:'';});});\n"
"var m=d.getElementById('main');\n"
"function alone(c){var g=[],o=[],x;"
"for(x=c;x!==m;x=x.parentNode)each(x.parentNode.children,function(y){"
"if(y!==x&&!/defs|legend/.test(y.getAttribute('class'))){"
"y.classList.add('gone');g.push(y);}});\n"
"each(c.querySelectorAll('details:not([open])'),function(y){"
"y.open=true;o.push(y);});"
"addEventListener('afterprint',function back(){"
"removeEventListener('afterprint',back);"
"each(g,function(y){y.classList.remove('gone');});"
"each(o,function(y){y.open=false;});});print();}\n"
"each(d.querySelectorAll('.case'),function(c){"
"var p=d.createElement('p'),b=d.createElement('button');"
"p.className='tools';b.type='button';"
"b.textContent=m.getAttribute('data-print');p.appendChild(b);"
"b.addEventListener('click',function(){alone(c);});"
"c.appendChild(p);});\n"
"})();\n";

/* ---- the policy */

static int
hex(char c)
{
	return c <= '9' ? c - '0' : c - 'a' + 10;
}

/* The 32 bytes that the digits stand for, as CSP writes them. */
static void
source_of(const char *digits, char out[static SOURCE_TEXT])
{
	static const char	letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned char		bytes[33] = { 0 };
	unsigned		three;
	int			i, k;
	char			*p = out;

	for (i = 0; i < 32; i++)
		bytes[i] = (unsigned char)(hex(digits[2 * i]) << 4 |
		    hex(digits[2 * i + 1]));
	p += sprintf(p, "'sha256-");
	for (i = 0; i < 33; i += 3) {
		three = (unsigned)bytes[i] << 16 |
		    (unsigned)bytes[i + 1] << 8 | bytes[i + 2];
		for (k = 18; k >= 0; k -= 6)
			*p++ = letters[three >> k & 63];
	}
	strcpy(p - 1, "='");
}

static void
digest(struct arena *a, const char *text, char out[static SOURCE_TEXT])
{
	struct sum	*sum = sum_new(a);
	char		 digits[SUM_TEXT];

	sum_add(sum, text, strlen(text));
	sum_end(sum, digits);
	source_of(digits, out);
}

struct page_shell *
page_shell_new(struct arena *a)
{
	struct page_shell	*s = arena_alloc(a, sizeof(*s));

	s->sheet = page_style(a);
	digest(a, s->sheet, s->style);
	digest(a, own_style, s->own);
	digest(a, own_script, s->script);
	s->hash = hash_text(hash_text(hash_text(hash_text(hash_text(
	    HASH_START, s->style), s->own), s->script),
	    text_lang() == LANG_ZH ? "zh" : "en"), GONGSHI_VERSION);
	return s;
}

unsigned long long
page_shell_hash(const struct page_shell *s)
{
	return s->hash;
}

/* ---- parts */

void
page_text(FILE *f, const char *tag, const char *text)
{
	fprintf(f, "<%s>", tag);
	html_text(f, text);
	fprintf(f, "</%.*s>\n", (int)strcspn(tag, " "), tag);
}

void
page_link(FILE *f, const char *href, const char *text)
{
	fputs("<a href=\"", f);
	html_text(f, href);
	fputs("\">", f);
	html_text(f, text);
	fputs("</a>", f);
}

static void
where(FILE *f, const struct page_top *t)
{
	fputs("<nav class=\"where\" aria-label=\"", f);
	html_text(f, _("where you are"));
	fputs("\">", f);
	if (t->is_index)
		html_text(f, _("All divisions"));
	else {
		fprintf(f, "<a href=\"%sindex.html\">", t->root);
		html_text(f, _("All divisions"));
		fputs("</a>", f);
	}
	if (t->above != NULL) {
		fprintf(f, " <a href=\"%s", t->root);
		html_text(f, t->above);
		fputs("\">", f);
		html_text(f, t->above_name);
		fputs("</a>", f);
	}
	fputs("</nav>\n", f);
}

void
page_begin(FILE *f, const struct page_shell *s, const struct page_top *t)
{
	fprintf(f, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
	    "<meta charset=\"utf-8\">\n"
	    "<meta name=\"generator\" content=\"gongshi\">\n"
	    "<meta http-equiv=\"Content-Security-Policy\" content=\""
	    "default-src 'none'; style-src %s %s; script-src %s; "
	    "base-uri 'none'; form-action 'none'\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, "
	    "initial-scale=1\">\n"
	    "<meta name=\"referrer\" content=\"no-referrer\">\n"
	    "<meta name=\"color-scheme\" content=\"light dark\">\n",
	    text_lang() == LANG_ZH ? "zh-CN" : "en", s->style, s->own,
	    s->script);
	page_text(f, "title", t->title);
	fprintf(f, "<style>%s</style>\n<style>%s</style>\n</head>\n<body>\n",
	    s->sheet, own_style);
	fputs("<a class=\"skip\" href=\"#main\">", f);
	html_text(f, _("to what the page says"));
	fputs("</a>\n<header>\n", f);
	where(f, t);
	page_text(f, "h1", t->title);
	fputs("</header>\n<main id=\"main\" data-print=\"", f);
	html_text(f, _("Print this case alone, each day counted out"));
	fputs("\">\n", f);
}

void
page_end(FILE *f)
{
	fprintf(f, "</main>\n<script>%s</script>\n</body>\n</html>\n",
	    own_script);
}

const char *
page_weekday(struct day d)
{
	static const char *const	names[] = {
		N_("Sunday"), N_("Monday"), N_("Tuesday"), N_("Wednesday"),
		N_("Thursday"), N_("Friday"), N_("Saturday")
	};

	return _(names[day_weekday(d)]);
}
