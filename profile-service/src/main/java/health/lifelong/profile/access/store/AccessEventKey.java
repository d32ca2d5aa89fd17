package health.lifelong.profile.access.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Key of an audit record. */
@Embeddable
public record AccessEventKey(@Column(name = "person_id") UUID personId, long sequence) {}
