package health.lifelong.profile.access.store;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** One row of the audit trail, read only: rows are written set-wise. */
@Entity
@Immutable
@NullUnmarked
@Table(name = "access_event")
public class AccessEventEntity {
  @EmbeddedId AccessEventKey key;

  @Column(name = "recorded_at")
  Instant recordedAt;

  Short purpose;
  boolean permitted;

  @Column(name = "actor_role")
  String actorRole;

  String actor;
  String action;
  String categories;
  String rule;
}
