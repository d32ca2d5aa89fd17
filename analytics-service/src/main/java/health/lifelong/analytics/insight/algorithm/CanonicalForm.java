package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.Facts.Fact;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/**
 * The one byte form of an insight, by which a stored one is compared with what is computed again
 * (L6). Form 1, in order: model, subject, summary, outcome (result with its facts in order, or
 * refusal), inputs used, inputs missing, sources, limits, channel, kinds, place; the coding of
 * values is {@link CanonicalWriter}'s. Versions are not in it, so that a new version that says the
 * same is no difference; neither is the record's revision, as an insight that a change does not
 * touch stays what it was. In the neutral texts no language is in it either.
 */
public final class CanonicalForm {
  private static final byte FORM = 1;

  private CanonicalForm() {}

  /** The bytes of an insight. */
  public static byte[] of(Insight insight) {
    CanonicalWriter out = new CanonicalWriter();
    out.whole(FORM).text(insight.model()).text(insight.subject()).text(insight.summary());
    switch (insight.outcome()) {
      case Outcome.Result(Facts facts) -> facts(out.flag(true), facts);
      case Outcome.Refusal(Outcome.Reason reason, String detail, String wouldHelp) ->
          out.flag(false).name(reason).text(detail).text(wouldHelp);
    }
    out.list(
        insight.inputsUsed(),
        used ->
            out.text(used.name())
                .text(used.value())
                .text(used.unit())
                .day(used.date())
                .text(used.note()));
    out.list(insight.inputsMissing(), missing -> out.text(missing.name()).name(missing.why()));
    out.list(insight.sources(), out::text);
    out.list(insight.limits(), out::text);
    out.name(insight.channel());
    out.list(insight.kinds().stream().sorted().toList(), out::name);
    out.name(insight.place());
    return out.bytes();
  }

  /** SHA-256 of bytes. */
  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void facts(CanonicalWriter out, Facts facts) {
    out.list(facts.values().entrySet(), entry -> fact(out, entry));
  }

  private static void fact(CanonicalWriter out, Map.Entry<String, Fact> entry) {
    fact(out.text(entry.getKey()), entry.getValue());
  }

  private static void fact(CanonicalWriter out, Fact fact) {
    switch (fact) {
      case Fact.Amount(double value) -> out.text("n").number(value);
      case Fact.Text(String value) -> out.text("t").text(value);
      case Fact.Flag(boolean value) -> out.text("f").flag(value);
      case Fact.Listing listing -> out.text("l").list(listing.values(), value -> fact(out, value));
      case Fact.Group(Facts group) -> facts(out.text("g"), group);
    }
  }
}
