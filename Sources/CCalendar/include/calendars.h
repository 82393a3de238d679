// Single days of ICU's other calendars, in plain C types.
//
// ICU's own headers stay out of this one: Swift's Foundation carries headers of the same names from
// another ICU, and a module that sees both does not compile.
#ifndef KAOJU_CALENDARS_H
#define KAOJU_CALENDARS_H

#include <stdint.h>

/// A day of a calendar; months count from 1 in ICU's order.
typedef struct {
  int32_t year;
  int32_t month;
  int32_t day;
  int32_t isLeapMonth;
} KaojuCalendarDate;

/// The days from 1970-01-01 to a date of the calendar that `locale` names
/// (`en@calendar=chinese`). Returns 0 when the calendar has no such day.
int kaoju_calendar_day(const char *locale, KaojuCalendarDate date, int64_t *day);

/// The date of that calendar on a day counted from 1970-01-01. Returns 0 on failure.
int kaoju_calendar_date(const char *locale, int64_t day, KaojuCalendarDate *date);

#endif
