package health.lifelong.analytics.pack.algorithm;

import health.lifelong.analytics.pack.domain.PackFinding;
import health.lifelong.analytics.polygenic.algorithm.ScoringFileReader;
import health.lifelong.analytics.polygenic.domain.ScoringFile;
import health.lifelong.analytics.polygenic.domain.ScoringFileOutcome;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Whether the scoring files of a pack can be read, say their build and citation, and may be used in
 * a product.
 */
final class ScoreCheck {
  private static final Pattern NOT_FOR_A_PRODUCT =
      Pattern.compile(
          "(?i)non[- ]?commercial|\\bNC\\b|-NC-|academic use|research use only|not for clinical");

  private ScoreCheck() {}

  static List<PackFinding> check(Map<String, String> scores) {
    List<PackFinding> findings = new ArrayList<>();
    new TreeMap<>(scores)
        .forEach(
            (name, text) -> {
              byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
              switch (ScoringFileReader.read(new ByteArrayInputStream(bytes), name)) {
                case ScoringFileOutcome.Refused refused ->
                    findings.add(
                        finding(
                            name, "line " + refused.line(), "unreadable", refused.reason().name()));
                case ScoringFileOutcome.Accepted(List<ScoringFile> files) ->
                    files.forEach(file -> terms(name, file, findings));
              }
            });
    return findings;
  }

  private static void terms(String name, ScoringFile file, List<PackFinding> findings) {
    if (file.build() == null) {
      findings.add(
          finding(
              name, file.id(), "build", "the file does not say in which build its positions are"));
    }
    if (!file.header().containsKey("citation")) {
      findings.add(finding(name, file.id(), "citation", "a score is shown with its source"));
    }
    file.license()
        .filter(license -> NOT_FOR_A_PRODUCT.matcher(license).find())
        .ifPresent(license -> findings.add(finding(name, file.id(), "licence", license)));
  }

  private static PackFinding finding(String name, String place, String rule, String detail) {
    return new PackFinding("scores/" + name, place, rule, detail);
  }
}
