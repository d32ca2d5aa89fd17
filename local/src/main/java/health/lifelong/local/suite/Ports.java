package health.lifelong.local.suite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every port of a local run, as offsets from one base, so that two runs can live side by side. */
public record Ports(int base) {
  public static final int DEFAULT_BASE = 8080;

  /** Centres that a local run registers, each with its own MLLP port. */
  public static final List<String> CENTRES =
      List.of("seoul", "busan", "daegu", "incheon", "gwangju", "daejeon", "suwon");

  /** The base from LIFELONG_BASE_PORT, or 8080. */
  public static Ports fromEnvironment() {
    String base = System.getenv("LIFELONG_BASE_PORT");
    return new Ports(base == null ? DEFAULT_BASE : Integer.parseInt(base));
  }

  public int http(Service service) {
    return switch (service) {
      case GATEWAY -> base;
      case PROFILE -> base + 1;
      case INGESTION -> base + 2;
      case ANALYTICS -> base + 3;
    };
  }

  public int management(Service service) {
    return http(service) + 10;
  }

  public int ingestionHttps() {
    return base + 4;
  }

  public int signIn() {
    return base + 5;
  }

  /** The door of a centre that asks for no certificate; a local run alone has it. */
  public int mllp(String centre) {
    return base + 20 + index(centre);
  }

  /** The door of a centre over mutual TLS. */
  public int mllps(String centre) {
    return base + 31 + index(centre);
  }

  private static int index(String centre) {
    int index = CENTRES.indexOf(centre);
    if (index < 0) {
      throw new IllegalArgumentException("no such centre: " + centre);
    }
    return index;
  }

  public int database() {
    return base + 30;
  }

  /** All of them with what they are for, for the check before the start. */
  public Map<Integer, String> all() {
    Map<Integer, String> all = new LinkedHashMap<>();
    for (Service service : Service.values()) {
      all.put(http(service), service.module());
      all.put(management(service), service.module() + " (management)");
    }
    all.put(ingestionHttps(), "ingestion-service (HTTPS)");
    all.put(signIn(), "local sign-in page");
    CENTRES.forEach(centre -> all.put(mllp(centre), "MLLP door of " + centre));
    CENTRES.forEach(centre -> all.put(mllps(centre), "MLLP door of " + centre + " (TLS)"));
    all.put(database(), "PostgreSQL");
    return all;
  }
}
