package health.lifelong.profile.release.app;

import java.math.BigDecimal;

/** Single numbers of the region pack, read once at start. */
public interface Thresholds {
  /** The number of a name; one that is missing is an error of the installation. */
  BigDecimal of(String name);
}
