package health.lifelong.profile.person.app;

import java.util.UUID;

/** Seals single fields so that a dump of the database does not show them. */
public interface FieldEncryption {
  /** Seals a field for its place. */
  byte[] seal(byte[] plain, Place place);

  /** Opens a sealed field; fails where it was sealed for another place. */
  byte[] open(byte[] sealed, Place place);

  /** Where a field stands. */
  record Place(String table, String column, String row, UUID personId) {}
}
