"""Overlays over the shipped pack, worked out by hand (LANGUAGE 7).

(files, sheets, today, expected): findings as `CASE CODE DUE ACTUAL BASIS`, or what the
complaint must match where the overlay is an error.
"""

HEAD = """pack: rongshui
title: 融水县公示天数
scope: ["450225"]
overlay: guangxi-2020
in-force: {from: 2020-06-01, until: 2021-12-31}
instruments:
  融政办发〔2020〕1号: {title: 关于调整公示天数的通知, issued: 2020-05}
"""
EXIT = """procedure: county-exit
basis: 融政办发〔2020〕1号
steps:
  public-notice: {lasts: at least 7 days}
"""
OWN = "融政办发〔2020〕1号"
BASE = "桂扶领发〔2020〕10号"
LAW = "政府信息公开条例 第二十六条"
# Studied on 3 August 2020 (Monday), posted 4 August: seven days end on the 10th, ten on
# the 13th.  Approved on 14 August (Friday), the 20th working day after is 11 September.
EVENTS = """case,event,date
A,county-applied,2020-07-01
A,city-verified,2020-07-02
A,region-assessed,2020-07-03
A,group-studied,2020-08-03
A,region-approved,2020-08-14
B,county-applied,2020-07-01
B,city-verified,2020-07-02
B,region-assessed,2020-07-03
B,group-studied,2020-08-03
B,region-approved,2020-08-14
"""
CASES = "case,procedure,division\nA,county-exit,450225\nB,county-exit,450124\n"


def postings(until):
    return "case,step,division,posted,until\n" + "".join(
        f"{case},public-notice,45,2020-08-04,{until}\n" for case in "AB")


def sheets(until):
    return {"cases": CASES, "events": EVENTS, "postings": postings(until)}


def over(text=EXIT, head=HEAD, more=None):
    return dict({"rongshui/pack.yaml": head, "rongshui/county-exit.yaml": text}, **more or {})


B_SHORT = "B short 2020-08-13 %s 委托方要求"
EXAMPLES = [
    # The county's seven days, its neighbour's ten; the announcement is the base's.
    (over(), sheets("2020-08-09"), "2020-09-11",
     ["B short 2020-08-13 2020-08-09 委托方要求", f"A short 2020-08-10 2020-08-09 {OWN}"]),
    (over(), sheets("2020-08-10"), "2020-09-11", ["B short 2020-08-13 2020-08-10 委托方要求"]),
    (over(), sheets("2020-08-13"), "2020-09-12",
     [f"B missing 2020-09-11 None {LAW}", f"A missing 2020-09-11 None {LAW}"]),
    # In Chinese, by titles.
    (over("程序: county-exit\n依据: 关于调整公示天数的通知 第一条\n环节:\n"
          "  社会公示: {公示期: 不少于七日}\n"), sheets("2020-08-09"), "2020-09-11",
     ["B short 2020-08-13 2020-08-09 委托方要求",
      "A short 2020-08-10 2020-08-09 关于调整公示天数的通知 第一条"]),
    # `{bound: PHRASE}` over the base's {bound, basis}: the county's number, the county's citation.
    (over(EXIT.replace("lasts: at least 7 days", "lasts: {bound: at least 7 days}")),
     sheets("2020-08-09"), "2020-09-11",
     ["B short 2020-08-13 2020-08-09 委托方要求", f"A short 2020-08-10 2020-08-09 {OWN}"]),
    # No period at all; no announcement at all.
    (over(EXIT.replace("at least 7 days", "none") + "  public-announcement: none\n"),
     sheets("2020-08-09"), "2020-09-12",
     ["B short 2020-08-13 2020-08-09 委托方要求", f"B missing 2020-09-11 None {LAW}"]),
    # A changed step without a basis; a circle; no such base; what something follows is taken away.
    (over(EXIT.replace("basis: " + OWN + "\n", "")), {}, "",
     r"rongshui/county-exit\.yaml:\d+:\d+: error"),
    (over(head=HEAD.replace("guangxi-2020", "melanshan"), more={
        "melanshan/pack.yaml": HEAD.replace("pack: rongshui", "pack: melanshan").replace(
            "overlay: guangxi-2020", "overlay: rongshui").replace("450225", "450226")}), {}, "",
     r"(rongshui|melanshan)/pack\.yaml:\d+:\d+: error"),
    (over(head=HEAD.replace("overlay: guangxi-2020", "overlay: guangxi-2019")), {}, "",
     r"rongshui/pack\.yaml:\d+:\d+: error"),
    (over(EXIT.replace("{lasts: at least 7 days}", "none")), {}, "",
     r"rongshui/county-exit\.yaml:\d+:\d+: error"),
    # Two packs equally near on one day: the base's scope is the overlay's where it names none.
    (over(head=HEAD.replace('scope: ["450225"]\n', "")), {}, "", r": error"),
]
