package health.lifelong.local.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * A synthetic person.
 *
 * @param memberNumber institute-wide number, the same at all centres
 */
record SamplePerson(
    String memberNumber, String name, boolean female, LocalDate birth, Story story) {

  /** What changes in a person over the ten years. */
  enum Story {
    /** Drinks on weekdays, moves less each year; liver enzyme and blood pressure follow. */
    DRINKER,
    /** Nothing changes. */
    STEADY,
    /** Treated blood pressure, kidney function that goes down slowly. */
    TREATED,
    /** Young, first visits. */
    YOUNG
  }

  /** The family: the father is the one whose report the demonstration shows. */
  static final List<SamplePerson> FAMILY =
      List.of(
          new SamplePerson("M-1974-00117", "김서준", false, LocalDate.of(1974, 5, 14), Story.DRINKER),
          new SamplePerson("M-1977-00342", "이하은", true, LocalDate.of(1977, 9, 2), Story.STEADY),
          new SamplePerson("M-1948-00058", "박영자", true, LocalDate.of(1948, 2, 21), Story.TREATED),
          new SamplePerson("M-2005-01290", "김뷁", false, LocalDate.of(2005, 11, 30), Story.YOUNG));

  /** The number a centre itself knows the person by. */
  String chartNumber(String centre) {
    return centre.substring(0, 2).toUpperCase(java.util.Locale.ROOT)
        + "-"
        + Math.abs((memberNumber + centre).hashCode() % 900_000 + 100_000);
  }
}
