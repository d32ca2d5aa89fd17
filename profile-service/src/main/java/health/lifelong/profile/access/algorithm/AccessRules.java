package health.lifelong.profile.access.algorithm;

import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.access.domain.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which role may ask which purpose about whom (trust-and-privacy section 4). Consent is asked after
 * this, never instead of it. Pure; everything that is not named here is refused.
 */
public final class AccessRules {
  /** The grantee of consents that a person gives to the institute as a whole. */
  public static final String INSTITUTE = "institute";

  /** How the grantee of a family proxy begins; the subject of the proxy follows. */
  public static final String PROXY = "proxy:";

  private AccessRules() {}

  /** What became of the question whether this caller may ask at all. */
  public sealed interface Admission {
    /**
     * The caller may ask; consent decides.
     *
     * @param grantee to whom a consent must have been given
     * @param onlyCentre set where only this centre's own results may be seen
     */
    record Admitted(String grantee, @Nullable String onlyCentre) implements Admission {}

    /** The role does not cover the purpose, whoever the person is. */
    record RoleRefused(String rule) implements Admission {}

    /**
     * The role covers the purpose, but not for this person: to be answered like an unknown person.
     */
    record Foreign(String rule) implements Admission {}
  }

  /** Whether {@code caller} may ask for {@code purpose} about {@code personId}. */
  public static Admission admit(Caller caller, Purpose purpose, UUID personId) {
    return switch (purpose) {
      case OWN_ACCESS ->
          switch (caller.role()) {
            case PERSON -> own(caller, personId, INSTITUTE);
            case PROXY -> own(caller, personId, PROXY + caller.token().actor());
            case CLINICIAN, CENTRE, RESEARCHER, SERVICE, OPERATOR -> refused(caller, purpose);
          };
      case HEALTH_MANAGEMENT ->
          switch (caller.role()) {
            case PERSON -> own(caller, personId, INSTITUTE);
            case SERVICE -> new Admission.Admitted(INSTITUTE, null);
            case PROXY, CLINICIAN, CENTRE, RESEARCHER, OPERATOR -> refused(caller, purpose);
          };
      case CARE ->
          caller.role() == Role.CLINICIAN
              ? new Admission.Admitted(careGrantee(caller), null)
              : refused(caller, purpose);
      case ORIGIN_CENTRE -> originCentre(caller);
    };
  }

  private static Admission own(Caller caller, UUID personId, String grantee) {
    return caller.subject().equals(personId.toString())
        ? new Admission.Admitted(grantee, null)
        : new Admission.Foreign("subject:other_person");
  }

  // A person names a centre's clinicians by the centre; a clinician of no centre is named by
  // subject.
  private static String careGrantee(Caller caller) {
    return caller.centre() == null ? caller.subject() : caller.centre();
  }

  /** True for a centre and for its clinicians, for nobody else. */
  public static boolean speaksFor(Caller caller, String centre) {
    return isOfACentre(caller) && centre.equals(caller.centre());
  }

  private static boolean isOfACentre(Caller caller) {
    boolean role = caller.role() == Role.CENTRE || caller.role() == Role.CLINICIAN;
    return role && caller.centre() != null;
  }

  private static Admission originCentre(Caller caller) {
    if (!isOfACentre(caller) || caller.centre() == null) {
      return refused(caller, Purpose.ORIGIN_CENTRE);
    }
    return new Admission.Admitted(caller.centre(), caller.centre());
  }

  private static Admission refused(Caller caller, Purpose purpose) {
    return new Admission.RoleRefused("role:" + caller.role().word() + "/" + purpose.code());
  }
}
