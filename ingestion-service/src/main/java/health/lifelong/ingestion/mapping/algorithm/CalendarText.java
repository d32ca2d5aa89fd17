package health.lifelong.ingestion.mapping.algorithm;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Tells whether a text is a date, a month or a year of the calendar: {@code YYYY[-MM[-DD]]} or
 * {@code YYYYMM[DD]}.
 */
final class CalendarText {
  private CalendarText() {}

  static boolean isDate(String raw) {
    String text = raw.strip();
    String digits = text.replace("-", "").replace(".", "").replace("/", "");
    if (digits.length() < 4 || digits.length() > 8 || digits.length() % 2 != 0) {
      return false;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return false;
      }
    }
    int month = digits.length() >= 6 ? Integer.parseInt(digits.substring(4, 6)) : 1;
    int day = digits.length() == 8 ? Integer.parseInt(digits.substring(6, 8)) : 1;
    try {
      return LocalDate.of(Integer.parseInt(digits.substring(0, 4)), month, day).getYear() > 0;
    } catch (DateTimeException notInCalendar) {
      return false;
    }
  }
}
