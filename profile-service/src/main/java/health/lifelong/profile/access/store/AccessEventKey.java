package health.lifelong.profile.access.store;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Key of an audit record. */
@Embeddable
public record AccessEventKey(UUID personId, long sequence) {}
