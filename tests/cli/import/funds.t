# Amounts by source, with the totals of the yearly report that the shipped rules
# come from: 公告金额共计1484542万元，中央875865万元，自治区608677万元 (一（一）1).
# The four batches' own amounts are in no source: one record holds their sum.

$ cat >cases.csv <<.
> 办件编号,程序,区划代码,名称,金额
> ZJ-2020,财政专项扶贫资金分配结果公告,45,2020年4个批次合计,中央=875865；自治区=608677
> .
$ gongshi --lang en init >/dev/null; gongshi --lang en import cases.csv
cases: 1 row: 1 new, 0 unchanged
$ gongshi --lang en export --out out >/dev/null; tail -c +4 out/cases.csv | tr -d '\r' | cut -d, -f1-3,8
case,procedure,division,amounts
ZJ-2020,fund-allocation,45,central=875865;region=608677
$ tail -1 out/cases.csv | grep -o '=[0-9.]*' | awk -F= '{ sum += $2 } END { print sum }'
1484542

# Another source is none of its amounts.
$ printf '办件编号,程序,区划代码,金额\nZJ-2021,fund-allocation,45,县级=1\n' >county.csv; gongshi --lang en import county.csv 2>&1 | grep -c 'county.csv:2:28: error: `县级` is no amount'
1
