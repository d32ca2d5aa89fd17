package health.lifelong.profile.identity.domain;

/**
 * How common the values of two persons are in the population that is matched. Agreeing on a rare
 * name says more than agreeing on a common one.
 *
 * @param population persons there are
 * @param name persons with the first one's name, the person included
 * @param otherName persons with the other one's name, the person included
 * @param given persons with the first one's given name, whatever their surname, the person included
 * @param otherGiven persons with the other one's given name, the person included
 * @param born persons with the first one's birth date, the person included
 */
public record Shares(
    long population, long name, long otherName, long given, long otherGiven, long born) {}
