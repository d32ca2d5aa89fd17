package health.lifelong.profile.consent.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Key of a consent decision. */
@Embeddable
public record ConsentDecisionKey(
    @Column(name = "person_id") UUID personId, @Column(name = "consent_id") UUID consentId) {}
