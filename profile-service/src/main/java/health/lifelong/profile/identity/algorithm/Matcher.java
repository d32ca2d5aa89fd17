package health.lifelong.profile.identity.algorithm;

import health.lifelong.profile.identity.domain.Agreement;
import health.lifelong.profile.identity.domain.Agreement.BirthLevel;
import health.lifelong.profile.identity.domain.Agreement.NameLevel;
import health.lifelong.profile.identity.domain.Agreement.PhoneLevel;
import health.lifelong.profile.identity.domain.Agreement.SexLevel;
import health.lifelong.profile.identity.domain.Name;
import health.lifelong.profile.identity.domain.Shares;
import health.lifelong.profile.identity.domain.Shares.Bearers;
import health.lifelong.profile.identity.domain.Traits;
import health.lifelong.profile.identity.domain.Verdict;
import health.lifelong.profile.identity.domain.Weights;
import health.lifelong.profile.identity.domain.Zone;
import health.lifelong.profile.person.domain.Sex;
import org.jspecify.annotations.Nullable;

/**
 * Weighs whether two records are of one person (Fellegi and Sunter 1969), against two other
 * explanations: two strangers, and twins. Each field adds log2(m/u); how common a name and a birth
 * date are is taken from the population that is matched, so that the same agreement says less among
 * a million than among a thousand. Pure.
 */
public final class Matcher {
  private final Weights weights;

  public Matcher(Weights weights) {
    this.weights = weights;
  }

  /** The version of the parameters. */
  public int version() {
    return weights.version();
  }

  /** What comes of comparing two records. */
  public Verdict compare(Traits one, Traits other, Shares shares) {
    Agreement agreement =
        new Agreement(
            NameComparison.compare(one.name(), other.name()),
            BirthDates.compare(one.birthDate(), other.birthDate()),
            sex(one.sex(), other.sex()),
            Phones.compare(one.phone(), other.phone()));
    boolean twins = mayBeTwins(one.name(), other.name(), agreement);
    double probability = probability(agreement, shares, twins);
    boolean linkable =
        !isContradicted(agreement) && slips(agreement) <= 1 && (!twins || isSlip(shares));
    return new Verdict(agreement, probability, zone(probability, linkable));
  }

  private static SexLevel sex(@Nullable Sex one, @Nullable Sex other) {
    if (one == null || other == null) {
      return SexLevel.MISSING;
    }
    return one == other ? SexLevel.SAME : SexLevel.DIFFERENT;
  }

  private Zone zone(double probability, boolean linkable) {
    if (linkable && probability >= weights.of("link")) {
      return Zone.LINK;
    }
    return probability >= weights.of("review") ? Zone.REVIEW : Zone.SEPARATE;
  }

  // What contradicts, or is not known, is never outweighed without somebody looking at it: another
  // sex, another given name with the same birth date (a twin), no birth date at all.
  private static boolean isContradicted(Agreement agreement) {
    boolean name =
        agreement.name() == NameLevel.SURNAME
            || agreement.name() == NameLevel.DIFFERENT
            || agreement.name() == NameLevel.MISSING;
    boolean birth =
        agreement.birth() == BirthLevel.DIFFERENT || agreement.birth() == BirthLevel.MISSING;
    return name || birth || agreement.sex() == SexLevel.DIFFERENT;
  }

  // One slip a form is usual, two on one form are two persons often enough for somebody to look.
  private static int slips(Agreement agreement) {
    int slips = agreement.name() == NameLevel.NEAR ? 1 : 0;
    slips += agreement.birth() == BirthLevel.EXACT ? 0 : 1;
    slips += agreement.phone() == PhoneLevel.DIFFERENT ? 1 : 0;
    return slips;
  }

  private double probability(Agreement agreement, Shares shares, boolean mayBeTwins) {
    double strangers =
        log2(weights.of("duplicate_rate") / shares.population())
            + name(agreement, shares)
            + birth(agreement.birth(), shares)
            + sex(agreement.sex())
            + phone(agreement.phone());
    double others = exp2(-strangers);
    if (mayBeTwins) {
      others += exp2(-againstTwins(agreement, shares));
    }
    return 1 / (1 + others);
  }

  private double name(Agreement agreement, Shares shares) {
    return switch (agreement.name()) {
      case EXACT -> log2(weights.of("m_name_exact") / share(shares.one(), 2, shares));
      case NEAR -> log2(typo(shares));
      case ROMANISED -> romanised(shares);
      case SURNAME -> log2(weights.of("m_name_surname") / weights.of("u_name_surname"));
      case DIFFERENT -> log2(weights.of("m_name_different") / weights.of("u_name_different"));
      case MISSING -> 0;
    };
  }

  // Either of the two may be the mistyped one. A mistyped name is one that hardly anybody bears.
  private double typo(Shares shares) {
    double each = weights.of("m_name_near") / weights.of("near_neighbours");
    return each / mistypedShare(shares.one(), shares)
        + each / mistypedShare(shares.other(), shares);
  }

  // A given name that nobody bears, with whatever surname, is hardly one that somebody was given.
  private double mistypedShare(Bearers bearers, Shares shares) {
    double share = share(bearers, 1, shares);
    return bearers.given() == 1 ? share * weights.of("u_name_surname") : share;
  }

  // The Korean spelling is the one borne by more: the Latin ones are many.
  private double romanised(Shares shares) {
    Bearers korean = shares.one().name() < shares.other().name() ? shares.other() : shares.one();
    double readings = weights.of("romanised_readings") * weights.of("u_latin");
    return log2(weights.of("m_name_romanised") / (readings * share(korean, 1, shares)));
  }

  /**
   * Share of those born in one decade who bear a name: counted in that decade as far as there are
   * enough to count, else over all. Nobody else with a name does not mean that nobody could bear
   * it.
   *
   * @param own how many of the bearers are the two that are compared
   */
  private double share(Bearers bearers, int own, Shares shares) {
    double others = Math.max(bearers.name() - own, 0) + weights.of("unseen_bearers");
    double everybody = weights.of("fashion") * others / shares.population();
    double born = shares.population() / weights.of("birth_decades");
    double prior = weights.of("decade_prior");
    return (Math.max(bearers.sameDecade() - own, 0) + prior * everybody) / (born + prior);
  }

  private double birth(BirthLevel level, Shares shares) {
    double dates = weights.of("dates");
    double day = (shares.born() + 1) / (shares.population() + dates);
    return switch (level) {
      case EXACT -> log2(weights.of("m_birth_exact") / day);
      case SWAPPED -> log2(weights.of("m_birth_swapped") / day);
      case DIGIT -> log2(weights.of("m_birth_digit") * dates / weights.of("dates_a_digit_away"));
      case PARTIAL -> log2(weights.of("m_birth_partial") / weights.of("u_birth_partial"));
      case DIFFERENT -> log2(weights.of("m_birth_different") / weights.of("u_birth_different"));
      case MISSING -> 0;
    };
  }

  private double sex(SexLevel level) {
    double m = weights.of("m_sex_same");
    double u = weights.of("u_sex_same");
    return switch (level) {
      case SAME -> log2(m / u);
      case DIFFERENT -> log2((1 - m) / (1 - u));
      case MISSING -> 0;
    };
  }

  private double phone(PhoneLevel level) {
    return switch (level) {
      case SAME -> log2(weights.of("m_phone_same") / weights.of("u_phone_same"));
      case DIGIT -> log2(weights.of("m_phone_digit") / weights.of("u_phone_digit"));
      case DIFFERENT -> log2(weights.of("m_phone_different") / weights.of("u_phone_different"));
      case MISSING -> 0;
    };
  }

  // Twins share the surname and the day, and parents like names that sound alike: given names a
  // jamo apart are twins as well as a typing error.
  private static boolean mayBeTwins(@Nullable Name one, @Nullable Name other, Agreement agreement) {
    boolean oneDay =
        agreement.birth() == BirthLevel.EXACT || agreement.birth() == BirthLevel.SWAPPED;
    return oneDay
        && (agreement.name() == NameLevel.SURNAME
            || (agreement.name() == NameLevel.NEAR && NameComparison.shareSurname(one, other)));
  }

  // One of two given names that nobody else bears is more likely a slip of the hand than a twin's.
  // Two names that others bear as well are two names, and somebody looks. Among few people nearly
  // every given name is borne by one.
  private boolean isSlip(Shares shares) {
    boolean unheardOf = shares.one().given() == 1 || shares.other().given() == 1;
    return unheardOf && shares.counted() >= weights.of("least_counted");
  }

  private double againstTwins(Agreement agreement, Shares shares) {
    double name =
        agreement.name() == NameLevel.NEAR
            ? typo(shares) * weights.of("u_name_surname")
            : weights.of("m_name_surname");
    return log2(weights.of("duplicate_rate") / weights.of("twin_rate"))
        + log2(name)
        + twinSex(agreement.sex())
        + twinPhone(agreement.phone());
  }

  private double twinSex(SexLevel level) {
    double m = weights.of("m_sex_same");
    double twins = weights.of("twin_sex_same");
    return switch (level) {
      case SAME -> log2(m / twins);
      case DIFFERENT -> log2((1 - m) / (1 - twins));
      case MISSING -> 0;
    };
  }

  private double twinPhone(PhoneLevel level) {
    double twins = weights.of("twin_phone_same");
    return switch (level) {
      case SAME, DIGIT -> log2(weights.of("m_phone_same") / twins);
      case DIFFERENT -> log2(weights.of("m_phone_different") / (1 - twins));
      case MISSING -> 0;
    };
  }

  private static double log2(double value) {
    return StrictMath.log(value) / StrictMath.log(2);
  }

  private static double exp2(double value) {
    return StrictMath.pow(2, value);
  }
}
