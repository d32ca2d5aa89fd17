package health.lifelong.profile.release.algorithm;

import health.lifelong.profile.release.domain.Breach;
import health.lifelong.profile.release.domain.CriticalLimit;
import health.lifelong.profile.release.domain.Judged;
import health.lifelong.profile.release.domain.Judged.Bound;
import health.lifelong.profile.release.domain.Population;
import health.lifelong.profile.release.domain.ReleasePack;
import health.lifelong.profile.release.domain.ReleaseRule;
import health.lifelong.profile.release.domain.ReleaseRule.Kind;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides by the pack whether a result waits for a clinician. Of several rules that match, the
 * longest holds.
 */
public final class ReleaseRules {
  private static final String SPECIAL = "special";
  private static final String CRITICAL = "critical";

  private final List<ReleaseRule> rules;
  private final Map<String, List<CriticalLimit>> limits;

  // Worked out once: what holds every ordinary value of an item. A batch asks tens of thousands of
  // times.
  private final Map<String, Optional<Duration>> ordinary = new HashMap<>();

  public ReleaseRules(ReleasePack pack) {
    this.rules = pack.rules();
    this.limits = pack.limits().stream().collect(Collectors.groupingBy(CriticalLimit::itemCode));
    for (Item item : ItemCatalogue.standard().items()) {
      ordinary.put(item.code(), longest(Judged.unmeasured(item.code(), false)));
    }
  }

  /** How long a value may be held; empty where it is released at once. */
  public Optional<Duration> hold(Judged result) {
    if (result.special() || result.itemCode() == null || isCritical(result)) {
      return longest(result);
    }
    Optional<Duration> known = ordinary.get(result.itemCode());
    return known == null ? longest(result) : known;
  }

  /** True where some number of this item would be critical. */
  public boolean hasLimit(@Nullable String itemCode) {
    return itemCode != null && limits.containsKey(itemCode);
  }

  private Optional<Duration> longest(Judged result) {
    return longest(rule -> matches(rule, result));
  }

  /** How long a document of this kind may be held; empty where it is released at once. */
  public Optional<Duration> holdDocument(String kind) {
    return longest(rule -> rule.matches(Kind.DOCUMENT, kind));
  }

  private Optional<Duration> longest(Predicate<ReleaseRule> matches) {
    return rules.stream()
        .filter(matches)
        .map(ReleaseRule::heldAtMost)
        .filter(Duration::isPositive)
        .max(Duration::compareTo);
  }

  private boolean matches(ReleaseRule rule, Judged result) {
    return switch (rule.kind()) {
      case ITEM -> result.itemCode() != null && rule.matches(Kind.ITEM, result.itemCode());
      case CATEGORY -> matchesCategory(rule, result);
      case CRITICAL -> isCritical(result) && matchesCritical(rule, result);
      case DOCUMENT -> false;
    };
  }

  private static boolean matchesCritical(ReleaseRule rule, Judged result) {
    return rule.matches(Kind.CRITICAL, CRITICAL)
        || (result.itemCode() != null && rule.matches(Kind.CRITICAL, result.itemCode()));
  }

  private static boolean matchesCategory(ReleaseRule rule, Judged result) {
    if (result.special() && rule.matches(Kind.CATEGORY, SPECIAL)) {
      return true;
    }
    return result.itemCode() != null
        && ItemCatalogue.standard()
            .byCode(result.itemCode())
            .map(Item::category)
            .filter(category -> rule.matches(Kind.CATEGORY, category))
            .isPresent();
  }

  /** True where the number reaches a critical limit in the limit's own unit. */
  public boolean isCritical(Judged result) {
    return breach(result).isPresent();
  }

  /** The critical limit that the number reaches, in the limit's own unit. */
  public Optional<Breach> breach(Judged result) {
    BigDecimal number = result.number();
    if (result.itemCode() == null || number == null) {
      return Optional.empty();
    }
    return limitsFor(result.itemCode(), result.population()).stream()
        .filter(limit -> limit.unit().equals(result.unit()))
        .flatMap(limit -> reached(limit, number, result.bound()).stream())
        .findFirst();
  }

  // Rows for another population hold where there are none for the person's own: a child is better
  // judged by an adult's limits than by none.
  private List<CriticalLimit> limitsFor(String itemCode, Population population) {
    List<CriticalLimit> all = limits.getOrDefault(itemCode, List.of());
    List<CriticalLimit> own = all.stream().filter(l -> l.population() == population).toList();
    return own.isEmpty() ? all : own;
  }

  // "< 2" says that the true value lies below 2: it can prove a low alarm, never a high one.
  private static Optional<Breach> reached(CriticalLimit limit, BigDecimal number, Bound bound) {
    BigDecimal low = limit.low();
    if (low != null && bound != Bound.ABOVE && number.compareTo(low) <= 0) {
      return Optional.of(new Breach(limit.itemCode(), low, false, limit.unit()));
    }
    BigDecimal high = limit.high();
    if (high != null && bound != Bound.BELOW && number.compareTo(high) >= 0) {
      return Optional.of(new Breach(limit.itemCode(), high, true, limit.unit()));
    }
    return Optional.empty();
  }
}
