package health.lifelong.profile.consent.store;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Key of a consent decision. */
@Embeddable
public record ConsentDecisionKey(UUID personId, UUID consentId) {}
