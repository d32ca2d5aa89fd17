package health.lifelong.profile.consent.store;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** One consent decision; the database refuses to change or delete it. */
@Entity
@Immutable
@NullUnmarked
@Table(name = "consent_decision")
public class ConsentDecisionEntity {
  @EmbeddedId ConsentDecisionKey key;

  @Column(name = "request_id")
  String requestId;

  short category;
  short purpose;
  short decision;
  String grantee;

  @Column(name = "text_id")
  String textId;

  String language;

  @Column(name = "text_hash")
  String textHash;

  String evidence;

  @Column(name = "evidence_reference")
  String evidenceReference;

  @Column(name = "document_hash")
  String documentHash;

  @Column(name = "recorded_centre")
  String recordedCentre;

  String guardian;

  @Column(name = "guardian_relation")
  String guardianRelation;

  @Column(name = "given_at")
  Instant givenAt;

  @Column(name = "valid_to")
  Instant validTo;

  @Column(name = "recorded_by")
  String recordedBy;

  @Column(name = "recorded_at")
  Instant recordedAt;
}
