package health.lifelong.profile.identity.domain;

/**
 * How common the values of two persons are in the population that is matched. Agreeing on a rare
 * name says more than agreeing on a common one.
 *
 * @param population persons there are
 * @param nameBearers persons with the first one's name, the person included
 * @param otherNameBearers persons with the other one's name, the person included
 * @param bornThatDay persons with the first one's birth date, the person included
 */
public record Shares(long population, long nameBearers, long otherNameBearers, long bornThatDay) {}
