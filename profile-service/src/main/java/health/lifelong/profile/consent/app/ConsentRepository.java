package health.lifelong.profile.consent.app;

import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.consent.domain.ConsentDecision;
import health.lifelong.profile.consent.domain.ConsentHistory;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Where consent decisions are kept. */
public interface ConsentRepository {
  /** What was decided for the person, oldest first, as it was recorded. */
  Uni<List<ConsentDecision>> recorded(UUID personId);

  /**
   * What holds for the person, with their age and the pack's terms; no decisions also where there
   * is no such person. Where records were linked, see {@link
   * health.lifelong.profile.consent.algorithm.LinkedConsents}.
   */
  Uni<ConsentHistory> history(UUID personId);

  /**
   * Appends a decision, raises the person's revision, feeds the change and audits, in one
   * transaction. The same request again gives the decision that it recorded the first time. The
   * item is null where there is no such person.
   */
  Uni<ConsentDecision> append(
      UUID personId, String requestId, ConsentDecision decision, AccessEvent.Draft audit);
}
