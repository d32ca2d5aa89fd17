package health.lifelong.profile.person.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What linkage looks at in a claim.
 *
 * @param receiptId for the review of a conflict
 */
public record IndexedClaim(
    List<IndexedIdentifier> identifiers, @Nullable UUID personId, String centre, String receiptId) {

  public IndexedClaim {
    identifiers = List.copyOf(identifiers);
  }
}
