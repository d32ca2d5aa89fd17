package health.lifelong.profile.person.domain;

import java.text.Normalizer;
import java.util.Set;

/**
 * An identifier as sent.
 *
 * @param system who assigned it; may be empty
 * @param type HL7 table 0203 (MR, PI, MB ...), empty if not told
 */
public record Identifier(String system, String value, String type) {
  private static final Set<String> INSTITUTE_WIDE = Set.of("MB");
  private static final String INSTITUTE = "institute";

  public Identifier {
    system = normal(system);
    value = normal(value);
    type = normal(type);
  }

  private static String normal(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }

  /** True for the institute-wide member number, which links a person across centres. */
  public boolean isTrusted() {
    return INSTITUTE_WIDE.contains(type);
  }

  /**
   * Within what the identifier is unique: the institute for a trusted one, else the centre that
   * sent it.
   */
  public String scope(String centre) {
    return isTrusted() ? INSTITUTE : "centre:" + centre;
  }
}
