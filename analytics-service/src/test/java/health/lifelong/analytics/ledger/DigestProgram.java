package health.lifelong.analytics.ledger;

import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.algorithm.CanonicalForm;
import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.pack.domain.Texts;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Computes the insights of generated persons and prints their number and one digest over them all,
 * in a Java that the caller started with flags of its own.
 */
public final class DigestProgram {
  private DigestProgram() {}

  /** Arguments: seed, persons, directory of the pack. */
  public static void main(String[] arguments) throws NoSuchAlgorithmException {
    System.out.println(
        digest(
            Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2])));
  }

  /** Number of insights and SHA-256 over their canonical forms, neutral and in Korean. */
  static String digest(long seed, int persons, Path pack) throws NoSuchAlgorithmException {
    InsightEngine engine = new InsightEngine(TestPack.read(pack));
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    long insights = 0;
    for (GeneratedPersons.Person person : new GeneratedPersons(seed).next(persons)) {
      var genome = person.genotypes() == null ? null : engine.read(person.genotypes());
      for (Texts texts : new Texts[] {Texts.neutral(), engine.texts("ko")}) {
        for (Insight insight :
            engine
                .report(
                    person.record(),
                    genome,
                    texts,
                    person.record().reportDay(),
                    Viewer.PERSON,
                    engine.models())
                .insights()) {
          digest.update(CanonicalForm.of(insight));
          insights++;
        }
      }
    }
    return insights + " " + HexFormat.of().formatHex(digest.digest());
  }
}
