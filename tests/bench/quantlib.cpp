// quantlib -- the sums of days.c through QuantLib, with the days off of its
// China calendar.
//
//	quantlib COUNT
//
// Prints `NUMBER SECONDS SECONDS`: sums, wall, processor.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <vector>

#include <ql/time/calendars/china.hpp>

using namespace QuantLib;

static double read_clock(clockid_t id)
{
	struct timespec t;

	clock_gettime(id, &t);
	return static_cast<double>(t.tv_sec) +
	    static_cast<double>(t.tv_nsec) / 1e9;
}

int main(int argc, char **argv)
{
	const long count = argc > 1 ? std::atol(argv[1]) : 1000000;
	const China cal(China::IB);
	std::mt19937 random(2020);
	std::vector<Date> acts;
	std::vector<int> n;
	long long check = 0;

	for (int i = 0; i < 65536; i++) {
		acts.push_back(Date(1, January, 2018) +
		    static_cast<int>(random() % 1700));
		n.push_back(1 + static_cast<int>(random() %
		    (i % 4 == 2 ? 6 : 30)));
	}
	double wall = -read_clock(CLOCK_MONOTONIC);
	double processor = -read_clock(CLOCK_PROCESS_CPUTIME_ID);
	for (long i = 0; i < count; i++) {
		const auto k = static_cast<std::size_t>(i % 65536);
		Date to;

		switch (i % 4) {
		case 0:
			to = cal.advance(acts[k], n[k], Days);
			break;
		case 1:
			to = cal.adjust(acts[k] + n[k], Following);
			break;
		case 2:
			to = cal.advance(acts[k], n[k], Months, Following);
			break;
		default:
			to = cal.advance(acts[k], -n[k], Days);
		}
		check += to.serialNumber();
	}
	wall += read_clock(CLOCK_MONOTONIC);
	processor += read_clock(CLOCK_PROCESS_CPUTIME_ID);
	std::printf("%ld %.6f %.6f\n", count, wall, processor);
	return check == 0;
}
