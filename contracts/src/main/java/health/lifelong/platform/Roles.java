package health.lifelong.platform;

import java.util.Set;

/** Roles of a verified token ({@code groups} claim). */
public final class Roles {
  public static final String PERSON = "person";
  public static final String CENTRE = "centre";

  /** Somebody who acts for a person ({@code act}); the subject is the person. */
  public static final String PROXY = "proxy";

  public static final String RESEARCHER = "researcher";
  public static final String CLINICIAN = "clinician";
  public static final String OPERATOR = "operator";

  /** A service's own job identity, with one fixed purpose. */
  public static final String SERVICE = "service";

  /** Every role there is. */
  public static final Set<String> ALL =
      Set.of(PERSON, PROXY, CENTRE, CLINICIAN, RESEARCHER, OPERATOR, SERVICE);

  private Roles() {}
}
