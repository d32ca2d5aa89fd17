package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.Texts;
import health.lifelong.analytics.whatif.domain.Lever;
import health.lifelong.analytics.whatif.domain.LeverEffect;
import health.lifelong.analytics.whatif.domain.WhatIf;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A lever in words and in facts. */
final class LeverWords {
  /** One denominator for all levers: fewer than one person in 100 is seen too. */
  private static final int BASE = 1000;

  private static final int YEARS = 10;

  private LeverWords() {}

  /** What the change would be, and what studies saw. */
  static String change(Texts texts, WhatIf.Possible lever) {
    Map<String, String> places = new HashMap<>();
    Double from = lever.from();
    Double to = lever.to();
    if (from != null && to != null) {
      String form = lever.lever() == Lever.WEIGHT ? "%.1f" : "%.0f";
      places.put("from", String.format(Locale.ROOT, form, from));
      places.put("to", String.format(Locale.ROOT, form, to));
    }
    places.put("low", size(lever.low(), lever.high(), true));
    places.put("high", size(lever.low(), lever.high(), false));
    return texts.say(message(lever.lever()), places);
  }

  /** The change with the people it would concern, where a model counts them. */
  static String sentence(Texts texts, WhatIf.Possible lever) {
    WhatIf.People people = lever.people();
    if (people == null) {
      return change(texts, lever);
    }
    long now = StrictMath.round(people.now() * BASE);
    // Rounded outwards: the interval never looks more certain than it is.
    long low = (long) StrictMath.floor(people.low() * BASE);
    long high = (long) StrictMath.ceil(people.high() * BASE);
    return change(texts, lever)
        + "\n"
        + texts.say(
            Message.WHAT_IF_PEOPLE,
            Map.of(
                "base", Integer.toString(BASE),
                "n", Long.toString(now),
                "others", Long.toString(BASE - now),
                "years", Integer.toString(YEARS),
                "low", Long.toString(low),
                "high", Long.toString(high)));
  }

  static Facts facts(WhatIf.Possible lever) {
    LeverEffect evidence = lever.evidence();
    Facts.Builder facts =
        Facts.of()
            .text("lever", name(lever.lever()))
            .flag("through_care", lever.lever().throughCare())
            .text("evidence", evidence.basis().name().toLowerCase(Locale.ROOT))
            .text("outcome", evidence.outcome())
            .text("measure", evidence.measure().name().toLowerCase(Locale.ROOT))
            .number("effect_low", lever.low())
            .number("effect_high", lever.high())
            .text("population", evidence.population());
    Double from = lever.from();
    Double to = lever.to();
    if (from != null && to != null) {
      facts.number("from", from).number("to", to).text("unit", lever.unit());
    }
    WhatIf.People people = lever.people();
    if (people != null) {
      facts
          .number("risk_now", people.now())
          .number("risk_low", people.low())
          .number("risk_high", people.high())
          .number("years", YEARS);
    }
    return facts.build();
  }

  static String name(Lever lever) {
    return lever.name().toLowerCase(Locale.ROOT);
  }

  private static Message message(Lever lever) {
    return switch (lever) {
      case SMOKING -> Message.WHAT_IF_SMOKING;
      case ACTIVITY -> Message.WHAT_IF_ACTIVITY;
      case WEIGHT -> Message.WHAT_IF_WEIGHT;
      case BLOOD_PRESSURE -> Message.WHAT_IF_BLOOD_PRESSURE;
      case LDL -> Message.WHAT_IF_LDL;
    };
  }

  /** The smaller or the larger size of two ends, rounded outwards. */
  private static String size(double one, double other, boolean smaller) {
    double a = StrictMath.abs(one);
    double b = StrictMath.abs(other);
    double size =
        smaller ? StrictMath.floor(StrictMath.min(a, b)) : StrictMath.ceil(StrictMath.max(a, b));
    return String.format(Locale.ROOT, "%.0f", size);
  }
}
