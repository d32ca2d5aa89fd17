package health.lifelong.analytics.discordance.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One side of a disagreement.
 *
 * @param subject item code, name of a signal, gene or medicine
 * @param value as it stands in the record
 * @param unit UCUM, empty where there is none
 * @param date its day; null for what a genome says
 */
public record Side(
    Source source, String subject, String value, String unit, @Nullable LocalDate date) {

  /** How the side is known, from the weakest to the strongest word on the body's present state. */
  public enum Source {
    INHERITED,
    TOLD,
    DEVICE,
    LISTED,
    MEASURED
  }
}
