package health.lifelong.local.suite;

/** The four services, in the order they are started. */
public enum Service {
  PROFILE("profile-service"),
  INGESTION("ingestion-service"),
  ANALYTICS("analytics-service"),
  GATEWAY("gateway");

  private final String module;

  Service(String module) {
    this.module = module;
  }

  public String module() {
    return module;
  }
}
