/*
 * style.h -- the one style sheet of all pages.
 *
 * Light and dark by what the reader's system asks; 360 px to 1,920; A4 when
 * printed.  It stands in a <style> element as it is (its hash is what the
 * page's policy allows), so no page may have a style attribute.
 *
 * Classes that pages may use, besides what stands below page_case and charts:
 * `scroll` (a wide table's frame, with tabindex=0, role=region, a label), `num`
 * (a cell of numbers), `note` (small, grey), `tools` (not printed), `cards`
 * (figures side by side, each a <div> of <b>figure</b> <span>word</span>).
 */
#ifndef REPORT_STYLE_H
#define REPORT_STYLE_H

#include "base/arena.h"

const char	*page_style(struct arena *);

#endif
