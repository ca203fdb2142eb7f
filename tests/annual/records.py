"""records.py -- records that hold what the yearly report of 2020 tells.

Made from the report's numbers alone: 33,624 projects in 106 counties of 212.35
亿元 (2,123,500 万元), each announced as asked; four batches of 1,484,542 万元, of
which 875,865 are central and 608,677 the region's; eight counties; five requests
of natural persons, all disclosed.
"""

import os

PROJECTS, COUNTIES, INVESTED = 33624, 106, 2123500
CENTRAL, REGION = 875865, 608677
EXITS = ["450225", "450226", "451026", "451028", "451031", "451225", "451229",
         "451228"]
REQUESTS = 5


def counties():
    """106 codes below 45, the eight among them."""
    codes = list(EXITS)
    for city in range(1, 15):
        for county in range(2, 30):
            code = "45%02d%02d" % (city, county)
            if code not in codes and len(codes) < COUNTIES:
                codes.append(code)
    return sorted(codes)


def shares(total, n):
    """Whole numbers that make up the total."""
    return [total // n + (i < total % n) for i in range(n)]


def projects():
    codes = counties()
    money = shares(INVESTED, PROJECTS)
    for i in range(PROJECTS):
        code = codes[i % COUNTIES]
        yield "XM%05d" % i, code, money[i]


# 2020: the plan drafted on 2 March, shown from the 2nd through the 12th, submitted
# on the 13th, issued on the 16th (Monday), announced on the 20th, the fourth
# working day; received in the township and the village on the 17th, announced on
# the 20th, the third; let on 20 April, announced on the 24th, the fourth; done on
# 1 June, announced on 8 July.
EVENTS = [("plan-drafted", "2020-03-02"), ("plan-submitted", "2020-03-13"),
          ("plan-issued", "2020-03-16"), ("township-received", "2020-03-17"),
          ("village-received", "2020-03-17"),
          ("bidding-completed", "2020-04-20"), ("started", "2020-04-27"),
          ("completed", "2020-06-01"), ("accepted", "2020-07-20"),
          ("paid", "2020-07-27")]
POSTINGS = [("plan-notice", 6, "2020-03-02", "2020-03-12"),
            ("plan-announcement", 6, "2020-03-20", "2020-03-31"),
            ("township-announcement", 9, "2020-03-20", "2020-03-31"),
            ("village-announcement", 12, "2020-03-20", "2020-03-31"),
            ("bid-announcement", 6, "2020-04-24", "2020-05-06"),
            ("completion-announcement", 6, "2020-07-08", "2020-07-20"),
            ("completion-announcement", 9, "2020-07-08", "2020-07-20"),
            ("completion-announcement", 12, "2020-07-08", "2020-07-20")]
TRAITS = ["natural-person", "published"]


def sheets(folder, requests=None):
    """Sheets in the folder; their paths."""
    def write(name, head, rows):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(head + "\n")
            for row in rows:
                file.write(",".join(row) + "\n")
        return os.path.join(folder, name)
    cases, events, postings = [], [], []
    for number, code, money in projects():
        village = code + "100200"
        cases.append((number, "project", village, "", "",
                      "invested=%d" % money, ""))
        for event, day in EVENTS:
            events.append((number, event, day))
        for step, digits, day, until in POSTINGS:
            postings.append((number, step, village[:digits], day, until))
    for i, (central, region) in enumerate(zip(shares(CENTRAL, 4),
                                              shares(REGION, 4))):
        number = "ZJ%d" % i
        cases.append((number, "fund-allocation", "45", "", "",
                      "central=%d;region=%d" % (central, region), ""))
        day = "2020-%02d-08" % (i + 1)
        events.append((number, "funds-issued", day))
        postings.append((number, "allocation-announcement", "45",
                         "2020-%02d-13" % (i + 1), "2020-%02d-28" % (i + 1)))
    for code in EXITS:
        number = "TX" + code
        cases.append((number, "county-exit", code, "", "", "", ""))
        for event, day in (
                ("county-applied", "2020-10-09"),
                ("city-verified", "2020-10-20"),
                ("region-assessed", "2020-11-02"),
                ("group-studied", "2020-11-06"),
                ("region-approved", "2020-11-20")):
            events.append((number, event, day))
        postings += [(number, "public-notice", "45", "2020-11-06",
                      "2020-11-17"),
                     (number, "public-announcement", "45", "2020-11-20",
                      "2020-12-31")]
    for row in requests if requests is not None else [
            ("SQ%d" % i, TRAITS, "2020-03-02", "2020-03-30")
            for i in range(REQUESTS)]:
        number, traits, came, done = row
        cases.append((number, "disclosure-request", "45", "", "", "",
                      ";".join(traits)))
        if came:
            events.append((number, "received", came))
        if done:
            events.append((number, "replied", done))
    return [write("cases.csv",
                  "case,procedure,division,title,places,amounts,traits",
                  cases),
            write("events.csv", "case,event,date", events),
            write("postings.csv", "case,step,division,posted,until",
                  postings)]
