package health.lifelong.profile.identity.domain;

/**
 * How common the values of two persons are in the population that is matched. Agreeing on a rare
 * name says more than agreeing on a common one.
 *
 * @param population persons there are taken to be, so that the first few are not linked too easily
 * @param counted persons whose names were counted
 * @param born persons with the first one's birth date, the person included
 * @param one how common the first one's name is
 * @param other how common the other one's name is
 */
public record Shares(long population, long counted, long born, Bearers one, Bearers other) {

  /**
   * How many bear a name, the person included.
   *
   * @param name the whole name
   * @param sameDecade the whole name, among those born in the person's decade: names come in
   *     fashions
   * @param given the given name, whatever the surname; 0 where the name is not Korean
   */
  public record Bearers(long name, long sameDecade, long given) {}
}
