package health.lifelong.ingestion.record.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a record says it belongs to, in the sender's words.
 *
 * @param birthDate ISO date, year-month or year
 * @param personId set where the person is known by id (phone exports, genotype files pushed for a
 *     person)
 * @param provisional true where this opens a person who is not linked to anybody until identified
 */
public record PersonClaim(
    List<Identifier> identifiers,
    @Nullable Sex sex,
    @Nullable String birthDate,
    @Nullable String name,
    @Nullable String personId,
    boolean provisional) {

  public PersonClaim {
    identifiers = List.copyOf(identifiers);
  }

  /**
   * An identifier as sent; {@code type} is from HL7 table 0203 (MR, PI, MB ...), empty if not told.
   */
  public record Identifier(String system, String value, String type) {}

  /** Sex at birth; not told is null, never a default. */
  public enum Sex {
    FEMALE,
    MALE
  }
}
