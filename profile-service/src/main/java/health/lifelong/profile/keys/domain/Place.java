package health.lifelong.profile.keys.domain;

import java.util.UUID;

/**
 * Where a sealed field stands.
 *
 * @param row what {@link SealedColumn#row} gives for the row
 */
public record Place(SealedColumn column, String row, UUID personId) {
  /** A row named by several parts. */
  public static Place of(SealedColumn column, UUID personId, Object... row) {
    StringBuilder name = new StringBuilder();
    for (Object part : row) {
      name.append(name.isEmpty() ? "" : "/").append(part);
    }
    return new Place(column, name.toString(), personId);
  }
}
