#include "calendars.h"

#include <math.h>
#include <unicode/ucal.h>

static const double millisecondsPerDay = 86400000.0;

static UCalendar *openCalendar(const char *locale, UErrorCode *status) {
  static const UChar zone[] = {'U', 'T', 'C'};
  return ucal_open(zone, 3, locale, UCAL_DEFAULT, status);
}

static void read(UCalendar *calendar, KaojuCalendarDate *date, UErrorCode *status) {
  date->year = ucal_get(calendar, UCAL_EXTENDED_YEAR, status);
  date->month = ucal_get(calendar, UCAL_MONTH, status) + 1;
  date->day = ucal_get(calendar, UCAL_DATE, status);
  date->isLeapMonth = ucal_get(calendar, UCAL_IS_LEAP_MONTH, status) == 1;
}

int kaoju_calendar_day(const char *locale, KaojuCalendarDate date, int64_t *day) {
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = openCalendar(locale, &status);
  if (U_FAILURE(status)) return 0;
  ucal_clear(calendar);
  ucal_set(calendar, UCAL_EXTENDED_YEAR, date.year);
  ucal_set(calendar, UCAL_MONTH, date.month - 1);
  if (date.isLeapMonth) ucal_set(calendar, UCAL_IS_LEAP_MONTH, 1);
  ucal_set(calendar, UCAL_DATE, date.day);
  double milliseconds = ucal_getMillis(calendar, &status);
  KaojuCalendarDate found = {0, 0, 0, 0};
  if (U_SUCCESS(status)) read(calendar, &found, &status);
  ucal_close(calendar);
  // A lenient calendar runs over into the next month: then there is no such day.
  if (U_FAILURE(status) || found.month != date.month || found.day != date.day ||
      (found.isLeapMonth != 0) != (date.isLeapMonth != 0))
    return 0;
  *day = (int64_t)floor(milliseconds / millisecondsPerDay);
  return 1;
}

int kaoju_calendar_date(const char *locale, int64_t day, KaojuCalendarDate *date) {
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = openCalendar(locale, &status);
  if (U_FAILURE(status)) return 0;
  ucal_setMillis(calendar, (double)day * millisecondsPerDay, &status);
  if (U_SUCCESS(status)) read(calendar, date, &status);
  ucal_close(calendar);
  return U_SUCCESS(status);
}
