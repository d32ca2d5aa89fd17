package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.history.algorithm.History;
import health.lifelong.analytics.history.domain.Latest;
import health.lifelong.analytics.history.domain.Reading;
import health.lifelong.analytics.insight.domain.InputMissing;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.kidney.algorithm.CkdEpi;
import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.record.domain.Value.Comparator;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one line of the screening judgement.
 *
 * @param second the second number of the line (diastolic pressure); null where it has one number or
 *     it is missing
 * @param held a number exists that nobody may be told of yet
 */
record LineValues(
    @Nullable Double value,
    @Nullable Double second,
    List<InputUsed> used,
    List<InputMissing> missing,
    boolean held) {

  /** Reads the items of a line, in the order in which the rule counts them. */
  static LineValues of(InsightContext context, ServedModel served, List<String> items) {
    Reader reader = new Reader(context, served);
    Double first = items.isEmpty() ? null : reader.value(items.getFirst());
    Double second = items.size() < 2 ? null : reader.value(items.get(1));
    return new LineValues(
        first, second, List.copyOf(reader.used), List.copyOf(reader.missing), reader.held);
  }

  private static final class Reader {
    // CKD-EPI was made for adults.
    private static final int ADULT = 18;

    private final InsightContext context;
    private final ServedModel served;
    private final List<InputUsed> used = new ArrayList<>();
    private final List<InputMissing> missing = new ArrayList<>();
    private boolean held;

    Reader(InsightContext context, ServedModel served) {
      this.context = context;
      this.served = served;
    }

    @Nullable Double value(String item) {
      boolean coded =
          ItemCatalogue.standard()
              .byCode(item)
              .filter(i -> i.valueType() != Item.ValueType.NUMERIC)
              .isPresent();
      return coded ? code(item) : number(item);
    }

    /**
     * The rule's number of a coded answer is the catalogue's code: 1 negative, 2 trace, 3 to 6 one
     * to four plus.
     */
    private @Nullable Double code(String item) {
      Optional<History.Dated> answer =
          context.history().latestCode(item, context.checkupDay(), served.maximumAgeDays());
      if (answer.isEmpty() || !answer.get().code().matches("\\d{1,2}")) {
        return null;
      }
      History.Dated found = answer.get();
      used.add(new InputUsed(context.itemName(item), found.code(), "", found.date(), "code"));
      return Double.valueOf(found.code());
    }

    private @Nullable Double number(String item) {
      Latest latest = context.history().latest(item, context.checkupDay(), served.maximumAgeDays());
      return switch (latest) {
        case Latest.Found(Reading reading) when reading.comparator() == Comparator.EQUAL -> {
          use(reading, "");
          yield Double.valueOf(reading.value());
        }
        case Latest.Found bound -> {
          missing.add(new InputMissing(context.itemName(item), InputMissing.Why.UNKNOWN));
          yield null;
        }
        case Latest.None(Latest.Why why) -> {
          if (why == Latest.Why.WITHHELD) {
            held = true;
            yield null;
          }
          Double derived = derived(item);
          if (derived == null) {
            missing.add(
                new InputMissing(context.itemName(item), InputMissing.Why.valueOf(why.name())));
          }
          yield derived;
        }
      };
    }

    /** What a centre would have reported itself from other values of the same checkup. */
    private @Nullable Double derived(String item) {
      // Neither is what it usually is while somebody is pregnant.
      if (context.situation().of(Exclusion.PREGNANCY).orElse(false)) {
        return null;
      }
      return switch (item) {
        case "BMI" -> {
          Optional<Reading> weight = exact("WEIGHT");
          Optional<Reading> height = exact("HEIGHT");
          if (weight.isEmpty() || height.isEmpty()) {
            yield null;
          }
          use(weight.get(), "kg / m2");
          use(height.get(), "kg / m2");
          double metres = height.get().value() / 100;
          yield weight.get().value() / (metres * metres);
        }
        case "EGFR" -> {
          Optional<Reading> creatinine = exact("CREAT");
          OptionalInt age = context.ageOn(context.checkupDay());
          Sex sex = context.sex();
          if (creatinine.isEmpty() || sex == null || age.isEmpty() || age.getAsInt() < ADULT) {
            yield null;
          }
          use(creatinine.get(), "CKD-EPI 2021");
          yield CkdEpi.egfr2021(sex, age.getAsInt(), creatinine.get().value());
        }
        default -> null;
      };
    }

    private Optional<Reading> exact(String item) {
      return context.history().latest(item, context.checkupDay(), served.maximumAgeDays())
                  instanceof Latest.Found(Reading reading)
              && reading.comparator() == Comparator.EQUAL
          ? Optional.of(reading)
          : Optional.empty();
    }

    private void use(Reading reading, String note) {
      used.add(
          new InputUsed(
              context.itemName(reading.itemCode()),
              reading.text(),
              reading.unit(),
              reading.date(),
              note));
    }
  }
}
