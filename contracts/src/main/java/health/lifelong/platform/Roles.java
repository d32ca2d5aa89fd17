package health.lifelong.platform;

/** Roles of a verified token ({@code groups} claim). */
public final class Roles {
  public static final String PERSON = "person";
  public static final String CENTRE = "centre";
  public static final String CLINICIAN = "clinician";
  public static final String OPERATOR = "operator";

  /** A service's own job identity, with one fixed purpose. */
  public static final String SERVICE = "service";

  private Roles() {}
}
