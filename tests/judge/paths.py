"""Where the judge's programs find the rules and the holiday table, beside this folder."""

import os

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RULES = os.path.join(ROOT, 'rules')
CALENDARS = os.path.join(ROOT, 'calendars')


def holiday_table():
    """The table that the calendars are made from; GONGSHI_HOLIDAYS names another."""
    return os.environ.get('GONGSHI_HOLIDAYS') or os.path.join(
        ROOT, 'contrib', 'calendars', 'holidays-cn.csv')
